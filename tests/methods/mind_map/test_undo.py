"""Everything that a facilitator does with a map can be taken back, and Undo says what that is."""

from typing import Any

import pytest

from methods.mind_map.deeds import describe
from methods.mind_map.method import method
from tests.methods.mind_map.maps import IDEAS
from tests.methods.room import FACILITATOR, Room, say

GROUPS = [
    {"title": "Trees", "ideas": ["t1", "t2", "t3"]},
    {"title": "Bus", "ideas": ["b1", "b2"]},
    {"title": "Music", "ideas": ["m1"]},
]
Json = Any


@pytest.fixture
def room() -> Room:
    """A map of three groups, of which the ids are in `room.state`."""
    room = Room(method, items=IDEAS)
    room.log.play("TakeGrouping", {"round": 1, "groups": GROUPS}, "system", "step")
    return room


def shape(room: Room) -> Json:
    """Everything that people see of a map."""
    state = room.state
    groups = [(one.id, one.title, one.named, sorted((slip.idea.id, slip.pinned) for slip in one.ideas)) for one in state.groups]
    return groups, state.unplaced, dict(state.under), dict(state.copies), state.themes, state.relations, state.loose, state.declined


DEEDS: list[tuple[str, dict[str, Json]]] = [
    ("Move", {"card": "t1", "to": "{1}"}),
    ("Move", {"card": "t1", "to": ""}),
    ("Move", {"card": "m1", "to": "unplaced"}),
    ("Rename", {"group": "{0}", "title": "Shade"}),
    ("Merge", {"group": "{2}", "into": "{0}"}),
    ("Pin", {"card": "t1"}),
    ("Copy", {"card": "t1", "to": "{1}"}),
    ("Match", {"card": "m1", "into": "t1"}),
    ("Relate", {"group": "{0}", "to": "{1}", "word": "needs"}),
    ("Bundle", {"group": "{0}", "other": "{1}"}),
    ("Add", {"text": "Bees", "group": "{0}"}),
    ("OpenSorting", {}),
    ("Lock", {}),
]


@pytest.mark.parametrize(("command", "args"), DEEDS, ids=lambda one: one if isinstance(one, str) else "")
def test_what_was_done_is_taken_back(room: Room, command: str, args: dict[str, Json]) -> None:
    before, ids = shape(room), [group.id for group in room.state.groups]
    filled = {name: value.format(*ids) for name, value in args.items()}
    assert room.do(FACILITATOR, command, **filled) == ""
    last = room.log.state.undoable[-1]
    assert say(describe(room.state, last.event)) != ""
    room.undo()
    assert shape(room) == before
    assert not room.state.locked
    assert room.state.deal is None


def test_a_new_grouping_that_was_taken_is_taken_back(room: Room) -> None:
    before = shape(room)
    room.do(FACILITATOR, "Regroup")
    ids = [idea.id for idea in IDEAS]
    room.log.play("TakeGrouping", {"round": room.state.asked.round, "groups": [{"title": "All", "ideas": ids}]}, "system", "step")
    assert shape(room) == before, "nothing moves before it is taken"
    room.do(FACILITATOR, "Accept")
    assert [len(group.ideas) for group in room.state.groups] == [7]
    room.undo()
    assert shape(room) == before
