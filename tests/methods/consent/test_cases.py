"""Decisions as they happen in rooms: what somebody who knows the procedure would try."""

from collections.abc import Callable
from typing import Any

import pytest

from methods.consent import commands as c
from methods.consent.method import method
from methods.consent.speaking import comes, goes
from workshop.method import Context, Role, fold

Rooms = Callable[..., Any]
AMENDED = "The square is closed to cars for six months."


def leave(hall: Any, person: str) -> None:
    """Somebody leaves the room."""
    hall.people.discard(person)
    _follow(hall, goes, person)


def come(hall: Any, person: str) -> None:
    """Somebody comes in."""
    hall.people.add(person)
    _follow(hall, comes, person)


def _follow(hall: Any, what: Any, person: str) -> None:
    hall.sent += 1
    context = Context(0, person, Role.PARTICIPANT, frozenset(hall.people), f"f{hall.sent}", 1)
    events = what(hall.state, context)
    hall.log += events
    hall.state = fold(method, hall.state, events)


def objecting(hall: Any, *owners: str) -> Any:
    """Some object and write why, the others consent; the first argument is being tested."""
    hall.signal(**{person: "objection" if person in owners else "consent" for person in sorted(hall.people)})
    for owner in owners:
        hall.do(c.Argue(hall.argument(owner).id, f"The reason of {owner}."), owner)
    hall.go("test")
    return hall


def agree(hall: Any) -> None:
    """Everybody is asked about the text as it stands, and consents."""
    hall.next()
    hall.signal(**dict.fromkeys(sorted(hall.people), "consent"))
    hall.next()


def test_a_concern_that_is_more_is_tested_as_a_possible_objection(asked: Any) -> None:
    asked.signal(ana="concern", ben="consent", cleo="consent")
    ana = asked.argument("ana").id
    asked.do(c.Argue(ana, "My mother could not come."), "ana")
    assert asked.moves.next.args == {"to": "agreed"}

    asked.do(c.MakeObjection(ana), "ana")

    assert asked.moves.next.args == {"to": "test"}
    asked.next()
    asked.do(c.Qualify(ana))
    assert asked.refused(c.Go("agreed"))
    assert "first raised as a concern" in asked.record()


def test_an_objection_that_is_a_concern_becomes_one_on_its_owners_word(asked: Any) -> None:
    hall = objecting(asked, "ana")
    hall.do(c.MakeConcern(hall.argument("ana").id), "ana")
    hall.next()

    assert hall.state.outcome.result == "agreed"
    assert "Its owner said that it was a concern" in hall.record()


def test_of_two_objections_one_does_not_hold(asked: Any) -> None:
    hall = objecting(asked, "ana", "ben")
    first, second = [hall.state.arguments.get(one.id) for one in hall.state.arguments]
    hall.do(c.Doubt(first.id, "That was so before."), "cleo")
    hall.do(c.HearDoubts(first.id))
    hall.do(c.Drop(first.id), first.owner)
    hall.do(c.Qualify(second.id))
    hall.next()
    hall.do(c.Amend(second.id, AMENDED))
    hall.do(c.ConfirmProposer(second.id))
    hall.do(c.Confirm(second.id), second.owner)
    agree(hall)

    record = hall.record()
    assert "It was dropped by the person who raised it." in record
    assert "integrated by an amendment in version 2" in record
    assert hall.state.outcome.result == "agreed"


def test_an_amendment_that_draws_a_new_objection_is_not_agreed(asked: Any) -> None:
    hall = objecting(asked, "ana")
    ana = hall.argument("ana").id
    hall.do(c.Qualify(ana))
    hall.next()
    hall.do(c.Amend(ana, AMENDED))
    hall.do(c.ConfirmProposer(ana))
    hall.do(c.Confirm(ana), "ana")
    hall.next()
    hall.signal(ana="consent", ben="objection", cleo="consent")

    assert hall.refused(c.Go("agreed"))
    assert hall.moves.next.args == {"to": "test"}
    assert [part["change"] for part in hall.screen("wall")["proposal"]["parts"] if part["change"]] == ["removed", "added"]


def test_the_room_is_asked_about_the_objection_of_somebody_who_leaves(asked: Any) -> None:
    hall = objecting(asked, "ana")
    ana = hall.argument("ana").id
    assert "Adopt" not in str(hall.screen("person", "ben"))
    leave(hall, "ana")

    assert "has left" in hall.screen("wall")["left"]["text"]
    assert "make it their own" in str(hall.screen("console")["script"])
    assert hall.refused(c.Go("agreed"))
    hall.do(c.Adopt(ana), "ben")
    assert "left" not in hall.screen("wall")
    hall.do(c.Argue(ana, "It is mine now."), "ben")


def test_who_comes_back_has_their_objection_again(asked: Any) -> None:
    hall = objecting(asked, "ana")
    leave(hall, "ana")
    come(hall, "ana")

    assert "left" not in hall.screen("wall")
    assert "has an owner" in hall.refused(c.Adopt(hall.argument("ana").id), "ben")


def test_who_objects_and_leaves_before_the_reveal_is_asked_about_too(asked: Any) -> None:
    asked.do(c.Signal(1, "objection"), "ana")
    asked.do(c.Signal(1, "consent"), "ben")
    leave(asked, "ana")
    asked.do(c.CloseCall())
    asked.go("test")

    assert "has left" in asked.screen("wall")["left"]["text"]


