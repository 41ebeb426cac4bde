"""What goes from the logs when somebody is erased, what stays, and that nobody can take the words of others along."""

from dataclasses import dataclass, replace
from typing import Literal

import pytest

from tests.conftest import METHODS
from tests.logs import Log
from workshop.agenda import Agenda, dump
from workshop.erasure import Ledger, forget, ledger_of, without_words
from workshop.messages import Day, Entry, Id, Line, Paragraph, TableNumber, derived_id
from workshop.method import Item
from workshop.record.events import held_by, lines_of
from workshop.redacted import GONE
from workshop.session.history import fold
from workshop.session.state import SYSTEM

LONG = "A bench below the old lime tree"


@dataclass(frozen=True)
class Part:
    id: Id
    text: Line


@dataclass(frozen=True)
class Written:
    id: Id
    text: Paragraph
    parts: tuple[Part, ...]
    stage: Literal["one", "two"]
    score: int
    plain: str = ""
    maybe: Line | None = None
    day: Day = ""
    table: TableNumber = ""
    tally: dict[str, int] | None = None
    about: str = ""


def written(payload: dict[str, object] | None, event: type | None = Written) -> Entry:
    entry = Entry(1, "c1", 0, "ana", "one", "Written", payload, "salt", "x", "y")
    return without_words(Ledger("K7MQ4X", [entry], lambda _entry: event), entry)


def test_words_go_and_everything_else_stays() -> None:
    after = written({
        "id": "i1", "text": "Trees", "parts": [{"id": "p1", "text": "Oaks"}], "stage": "two", "score": 7, "plain": "x", "maybe": "y",
        "day": "2026-05-01", "table": "7", "tally": {"one": 1, "two": 2}, "about": "0123456789ab",
    })  # fmt: skip
    assert after.payload == {
        "id": "i1", "text": GONE, "parts": [{"id": "p1", "text": GONE}], "stage": "two", "score": 7, "plain": GONE, "maybe": GONE,
        "day": "2026-05-01", "table": "7", "tally": {"one": 1, "two": 2}, "about": "0123456789ab",
    }  # fmt: skip
    assert after.salt not in ("", "salt")
    assert (after.digest, after.payload_digest) == ("y", "x")


def test_an_event_without_words_stays_as_it_is() -> None:
    after = written({"id": "i1", "text": "", "parts": [], "stage": "one", "score": 7, "plain": "", "maybe": None})
    assert after.salt == "salt"


def test_of_an_event_that_nobody_knows_nothing_stays() -> None:
    after = written({"text": "Trees"}, None)
    assert (after.payload, after.salt) == (None, "")


@pytest.fixture
def log(agenda: Agenda) -> Log:
    log = Log(METHODS, agenda)
    log.play("OpenRoom")
    for person in ("ana", "bo", "cy", "dia", "eli"):
        log.play("Join", by=person)
    log.play("Next")
    return log


def without(log: Log, *others: Ledger, name: str = "", whom: str = "ana") -> list[Entry]:
    """The log when somebody was erased from it."""
    home = ledger_of("K7MQ4X", log.entries, METHODS, held_by(log.entries))
    changed = {line.seq: line for one in forget(home, others, [whom], [name]) if one.code == "K7MQ4X" for line in one.lines}
    return [changed.get(entry.seq, entry) for entry in log.entries]


def texts(entries: list[Entry]) -> str:
    return lines_of(entries).decode()


def test_the_words_of_one_person_are_gone_also_from_what_was_handed_on_and_those_of_others_are_all_there(log: Log) -> None:
    log.do("Say", by="ana", text="Trees")
    log.do("Say", by="bo", text="Water")
    log.do("Reveal")
    log.play("Next")
    assert texts(log.entries).count("Trees") == 2
    after = without(log)
    assert "Trees" not in texts(after)
    assert texts(after).count("Water") == 2
    state = fold(METHODS, after)
    assert (state.skipped, state.current) == (0, "two")
    assert sorted(one.text for one in state.activities["two"].state.said.values()) == ["Water", GONE]


def test_the_methods_of_a_changed_agenda_are_known_too(log: Log, agenda: Agenda) -> None:
    more = replace(agenda, steps=(*agenda.steps, replace(agenda.steps[0], id="three")))
    log.play("ChangeAgenda", {"agenda": dump(more)})
    assert held_by(log.entries) == {"one": "tiny", "two": "tiny", "three": "tiny"}


def test_a_short_text_that_somebody_else_wrote_too_stays_theirs(log: Log) -> None:
    for person in ("ana", "bo"):
        log.do("Say", by=person, text="Trees")
    log.do("Reveal")
    log.play("Next")
    after = without(log)
    assert texts(after).count("Trees") == 2
    own, handed_on = ([one for one in after if one.type == kind] for kind in ("Said", "StepOpened"))
    assert [one.payload["text"] for one in own if one.payload] == [GONE, "Trees"]
    assert sorted(item["text"] for item in (handed_on[-1].payload or {})["items"]) == ["Trees", GONE]


