"""Given, when, then: what a method does, shown."""

from collections.abc import Callable

import pytest

from methods.check_in.method import method as check_in
from methods.check_in.vocabulary import Answer, Answered, HiddenAgain, Hide, Show, Shown
from methods.dot_vote.method import method as dot_vote
from methods.dot_vote.vocabulary import Place, Placed
from workshop.method import Item, Role
from workshop.testing import given

IDEAS = (Item("trees", "idea", "More trees"), Item("bees", "idea", "Bees"))


def test_a_rule_is_shown_as_given_when_then() -> None:
    vote = given(dot_vote, items=IDEAS)

    after = vote.when(Place("trees", 1), by="ana").then(Placed("ana", "trees", 1))

    assert after.sees("room")["progress"]["done"] == 1
    assert after.when(Place("trees", 1), by="ana").then() == after
    after.when(Place("cars", 1)).rejected("gone")


def test_a_command_of_the_facilitator_comes_from_the_facilitator() -> None:
    shown = given(check_in, {"hidden": True}).events(Answered("ana", "Calm")).when(Show()).then(Shown())

    shown.when(Hide(), by="host:7", role=Role.FACILITATOR).then(HiddenAgain())


def test_settings_are_given_as_in_a_template() -> None:
    assert given(check_in, {"question": "How are you?"}).sees("wall")["question"]["text"] == "How are you?"


def test_the_record_is_computed_without_what_is_secret() -> None:
    voted = given(dot_vote, items=IDEAS).events(Placed("ana", "trees", 1))

    assert "trees" not in str(voted.records())


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: given(check_in).when(Answer("Calm")).then(),
        lambda: given(check_in).when(Answer("Calm")).then(Answered("ben", "Calm")),
        lambda: given(check_in).when(Answer("")).then(Answered("ana", "")),
        lambda: given(check_in).when(Answer("Calm")).rejected(),
        lambda: given(check_in).when(Answer("")).rejected("shown"),
        lambda: given(check_in).when(Show(), role=Role.PARTICIPANT),
        lambda: given(check_in).when(Place("trees", 1)),
        lambda: given(check_in).events(Placed("ana", "trees", 1)),
        lambda: given(dot_vote).events(Placed("two words", "trees", 1)),
    ],
)
def test_what_is_not_so_is_told(wrong: Callable[[], object]) -> None:
    with pytest.raises(AssertionError):
        wrong()