def test_who_has_not_answered_when_a_call_is_closed_early_is_counted_as_such(asked: Any) -> None:
    asked.do(c.Signal(1, "consent"), "ana")
    assert asked.moves.next.label.text == "Show the answer"
    asked.do(c.CloseCall())

    silent = "2 people in the room had not answered."
    assert silent in str(asked.screen("wall"))
    assert silent in asked.record()
    assert "shown already" in asked.refused(c.Signal(1, "objection"), "ben")


def test_a_proposal_is_put_off_to_somebody_and_a_day(asked: Any) -> None:
    asked.signal(ana="consent", ben="consent", cleo="consent")
    assert asked.refused(c.Close("deferred", who="The council"))
    asked.do(c.Close("deferred", "The council", "2027-02-01", "The budget is not known."))

    (proposal,) = method.results(asked.state)
    assert proposal.kind == "proposal"
    assert (proposal.facts["outcome"], proposal.facts["who"], proposal.facts["when"]) == ("deferred", "The council", "2027-02-01")


def test_a_doubt_about_a_doubt_is_heard_first_and_what_remains_is_said(asked: Any) -> None:
    hall = objecting(asked, "ana")
    ana = hall.argument("ana").id
    hall.do(c.Doubt(ana, "Taxis are let through."), "ben")
    doubt = next(iter(hall.argument("ana").doubts)).id
    assert "counter" in hall.screen("person", "cleo")
    assert "counter" not in hall.screen("person", "ben")
    hall.do(c.Doubt(ana, "Taxis cost money.", doubt), "cleo")

    assert "2 steps deep" in hall.screen("wall")["depth"]["text"]
    assert "hear this first" in hall.refused(c.HearDoubts(ana))
    hall.do(c.HearDoubts(ana, doubt))
    hall.do(c.Doubt(ana, "Taxis that the town pays are let through."), "ben")
    hall.do(c.LetGo(ana, doubt), "ben")
    hall.do(c.Qualify(ana))
    for said in ("Taxis are let through.", "Taxis that the town pays", "Taxis cost money.", "It was taken back."):
        assert said in hall.record()


def test_only_its_owner_takes_a_doubt_back(asked: Any) -> None:
    hall = objecting(asked, "ana")
    ana = hall.argument("ana").id
    hall.do(c.Doubt(ana, "Taxis are let through."), "ben")

    assert "Only the person" in hall.refused(c.LetGo(ana, next(iter(hall.argument("ana").doubts)).id), "cleo")


def test_the_facilitator_sees_why_an_argument_does_not_qualify_yet(asked: Any) -> None:
    hall = objecting(asked, "ana")
    hall.do(c.Doubt(hall.argument("ana").id, "Taxis."), "ben")

    assert "Hear the doubt first" in hall.screen("console")["test"]["items"]["qualify"]["why"]


def test_after_an_outcome_another_proposal_follows_and_late_taps_do_not_count_for_it(asked: Any) -> None:
    asked.signal(ana="consent", ben="consent", cleo="consent")
    assert "no outcome yet" in asked.refused(c.Another())
    asked.next()
    asked.do(c.Another())
    asked.go("present")
    asked.do(c.Propose("Benches, with backs."))
    asked.go("check")

    assert "has changed" in asked.refused(c.Signal(1, "objection"), "ana")
    asked.signal(ana="consent", ben="consent", cleo="consent")
    asked.next()
    assert [one.text for one in method.results(asked.state)] == ["The square is closed to cars for good.", "Benches, with backs."]
    assert "Proposal 2" in asked.record()


@pytest.mark.parametrize("size", [3, 150])
def test_a_room_of_any_size_comes_to_an_end(room: Rooms, size: int) -> None:
    people = [f"p{number:03}" for number in range(size)]
    hall = room(*people, proposal="The square is closed.", review_date="2027-03-21")
    hall.go("present", "check")
    hall.signal(**{person: "objection" if place == 1 else "consent" for place, person in enumerate(people)})
    one = hall.argument("p001").id
    hall.do(c.Argue(one, "Deliveries."), "p001")
    hall.next()
    hall.do(c.Qualify(one))
    hall.next()
    hall.do(c.Shorten(one, "2027-02-01"))
    hall.do(c.ConfirmProposer(one))
    hall.do(c.Confirm(one), "p001")
    agree(hall)

    assert hall.state.outcome.result == "agreed_shorter"
    assert method.results(hall.state)[0].support == size


def test_the_proposer_confirms_and_amends_on_their_phone(room: Rooms) -> None:
    hall = room(proposal="The square is closed.")
    hall.go("present")
    hall.do(c.TakeUp(), "ben")
    hall.go("check")
    hall = objecting(hall, "ana")
    ana = hall.argument("ana").id
    hall.do(c.Qualify(ana))
    hall.next()
    assert "Only the proposer" in hall.refused(c.Amend(ana, AMENDED), "cleo")
    assert "amend" in hall.screen("person", "ben")
    hall.do(c.Amend(ana, AMENDED), "ben")
    hall.do(c.Confirm(ana), "ana")

    assert hall.state.versions[-1].text == AMENDED
