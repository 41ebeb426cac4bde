"""What happens in a pact."""

from dataclasses import dataclass
from typing import get_args

from methods.commitments.commands import NONE, Side
from workshop.messages import Day, Id, Line


@dataclass(frozen=True, slots=True)
class Committed:
    """Somebody commits to something, and has confirmed it by writing it; `number` is that of their coming."""

    id: Id
    maker: Id
    number: int
    text: Line
    who: Line = ""
    side: Side = "citizens"
    due: Day = ""
    seen: Line = ""
    origin: Id = NONE


@dataclass(frozen=True, slots=True)
class Noted:
    """The facilitator wrote down what somebody commits to."""

    id: Id
    text: Line
    who: Line
    side: Side = "citizens"
    due: Day = ""
    seen: Line = ""
    origin: Id = NONE


@dataclass(frozen=True, slots=True)
class Corrected:
    """A commitment is in other words."""

    commitment: Id
    text: Line
    who: Line = ""
    side: Side = "citizens"
    due: Day = ""
    seen: Line = ""
    origin: Id = NONE


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """It is no commitment any more."""

    commitment: Id


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Somebody confirmed it on their phone; `number` is that of their coming."""

    commitment: Id
    by: Id
    number: int = 0


@dataclass(frozen=True, slots=True)
class ConfirmedAloud:
    """It was confirmed aloud; `by` says who did, as the facilitator heard it."""

    commitment: Id
    by: Line


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """It is to be confirmed again: it has other words now, or it was confirmed by mistake."""

    commitment: Id


@dataclass(frozen=True, slots=True)
class Helped:
    """Somebody helps with it, or not any more."""

    commitment: Id
    by: Id
    yes: bool = True


@dataclass(frozen=True, slots=True)
class Picked:
    """Somebody takes up a commitment to correct it; `by` is "facilitator" at the console."""

    commitment: Id
    by: Id = "facilitator"


@dataclass(frozen=True, slots=True)
class Leafed:
    """The facilitator looks at the commitments below a number."""

    below: int


@dataclass(frozen=True, slots=True)
class Closed:
    """The pact stands as it is."""


@dataclass(frozen=True, slots=True)
class Reopened:
    """The pact can be worked on again."""


Event = (
    Committed | Noted | Corrected | Withdrawn | Confirmed | ConfirmedAloud | Unconfirmed | Helped | Picked | Leafed | Closed | Reopened
)  # fmt: skip
EVENTS: tuple[type, ...] = get_args(Event)
