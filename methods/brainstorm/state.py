"""The ideas of a brainstorm, and how each event changes them."""

from dataclasses import dataclass, replace
from typing import Annotated, assert_never

from immutables import Map
from pydantic import Field

from methods.brainstorm.vocabulary import (
    Added,
    Amended,
    Asked,
    Entered,
    Event,
    Hidden,
    Restored,
    Stage,
    Supported,
    Withdrawn,
)
from workshop.messages import Line


@dataclass(frozen=True)
class Settings:
    """How ideas are asked for."""

    question: Line = ""
    silent: bool = False
    limit: Annotated[int, Field(ge=0, le=100)] = 0
    support: bool = True


@dataclass(frozen=True)
class Idea:
    """One card."""

    id: str
    by: str
    text: str
    number: int
    supporters: frozenset[str] = frozenset()
    unclear: int = 0
    hidden: bool = False
    withdrawn: bool = False

    @property
    def stands(self) -> bool:
        """Whether it is there for everybody."""
        return not self.hidden and not self.withdrawn


@dataclass(frozen=True)
class State:
    """The ideas by id; `order` has their ids by the number of their coming, `own` those not taken back by author.

    `backed` has the ids of the ideas that each person supports, in the order of their taps.
    """

    settings: Settings
    stage: Stage = "gather"
    ideas: Map[str, Idea] = Map()
    order: Map[int, str] = Map()
    own: Map[str, tuple[str, ...]] = Map()
    backed: Map[str, tuple[str, ...]] = Map()
    standing: int = 0

    @property
    def revealed(self) -> bool:
        """Whether ideas are seen by everybody."""
        return not self.settings.silent or self.stage != "gather"


def evolve(state: State, event: Event) -> State:
    """Every event changes one idea, or the phase; what no longer fits changes nothing."""
    match event:
        case Added(id, by, text):
            idea = Idea(id, by, text, len(state.order))
            own = state.own.set(by, (*state.own.get(by, ()), id))
            order = state.order.set(len(state.order), id)
            return replace(state, ideas=state.ideas.set(id, idea), order=order, own=own, standing=state.standing + 1)
        case Entered(stage):
            return replace(state, stage=stage)
        case Amended() | Withdrawn() | Supported() | Asked() | Hidden() | Restored():
            before = state.ideas.get(event.idea)
            return state if before is None else _with(state, before, _changed(before, event))
        case _:
            assert_never(event)


def _changed(idea: Idea, event: Amended | Withdrawn | Supported | Asked | Hidden | Restored) -> Idea:
    match event:
        case Amended(_id, text):
            return replace(idea, text=text, unclear=0)
        case Withdrawn():
            return replace(idea, withdrawn=True)
        case Supported(_id, by, on):
            return replace(idea, supporters=idea.supporters | {by} if on else idea.supporters - {by})
        case Asked():
            return replace(idea, unclear=idea.unclear + 1)
        case Hidden():
            return replace(idea, hidden=True)
        case Restored():
            return replace(idea, hidden=False)
        case _:
            assert_never(event)


def _with(state: State, before: Idea, after: Idea) -> State:
    standing = state.standing + after.stands - before.stands
    backed, own = state.backed, state.own
    for person in after.supporters - before.supporters:
        backed = backed.set(person, (*backed.get(person, ()), after.id))
    for person in before.supporters - after.supporters:
        backed = backed.set(person, _without(backed.get(person, ()), after.id))
    if after.withdrawn and not before.withdrawn:
        left = _without(own.get(after.by, ()), after.id)
        own = own.set(after.by, left) if left else own.delete(after.by)
    return replace(state, ideas=state.ideas.set(after.id, after), own=own, backed=backed, standing=standing)


def _without(ids: tuple[str, ...], one: str) -> tuple[str, ...]:
    return tuple(id for id in ids if id != one)


def ideas_of(state: State) -> list[Idea]:
    """The ideas that stand, in the order of their coming."""
    ordered = (state.ideas[state.order[number]] for number in range(len(state.order)))
    return [idea for idea in ordered if idea.stands]
