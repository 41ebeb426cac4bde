"""The record of a decision says what was missing, and the results know where they come from."""

from collections.abc import Callable
from typing import Any

from methods.consent import commands as c
from methods.consent.method import method
from workshop.method import Item

Rooms = Callable[..., Any]
ITEMS = (Item("i1", "idea", "Fewer cars", support=9), Item("i2", "idea", "Bees"))


def agreed(room: Rooms, **settings: str) -> Any:
    hall = room("ana", "ben", proposal="Closed to cars.", **settings)
    hall.items = ITEMS
    hall.__post_init__()
    hall.go("present", "check")
    hall.signal(ana="concern", ben="consent")
    hall.do(c.Argue(hall.argument("ana").id, "It may be loud."), "ana")
    hall.next()
    return hall


def test_missing_parts_are_said(room: Rooms) -> None:
    record = agreed(room).record()

    for gap in ("No driver was stated.", "Nobody was named as responsible.", "No criteria were set.", "No review date was set."):
        assert gap in record
    assert "Nobody objected." in record


def test_what_is_given_is_not_said_to_be_missing(room: Rooms) -> None:
    record = agreed(room, review_date="2027-03-21", criteria="Complaints", responsible="The council").record()

    assert "21 March 2027" in record
    assert "No review date" not in record
    assert "No criteria" not in record


def test_a_decision_has_its_sources_its_facts_and_its_concerns(room: Rooms) -> None:
    decision, concern = method.results(agreed(room, review_date="2027-03-21").state)

    assert (decision.kind, decision.text, decision.sources, decision.support) == ("decision", "Closed to cars.", (), 2)
    assert decision.facts == {"outcome": "agreed", "version": "1", "review_date": "2027-03-21"}
    assert (concern.kind, concern.text, concern.sources) == ("concern", "It may be loud.", (decision.id,))


def test_what_was_not_agreed_is_no_decision(room: Rooms) -> None:
    hall = room(proposal="Closed to cars.")
    assert method.results(hall.state) == ()

    hall.do(c.Close("referred", "The town"))

    (proposal,) = method.results(hall.state)
    assert (proposal.kind, proposal.facts["outcome"], proposal.facts["who"]) == ("proposal", "referred", "The town")


def test_an_objection_that_was_open_at_the_end_is_said(asked: Any) -> None:
    asked.signal(ana="objection", ben="consent", cleo="consent")
    asked.do(c.Argue(asked.argument("ana").id, "Deliveries."), "ana")
    asked.go("test")
    asked.do(c.Qualify(asked.argument("ana").id))
    asked.do(c.Close("withdrawn"))

    assert "It qualified as an objection, and is still open." in asked.record()


def test_counts_and_names_stay_apart(asked: Any) -> None:
    asked.signal(ana="objection", ben="concern", cleo="consent")

    assert "ana" not in asked.record()
    assert "Somebody" not in asked.record()


NOON = 1_795_003_200_000  # 18 November 2026, 12:00 in Universal Time
MINUTE = 60_000


def test_the_record_says_when(room: Rooms) -> None:
    hall = room("ana", "ben")
    hall.now = NOON
    hall.go("present")
    hall.do(c.Propose("Closed to cars for good."))
    hall.now += 5 * MINUTE
    hall.go("check")
    hall.now += 2 * MINUTE
    hall.signal(ana="objection", ben="consent")
    ana = hall.argument("ana").id
    hall.do(c.Argue(ana, "It may be loud."), "ana")
    hall.next()
    hall.now += 3 * MINUTE
    hall.do(c.Qualify(ana))
    hall.next()
    hall.do(c.Amend(ana, "Closed to cars for a year."))
    hall.now += 4 * MINUTE
    hall.do(c.ConfirmProposer(ana))
    hall.do(c.Confirm(ana), "ana")
    hall.next()
    hall.signal(ana="consent", ben="consent")
    hall.now += MINUTE
    hall.next()

    record = hall.record()

    assert "At 12:00." in record
    assert "Opened at 12:05, closed at 12:07." in record
    assert "Raised at 12:07." in record
    assert "What became of it, at 12:14" in record
    assert "At 12:14." in record
    assert "On 18 November 2026, 12:15." in record


def test_a_log_that_does_not_say_when_has_no_times_in_its_record(room: Rooms) -> None:
    record = agreed(room).record()

    assert "Opened at" not in record
    assert "1970" not in record
