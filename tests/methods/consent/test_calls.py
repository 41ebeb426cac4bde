"""The call for consent: at the same moment, hidden until all have answered, or the facilitator shows the answers."""

from collections.abc import Callable
from typing import Any

from methods.consent import commands as c
from methods.consent import events as e


def test_nothing_is_shown_before_all_have_answered(asked: Any) -> None:
    asked.signal(ana="objection", ben="concern")

    for role in ("room", "wall", "console"):
        screen = asked.screen(role)
        assert screen["answered"] == {"kind": "progress", "pos": 600, "done": 2, "of": 3, "label": "have answered"}
        assert not {"counts", "arguments", "unwritten"} & set(screen)
    assert asked.screen("person", "ana")["signal"]["chosen"] == ["objection"]
    assert "chosen" not in asked.screen("person", "cleo")["signal"]


def test_the_last_answer_shows_all(asked: Any) -> None:
    asked.signal(ana="objection", ben="concern")
    closed = asked.do(c.Signal(1, "consent"), "cleo")[-1]

    assert (closed.consent, closed.concern, closed.objection, closed.silent) == (1, 1, 1, 0)
    assert {(one.owner, one.kind) for one in closed.raised} == {("ana", "objection"), ("ben", "concern")}
    counts = asked.screen("wall")["counts"]["items"]
    assert [counts[signal]["count"] for signal in ("consent", "concern", "objection")] == [1, 1, 1]
    assert asked.screen("person", "ana").keys() == {f"argue-{asked.argument('ana').id}", f"drop-{asked.argument('ana').id}"}
    assert asked.screen("person", "cleo") == {}


def test_the_facilitator_may_show_the_answers_earlier(asked: Any) -> None:
    asked.signal(ana="consent")
    asked.next()

    assert asked.log[-1] == e.CallClosed(1, 1, 0, 0, 2, ())
    assert "2 people in the room had not answered." in asked.record()


def test_an_answer_can_be_changed_until_the_answers_are_shown(asked: Any) -> None:
    asked.signal(ana="objection")
    asked.signal(ana="consent", ben="consent", cleo="consent")

    assert asked.log[-1] == e.CallClosed(1, 3, 0, 0, 0, ())
    assert "shown already" in asked.refused(c.Signal(1, "objection"), "ana")


def test_nobody_answered_so_there_is_nothing_to_show(asked: Any) -> None:
    assert asked.moves.next is None
    assert "Nobody has answered" in asked.refused(c.CloseCall())


def test_somebody_who_comes_late_can_answer(asked: Any) -> None:
    asked.signal(ana="consent", ben="consent")
    asked.people.add("dora")
    asked.signal(cleo="consent")

    assert asked.screen("wall")["answered"]["of"] == 4
    asked.signal(dora="consent")
    assert asked.state.rounds[-1].closed


def test_a_late_tap_does_not_count_for_another_text(asked: Any) -> None:
    asked.go("react")
    asked.do(c.Propose("The square is closed to cars for a year."))
    asked.go("check")

    assert "text has changed" in asked.refused(c.Signal(1, "consent"), "ana")
    assert "broken off" in asked.record()


def test_going_back_and_forth_keeps_the_answers_given_to_the_same_text(asked: Any) -> None:
    asked.signal(ana="consent")
    asked.go("react", "check")

    assert len(asked.state.rounds) == 1
    assert asked.screen("wall")["answered"]["done"] == 1


def test_hands_and_paper_count_and_are_kept_apart(asked: Any) -> None:
    asked.do(c.CountHands(5, 1))
    asked.do(c.AddPaper("objection", "The bakery is supplied at that time."))
    assert "bakery" not in str(asked.screen("wall")) + str(asked.screen("console")) + asked.record()

    asked.signal(ana="consent", ben="consent", cleo="consent")
    bars = asked.screen("wall")["counts"]["items"]

    assert (bars["consent"]["count"], bars["consent"]["detail"]) == (8, "5 of them by hand or on paper")
    assert bars["objection"]["count"] == 1
    assert "bakery" in str(asked.screen("wall"))
    assert asked.moves.next.args == {"to": "test"}


def test_the_record_does_not_need_the_hidden_answers(asked: Any) -> None:
    asked.signal(ana="objection", ben="concern")
    before = asked.record()
    asked.signal(cleo="consent")
    asked.do(c.Argue(asked.argument("ben").id, "Who will tell the visitors?"), "ben")

    assert asked.record() == asked.record(without=[e.Signalled])
    assert "Who will tell the visitors?" in asked.record()
    assert "are not shown yet" in before


def test_names_are_shown_only_where_the_settings_ask_for_them(room: Callable[..., Any]) -> None:
    for show, named in ((True, True), (False, False)):
        hall = room("ana", "ben", proposal="Closed to cars.", show_names=show)
        hall.go("present", "clarify", "react", "check")
        hall.signal(ana="concern", ben="consent")
        hall.do(c.Argue(hall.argument("ana").id, "It may be loud."), "ana")
        card = hall.screen("wall")["arguments"]["items"][hall.argument("ana").id]

        assert (card["above"] == "Somebody") is named
