from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.conftest import METHODS
from tests.logs import Log
from tests.tiny import Said
from workshop.agenda import Agenda, dump, replanned
from workshop.language import speaker
from workshop.method import Context, Rejected, Span
from workshop.session.history import fold
from workshop.session.reading import undo_label, undo_of
from workshop.session.yields import results_of


@pytest.fixture
def log(agenda: Agenda) -> Log:
    log = Log(METHODS, agenda)
    log.play("OpenRoom")
    log.play("Join", by="ana")
    log.play("Join", by="bo")
    return log


def code(answer: Rejected | None) -> str:
    return answer.code if answer else ""


def test_nobody_comes_in_before_the_room_is_open(agenda: Agenda) -> None:
    log = Log(METHODS, agenda)
    assert code(log.play("Join", by="ana")) == "not-open"
    log.play("OpenRoom")
    assert log.play("Join", by="ana") is None
    assert log.state.present == {"ana"}


def test_who_comes_back_keeps_their_number(log: Log) -> None:
    log.play("Leave", by="ana")
    log.play("Join", by="carla")
    log.play("Join", by="ana")
    assert {name: person.number for name, person in log.state.people.items()} == {"ana": 1, "bo": 2, "carla": 3}


@pytest.mark.parametrize("name", ["Next", "Back", "Undo", "Go", "OpenRoom", "SetTimer", "Close", "TakeNote"])
def test_a_participant_does_not_drive(log: Log, name: str) -> None:
    before = log.state
    assert code(log.play(name, by="ana")) == "not-allowed"
    assert log.state == before


def test_next_goes_through_the_phases_of_a_step_and_then_to_the_next_step(log: Log) -> None:
    log.play("Next")
    assert log.state.current == "one"
    log.play("Next")
    assert log.state.activities["one"].state.revealed
    log.play("Next")
    assert log.state.current == "two"
    log.play("Next")
    log.play("Next")
    assert log.state.stage == "closed"


def test_results_of_a_step_are_handed_to_the_next_and_again_when_it_is_entered_again(log: Log) -> None:
    log.play("Next")
    log.do("Say", by="ana", text="Trees")
    log.play("Go", {"step": "two"})
    assert [one.text for one in log.state.activities["two"].state.said.values()] == ["Trees"]


def test_going_back_finds_the_step_as_it_was_left(log: Log) -> None:
    log.play("Next")
    log.do("Say", by="ana", text="Trees")
    log.play("Go", {"step": "two"})
    log.play("Back")
    assert log.state.current == "one"
    assert [one.text for one in log.state.activities["one"].state.said.values()] == ["Trees"]


def test_a_closed_workshop_can_be_opened_again(log: Log) -> None:
    log.play("Next")
    log.play("Close")
    assert code(log.do("Say", by="ana", text="late")) == "step-over"
    log.play("Back")
    assert log.do("Say", by="ana", text="in time") is None


def test_undo_takes_back_the_last_thing_the_facilitator_did_and_leaves_what_people_said(log: Log) -> None:
    log.play("Next")
    log.do("Say", by="ana", text="Trees")
    (idea,) = log.state.activities["one"].state.said
    log.do("Hide", id=idea)
    log.do("Say", by="bo", text="Bikes")
    assert results_of(METHODS, log.state, "one")[0].text == "Bikes"
    log.play("Undo")
    assert {one.text for one in results_of(METHODS, log.state, "one")} == {"Trees", "Bikes"}
    assert undo_of(log.state) is None
    assert code(log.play("Undo")) == "nothing-to-undo"


def test_undo_can_be_pressed_again_for_what_was_before(log: Log) -> None:
    log.play("Next")
    log.do("Say", by="ana", text="Trees")
    (idea,) = log.state.activities["one"].state.said
    log.do("Hide", id=idea)
    log.do("Reveal")
    log.play("Undo")
    assert not log.state.activities["one"].state.revealed
    assert log.state.activities["one"].state.hidden == {idea}
    log.play("Undo")
    assert log.state.activities["one"].state.hidden == frozenset()


