"""The state of a mind map and how each event changes it. What people fixed stays fixed when the machine groups again."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from immutables import Map

from methods.mind_map.groups import Group, Slip, ranked, with_group, with_idea
from methods.mind_map.vocabulary import (
    Added,
    Event,
    Grouped,
    Locked,
    Merged,
    Moved,
    NewGroup,
    Placed,
    Renamed,
    Shown,
    SortingAsked,
    Turned,
    Unlocked,
)
from workshop.messages import Line
from workshop.method import Item
from workshop.shelf import Shelf


@dataclass(frozen=True)
class Settings:
    """What stands in the middle of the map."""

    topic: Line = ""


@dataclass(frozen=True)
class State:
    """The ideas on a shelf that shows those in no group, the groups in the order of their places on the map, what the machine was asked.

    `homes` has the group of each idea that is in one, `starts` the idea from which on the console shows a group,
    `added` the ideas that came on paper, `shown` the group that the wall shows alone.
    """

    settings: Settings
    ideas: Shelf[Item] = Shelf()
    groups: tuple[Group, ...] = ()
    homes: Map[str, str] = Map()
    asked: SortingAsked | None = None
    rounds: int = 0
    locked: bool = False
    seed: int = 0
    starts: Map[str, str] = Map()
    added: tuple[Item, ...] = ()
    shown: str = ""

    def group(self, id: str) -> Group | None:
        """The group of an id."""
        return next((group for group in self.groups if group.id == id), None)

    @property
    def waiting(self) -> int:
        """How many ideas are in no group."""
        return len(self.ideas.shown)

    @property
    def unplaced(self) -> tuple[str, ...]:
        """The ideas that are in no group."""
        return tuple(idea.id for idea in self.ideas.all_shown())


def start(settings: Settings, items: tuple[Item, ...], seed: int) -> State:
    """The ideas are not grouped yet; the machine is asked at once."""
    return State(settings, _shelved(items, Map()), asked=SortingAsked(1, True, seed), rounds=1, seed=seed)


def received(state: State, items: Sequence[Item]) -> State:
    """Ideas that came since are not yet placed; those that went leave their groups; texts and support are the present ones."""
    items = (*items, *state.added)
    ideas = {item.id: item for item in items}
    slips = (
        (group, (replace(slip, idea=ideas[slip.idea.id]) for slip in group.ideas.as_they_came() if slip.idea.id in ideas))
        for group in state.groups
    )
    groups = (replace(group, ideas=ranked(kept)) for group, kept in slips)
    asked = replace(state.asked) if state.asked else None  # the machine is asked about the ideas as they are now
    return _regrouped(replace(state, ideas=_shelved(items, Map()), asked=asked), groups)


def free_ideas(state: State) -> tuple[str, ...]:
    """The ideas that the machine may group: not pinned, and not in a group that somebody named."""
    fixed = {slip.idea.id for group in state.groups for slip in group.ideas if group.named or slip.pinned}
    return tuple(idea.id for idea in state.ideas if idea.id not in fixed)


def evolve(state: State, event: Event) -> State:
    """What no longer fits (after an undo, or when an idea went) changes nothing."""
    match event:
        case SortingAsked(round):
            return replace(state, asked=event, rounds=round)
        case Grouped(_round, found):
            return _regrouped(replace(state, asked=None), _grouped(state, found))
        case Placed(_round, places):
            return _placed(replace(state, asked=None), places)
        case Renamed(id, title):
            return _changed(state, (replace(group, title=title, named=True) for group in state.groups if group.id == id))
        case Merged(id, into):
            return _merged(state, id, into)
        case Moved(card, to, title):
            if title and not state.group(to) and card in state.ideas:
                state = replace(state, groups=with_group(state.groups, Group(to, title)))
            return _put(state, card, to, True)
        case Added(id, text, group):
            return state if id in state.ideas else _added(state, Item(id, "idea", text), group)
        case Locked():
            return replace(state, locked=True, asked=None if state.groups else state.asked)
        case Unlocked():
            return replace(state, locked=False)
        case Turned(group, first):
            return replace(state, starts=state.starts.set(group, first))
        case Shown(group):
            return replace(state, shown=group)
        case _:
            assert_never(event)


def _added(state: State, idea: Item, group: str) -> State:
    new = replace(state, ideas=state.ideas.put(idea.id, idea, shown=True), added=(*state.added, idea))
    return _put(new, idea.id, group, True) if group else new


def _put(state: State, card: str, to: str, pinned: bool) -> State:
    """An idea in a group, and no longer in the one before; a group that is left empty goes."""
    idea, target = state.ideas.get(card), state.group(to)
    if idea is None or target is None:
        return state
    left = [group for group in state.groups if group.id == state.homes.get(card) != to]
    moved = replace(
        state,
        ideas=state.ideas.put(card, idea, shown=False),
        homes=state.homes.set(card, to),
        starts=_started(state.starts, left, card),
    )
    return _changed(moved, (*(replace(group, ideas=group.ideas.removed(card)) for group in left), with_idea(target, idea, pinned)))


def _started(starts: Map[str, str], groups: Iterable[Group], card: str) -> Map[str, str]:
    """Where the console shows a group from the card on that leaves it, it shows it from the next one on."""
    for group in groups:
        if starts.get(group.id) == card:
            starts = starts.set(group.id, next((slip.idea.id for slip in group.ideas.first(2, card)[1:]), ""))
    return starts


def _changed(state: State, changed: Iterable[Group]) -> State:
    """Some groups are others now."""
    new = {group.id: group for group in changed}
    groups = (new.get(group.id, group) for group in state.groups)
    return replace(state, groups=tuple(group for group in groups if group.ideas))


def _placed(state: State, places: Mapping[str, str]) -> State:
    for idea, to in places.items():
        if state.homes.get(idea) != to:
            state = _put(state, idea, to, False)
    return state


def _merged(state: State, id: str, into: str) -> State:
    source, target = state.group(id), state.group(into)
    if source is None or target is None or source is target:
        return state
    slips = (*target.ideas.as_they_came(), *source.ideas.as_they_came())
    whole = replace(target, ideas=ranked(Slip(slip.idea, True) for slip in slips))
    return _regrouped(state, (whole if group is target else group for group in state.groups if group is not source))


def _regrouped(state: State, groups: Iterable[Group]) -> State:
    """These groups instead of those before."""
    found = tuple(group for group in groups if group.ideas)
    homes = Map({slip.idea.id: group.id for group in found for slip in group.ideas})
    return replace(state, groups=found, homes=homes, ideas=_shelved(state.ideas, homes))


def _shelved(items: Iterable[Item], homes: Map[str, str]) -> Shelf[Item]:
    return Shelf.of((item.id, item, item.id not in homes) for item in items)


def _grouped(state: State, found: Sequence[NewGroup]) -> tuple[Group, ...]:
    """Groups that people made keep what people fixed in them; each new group takes the place of the old one it overlaps most."""
    free = set(free_ideas(state))
    kept = (replace(group, ideas=ranked(slip for slip in group.ideas.as_they_came() if slip.idea.id not in free)) for group in state.groups)
    groups = tuple(group for group in kept if group.ideas)
    old = [group for group in state.groups if all(group.id != one.id for one in groups)]
    fresh = []
    for one in found:
        ideas = [id for id in dict.fromkeys(one.ideas) if id in free]
        free -= set(ideas)
        slips = ranked(Slip(idea) for id in ideas if (idea := state.ideas.get(id)))
        shared = Counter(state.homes.get(id, "") for id in ideas)
        same = max(old, key=lambda group: shared[group.id], default=None)
        if same is not None and 2 * shared[same.id] > len(ideas):
            old.remove(same)
            groups += (replace(same, title=one.title, ideas=slips),)
        elif ideas:
            fresh.append(Group(one.id, one.title, ideas=slips))
    for group in fresh:
        groups = with_group(groups, group)
    return tuple(sorted(groups, key=lambda group: group.place))
