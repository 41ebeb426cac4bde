"""What can be asked of a 1-2-4-All: the commands. Groups are numbered from 1; 0 stands for none."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from workshop.messages import Id, Line
from workshop.method import ANYBODY, FACILITATORS, PARTICIPANTS

Stage = Literal["welcome", "alone", "pairs", "fours", "all", "done"]
Together = Literal["pairs", "fours"]
GroupNo = Annotated[int, Field(ge=0, le=9999)]
Number = Annotated[int, Field(ge=0, le=10_000_000)]


@dataclass(frozen=True)
class Enter:
    """Go to a phase; groups form by themselves."""

    stage: Stage


@dataclass(frozen=True)
class Write:
    """A thought of one's own, or of the group in which one is; from the facilitator, what a group of four says."""

    text: Line
    stage: Literal["alone", "pairs", "fours"] = "alone"
    group: GroupNo = 0


@dataclass(frozen=True)
class Withdraw:
    """Take back what one wrote."""

    note: Id


@dataclass(frozen=True)
class Carry:
    """The group carries a note on, or not."""

    note: Id
    stage: Together
    group: GroupNo
    on: bool = True


@dataclass(frozen=True)
class Support:
    """An idea matters to somebody, or does not any more."""

    note: Id
    on: bool = True


@dataclass(frozen=True)
class Turn:
    """Look at the ideas from a number on."""

    start: Number


@dataclass(frozen=True)
class Hide:
    """Take an idea off every screen; it stays in the log."""

    note: Id


@dataclass(frozen=True)
class Restore:
    """Show what was hidden again."""

    note: Id


Command = Enter | Write | Withdraw | Carry | Support | Turn | Hide | Restore

ROLES = {
    Enter: FACILITATORS,
    Write: ANYBODY,
    Withdraw: PARTICIPANTS,
    Carry: PARTICIPANTS,
    Support: PARTICIPANTS,
    Turn: PARTICIPANTS,
    Hide: FACILITATORS,
    Restore: FACILITATORS,
}
