"""What can be asked in a round of speakers (commands), and what happens there (events), beside what every round has."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal, get_args

from pydantic import Field

from workshop import circle
from workshop.messages import Id, Line
from workshop.method import ANYBODY, FACILITATORS, Role

Place = Annotated[int, Field(ge=0, le=20)]


@dataclass(frozen=True, slots=True)
class Enter:
    """Go to a round, from 1; 0 is the welcome, and the one after the last the end."""

    place: Place


@dataclass(frozen=True, slots=True)
class WriteNote:
    """Note what was said: by oneself, or, from the facilitator, by a person of the round."""

    text: Line
    person: Id | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Take a note back: one's own, or, from the facilitator, any."""

    note: Id


@dataclass(frozen=True, slots=True)
class Hide:
    """Take a note off the screens."""

    note: Id


@dataclass(frozen=True, slots=True)
class Restore:
    """Show a hidden note again."""

    note: Id


@dataclass(frozen=True, slots=True)
class Entered:
    """This round is looked at now."""

    place: Place


@dataclass(frozen=True, slots=True)
class Noted:
    """Something that somebody said was noted."""

    id: Id
    round: Place
    by: Id
    text: Line


@dataclass(frozen=True, slots=True)
class Withdrew:
    """A note was taken back."""

    note: Id


@dataclass(frozen=True, slots=True)
class Hidden:
    """A note was taken off the screens."""

    note: Id


@dataclass(frozen=True, slots=True)
class Restored:
    """A hidden note is shown again."""

    note: Id


Command = Enter | WriteNote | Withdraw | Hide | Restore | circle.Command
Own = Entered | Noted | Withdrew | Hidden | Restored
Event = Own | circle.Event
EVENTS: tuple[type, ...] = (*get_args(Own), *circle.EVENTS)
ROLES: Mapping[type, frozenset[Role]] = {
    **dict.fromkeys((Enter, Hide, Restore), FACILITATORS),
    **dict.fromkeys((WriteNote, Withdraw), ANYBODY),
    **circle.COMMANDS,
}
