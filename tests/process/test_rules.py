"""What staff add to a process: given what happened, when they do something, then that follows, or they hear why not."""

from dataclasses import replace
from typing import Any

import pytest

from workshop.messages import Command, Entry, write
from workshop.method import Rejected
from workshop.process.events import (
    Answered,
    AnswerWithdrawn,
    Contributed,
    Described,
    Founded,
    Marked,
    SessionAdded,
    SessionMoved,
    TakenBack,
)
from workshop.process.history import fold
from workshop.process.rules import decide
from workshop.process.state import Process
from workshop.process.undo import undoable
from workshop.process.vocabulary import About, Phase

ABOUT = About("Our square", phases=(Phase("know", "Know"), Phase("agree", "Agree")))
GIVEN = (Founded("PACT22", ABOUT), SessionAdded("AAAAAA", "know"), SessionAdded("BBBBBB", "agree"), Contributed(1, "Trees", "cards.csv", 2))


def log(*events: object) -> list[Entry]:
    return [
        Entry(seq, f"staff-{seq}", 1000 * seq, "host:1", None, type(event).__name__, write(event), "salt", "x", "y")
        for seq, event in enumerate(events, start=1)
    ]


def process(*more: object) -> Process:
    return fold(log(*GIVEN, *more))


def when(now: Process, name: str, **args: Any) -> Any:
    return decide(now, Command("staff-x", None, name, args))


def code(answer: Any) -> str:
    assert isinstance(answer, Rejected)
    return answer.code


def test_contributions_are_numbered_on_and_empty_ones_are_left_out() -> None:
    made = when(
        process(), "Contribute", rows=[{"text": "Benches", "row": 2, "support": 3}, {"text": "  "}, {"text": "Shade"}], source="b.csv"
    )
    assert made == [Contributed(2, "Benches", "b.csv", 2, 3), Contributed(3, "Shade", "b.csv")]
    assert process(*made).contributions["process/3"].text == "Shade"


def test_an_answer_holds_for_each_thing_that_it_names_until_another_one_comes() -> None:
    refs = ("process/1", "AAAAAA/i1")
    now = process(Answered(refs, "not_now", "The budget is closed."), Answered(refs[:1], "taken_up", "In the plan of May."))
    assert {ref: now.answers[ref].standing for ref in refs} == {"process/1": "taken_up", "AAAAAA/i1": "not_now"}
    withdrawn = process(Answered(refs, "not_now", "No."), AnswerWithdrawn(refs[1:]))
    assert set(withdrawn.answers) == {"process/1"}


@pytest.mark.parametrize(
    ("name", "args", "reason"),
    [
        ("Reply", {"refs": ["process/1"], "standing": "not_now", "text": ""}, "no-reason"),
        ("Reply", {"refs": ["process/9"], "standing": "not_now", "text": "No."}, "unknown-ref"),
        ("Reply", {"refs": ["ZZZZZZ/i1"], "standing": "not_now", "text": "No."}, "unknown-ref"),
        ("Reply", {"refs": ["process/1"], "standing": "perhaps", "text": "No."}, "bad-arguments"),
        ("SetStatus", {"ref": "AAAAAA/d1", "status": "stuck", "day": "2027-02-30"}, "bad-day"),
        ("AddSession", {"workshop": "CCCCCC", "phase": "weather"}, "unknown-phase"),
        ("MoveSession", {"workshop": "CCCCCC", "phase": "know", "place": 0}, "unknown-workshop"),
        ("Contribute", {"rows": [{"text": " "}]}, "empty"),
        ("TakeNote", {"text": ""}, "empty"),
        ("Fly", {}, "unknown-command"),
    ],
)
def test_what_cannot_be_done_is_refused_with_the_reason(name: str, args: dict[str, Any], reason: str) -> None:
    assert code(when(process(), name, **args)) == reason


@pytest.mark.parametrize(
    ("about", "reason"),
    [
        (replace(ABOUT, title=""), "bad-description"),
        (replace(ABOUT, languages=("tlh",)), "bad-description"),
        (replace(ABOUT, timezone="Mars/Olympus"), "bad-description"),
        (replace(ABOUT, parent="PACT22"), "bad-parent"),
        (replace(ABOUT, phases=ABOUT.phases[:1]), "phase-in-use"),
        (replace(ABOUT, phases=(*ABOUT.phases, ABOUT.phases[0])), "bad-description"),
    ],
)
def test_a_description_that_cannot_be_is_refused(about: About, reason: str) -> None:
    assert code(when(process(), "Describe", about=write(about))) == reason


def test_a_process_is_described_anew() -> None:
    about = replace(ABOUT, question="What should our square become?", retention=12)
    assert when(process(), "Describe", about=write(about)) == [Described(about)]
    assert when(process(Described(about)), "Describe", about=write(about)) == []


def test_workshops_are_put_in_order() -> None:
    moved = when(process(), "MoveSession", workshop="BBBBBB", phase="know", place=0)
    assert moved == [SessionMoved("BBBBBB", "know", 0)]
    assert process(*moved).workshops == ("BBBBBB", "AAAAAA")


def test_every_look_at_a_commitment_stays() -> None:
    now = process(Marked("AAAAAA/c1", "under_way", "Begun.", "2027-03-01"), Marked("AAAAAA/c1", "stuck", "No money."))
    assert [(mark.status, mark.note) for mark in now.marks["AAAAAA/c1"]] == [("under_way", "Begun."), ("stuck", "No money.")]


def test_undo_takes_back_everything_that_one_command_brought_and_then_what_was_before() -> None:
    rows = [Contributed(2, "Benches"), Contributed(3, "Shade")]
    entries = log(*GIVEN, *rows)
    entries[-1] = replace(entries[-1], id=f"{entries[-2].id}/2")
    assert undoable(entries) == (5, 6)
    entries += [replace(log(TakenBack((5, 6)))[0], seq=7, id="staff-7")]
    assert [one.text for one in fold(entries).contributions.values()] == ["Trees"]
    assert undoable(entries) == (4,)


def test_a_process_cannot_be_made_undone() -> None:
    assert undoable(log(GIVEN[0])) == ()


def test_what_another_process_gave_is_answered_too() -> None:
    refs = {"ZZZZZZ/i1": None, "process-PACT33/4": None}
    made = decide(process(), Command("staff-x", None, "Reply", {"refs": [*refs], "standing": "answered", "text": "Yes."}), refs)
    assert made == [Answered(tuple(refs), "answered", "Yes.")]
