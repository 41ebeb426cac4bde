"""Possible objections are tested one at a time; those that qualify are integrated, and the new text is checked again."""

from typing import Any

import pytest

from methods.consent import commands as c


@pytest.fixture
def testing(asked: Any) -> Any:
    """Ana objects, Ben has a concern; Ana's argument is being tested."""
    asked.signal(ana="objection", ben="concern", cleo="consent")
    asked.do(c.Argue(asked.argument("ana").id, "My mother is brought by car."), "ana")
    asked.go("test")
    return asked


@pytest.fixture
def resolving(testing: Any) -> Any:
    """Ana's objection qualifies and is being resolved."""
    testing.do(c.Qualify(testing.argument("ana").id))
    testing.go("resolve")
    return testing


AMENDED = "The square is closed to cars for six months."


def test_an_argument_that_nobody_doubts_qualifies(testing: Any) -> None:
    testing.do(c.Qualify(testing.argument("ana").id))

    assert testing.argument("ana").status == "qualified"
    assert testing.moves.next.args == {"to": "resolve"}


def test_a_doubt_is_heard_before_an_argument_qualifies(testing: Any) -> None:
    ana = testing.argument("ana").id
    testing.do(c.Doubt(ana, "Taxis are let through already."), "cleo")
    assert "Taxis" in str(testing.screen("wall"))

    assert "Hear the doubt first" in testing.refused(c.Qualify(ana))
    testing.do(c.HearDoubts(ana))
    testing.do(c.Qualify(ana))
    assert "Taxis are let through already." in testing.record()


def test_an_argument_said_better_is_tested_again(testing: Any) -> None:
    ana = testing.argument("ana").id
    testing.do(c.Doubt(ana, "Taxis are let through already."), "cleo")
    testing.do(c.Argue(ana, "She cannot afford a taxi each time."), "ana")

    testing.do(c.Doubt(ana, "The town pays for it."), "cleo")
    for said in ("brought by car", "Taxis are let", "cannot afford", "The town pays"):
        assert said in testing.record()


def test_the_owner_does_not_doubt_and_nobody_else_drops(testing: Any) -> None:
    ana = testing.argument("ana").id

    assert "your own argument" in testing.refused(c.Doubt(ana, "No."), "ana")
    assert "Only the person" in testing.refused(c.Drop(ana), "cleo")
    assert "Only the person" in testing.refused(c.Argue(ana, "Nonsense"), "cleo")


def test_the_owner_drops_the_argument_and_the_decision_is_agreed(testing: Any) -> None:
    testing.do(c.Drop(testing.argument("ana").id), "ana")
    testing.next()

    assert testing.state.outcome.result == "agreed"
    assert "It was dropped by the person who raised it." in testing.record()


def test_an_argument_becomes_a_concern_that_does_not_block(testing: Any) -> None:
    testing.do(c.MakeConcern(testing.argument("ana").id))
    testing.next()

    assert testing.state.outcome.result == "agreed"
    assert "brought by car" in str(testing.screen("wall")["arguments"])


def test_an_argument_is_written_down_before_it_qualifies(asked: Any) -> None:
    asked.signal(ana="objection", ben="consent", cleo="consent")
    asked.go("test")
    ana = asked.argument("ana").id

    assert "Write the argument first" in asked.refused(c.Qualify(ana))
    asked.do(c.Argue(ana, "Told aloud: deliveries."))
    asked.do(c.Qualify(ana))


def test_a_decision_cannot_be_closed_while_an_objection_is_open(resolving: Any) -> None:
    assert resolving.moves.next is None
    assert "One objection is still open" in str(resolving.moves.blocked)
    for phase in ("agreed", "check", "react"):
        assert resolving.refused(c.Go(phase))
    assert resolving.state.outcome is None


def test_objector_and_proposer_confirm_and_the_new_text_is_checked_again(resolving: Any) -> None:
    ana = resolving.argument("ana").id
    resolving.do(c.Amend(ana, AMENDED, criteria="Complaints", review_date="2027-03-21"))
    wall = resolving.screen("wall")["offer"]["parts"]
    assert wall[1:3] == [{"text": "good", "change": "removed"}, {"text": "six months", "change": "added"}]

    resolving.do(c.ConfirmProposer(ana))
    assert resolving.moves.next is None
    assert {"confirm", "decline"} <= set(resolving.screen("person", "ana"))
    resolving.do(c.Confirm(ana), "ana")

    assert resolving.state.versions[-1].text == AMENDED
    assert "This cannot be done now" in resolving.refused(c.Go("agreed"))
    resolving.next()
    assert (resolving.state.phase, resolving.state.rounds[-1].version) == ("check", 2)
    assert resolving.screen("person", "ana")["signal"]["args"] == {"round": 2}
    resolving.signal(ana="consent", ben="consent", cleo="consent")
    resolving.next()
    assert resolving.state.outcome.result == "agreed"


