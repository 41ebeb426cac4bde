"""The checker checked: a run in which every promise was kept gives no finding, and each way of breaking one is found."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest

from tests.load.checker import Finding, check_export, check_history, check_log, check_screens, screen
from tests.load.history import Deed, History, Shown
from tests.load.room import TEMPLATE
from tests.logs import Log
from workshop.agenda import parse
from workshop.audience import Seat
from workshop.language import Speaker, speaker
from workshop.messages import Entry
from workshop.record.folder import folder_of
from workshop.registry import discover
from workshop.session.history import fold

METHODS = discover().methods


def say_in(language: str) -> Speaker:
    return speaker(language, [])


@dataclass
class Run:
    """A run of three phones that contributed one text each, as it should be."""

    history: History
    entries: list[Entry]

    def findings(self) -> list[Finding]:
        return [
            *check_history(self.history, self.entries),
            *check_log(self.entries),
            *check_screens(self.history, self.entries, METHODS, say_in),
        ]

    def kinds(self) -> set[str]:
        return {finding.kind for finding in self.findings()}


@pytest.fixture
def run() -> Run:
    log, history = Log(METHODS, parse(TEMPLATE, METHODS)), History()
    log.play("OpenRoom")
    log.play("Next")
    for number, person in enumerate(("ana", "bo", "carla")):
        log.play("Join", by=person)
        log.do("Add", by=person, text=f"Idea of {person}")
        entry = log.entries[-1]
        history.deeds[entry.id] = Deed(entry.id, number, person, f"Idea of {person}", time.monotonic(), time.monotonic(), entry.seq)
    session = fold(METHODS, log.entries)
    for number, person in enumerate(("ana", "bo", "carla")):
        shared, mine = (screen(METHODS, session, Seat(role, "en", person), say_in("en")) for role in ("room", "person"))
        history.shown.append(Shown(number, person, "en", "ideas", shared, mine))
    return Run(history, log.entries)


def texts(entries: Sequence[Entry]) -> list[int]:
    """The places of the contributions in the log."""
    return [place for place, entry in enumerate(entries) if entry.type == "Added"]


def test_kept_promises_give_no_finding(run: Run) -> None:
    assert run.findings() == []
    assert check_export(folder_of(run.entries, METHODS, say_in), run.entries, METHODS, say_in) == []


def test_a_lost_contribution_is_found(run: Run) -> None:
    del run.entries[texts(run.entries)[-1]]
    assert "lost" in run.kinds()


def test_a_contribution_in_the_middle_that_is_gone_leaves_a_gap(run: Run) -> None:
    del run.entries[texts(run.entries)[0]]
    assert {"lost", "gap"} <= run.kinds()


def test_a_contribution_that_happened_twice_is_found(run: Run) -> None:
    entry = run.entries[-1]
    run.entries.append(replace(entry, seq=entry.seq + 1, id="another-id"))
    assert "doubled" in run.kinds()


def test_an_id_that_stands_twice_is_found(run: Run) -> None:
    run.entries.append(replace(run.entries[-1], seq=run.entries[-1].seq + 1))
    assert "doubled" in run.kinds()


def test_a_changed_text_is_found_in_the_history_and_in_the_chain(run: Run) -> None:
    place = texts(run.entries)[1]
    run.entries[place] = replace(run.entries[place], payload={**(run.entries[place].payload or {}), "text": "Something else"})
    assert {"changed", "chain", "invented"} <= run.kinds()


def test_a_swap_is_found_in_the_chain(run: Run) -> None:
    one, two = texts(run.entries)[:2]
    first, second = run.entries[one], run.entries[two]
    run.entries[one], run.entries[two] = replace(second, seq=first.seq), replace(first, seq=second.seq)
    assert {"chain", "moved"} <= run.kinds()


def test_a_refused_contribution_that_stands_in_the_log_is_found(run: Run) -> None:
    deed = next(iter(run.history.deeds.values()))
    deed.seq, deed.refusal = None, "ended"
    assert run.kinds() == {"refused but done"}


def test_a_contribution_in_flight_may_be_there_or_not(run: Run) -> None:
    for deed in run.history.deeds.values():
        deed.seq = None
    run.history.deeds["never-arrived"] = Deed("never-arrived", 1, "bo", "Into the void", 0.0)
    assert run.findings() == []


def test_a_phone_with_a_stale_screen_is_found(run: Run) -> None:
    shown = run.history.shown[1]
    ideas = {**shown.shared["ideas"], "total": 2}
    run.history.shown[1] = replace(shown, shared={**shown.shared, "ideas": ideas})
    assert [str(one) for one in run.findings()] == ["stale: phone 1, shared block 'ideas': total is 2, not 3"]


def test_a_phone_that_lacks_what_is_its_own_is_found(run: Run) -> None:
    run.history.shown[2] = replace(run.history.shown[2], mine={})
    assert run.kinds() == {"stale"}


def test_an_export_that_is_not_the_fold_is_found(run: Run) -> None:
    files = folder_of(run.entries, METHODS, say_in)
    changed = files | {"record.md": files["record.md"].replace(b"Idea of bo", b"Idea of nobody")}
    assert {one.kind for one in check_export(changed, run.entries, METHODS, say_in)} == {"export"}
    shorter = folder_of(run.entries[:-1], METHODS, say_in)
    assert {one.kind for one in check_export(shorter, run.entries, METHODS, say_in)} == {"export"}
