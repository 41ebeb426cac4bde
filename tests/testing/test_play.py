"""The kit catches a method that cannot be played to its end, or that does not say what it is."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from types import ModuleType
from typing import Any

import pytest

from methods.check_in.method import method as check_in
from methods.dot_vote.method import method as dot_vote
from workshop.method import Do, Item, Move, Moves, Role, Work
from workshop.testing import Fault, conform

Broken = Callable[..., str]


def test_results_that_nobody_can_trace(broken: Broken) -> None:
    yielding = replace(check_in, yields=frozenset({"idea"}))

    def results(*ids: str, **facts: Any) -> Callable[[Any], Sequence[Item]]:
        return lambda state: [Item(id, "idea", "Trees", **facts) for id in ids]

    assert broken(yielding, results=results("a", "a")) == "results"
    assert broken(yielding, results=results("a", sources=("nowhere",))) == "results"
    assert broken(check_in, results=results("a")) == "results"
    conform(replace(yielding, results=results("a")), [1])


def test_a_rehearsal_that_does_nothing(broken: Broken) -> None:
    assert broken(check_in, rehearse=lambda sight: []) == "rehearsal"


def test_a_rehearsal_that_never_ends(broken: Broken) -> None:
    def rehearse(sight: Any) -> Sequence[Do]:
        return [Do("Answer", {"text": sight.random.choice("abcdefgh")})] if sight.number else []

    assert broken(check_in, rehearse=rehearse) == "rehearsal"


def test_a_method_that_goes_round_in_circles(broken: Broken) -> None:
    assert broken(check_in, moves=lambda state: Moves(next=Move("On", "Hide" if state.shown else "Show"))) == "rehearsal"


def test_a_move_that_is_refused(broken: Broken) -> None:
    assert broken(check_in, moves=lambda state: Moves(next=Move("On", "Sing"))) == "rehearsal"


def test_work_whose_answer_nobody_takes(broken: Broken) -> None:
    assert broken(check_in, work=lambda state: Work("sum", dict, (), "Show")) == "work"


def test_a_method_without_help(broken: Broken) -> None:
    module = ModuleType("silent", "")
    module.__file__ = sys.modules[__name__].__file__

    assert broken(check_in, module=module) == "help"


def test_a_command_that_can_be_changed(broken: Broken) -> None:
    @dataclass
    class Loose:
        text: str = ""

    assert broken(check_in, commands={**check_in.commands, Loose: frozenset({Role.PARTICIPANT})}) == "commands"


def test_a_step_that_cannot_be_entered_again(broken: Broken) -> None:
    assert broken(dot_vote, receive=lambda state, items: replace(state, options=2 * items)) == "screens"


def test_a_fault_says_which_method_which_rule_and_how_it_came() -> None:
    with pytest.raises(Fault) as caught:
        conform(replace(check_in, rehearse=lambda sight: []), [3])

    assert str(caught.value).startswith("check_in breaks the rule “rehearsal”: ")
    assert any("seed 3" in note for note in caught.value.__notes__)