def test_a_command_for_a_step_that_is_over_is_refused(log: Log) -> None:
    log.play("Next")
    log.play("Go", {"step": "two"})
    assert code(log.play("Say", {"text": "late"}, "ana", "one")) == "step-over"


@pytest.mark.parametrize(
    ("name", "args", "by", "said"),
    [
        ("Say", {"text": ["x"]}, "ana", "bad-arguments"),
        ("Say", {}, "ana", "bad-arguments"),
        ("Say", {"text": ""}, "ana", "empty"),
        ("Hide", {"id": "x"}, "ana", "not-allowed"),
        ("TakeCount", {"count": 3}, "ana", "not-allowed"),
        ("TakeCount", {"count": 3}, "host:1", "not-allowed"),
        ("__class__", {}, "ana", "unknown-command"),
        ("Say", {"text": "hello"}, "eve", "not-in"),
        ("Say", {"text": "boom"}, "ana", "method-failed"),
    ],
)
def test_a_refusal_says_why_and_changes_nothing(log: Log, name: str, args: dict[str, object], by: str, said: str) -> None:
    log.play("Next")
    before = log.state
    assert code(log.play(name, args, by, "one")) == said
    assert log.state == before


def test_a_method_that_breaks_in_the_fold_is_named_and_the_workshop_goes_on(log: Log) -> None:
    log.play("Next")
    log.do("Say", by="ana", text="poison")
    assert "tiny: RuntimeError" in log.state.activities["one"].error
    assert code(log.do("Say", by="bo", text="Trees")) == "method-failed"
    log.play("Next")
    assert log.state.current == "two"
    assert log.do("Say", by="bo", text="Trees") is None


def test_a_step_whose_method_is_not_installed_is_named_and_can_be_passed(log: Log) -> None:
    log.play("Next")
    lost = fold({}, log.entries)
    assert "'tiny' is not installed" in lost.activities["one"].error


def test_unknown_events_are_skipped_and_counted(log: Log) -> None:
    strange = replace(log.entries[-1], seq=len(log.entries) + 1, type="FromTheFuture", payload={})
    assert fold(METHODS, [*log.entries, strange]).skipped == 1


def test_the_timer_runs_stands_still_and_is_extended(log: Log) -> None:
    log.play("Next")
    assert log.state.clock.ends == log.now + 300_000
    log.play("PauseTimer")
    assert (log.state.clock.ends, log.state.clock.left) == (0, 299_000)
    log.play("ExtendTimer", {"seconds": 60})
    assert log.state.clock.left == 359_000
    log.play("PauseTimer")
    assert log.state.clock.ends == log.now + 359_000
    assert code(log.play("SetTimer", {"seconds": "soon"})) == "bad-arguments"


def test_a_note_for_the_record_is_kept(log: Log) -> None:
    assert log.play("TakeNote", {"text": "The heating broke down."}) is None
    assert log.entries[-1].payload == {"text": "The heating broke down."}
    assert code(log.play("TakeNote", {})) == "bad-arguments"


def test_hands_go_up_in_order_and_down_by_oneself_or_the_facilitator(log: Log) -> None:
    for person in ("bo", "ana", "bo"):
        assert log.play("RaiseHand", by=person) is None
    assert list(log.state.hands) == ["bo", "ana"]
    log.play("LowerHand", {"person": "ana"}, by="bo")  # one lowers one's own hand only
    assert list(log.state.hands) == ["ana"]
    log.play("LowerHand", {"person": "ana"})
    assert not log.state.hands
    assert code(log.play("RaiseHand", by="a stranger")) == "not-in"


def test_who_leaves_has_no_hand_up(log: Log) -> None:
    log.play("RaiseHand", by="ana")
    log.play("Leave", by="ana")
    assert not log.state.hands


