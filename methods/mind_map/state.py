"""The groups of a mind map and how each event changes them. What people fixed stays fixed when the machine groups again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import assert_never

from methods.mind_map.vocabulary import Event, Grouped, Locked, Merged, Moved, NewGroup, Placed, Renamed, SortingAsked, Unlocked
from workshop.messages import Line
from workshop.method import Item

COLORS = 8


@dataclass(frozen=True)
class Settings:
    """What stands in the middle of the map."""

    topic: Line = ""


@dataclass(frozen=True)
class Group:
    """A group: `named` when its title was given by somebody, and then the machine leaves the whole group as it is.

    Colour and place on the map are its own as long as it lives, so that the others stay where they are when it goes.
    """

    id: str
    title: str
    color: int = 0
    ideas: tuple[str, ...] = ()
    named: bool = False
    place: int = 0


@dataclass(frozen=True)
class State:
    """The ideas by id, the groups in the order of their places on the map, and what the machine was asked."""

    settings: Settings
    ideas: Mapping[str, Item]
    groups: tuple[Group, ...] = ()
    pinned: frozenset[str] = frozenset()
    asked: SortingAsked | None = None
    rounds: int = 0
    locked: bool = False
    seed: int = field(default=0)

    def group(self, id: str) -> Group | None:
        """The group of an id."""
        return next((group for group in self.groups if group.id == id), None)

    @property
    def unplaced(self) -> tuple[str, ...]:
        """The ideas that are in no group."""
        placed = {idea for group in self.groups for idea in group.ideas}
        return tuple(id for id in self.ideas if id not in placed)


def free_ideas(state: State) -> tuple[str, ...]:
    """The ideas that the machine may group: not pinned, and not in a group that somebody named."""
    fixed = {idea for group in state.groups if group.named for idea in group.ideas} | state.pinned
    return tuple(id for id in state.ideas if id not in fixed)


def evolve(state: State, event: Event) -> State:
    """What no longer fits (after an undo, or when an idea went) changes nothing."""
    match event:
        case SortingAsked(round):
            return replace(state, asked=event, rounds=round)
        case Grouped(_round, found):
            return replace(state, asked=None, groups=_grouped(state, found))
        case Placed(_round, places):
            return replace(_moved(state, places), asked=None)
        case Renamed(id, title):
            return replace(state, groups=tuple(replace(one, title=title, named=True) if one.id == id else one for one in state.groups))
        case Merged(id, into):
            return _merged(state, id, into)
        case Moved(card, to, title):
            if title and not state.group(to):
                state = replace(state, groups=_with(state.groups, Group(to, title)))
            moved = _moved(state, {card: to})
            return replace(moved, pinned=moved.pinned | {card}) if card in moved.ideas and moved.group(to) else moved
        case Locked():
            return replace(state, locked=True, asked=None if state.groups else state.asked)
        case Unlocked():
            return replace(state, locked=False)
        case _:
            assert_never(event)


def _grouped(state: State, found: Sequence[NewGroup]) -> tuple[Group, ...]:
    """Groups that people made keep what people fixed in them; each new group takes the place of the old one it overlaps most."""
    free = set(free_ideas(state))
    kept = (replace(group, ideas=tuple(id for id in group.ideas if id not in free)) for group in state.groups)
    groups = tuple(group for group in kept if group.ideas)
    old = [group for group in state.groups if all(group.id != one.id for one in groups)]
    fresh = []
    for one in found:
        ideas = tuple(id for id in dict.fromkeys(one.ideas) if id in free)
        free -= set(ideas)
        same = max(old, key=lambda group: len(set(group.ideas) & set(ideas)), default=None)
        if same is not None and 2 * len(set(same.ideas) & set(ideas)) > len(ideas):
            old.remove(same)
            groups += (replace(same, title=one.title, ideas=ideas),)
        elif ideas:
            fresh.append(Group(one.id, one.title, ideas=ideas))
    for group in fresh:
        groups = _with(groups, group)
    return tuple(sorted(groups, key=lambda group: group.place))


def _with(groups: tuple[Group, ...], new: Group) -> tuple[Group, ...]:
    """One group more, in the first free place and the colour that the fewest have."""
    if any(group.id == new.id for group in groups):
        return groups
    colors = [group.color for group in groups]
    color = min(range(1, COLORS + 1), key=lambda color: (colors.count(color), color))
    taken = {group.place for group in groups}
    place = next(place for place in range(len(groups) + 1) if place not in taken)
    return tuple(sorted((*groups, replace(new, color=color, place=place)), key=lambda group: group.place))


def _moved(state: State, places: Mapping[str, str]) -> State:
    """The ideas in the groups where they go; groups that are left empty go."""
    ids = {group.id for group in state.groups}
    going = {idea: to for idea, to in places.items() if idea in state.ideas and to in ids}
    groups = []
    for group in state.groups:
        staying = tuple(id for id in group.ideas if going.get(id, group.id) == group.id)
        coming = tuple(id for id, to in going.items() if to == group.id and id not in staying)
        groups.append(replace(group, ideas=staying + coming))
    return replace(state, groups=tuple(group for group in groups if group.ideas))


def _merged(state: State, id: str, into: str) -> State:
    source, target = state.group(id), state.group(into)
    if source is None or target is None or source is target:
        return state
    whole = replace(target, ideas=target.ideas + source.ideas)
    groups = tuple(whole if group is target else group for group in state.groups if group is not source)
    return replace(state, groups=groups, pinned=state.pinned | set(whole.ideas))


def received(state: State, items: Sequence[Item]) -> State:
    """Ideas that came since are not yet placed; those that went leave their groups; texts and support are the present ones."""
    ideas = {item.id: item for item in items}
    groups = (replace(group, ideas=tuple(id for id in group.ideas if id in ideas)) for group in state.groups)
    return replace(state, ideas=ideas, groups=tuple(group for group in groups if group.ideas), pinned=state.pinned & set(ideas))
