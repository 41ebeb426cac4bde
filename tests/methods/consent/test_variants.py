"""The styles: each with its own order of steps, its own wording, and its own guards."""

from collections.abc import Callable
from typing import Any

import pytest

from methods.consent import commands as c
from methods.consent.variants import TESTS
from workshop import circle

Rooms = Callable[..., Any]


@pytest.fixture
def sofa(room: Rooms) -> Any:
    """Three people who decide in the style of Sociocracy For All."""
    return room(variant="sofa", proposal="The square is closed.", review_date="2027-03-21")


@pytest.fixture
def holacracy(room: Rooms) -> Any:
    """Three people who decide in the style of Holacracy; Ben proposes."""
    hall = room(variant="holacracy", proposal="The square is closed.")
    hall.do(c.TakeUp(), "ben")
    return hall


def argued(hall: Any) -> str:
    """Ana objects, and her argument is being tested."""
    hall.go("check")
    hall.signal(ana="objection", ben="consent", cleo="consent")
    ana = hall.argument("ana").id
    hall.do(c.Argue(ana, "The deliveries of my shop come at that time."), "ana")
    hall.go("test")
    return str(ana)


def test_each_style_has_its_own_steps(room: Rooms) -> None:
    steps = {variant: list(room(variant=variant).screen("wall")["phases"]["items"]) for variant in ("s3", "sofa", "holacracy")}

    assert steps["s3"] == ["driver", "present", "clarify", "react", "check", "test", "resolve", "agreed"]
    assert steps["sofa"] == steps["holacracy"] == ["present", "clarify", "react", "amend", "check", "test", "resolve", "agreed"]


def test_in_the_consent_round_people_answer_one_by_one_and_nothing_shows_before_the_end(sofa: Any) -> None:
    sofa.go("check")
    first = sofa.state.circles["check 1"].now
    later = next(person for person in sorted(sofa.people) if person != first)
    assert "not your turn" in sofa.refused(c.Signal(1, "consent"), later)
    assert "signal" not in sofa.screen("person", later)
    sofa.do(c.Signal(1, "objection"), first)

    assert "counts" not in sofa.screen("wall")
    assert sofa.state.circles["check 1"].now != first
    for _turn in range(2):
        sofa.do(c.Signal(1, "consent"), sofa.state.circles["check 1"].now)
    assert sofa.moves.next.args == {"to": "test"}


def test_who_was_skipped_may_answer_once_the_round_is_over(sofa: Any) -> None:
    sofa.go("check")
    skipped = sofa.state.circles["check 1"].now
    sofa.do(circle.SkipTurn(skipped))
    for _turn in range(2):
        sofa.do(c.Signal(1, "consent"), sofa.state.circles["check 1"].now)

    assert "signal" in sofa.screen("person", skipped)
    sofa.do(c.Signal(1, "concern"), skipped)
    assert sofa.state.rounds[-1].closed


def test_in_a_large_room_everybody_may_write_instead(room: Rooms) -> None:
    hall = room(variant="sofa", speaking="writing", proposal="The square is closed.")
    hall.go("react")

    assert {"react", "pass"} <= set(hall.screen("person", "ana"))
    hall.go("amend", "check")
    hall.signal(ana="consent", ben="consent", cleo="consent")
    assert hall.state.rounds[-1].closed


def test_reactions_come_one_by_one_where_the_workshop_asks_for_it(room: Rooms) -> None:
    hall = room(speaking="turns", proposal="The square is closed.", show_names=True)
    hall.go("present", "clarify", "react")
    while hall.moves.next.command == "EndTurn":
        hall.next()

    assert hall.moves.next.args == {"to": "check"}
    assert "Round of reactions" in hall.record()


def test_the_proposer_does_not_react_and_amends_afterwards(holacracy: Any) -> None:
    holacracy.go("clarify", "react")
    assert "ben" not in holacracy.state.circles["react"].members
    assert "listens in this round" in holacracy.refused(c.React("I like it."), "ben")
    assert "until everybody has reacted" in holacracy.refused(c.Propose("Another text."))
    holacracy.go("amend")
    holacracy.do(c.Propose("The square is closed from 16 to 19."))

    assert len(holacracy.state.versions) == 2


def test_an_objection_that_passes_the_four_tests_qualifies(holacracy: Any) -> None:
    ana = argued(holacracy)
    why = holacracy.screen("console")["test"]["items"]["qualify"]["why"]
    assert "Ask the four tests first" in why
    assert "Ask the four tests first" in holacracy.refused(c.Qualify(ana))
    for test in TESTS:
        holacracy.do(c.Judge(ana, test, True), "ana")
    holacracy.do(c.Qualify(ana))

    assert holacracy.argument("ana").status == "qualified"


def test_an_objection_that_fails_a_test_does_not_qualify_and_the_record_says_which(holacracy: Any) -> None:
    ana = argued(holacracy)
    holacracy.do(c.Judge(ana, "harms", True))
    holacracy.do(c.Judge(ana, "role", True))
    holacracy.do(c.Judge(ana, "caused", False))

    assert "the proposal does not create it" in holacracy.refused(c.Qualify(ana))
    holacracy.do(c.MakeConcern(ana))
    holacracy.next()
    assert holacracy.state.outcome.result == "agreed"
    assert "No: it fails: It was there before" in holacracy.record()


def test_the_argument_said_better_is_tested_from_the_beginning(holacracy: Any) -> None:
    ana = argued(holacracy)
    holacracy.do(c.Judge(ana, "harms", False), "ana")
    holacracy.do(c.Argue(ana, "I would have to close the shop."), "ana")

    assert holacracy.argument("ana").judged == ()
    assert "judge" in holacracy.screen("person", "ana")
    assert "judge" not in holacracy.screen("person", "cleo")


def test_nobody_else_argues_in_holacracy_and_an_amendment_has_the_proposers_word(holacracy: Any) -> None:
    ana = argued(holacracy)
    assert "nobody else argues" in holacracy.refused(c.Doubt(ana, "No."), "cleo")
    for test in TESTS:
        holacracy.do(c.Judge(ana, test, True))
    holacracy.do(c.Qualify(ana))
    holacracy.next()
    holacracy.do(c.Amend(ana, "Deliveries are let through."))
    holacracy.do(c.Confirm(ana), "ana")

    assert holacracy.state.versions[-1].text == "Deliveries are let through."


@pytest.mark.parametrize("variant", ["s3", "sofa", "holacracy"])
def test_the_facilitator_has_words_for_every_step(room: Rooms, variant: str) -> None:
    hall = room(variant=variant, proposal="The square is closed.")
    scripts = []
    while True:
        scripts.append(str(hall.screen("console")["script"]))
        if hall.state.phase == "agreed":
            break
        if hall.state.phase == "check":
            hall.do(c.CountHands(consent=3))
            hall.do(c.CloseCall())
        hall.go(hall.moves.next.args["to"] if hall.moves.next.command == "Go" else "check" if hall.state.phase == "react" else "react")

    assert len(set(scripts)) == len(scripts)