def test_one_facilitator_drives_and_the_wheel_is_taken_or_given_openly(log: Log) -> None:
    assert code(log.play("Next", by="host:2")) == "not-driving"
    assert code(log.play("TakeNote", {"text": "Seen from the side."}, by="host:2")) == ""
    assert log.play("TakeWheel", by="host:2") is None
    assert log.state.wheel == "host:2"
    assert code(log.play("Next")) == "not-driving"
    assert log.play("Next", by="host:2") is None
    assert code(log.do("Reveal")) == "not-driving"
    assert log.play("GiveWheel", {"host": "host:1"}, by="host:2") is None
    assert log.play("Next") is None
    assert code(log.play("GiveWheel", {"host": "ana"})) == "unknown-host"
    assert code(log.play("TakeWheel", by="ana")) == "not-allowed"


def test_the_agenda_can_be_changed_while_it_is_held(log: Log, agenda: Agenda) -> None:
    log.play("Next")
    first, second = agenda.steps
    wanted = replanned(agenda, (second, replace(first, title="Once more", minutes=7)))
    assert log.play("ChangeAgenda", {"agenda": dump(wanted)}) is None
    assert [step.title for step in log.state.agenda.steps] == ["Second", "Once more"]
    assert log.state.activities["one"].step.title == "Once more"
    log.play("Next")
    log.play("Next")
    assert log.state.stage == "closed"


def test_what_was_held_stays_in_the_agenda_and_a_broken_agenda_changes_nothing(log: Log, agenda: Agenda) -> None:
    log.play("Next")
    without = replanned(agenda, agenda.steps[1:])
    assert code(log.play("ChangeAgenda", {"agenda": dump(without)})) == "held"
    assert code(log.play("ChangeAgenda", {"agenda": "title = "})) == "bad-agenda"
    assert log.state.agenda == agenda


def test_what_was_undone_can_be_done_again_one_after_the_other(log: Log) -> None:
    log.play("Next")
    log.do("Say", by="ana", text="Trees")
    (idea,) = log.state.activities["one"].state.said
    log.do("Hide", id=idea)
    log.do("Reveal")
    log.play("Undo")
    log.play("Undo")
    log.play("Redo")
    assert log.state.activities["one"].state.hidden == {idea}
    assert not log.state.activities["one"].state.revealed
    log.play("Redo")
    assert log.state.activities["one"].state.revealed
    assert code(log.play("Redo")) == "nothing-to-redo"
    log.play("Undo")
    assert not log.state.activities["one"].state.revealed


def test_after_something_new_what_was_undone_stays_undone(log: Log) -> None:
    log.play("Next")
    log.do("Say", by="ana", text="Trees")
    (idea,) = log.state.activities["one"].state.said
    log.do("Reveal")
    log.play("Undo")
    log.do("Hide", id=idea)
    assert code(log.play("Redo")) == "nothing-to-redo"


def test_what_people_do_meanwhile_does_not_keep_an_undo_from_being_done_again(log: Log) -> None:
    log.play("Next")
    log.do("Reveal")
    log.play("Undo")
    log.do("Say", by="ana", text="Trees")
    assert log.play("Redo") is None
    assert log.state.activities["one"].state.revealed


def test_a_method_says_what_undo_takes_back_and_else_the_step_is_named(log: Log) -> None:
    say = speaker("en", ())
    log.play("Next")
    assert undo_label(METHODS, log.state) == ""
    log.do("Say", by="ana", text="Trees")
    (idea,) = log.state.activities["one"].state.said
    log.do("Hide", id=idea)
    assert say(undo_label(METHODS, log.state)) == "hide “Trees”"
    log.do("Reveal")
    assert say(undo_label(METHODS, log.state)) == "the last thing in “First”"


def test_notes_are_kept_with_their_time_and_step(log: Log) -> None:
    log.play("TakeNote", {"text": "Two came late."})
    log.play("Next")
    log.play("TakeNote", {"text": "It is hot."})
    assert [(note.text, note.step) for note in log.state.notes] == [("Two came late.", ""), ("It is hot.", "one")]


