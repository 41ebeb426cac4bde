"""What happens in a follow-up."""

from dataclasses import dataclass
from typing import get_args

from methods.follow_up.commands import NONE, Stage, Status
from workshop.messages import Day, Id, Line


@dataclass(frozen=True, slots=True)
class Seen:
    """Secret: how somebody sees it."""

    by: Id
    thing: Id
    status: Status


@dataclass(frozen=True, slots=True)
class Went:
    """The room looks at the things from a number on, at the beginning, or at where everything stands."""

    to: Stage
    start: int = 0


@dataclass(frozen=True, slots=True)
class Count:
    """How many said what; `of` is left out where too few did."""

    people: int
    of: dict[str, int]


@dataclass(frozen=True, slots=True)
class Revealed:
    """How the room sees some things, by their ids."""

    counts: dict[str, Count]


@dataclass(frozen=True, slots=True)
class Reasked:
    """People can change how they see these things."""

    things: tuple[Id, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """The outcome of one thing."""

    thing: Id
    status: Status
    note: Line = ""
    review_date: Day = ""


@dataclass(frozen=True, slots=True)
class Picked:
    """The facilitator takes up one of the things."""

    thing: Id = NONE


Event = Seen | Went | Revealed | Reasked | Recorded | Picked
EVENTS: tuple[type, ...] = get_args(Event)
