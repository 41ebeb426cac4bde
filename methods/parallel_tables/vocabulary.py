"""What can be asked of parallel tables: the commands. Tables and turns are numbered from 1; 0 stands for none."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from workshop.messages import Id, Line
from workshop.method import ANYBODY, FACILITATORS, MACHINE, PARTICIPANTS

Stage = Literal["welcome", "move", "talk", "harvest", "done"]
Number = Annotated[int, Field(ge=0, le=10_000_000)]
TableNo = Annotated[int, Field(ge=0, le=999)]
TurnNo = Annotated[int, Field(ge=0, le=9)]


@dataclass(frozen=True)
class Belong:
    """By what people are balanced: the district, the role, the language of this person."""

    value: Line


@dataclass(frozen=True)
class Choose:
    """Sit down at a table."""

    table: TableNo


@dataclass(frozen=True)
class AddTopic:
    """One table more, with its topic."""

    text: Line


@dataclass(frozen=True)
class SeatRoom:
    """Send everybody to a table."""


@dataclass(frozen=True)
class TakeSeats:
    """The answer of the machine: the table of each of these people."""

    asked: Number
    people: tuple[Id, ...]
    tables: tuple[TableNo, ...]


@dataclass(frozen=True)
class Enter:
    """Go to a phase: of a turn, or of a table in the harvest."""

    stage: Stage
    turn: TurnNo = 0
    table: TableNo = 0


@dataclass(frozen=True)
class Speak:
    """Speak for the table at which one sits, because nobody does."""


@dataclass(frozen=True)
class Write:
    """A note for the table; from the facilitator, one from its paper."""

    text: Line
    table: TableNo = 0


@dataclass(frozen=True)
class Withdraw:
    """Take one's own note back."""

    note: Id


@dataclass(frozen=True)
class Carry:
    """Carry a note on to the harvest, or not."""

    note: Id
    on: bool = True


@dataclass(frozen=True)
class Hide:
    """Take a note off every screen; it stays in the log."""

    note: Id


@dataclass(frozen=True)
class Restore:
    """Show what was hidden again."""

    note: Id


@dataclass(frozen=True)
class Look:
    """On the console: the notes of one table; 0 for none."""

    table: TableNo = 0


Command = (
    Belong | Choose | AddTopic | SeatRoom | TakeSeats | Enter | Speak | Write | Withdraw | Carry | Hide | Restore | Look
)  # fmt: skip

ROLES = {
    Belong: PARTICIPANTS,
    Choose: PARTICIPANTS,
    AddTopic: FACILITATORS,
    SeatRoom: FACILITATORS,
    TakeSeats: MACHINE,
    Enter: FACILITATORS,
    Speak: PARTICIPANTS,
    Write: ANYBODY,
    Withdraw: PARTICIPANTS,
    Carry: ANYBODY,
    Hide: FACILITATORS,
    Restore: FACILITATORS,
    Look: FACILITATORS,
}
