"""What happens in a 1-2-4-All: the events."""

from dataclasses import dataclass
from typing import Literal

from methods.one_two_four_all.vocabulary import GroupNo, Number, Stage, Together
from workshop.messages import Id, Line, TableNumber


@dataclass(frozen=True)
class Entered:
    """A phase began, or was gone back to."""

    stage: Stage


@dataclass(frozen=True)
class Grouped:
    """The room formed groups, the first of which has the number 1."""

    stage: Together
    groups: tuple[tuple[Id, ...], ...]


@dataclass(frozen=True)
class Placed:
    """Somebody is in a group now, and no longer in the one that they left (0: in none before)."""

    person: Id
    stage: Together
    group: GroupNo
    left: GroupNo = 0


@dataclass(frozen=True)
class Joined:
    """A group that was too small went into another one, with all that it has."""

    stage: Together
    group: GroupNo
    into: GroupNo


@dataclass(frozen=True)
class Gone:
    """Somebody has left, and leaves a gap."""

    person: Id


@dataclass(frozen=True)
class DeviceSet:
    """A device speaks for the group of a number; "" takes it away."""

    device: Id
    table: TableNumber


@dataclass(frozen=True)
class Wrote:
    """Something was written; `sources` are the notes whose place it takes."""

    id: Id
    by: Id
    stage: Literal["alone", "pairs", "fours"]
    group: GroupNo
    text: Line
    sources: tuple[Id, ...] = ()


@dataclass(frozen=True)
class Withdrew:
    """Somebody took back what they wrote."""

    note: Id


@dataclass(frozen=True)
class Carried:
    """A group carries a note on, instead of some others, or does not any more."""

    note: Id
    stage: Together
    group: GroupNo
    on: bool
    instead: tuple[Id, ...] = ()


@dataclass(frozen=True)
class Supported:
    """An idea matters to somebody, or does not any more."""

    note: Id
    by: Id
    on: bool


@dataclass(frozen=True)
class Turned:
    """Somebody looks at the ideas from a number on."""

    by: Id
    start: Number


@dataclass(frozen=True)
class Hidden:
    """An idea is not shown any more."""

    note: Id


@dataclass(frozen=True)
class Restored:
    """What was hidden is shown again."""

    note: Id


Event = Entered | Grouped | Placed | Joined | Gone | DeviceSet | Wrote | Withdrew | Carried | Supported | Turned | Hidden | Restored
