"""What can be asked of a fist to five (commands), and what happens in one (events)."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from workshop.messages import Id, Line

Fingers = Annotated[int, Field(ge=0, le=5)]
RoundNumber = Annotated[int, Field(ge=1)]


@dataclass(frozen=True)
class Show:
    """Show so many fingers; `round` is the one that was on the screen."""

    round: RoundNumber
    fingers: Fingers


@dataclass(frozen=True)
class Wish:
    """What would raise one's hand."""

    text: Line


@dataclass(frozen=True)
class Reveal:
    """All hands are seen together."""


@dataclass(frozen=True)
class AskAgain:
    """Ask a second time."""


@dataclass(frozen=True)
class Showed:
    """Secret: how many fingers somebody shows."""

    round: int
    by: Id
    fingers: Fingers


@dataclass(frozen=True)
class Revealed:
    """How many people showed 0, 1, 2, 3, 4 and 5 fingers; `id` is that of the item that comes of it."""

    id: Id
    round: int
    hands: tuple[int, ...]


@dataclass(frozen=True)
class Wished:
    """Somebody said what would raise their hand."""

    id: Id
    round: int
    by: Id
    text: Line


@dataclass(frozen=True)
class AskedAgain:
    """A new round began."""

    round: int


Command = Show | Wish | Reveal | AskAgain
Event = Showed | Revealed | Wished | AskedAgain
