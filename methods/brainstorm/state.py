"""The ideas of a brainstorm, and how each event changes them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import reduce
from typing import Annotated, assert_never

from immutables import Map
from pydantic import Field

from methods.brainstorm.idea import UNSIGNED, Idea
from methods.brainstorm.merging import merged, separated, without
from methods.brainstorm.vocabulary import (
    SHEET,
    Added,
    Amended,
    Asked,
    Brought,
    Entered,
    Event,
    Found,
    Hidden,
    Leafed,
    Listed,
    Merged,
    Picked,
    Restored,
    Separated,
    Stage,
    Supported,
    Turned,
    Withdrawn,
)
from workshop.messages import Line
from workshop.shelf import Numbers, Shelf

ALL = 60  # so many ideas are shown to everybody to support; of more, everybody gets a hand at a time


@dataclass(frozen=True)
class Settings:
    """How ideas are asked for."""

    question: Line = ""
    silent: bool = False
    limit: Annotated[int, Field(ge=0, le=100)] = 0
    support: bool = True


@dataclass(frozen=True)
class Hand:
    """The ideas that one person has to look at: the next ones from the number `start` on, on their `page`."""

    page: int = 0
    start: int = 0


@dataclass(frozen=True)
class State:
    """The ideas on a shelf that shows those that stand; `kept` are the numbers of those that the console lists by themselves.

    By person: `own` has the ids of the ideas that they wrote, `backed` of those that they support, in the order of their taps,
    `unclear` of their own that somebody asks about, `hands` what they look at. `deck` is how many ideas there were when hands began
    to be dealt, 0 before. `below` and `found` are what the console looks at, `picked` what it looks for the same as.
    """

    settings: Settings
    stage: Stage = "gather"
    ideas: Shelf[Idea] = Shelf()
    kept: Numbers = Numbers()
    own: Map[str, tuple[str, ...]] = Map()
    backed: Map[str, tuple[str, ...]] = Map()
    unclear: Map[str, tuple[str, ...]] = Map()
    hands: Map[str, Hand] = Map()
    deck: int = 0
    below: int = 0
    found: Found | None = None
    picked: str = ""

    @property
    def revealed(self) -> bool:
        """Whether ideas are seen by everybody."""
        return not self.settings.silent or self.stage != "gather"

    def head(self, id: str) -> Idea | None:
        """The idea of an id, or the one under which it is shown."""
        idea = self.ideas.get(id)
        return self.ideas.get(idea.into) if idea is not None and idea.into else idea

    @property
    def standing(self) -> int:
        """How many ideas are there for everybody."""
        return len(self.ideas.shown)


def evolve(state: State, event: Event) -> State:
    """Every event changes one idea, the phase, or what somebody looks at; what no longer fits changes nothing."""
    match event:
        case Added(id, by, text):
            return state if id in state.ideas else _dealt(_added(state, Idea(id, by, text, len(state.ideas))))
        case Brought(ideas):
            return _dealt(reduce(_listing, ideas, state))
        case Entered(stage):
            return _dealt(replace(state, stage=stage, deck=0))
        case Amended() | Withdrawn() | Supported() | Asked() | Hidden() | Restored():
            idea = state.ideas.get(event.idea)
            return state if idea is None else _dealt(_changed(state, idea, event))
        case Merged(id, into):
            idea, other = state.ideas.get(id), state.ideas.get(into)
            fits = idea is not None and other is not None and idea.stands and other.stands and id != into
            return _all_put(state, merged(idea, other)) if fits and idea and other else state
        case Separated(id):
            idea = state.ideas.get(id)
            return state if idea is None else _all_put(state, separated(idea))
        case Picked(id):
            return replace(state, picked=id)
        case Turned(by, page, start):
            return replace(state, hands=state.hands.set(by, Hand(page, start)))
        case Leafed(below):
            return replace(state, below=below, found=None)
        case Found():
            return replace(state, below=0, found=event)
        case _:
            assert_never(event)


def _dealt(state: State) -> State:
    """Once there are too many to be shown to everybody, hands are dealt until the phase ends."""
    if state.stage == "support" and not state.deck and state.standing > ALL:
        return replace(state, deck=len(state.ideas))
    return state


def _changed(state: State, idea: Idea, event: Amended | Withdrawn | Supported | Asked | Hidden | Restored) -> State:
    match event:
        case Amended(_id, text):
            return _clear(_put(state, replace(idea, text=text, askers=frozenset())), idea)
        case Withdrawn():
            own = _listed(state.own, idea.by, idea.id, False)
            head = state.ideas.get(idea.into) if idea.into else None
            return _clear(_all_put(replace(state, own=own), without(idea, head)), idea)
        case Supported(_id, by, on):
            return state if (by in idea.supporters) == on else _supported(state, idea, by, on)
        case Asked(_id, by):
            unclear = state.unclear if idea.askers else _listed(state.unclear, idea.by, idea.id, True)
            return replace(_put(state, replace(idea, askers=idea.askers | {by})), unclear=unclear)
        case Hidden():
            return _put(state, replace(idea, hidden=True))
        case Restored():
            return _put(state, replace(idea, hidden=False))
        case _:
            assert_never(event)


def _listing(state: State, one: Listed) -> State:
    return state if one.id in state.ideas else _put(state, Idea(one.id, SHEET, one.text, len(state.ideas), before=one.support))


def _added(state: State, idea: Idea) -> State:
    own = state.own if idea.by in UNSIGNED else _listed(state.own, idea.by, idea.id, True)
    return replace(_put(state, idea), own=own)


def _all_put(state: State, ideas: Iterable[Idea]) -> State:
    return reduce(_put, ideas, state)


def _put(state: State, idea: Idea) -> State:
    """An idea as it is now, and as it is shown under another one."""
    listed = not idea.withdrawn and not idea.into
    kept = state.kept.added(idea.number) if listed else state.kept.removed(idea.number)
    state = replace(state, ideas=state.ideas.put(idea.id, idea, idea.stands), kept=kept)
    head = state.ideas.get(idea.into) if idea.into else None
    if head is None:
        return state
    same = tuple(idea if one.id == idea.id else one for one in head.same)
    return replace(state, ideas=state.ideas.put(head.id, replace(head, same=same), head.stands))


def _supported(state: State, idea: Idea, by: str, on: bool) -> State:
    supporters = idea.supporters.set(by, True) if on else idea.supporters.delete(by)
    return replace(_put(state, replace(idea, supporters=supporters)), backed=_listed(state.backed, by, idea.id, on))


def _clear(state: State, idea: Idea) -> State:
    """Nobody asks about an idea any more."""
    return replace(state, unclear=_listed(state.unclear, idea.by, idea.id, False)) if idea.askers else state


def _listed(lists: Map[str, tuple[str, ...]], person: str, id: str, on: bool) -> Map[str, tuple[str, ...]]:
    """The lists, by person, with or without one id."""
    left = tuple(one for one in lists.get(person, ()) if one != id)
    ids = (*left, id) if on else left
    if ids:
        return lists.set(person, ids)
    return lists.delete(person) if person in lists else lists