def test_only_the_objector_says_that_it_is_resolved(resolving: Any) -> None:
    ana = resolving.argument("ana").id
    resolving.do(c.Amend(ana, AMENDED))

    assert "Only the person" in resolving.refused(c.Confirm(ana), "cleo")
    resolving.do(c.Decline(ana, "Six months is still long."), "ana")
    assert resolving.argument("ana").offer is None
    assert "Six months is still long." in resolving.record()


def test_the_objector_need_not_write_why_an_offer_is_not_enough(resolving: Any) -> None:
    ana = resolving.argument("ana").id
    resolving.do(c.Amend(ana, AMENDED))
    field = resolving.screen("person", "ana")["decline"]["fields"]["text"]
    assert not field.get("required")

    resolving.do(c.Decline(ana), "ana")

    assert resolving.argument("ana").offer is None
    assert "No reason was written." in resolving.record()


def test_an_offer_that_is_taken_back_was_not_declined(resolving: Any) -> None:
    ana = resolving.argument("ana").id
    resolving.do(c.Amend(ana, AMENDED))
    resolving.do(c.Decline(ana))

    assert resolving.argument("ana").offer is None
    assert "An offer did not resolve it" not in resolving.record()


@pytest.mark.parametrize(("there", "said"), [(True, "told the facilitator so"), (False, "had left the room")])
def test_the_facilitator_confirms_in_the_objectors_place_and_the_record_says_so(resolving: Any, there: bool, said: str) -> None:
    if not there:
        resolving.people.remove("ana")
    ana = resolving.argument("ana").id
    resolving.do(c.Shorten(ana, "2027-01-31"))
    resolving.do(c.ConfirmProposer(ana))
    resolving.do(c.Confirm(ana))

    assert said in resolving.record()
    assert resolving.state.versions[-1].review_date == "2027-01-31"


def test_a_shorter_term_is_agreed_as_such(resolving: Any) -> None:
    ana = resolving.argument("ana").id
    resolving.do(c.Shorten(ana, "2027-01-31"))
    resolving.do(c.ConfirmProposer(ana))
    resolving.do(c.Confirm(ana), "ana")
    resolving.next()
    resolving.signal(ana="consent", ben="consent", cleo="consent")
    resolving.next()

    assert resolving.state.outcome.result == "agreed_shorter"


def test_what_is_feared_is_measured(resolving: Any) -> None:
    ana = resolving.argument("ana").id
    resolving.do(c.Measure(ana, "How many cannot come"))
    resolving.do(c.Confirm(ana), "ana")
    resolving.do(c.ConfirmProposer(ana))

    assert resolving.state.versions[-1].criteria == "How many cannot come"
    resolving.next()
    assert resolving.screen("wall")["facts"]["items"]["criteria"]["tone"] == "now"


def test_the_objectors_idea_comes_first(resolving: Any) -> None:
    ana = resolving.argument("ana").id
    assert "First the person who objects" in resolving.refused(c.Suggest(ana, "Only in summer"), "cleo")
    resolving.do(c.Widen(ana))
    resolving.do(c.Suggest(ana, "Only in summer"), "cleo")
    resolving.do(c.Suggest(ana, "Let taxis through"), "ana")

    cards = resolving.screen("wall")["suggestions"]["items"].values()
    assert [card["text"] for card in sorted(cards, key=lambda card: card["pos"])] == ["Let taxis through", "Only in summer"]


def test_several_objections_are_integrated_before_everybody_is_asked_again(asked: Any) -> None:
    asked.signal(ana="objection", ben="objection", cleo="consent")
    for owner in ("ana", "ben"):
        asked.do(c.Argue(asked.argument(owner).id, f"The reason of {owner}."), owner)
    asked.go("test")
    for one in asked.state.arguments:
        asked.do(c.Qualify(one.id))
    asked.go("resolve")

    for place, one in enumerate(asked.state.arguments, start=2):
        assert asked.moves.next is None
        asked.do(c.Amend(one.id, f"Version {place}."))
        asked.do(c.Confirm(one.id), one.owner)
        asked.do(c.ConfirmProposer(one.id))
    asked.next()

    assert asked.state.rounds[-1].version == 3
    assert asked.screen("wall")["proposal"]["label"] == "Proposal, version 3"


def test_asking_again_does_not_wipe_what_was_raised(asked: Any) -> None:
    asked.signal(ana="objection", ben="consent", cleo="consent")
    asked.go("react", "check")
    asked.signal(ana="consent", ben="consent", cleo="consent")

    assert asked.moves.next.args == {"to": "test"}
    assert asked.refused(c.Go("agreed"))
