"""What can be asked of a check-in (commands), and what happens in one (events)."""

from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import Field

from workshop.messages import Id, Line

PAPER: Final = "paper-"
Number = Annotated[int, Field(ge=0, le=10_000_000)]


@dataclass(frozen=True)
class Answer:
    """Say it, or say it anew; from the facilitator, what somebody without a phone said or wrote."""

    text: Line


@dataclass(frozen=True)
class Show:
    """Show the answers."""


@dataclass(frozen=True)
class Hide:
    """Hide the answers again."""


@dataclass(frozen=True)
class HideAnswer:
    """Take one answer off every screen: a sentence by its id, or a word, whoever says it."""

    answer: Line


@dataclass(frozen=True)
class RestoreAnswer:
    """Show a hidden answer again."""

    answer: Line


@dataclass(frozen=True)
class Leaf:
    """On the console: the answers below a number, or the newest."""

    below: Number = 0


@dataclass(frozen=True)
class Answered:
    """Somebody answered; `by` begins with "paper-" for somebody without a phone."""

    by: Id
    text: Line


@dataclass(frozen=True)
class Shown:
    """The answers were shown."""


@dataclass(frozen=True)
class HiddenAgain:
    """The answers were hidden again."""


@dataclass(frozen=True)
class AnswerHidden:
    """One answer was taken off the screens."""

    answer: Line


@dataclass(frozen=True)
class AnswerRestored:
    """A hidden answer is shown again."""

    answer: Line


@dataclass(frozen=True)
class Leafed:
    """The console shows the answers below a number, or the newest (0)."""

    below: Number


Command = Answer | Show | Hide | HideAnswer | RestoreAnswer | Leaf
Event = Answered | Shown | HiddenAgain | AnswerHidden | AnswerRestored | Leafed
