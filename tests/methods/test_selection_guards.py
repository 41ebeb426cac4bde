"""Whatever a room does, nobody is selected past an objection, without their own consent, or on a proposal that changed since."""

from itertools import pairwise
from random import Random

import pytest

from methods.consensing.method import method as consensing
from methods.selection.guards import ready
from methods.selection.method import method as selection
from methods.selection.state import State
from workshop.blocks import Heading
from workshop.method import Item, Method, Viewer
from workshop.testing.play import begin, riot
from workshop.testing.room import Room

PEOPLE = ("ana", "ben", "cleo", "dora", "elif")


def played(seed: int, nominee: str) -> list[State]:
    """The states of a riot that begins somewhere in a selection."""
    settings = selection.settings(role="Coordinator", nominee=nominee, names="Zoë")
    room, chance = Room(selection, selection.start(settings, (), 1), [*PEOPLE]), Random(seed)
    begin(room, chance, 12 + seed * 3)
    riot(room, chance, 60)
    return [deed.after for deed in room.deeds]


@pytest.mark.parametrize("nominee", ["together", "first", "last"])
@pytest.mark.parametrize("seed", range(4))
def test_nobody_is_selected_past_a_guard(seed: int, nominee: str) -> None:
    states = played(seed, nominee)
    for before, after in pairwise(states):
        if after.outcome is not None and after.outcome.result == "selected" and before.outcome is None:
            assert ready(before, "accept") is None
            assert after.calls[-1].proposal == after.proposals[-1].number
            assert after.calls[-1].nominee in ("consent", "concern")
            assert not [one for one in after.objections if one.kind == "objection" and one.status == "open"]


@pytest.mark.parametrize("seed", range(4))
def test_nobody_speaks_twice_in_a_round_and_hidden_answers_count_once(seed: int) -> None:
    for state in played(seed, "together"):
        for now in (state.heard, state.changing):
            assert len(set(now.ended)) == len(now.ended)
        for call in state.calls:
            assert not call.closed or sum(call.counts) == len(call.signals)
        assert not set(state.given) & state.abstaining


@pytest.mark.parametrize("method", [selection, consensing], ids=lambda method: method.name)
def test_every_screen_has_one_title(method: Method) -> None:
    items = [Item("i1", "idea", "Shade"), Item("i2", "idea", "Benches")] if method.takes else []
    room = Room(method, method.start(method.settings(), tuple(items), 1), [*PEOPLE])
    begin(room, Random(1), 40)
    for state in {id(deed.after): deed.after for deed in room.deeds}.values():
        for role in ("wall", "console", "room"):
            blocks = method.view(state, Viewer(role, 5))
            assert sum(isinstance(block, Heading) for block in blocks) <= 1


def test_a_riot_comes_far_enough_to_select_somebody() -> None:
    reached = {state.phase for seed in range(4) for state in played(seed, "together")}
    assert {"nominate", "reasons", "change", "propose", "consent", "done"} <= reached
