"""The preparation and the end of a decision."""

from collections.abc import Callable
from typing import Any

import pytest

from methods.consent import commands as c
from methods.consent.state import Settings
from workshop.messages import BadMessage, read
from workshop.method import Item

Rooms = Callable[..., Any]


def test_the_driver_is_stated_and_confirmed(room: Rooms) -> None:
    hall = room()
    assert "Write first what happens" in hall.refused(c.ConfirmDriver())

    hall.do(c.StateDriver("The square is full of cars.", "Children cross it."))
    hall.do(c.ConfirmDriver())

    assert hall.screen("wall")["driver"]["text"] == "The square is full of cars."
    assert "The room confirmed it." in hall.record()


def test_a_driver_that_is_said_differently_is_confirmed_again(room: Rooms) -> None:
    hall = room()
    hall.do(c.StateDriver("Cars."))
    hall.do(c.ConfirmDriver())
    hall.do(c.StateDriver("Cars, from 16 to 19."))

    assert hall.state.ours is False


def test_without_a_proposal_it_cannot_go_on(room: Rooms) -> None:
    hall = room()
    hall.next()

    assert hall.moves.next is None
    assert "no proposal yet" in str(hall.moves.blocked)
    assert "no proposal yet" in hall.refused(c.Go("clarify"))


def test_the_proposal_is_prefilled_from_the_item_with_most_support(room: Rooms) -> None:
    hall = room()
    hall.items = (Item("a", "idea", "Bees", support=2), Item("b", "group", "Fewer cars", support=9))
    hall.__post_init__()
    hall.next()

    assert hall.screen("console")["propose"]["fields"]["text"]["value"] == "Fewer cars"


def test_a_change_after_it_was_shown_makes_a_new_version(room: Rooms) -> None:
    hall = room()
    hall.go("present")
    hall.do(c.Propose("Closed to cers."))
    hall.do(c.Propose("Closed to cars."))
    hall.go("clarify")
    hall.do(c.Propose("Closed to cars from 16 to 19."))

    assert [version.text for version in hall.state.versions] == ["Closed to cars.", "Closed to cars from 16 to 19."]
    assert hall.screen("room")["proposal"]["parts"][1] == {"text": " from 16 to 19", "change": "added"}


def test_the_text_is_fixed_while_consent_is_asked(asked: Any) -> None:
    assert "The text is fixed" in asked.refused(c.Propose("Another text."))


def test_a_review_date_is_a_date(room: Rooms) -> None:
    hall = room()
    hall.go("present")

    assert "“in spring” is not a date" in hall.refused(c.Propose("Closed.", review_date="in spring"))
    with pytest.raises(BadMessage, match="year-month-day"):
        read(Settings, {"review_date": "21.3.2027"})


def test_questions_are_answered(room: Rooms) -> None:
    hall = room(proposal="Closed to cars.")
    hall.go("present", "clarify")
    hall.do(c.Ask("Who pays?"), "ana")
    hall.do(c.Ask("Since when?"), "ben")
    hall.do(c.Answer(next(iter(hall.state.questions)).id, "The town."))

    record = hall.record()
    assert "Who pays?" in record
    assert "The town." in record
    assert "Not answered." in record
    assert len([id for id in hall.screen("console") if id.startswith("answer-")]) == 1


def test_each_person_reacts_once_or_passes(room: Rooms) -> None:
    hall = room(proposal="Closed to cars.")
    hall.go("present", "clarify", "react")
    hall.do(c.React("It is a start."), "ana")
    hall.do(c.Pass(), "ben")

    assert "each person speaks once" in hall.refused(c.React("And another thing."), "ana")
    assert "each person speaks once" in hall.refused(c.React("After all:"), "ben")
    assert "It is a start." in hall.record()
    assert "One person passed." in hall.record()


def test_a_hidden_contribution_leaves_every_screen_but_the_console(room: Rooms) -> None:
    hall = room(proposal="Closed to cars.")
    hall.go("present", "clarify", "react")
    hall.do(c.React("An insult."), "ana")
    what = next(iter(hall.state.reactions)).id
    hall.do(c.Hide(what))

    assert "An insult." not in str(hall.screen("wall")) + str(hall.screen("room")) + hall.record()
    assert "One contribution was hidden by the facilitator." in hall.record()
    assert list(hall.screen("console")["reactions"]["items"][what]["buttons"]) == ["restore"]
    hall.do(c.Restore(what))
    assert "An insult." in str(hall.screen("wall"))


def test_a_round_can_be_skipped(room: Rooms) -> None:
    hall = room(proposal="Closed to cars.")
    hall.go("present", "check")

    assert hall.state.phase == "check"


def test_concerns_alone_do_not_block(asked: Any) -> None:
    asked.signal(ana="concern", ben="concern", cleo="concern")
    asked.do(c.Argue(asked.argument("ana").id, "It may be loud."), "ana")
    asked.next()

    assert asked.state.outcome.result == "agreed"
    assert asked.moves.next is None
    assert asked.moves.blocked is None


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (c.Close("deferred", who="The council"), "by when"),
        (c.Close("delegated"), "who takes it on"),
        (c.Close("referred", who="The town", when="soon"), "not a date"),
    ],
)
def test_who_takes_it_on_and_by_when_is_said(asked: Any, command: c.Close, said: str) -> None:
    assert said in asked.refused(command)


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (c.Close("deferred", "The council", "2027-05-01", "A count is missing."), "Deferred"),
        (c.Close("delegated", "The council"), "Delegated"),
        (c.Close("referred", "The town"), "Referred"),
        (c.Close("withdrawn"), "Withdrawn"),
    ],
)
def test_a_proposal_ends_without_an_agreement(asked: Any, command: c.Close, said: str) -> None:
    asked.do(command)

    assert asked.screen("wall")["outcome"]["text"] == said
    assert command.who in asked.record()
    assert "This decision is closed" in asked.refused(c.Go("agreed"))


def test_a_closed_decision_is_reopened_where_it_stood(asked: Any) -> None:
    asked.signal(ana="consent", ben="consent", cleo="consent")
    asked.next()
    asked.do(c.Reopen())

    assert asked.state.phase == "check"
    asked.next()
    assert asked.state.outcome is not None


def test_concerns_are_still_written_after_it_is_agreed(asked: Any) -> None:
    asked.signal(ana="concern", ben="consent", cleo="consent")
    asked.next()
    asked.do(c.Argue(asked.argument("ana").id, "It may be loud."), "ana")
    asked.do(c.AddPaper("concern", "Bees may come."))

    assert {"It may be loud.", "Bees may come."} == {card["text"] for card in asked.screen("wall")["arguments"]["items"].values()}
    assert "Reopen it" in asked.refused(c.AddPaper("objection", "No."))
