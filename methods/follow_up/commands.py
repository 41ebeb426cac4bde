"""What can be asked in a follow-up."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from workshop.messages import Day, Id, Line
from workshop.method import FACILITATORS, PARTICIPANTS, Role

Status = Literal["done", "under_way", "stuck", "dropped", "kept", "to_change", "ended"]
Stage = Literal["start", "look", "over"]
NONE = "none"


@dataclass(frozen=True, slots=True)
class See:
    """How I see it: where this commitment stands, or whether this decision should stay."""

    thing: Id
    status: Status


@dataclass(frozen=True, slots=True)
class Go:
    """Look at the things from a number on, at the beginning, or at where everything stands."""

    to: Stage
    start: Annotated[int, Field(ge=0, le=10_000)] = 0


@dataclass(frozen=True, slots=True)
class Reveal:
    """Show how the room sees what is looked at."""


@dataclass(frozen=True, slots=True)
class Reask:
    """Hide it again, and let people change what they said."""


@dataclass(frozen=True, slots=True)
class Record:
    """The outcome, by one press: a note and a day that were written before stay."""

    thing: Id
    status: Status


@dataclass(frozen=True, slots=True)
class WriteDown:
    """The outcome, with a note, and the day on which it is looked at again."""

    thing: Id
    status: Status
    note: Line = ""
    review_date: Day = ""


@dataclass(frozen=True, slots=True)
class Pick:
    """Take up one of the things to write its outcome down; "none" puts it back."""

    thing: Id = NONE


Command = See | Go | Reveal | Reask | Record | WriteDown | Pick
ROLES: Mapping[type, frozenset[Role]] = {
    See: PARTICIPANTS,
    **dict.fromkeys((Go, Reveal, Reask, Record, WriteDown, Pick), FACILITATORS),
}
