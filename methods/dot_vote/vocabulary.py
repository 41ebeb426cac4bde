"""What can be asked of a dot vote (commands), and what happens in one (events)."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from workshop.messages import Id

Dots = Annotated[int, Field(ge=0, le=50)]
Number = Annotated[int, Field(ge=0, le=10_000_000)]


@dataclass(frozen=True)
class Place:
    """Have this many dots on an option from now on."""

    option: Id
    dots: Dots


@dataclass(frozen=True)
class Turn:
    """Other options to look at: one's next page, from the option of a number on."""

    page: Number
    start: Number


@dataclass(frozen=True)
class Show:
    """End the vote and show the result."""


@dataclass(frozen=True)
class Reopen:
    """Let people change their dots again."""


@dataclass(frozen=True)
class CountHands:
    """From people without a phone: so many hands or dots for an option, from `people` in all."""

    option: Id
    dots: Number
    people: Number


@dataclass(frozen=True)
class Placed:
    """Secret: how many dots somebody has on an option."""

    by: Id
    option: Id
    dots: int


@dataclass(frozen=True)
class Turned:
    """Somebody looks at another page of options."""

    by: Id
    page: Number
    start: Number


@dataclass(frozen=True)
class Counted:
    """The vote ended: how many voted, and the dots of each option; no dots where too few voted. Of them, `people` had no phone."""

    voters: int
    dots: dict[str, int]
    people: int = 0


@dataclass(frozen=True)
class HandsCounted:
    """People without a phone, `people` in all, give an option so many dots: counted in the open."""

    option: Id
    dots: int
    people: int


@dataclass(frozen=True)
class Reopened:
    """The vote goes on."""


Command = Place | Turn | Show | Reopen | CountHands
Event = Placed | Turned | Counted | Reopened | HandsCounted
