"""What can be asked of a World Café: the commands. Tables and rounds are numbered from 1; 0 stands for none."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from workshop.messages import Id, Line, PictureId
from workshop.method import ANYBODY, FACILITATORS, MACHINE, PARTICIPANTS

Stage = Literal["welcome", "move", "talk", "harvest", "done"]
Number = Annotated[int, Field(ge=0, le=10_000_000)]
TableNo = Annotated[int, Field(ge=0, le=999)]
RoundNo = Annotated[int, Field(ge=0, le=99)]


@dataclass(frozen=True)
class Volunteer:
    """Would like to host a table, or rather not."""

    on: bool = True


@dataclass(frozen=True)
class Belong:
    """What is mixed at the tables: the district, the role, the language of this person."""

    value: Line


@dataclass(frozen=True)
class ComeWith:
    """A word that is the same for those who came together, so that they sit apart."""

    word: Line


@dataclass(frozen=True)
class ListPeople:
    """On the console: who is here, to name hosts."""


@dataclass(frozen=True)
class NameHosts:
    """These people are to host a table; before anybody is seated."""

    people: tuple[Id, ...]


@dataclass(frozen=True)
class AddGuest:
    """Somebody without a phone, called so, who is to have a seat too."""

    called: Line


@dataclass(frozen=True)
class RemoveGuest:
    """Somebody without a phone has left."""

    person: Id


@dataclass(frozen=True)
class SeatRoom:
    """Give everybody a table for each round."""


@dataclass(frozen=True)
class SeatSimply:
    """Do not wait for the machine: seat people by a simple rotation."""


@dataclass(frozen=True)
class Sit:
    """Asks for a seat in the round that is on."""


@dataclass(frozen=True)
class TakeSeats:
    """The answer of the machine: for each round to come the table of each of these people."""

    asked: Number
    people: tuple[Id, ...]
    rounds: tuple[tuple[TableNo, ...], ...]
    proven: bool = False


@dataclass(frozen=True)
class Enter:
    """Go to a phase: of a round, or of a table in the harvest."""

    stage: Stage
    round: RoundNo = 0
    table: TableNo = 0


@dataclass(frozen=True)
class Write:
    """A note, for the table and the round in which it was written; from the facilitator, one from the paper of a table."""

    text: Line
    table: TableNo = 0
    round: RoundNo = 0


@dataclass(frozen=True)
class AttachPicture:
    """A photo of the paper on a table, as it was in a round; `alt` says what is on it."""

    picture: PictureId
    table: TableNo
    alt: Line = ""
    round: RoundNo = 0


@dataclass(frozen=True)
class TakeDown:
    """Take such a photo down."""

    cloth: Id


@dataclass(frozen=True)
class Withdraw:
    """Take one's own note back."""

    note: Id


@dataclass(frozen=True)
class Carry:
    """Carry a note on to the next rounds and to the harvest, or not."""

    note: Id
    on: bool = True


@dataclass(frozen=True)
class Hide:
    """Take a note or a pattern off every screen; it stays in the log."""

    note: Id


@dataclass(frozen=True)
class Restore:
    """Show what was hidden again."""

    note: Id


@dataclass(frozen=True)
class TakeOver:
    """Host the table at which one sits, because nobody does."""


@dataclass(frozen=True)
class SetHost:
    """Somebody who sits at a table hosts it from now on."""

    table: TableNo
    person: Id


@dataclass(frozen=True)
class AddTable:
    """One table more."""


@dataclass(frozen=True)
class CloseTable:
    """A table that nobody sits at any more."""

    table: TableNo


@dataclass(frozen=True)
class OpenTable:
    """A closed table is used again."""

    table: TableNo


@dataclass(frozen=True)
class Spot:
    """A pattern that somebody hears across the tables."""

    text: Line


@dataclass(frozen=True)
class HearAgain:
    """A pattern is heard at the table of the moment too, or not."""

    pattern: Id


@dataclass(frozen=True)
class Look:
    """On the console: one table, its people and its notes below a number; 0 for none."""

    table: TableNo = 0
    below: Number = 0


Command = (
    Volunteer | Belong | ComeWith | ListPeople | NameHosts | AddGuest | RemoveGuest | SeatRoom | SeatSimply | Sit | TakeSeats | Enter
    | Write | Withdraw | Carry | Hide | Restore | TakeOver | SetHost | AddTable | CloseTable | OpenTable | Spot | HearAgain | Look
)  # fmt: skip

ROLES = {
    Volunteer: PARTICIPANTS,
    Belong: PARTICIPANTS,
    ComeWith: PARTICIPANTS,
    ListPeople: FACILITATORS,
    NameHosts: FACILITATORS,
    AddGuest: FACILITATORS,
    RemoveGuest: FACILITATORS,
    SeatRoom: FACILITATORS,
    SeatSimply: FACILITATORS,
    Sit: PARTICIPANTS,
    TakeSeats: MACHINE,
    Enter: FACILITATORS,
    Write: ANYBODY,
    AttachPicture: ANYBODY,
    TakeDown: ANYBODY,
    Withdraw: PARTICIPANTS,
    Carry: ANYBODY,
    Hide: FACILITATORS,
    Restore: FACILITATORS,
    TakeOver: PARTICIPANTS,
    SetHost: FACILITATORS,
    AddTable: FACILITATORS,
    CloseTable: FACILITATORS,
    OpenTable: FACILITATORS,
    Spot: ANYBODY,
    HearAgain: FACILITATORS,
    Look: FACILITATORS,
}