def test_a_device_that_a_table_shares_acts_and_is_nobody(log: Log) -> None:
    log.play("Join", {"table": "3"}, by="tablet")
    assert log.state.present == {"ana", "bo"}
    assert dict(log.state.tables) == {"tablet": "3"}
    log.play("Next")
    assert log.do("Say", by="tablet", text="Trees") is None
    log.play("Join", by="carla")
    assert log.state.people["carla"].number == 3
    log.play("Leave", by="tablet")
    assert not log.state.inside("tablet")


def test_a_phone_can_become_the_device_of_a_table_and_somebodys_own_again(log: Log) -> None:
    log.play("Join", {"table": "3"}, by="ana")
    assert log.state.present == {"bo"}
    log.play("Join", by="ana")
    assert dict(log.state.tables) == {}
    assert log.state.present == {"ana", "bo"}
    assert log.state.people["ana"].number == 1


@pytest.mark.parametrize("table", ["0", "1000", "x", "-1", 3])
def test_a_table_has_a_number(log: Log, table: object) -> None:
    assert code(log.play("Join", {"table": table}, by="tablet")) == "bad-arguments"


def test_a_method_hears_who_comes_and_who_goes_while_it_runs(log: Log) -> None:
    heard: list[tuple[str, str, bool]] = []

    def hears(what: str) -> Callable[[Any, Context], list[Said]]:
        def hear(state: Any, context: Context) -> list[Said]:
            heard.append((what, context.actor, context.actor in context.people))
            return [Said(context.actor, context.actor, what)]

        return hear

    log.methods = {"tiny": replace(log.methods["tiny"], comes=hears("came"), goes=hears("went"))}
    log.play("Join", by="carla")
    assert heard == []
    log.play("Next")
    log.play("Join", by="dan")
    log.play("Join", by="dan")
    log.play("Leave", by="ana")
    assert heard == [("came", "dan", True), ("went", "ana", False)]
    assert log.state.activity is not None
    assert sorted(one.text for one in log.state.activity.state.said.values()) == ["came", "went"]


def test_nobody_is_kept_at_the_door_by_a_method_that_fails(log: Log) -> None:
    def fails(state: Any, context: Context) -> list[Any]:
        raise ValueError("no table is free")

    log.methods = {"tiny": replace(log.methods["tiny"], comes=fails)}
    log.play("Next")
    assert log.play("Join", by="carla") is None
    assert "carla" in log.state.present


def test_the_time_of_a_phase_begins_with_the_phase_and_goes_back_with_it(agenda: Agenda) -> None:
    tiny = next(iter(METHODS.values()))
    timed = replace(tiny, span=lambda state: Span("shown", 2) if state.revealed else None)
    log = Log({tiny.name: timed}, agenda)
    log.play("OpenRoom")
    log.play("Join", by="ana")
    log.play("Next")
    before = log.state.clock
    log.do("Say", by="ana", text="Trees")
    assert log.state.clock == before, "what somebody says is no phase"
    log.do("Reveal")
    assert (log.state.clock.total, log.state.clock.ends) == (120_000, log.now + 120_000)
    log.play("ExtendTimer", {"seconds": 60})
    assert log.state.clock.total == 180_000
    log.play("Undo")
    assert not log.state.activities[log.state.current].state.revealed
    assert log.state.clock.total == 180_000, "what the facilitator set by hand stays"


def test_without_a_hand_on_the_clock_undo_brings_the_time_of_the_phase_before(agenda: Agenda) -> None:
    tiny = next(iter(METHODS.values()))
    log = Log({tiny.name: replace(tiny, span=lambda state: Span("shown", 2) if state.revealed else None)}, agenda)
    log.play("OpenRoom")
    log.play("Next")
    before = log.state.clock
    log.do("Reveal")
    log.play("Undo")
    assert log.state.clock == before
    log.play("Redo")
    assert log.state.clock.total == 120_000
