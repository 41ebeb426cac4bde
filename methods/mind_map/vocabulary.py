"""What can be asked of a mind map (commands), and what happens to one (events)."""

from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field

from workshop.messages import Id, Line

Round = Annotated[int, Field(ge=0)]


@dataclass(frozen=True)
class Proposal:
    """A group as the machine proposes it."""

    title: Line
    ideas: tuple[Id, ...]


@dataclass(frozen=True)
class TakeGrouping:
    """From the machine: how the free ideas can be grouped."""

    round: Round
    groups: tuple[Proposal, ...]


@dataclass(frozen=True)
class TakePlaces:
    """From the machine: the nearest group of each idea that came later."""

    round: Round
    places: dict[Id, Id] = field(default_factory=dict)


@dataclass(frozen=True)
class Regroup:
    """Have the ideas grouped again, but for what people fixed."""


@dataclass(frozen=True)
class PlaceNew:
    """Have the ideas that are not yet placed put into their nearest groups."""


@dataclass(frozen=True)
class Rename:
    """Give a group a title."""

    group: Id
    title: Line


@dataclass(frozen=True)
class Merge:
    """Put one group into another."""

    group: Id
    into: Id


@dataclass(frozen=True)
class Move:
    """Put an idea into a group; into a new one where `to` is empty."""

    card: Id
    to: Annotated[str, Field(max_length=64)] = ""


@dataclass(frozen=True)
class Add:
    """A card that somebody wrote on paper, into a group; to those not yet placed where `group` is empty."""

    text: Line
    group: Annotated[str, Field(max_length=64)] = ""


@dataclass(frozen=True)
class Lock:
    """Keep the map as it is."""


@dataclass(frozen=True)
class Unlock:
    """Go on arranging."""


@dataclass(frozen=True)
class Turn:
    """On the console: the ideas of a group (or of those not yet placed) from one on; from the first where `start` is empty."""

    group: Id
    start: Annotated[str, Field(max_length=64)] = ""


@dataclass(frozen=True)
class Show:
    """On the wall: one group large, with all its ideas; the whole map where `group` is empty."""

    group: Annotated[str, Field(max_length=64)] = ""


@dataclass(frozen=True)
class SortingAsked:
    """The machine was asked; `all` ideas that are free, or only those not yet placed."""

    round: Round
    all: bool
    seed: int


@dataclass(frozen=True)
class NewGroup:
    """A group that a grouping made."""

    id: Id
    title: Line
    ideas: tuple[Id, ...]


@dataclass(frozen=True)
class Grouped:
    """The free ideas were grouped."""

    round: Round
    groups: tuple[NewGroup, ...]


@dataclass(frozen=True)
class Placed:
    """Ideas that came later were put into groups."""

    round: Round
    places: dict[Id, Id]


@dataclass(frozen=True)
class Renamed:
    """A group has a title that somebody gave it."""

    group: Id
    title: Line


@dataclass(frozen=True)
class Merged:
    """One group went into another."""

    group: Id
    into: Id


@dataclass(frozen=True)
class Moved:
    """An idea was put into a group, which is new where `title` is given."""

    card: Id
    to: Id
    title: Line = ""


@dataclass(frozen=True)
class Added:
    """A card came in on paper."""

    id: Id
    text: Line
    group: str = ""


@dataclass(frozen=True)
class Locked:
    """The map is kept as it is."""


@dataclass(frozen=True)
class Unlocked:
    """The arranging goes on."""


@dataclass(frozen=True)
class Turned:
    """The console shows the ideas of a group from one on."""

    group: Id
    start: str


@dataclass(frozen=True)
class Shown:
    """The wall shows one group, or the whole map."""

    group: str


Command = TakeGrouping | TakePlaces | Regroup | PlaceNew | Rename | Merge | Move | Add | Lock | Unlock | Turn | Show
Event = SortingAsked | Grouped | Placed | Renamed | Merged | Moved | Added | Locked | Unlocked | Turned | Shown