def test_what_others_and_the_facilitator_repeat_goes_and_their_own_words_around_it_stay(log: Log) -> None:
    log.do("Say", by="ana", text=f"{LONG}. And lamps!")
    log.do("Say", by="bo", text="I like “a bench  below the OLD lime tree”, but where?")
    log.play("TakeNote", {"text": f"Said at the end: {LONG.lower()}; all nod."})
    after = texts(without(log))
    assert "lime" not in after.casefold()
    assert "I like “…”, but where?" in after
    assert "Said at the end: …; all nod." in after


def test_a_short_text_that_a_facilitator_repeats_goes_where_it_stands_alone(log: Log) -> None:
    log.do("Say", by="ana", text="Lamps")
    log.play("TakeNote", {"text": "Lamps"})
    log.play("TakeNote", {"text": "We need Lamps and more"})
    notes = [one.payload for one in without(log) if one.type == "NoteTaken"]
    assert notes == [{"text": GONE}, {"text": "We need Lamps and more"}]


def test_nobody_erases_what_others_wrote_by_writing_it_again(log: Log) -> None:
    log.do("Say", by="bo", text=f"{LONG}, with a roof")
    log.do("Say", by="ana", text=LONG)
    log.do("Say", by="ana", text="What should it become?")
    log.do("Reveal")
    log.play("Next")
    after = without(log)
    assert texts(after).count(f"{LONG}, with a roof") == 2
    assert after[0] == log.entries[0]  # the question of the workshop
    assert len([one for one in after if one.payload and one.payload.get("text") == GONE]) == 2


def test_a_turn_of_phrase_that_three_others_use_stays(log: Log) -> None:
    log.do("Say", by="ana", text="in our square")
    for person in ("bo", "cy", "dia"):
        log.do("Say", by=person, text=f"More light in our square, says {person}")
    assert texts(without(log)).count("in our square") == 3


def test_a_name_goes_where_it_is_written_unless_somebody_else_has_it(log: Log) -> None:
    log.play("TakeNote", {"text": "Ana López will ask the mayor; Anatol too."})
    (note,) = [one for one in without(log, name="Ana López") if one.type == "NoteTaken"]
    assert note.payload == {"text": "… will ask the mayor; Anatol too."}


def test_what_the_machine_says_loses_the_words_that_nobody_else_uses() -> None:
    @dataclass(frozen=True)
    class Titled:
        title: Line

    entries = [
        Entry(1, "c0", 1, "host:1", None, "Created", {}),
        Entry(2, "c1", 2, "ana", "one", "Titled", {"title": "Quiet benches for everybody"}),
        Entry(3, "c2", 3, "bo", "one", "Titled", {"title": "Benches, and water"}),
        Entry(4, "c3", 4, SYSTEM, "one", "Titled", {"title": "benches · quiet · water"}),
    ]
    home = Ledger("K7MQ4X", entries, lambda entry: Titled if entry.activity else None)
    (changed,) = forget(home, (), ["ana"])
    assert [line.payload for line in changed.lines] == [{"title": GONE}, {"title": "benches · … · water"}]


def test_what_was_put_right_in_their_text_goes_and_an_answer_to_it_stays() -> None:
    @dataclass(frozen=True)
    class Put:
        thing: Id
        text: Line

    thing = derived_id("K7MQ4X", "c1")
    entries = [
        Entry(1, "c0", 1, "host:1", None, "Created", {}),
        Entry(2, "c1", 2, "ana", "one", "Put", {"thing": thing, "text": "More benches by the rivver"}),
        Entry(3, "c2", 3, "host:1", "one", "Put", {"thing": thing, "text": "More benches by the river"}),
        Entry(4, "c3", 4, "host:1", "one", "Put", {"thing": thing, "text": "The town has no money for that this year"}),
    ]
    (changed,) = forget(Ledger("K7MQ4X", entries, lambda entry: Put if entry.activity else None), (), ["ana"])
    assert [line.seq for line in changed.lines] == [2, 3]


def test_what_was_brought_into_another_workshop_goes_there_too(log: Log, agenda: Agenda) -> None:
    log.do("Say", by="ana", text="Trees")
    log.do("Say", by="bo", text="Water")
    said = [one for one in log.entries if one.type == "Said"]
    things = [Item(f"K7MQ4X/{one.payload['id']}", "idea", one.payload["text"]) for one in said if one.payload]
    later = Log(METHODS, agenda, now=log.now + 1000)
    later.play("OpenRoom")
    items = [{"id": one.id, "kind": one.kind, "text": one.text} for one in things]
    assert later.play("Bring", {"step": "one", "items": items}) is None
    later.play("Join", by="zoe")
    later.play("Next")
    later.do("Say", by="zoe", text="Trees")
    other = ledger_of("A2B3C4", later.entries, METHODS, held_by(later.entries))
    home = ledger_of("K7MQ4X", log.entries, METHODS, held_by(log.entries))
    first, last = forget(home, [other], ["ana"])
    assert (first.code, last.code) == ("A2B3C4", "K7MQ4X")
    changed = {line.seq: line for line in first.lines}
    after = [changed.get(one.seq, one) for one in later.entries]
    assert texts(after).count("Trees") == 1  # it is Zoe's
    assert texts(after).count("Water") >= 1
    assert "Trees" in [one.text for one in fold(METHODS, after).activities["one"].state.said.values()]
