"""A method is played the same for the same seed, with the settings and the items that it can get."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from methods.brainstorm.method import method as brainstorm
from methods.check_in.method import method as check_in
from methods.dot_vote.method import method as dot_vote
from workshop.blocks import Card, Cards
from workshop.method import Item, Method
from workshop.testing import Fault, conform

ALONE = """
import sys
sys.modules["pytest"] = sys.modules["hypothesis"] = None
import workshop.testing
print(*sorted({"sqlalchemy", "socketio", "nicegui", "methods"} & set(sys.modules)))
"""


def played(method: Method, seed: int, **how: Any) -> list[tuple[str, object]]:
    """Every command that reaches the method's rules, in order."""
    asked: list[tuple[str, object]] = []

    def decide(state: Any, command: Any, context: Any) -> Any:
        asked.append((context.actor, command))
        return method.decide(state, command, context)

    conform(replace(method, decide=decide), [seed], many=0, **how)
    return asked


def started(method: Method, seeds: Sequence[int]) -> list[tuple[Any, tuple[Item, ...]]]:
    """The settings and the items with which the method is started."""
    seen: list[tuple[Any, tuple[Item, ...]]] = []

    def start(settings: Any, items: tuple[Item, ...], seed: int) -> Any:
        seen.append((settings, items))
        return method.start(settings, items, seed)

    conform(replace(method, start=start), seeds, many=0)
    return seen


@pytest.mark.parametrize("method", [brainstorm, dot_vote], ids=lambda method: method.name)
def test_the_same_seed_plays_the_same(method: Method) -> None:
    assert played(method, 3) == played(method, 3)
    assert played(method, 3) != played(method, 4)


def test_every_command_is_tried() -> None:
    tried = {type(command) for seed in range(12) for _actor, command in played(brainstorm, seed)}

    assert tried == set(brainstorm.commands)


def test_it_is_played_with_items_and_without() -> None:
    items = [items for _settings, items in started(dot_vote, range(2))]

    assert () in items
    assert {"idea", "group", "proposal"} in [{item.kind for item in one} for one in items]


def test_its_switches_are_turned() -> None:
    chosen = {(settings.silent, settings.support) for settings, _items in started(brainstorm, range(12))}

    assert len(chosen) > 2


def test_settings_that_do_not_fit_are_named() -> None:
    with pytest.raises(Fault, match="limit"):
        conform(check_in, [1], {"limit": 1})


def test_a_method_that_fails_with_one_switch_is_found() -> None:
    def view(state: Any, viewer: Any) -> Any:
        assert not (state.settings.silent and viewer.role == "wall"), "not made for silence"
        return brainstorm.view(state, viewer)

    with pytest.raises(Fault) as caught:
        conform(replace(brainstorm, view=view))

    assert any("'silent': True" in note for note in caught.value.__notes__)


def test_the_kit_needs_no_test_runner_and_no_server() -> None:
    root = Path(__file__).parents[2]

    done = subprocess.run([sys.executable, "-c", ALONE], cwd=root, capture_output=True, text=True)

    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""


def test_a_method_that_shows_everything_is_told_to_show_some(broken: Any) -> None:
    def view(state: Any, viewer: Any) -> Any:
        cards = tuple(Card(idea.id, idea.text) for idea in state.ideas.all_shown())
        return (Cards(id="all", items=cards),) if viewer.role == "wall" else brainstorm.view(state, viewer)

    assert broken(brainstorm, view=view) == "size"


def test_a_method_that_shows_everything_that_it_is_given_is_found_too(broken: Any) -> None:
    def view(state: Any, viewer: Any) -> Any:
        options = tuple(Card(item.id, item.text * 6) for item in state.options)
        return (Cards(id="all", items=options),) if viewer.role == "wall" else dot_vote.view(state, viewer)

    assert broken(dot_vote, view=view) == "size"
