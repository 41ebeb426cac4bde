"""What can be asked of a round of speakers (commands), and what happens in one (events)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal, get_args

from pydantic import Field

from workshop.messages import Id, Line
from workshop.method import ANYBODY, FACILITATORS, Role

How = Literal["spoke", "passed", "skipped"]
Time = Annotated[int, Field(ge=0)]
Number = Annotated[int, Field(ge=0, le=10_000_000)]
OptionalId = Id | Literal[""]


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a round: the number of their coming; the `name` of somebody without a phone, as the facilitator wrote it."""

    id: Id
    number: Number = 0
    name: Line = ""
    guest: bool = False


@dataclass(frozen=True, slots=True)
class BeginRound:
    """Begin a round with everybody who is here."""


@dataclass(frozen=True, slots=True)
class EndTurn:
    """Somebody has spoken: oneself, or, from the facilitator, the one who speaks."""

    person: Id


@dataclass(frozen=True, slots=True)
class PassTurn:
    """Somebody leaves it to the others this time, now or before their turn."""

    person: Id


@dataclass(frozen=True, slots=True)
class SkipTurn:
    """The facilitator goes past somebody, who can be put back."""

    person: Id


@dataclass(frozen=True, slots=True)
class ReturnTurn:
    """The last one who had the word has it again: the turn was ended by mistake."""

    person: Id


@dataclass(frozen=True, slots=True)
class PutBack:
    """Who passed, or was skipped, wants to speak after all: at the end."""

    person: Id


@dataclass(frozen=True, slots=True)
class MoveTurn:
    """Somebody who waits speaks before somebody else who waits; "" is at the end."""

    person: Id
    before: OptionalId = ""


@dataclass(frozen=True, slots=True)
class AddSpeaker:
    """Somebody without a phone speaks too."""

    name: Line = ""


@dataclass(frozen=True, slots=True)
class CloseRound:
    """The round is over, whoever has not spoken."""


@dataclass(frozen=True, slots=True)
class ReopenRound:
    """The round goes on after all."""


@dataclass(frozen=True, slots=True)
class RoundBegun:
    """A round began, in this order; `seconds` for each, 0 for as long as it takes."""

    number: Number
    members: tuple[Member, ...]
    at: Time
    seconds: Number = 0
    passing: bool = True


@dataclass(frozen=True, slots=True)
class TurnEnded:
    """Somebody has had their turn, or leaves it to the others; the next one has the word."""

    person: Id
    how: How
    at: Time


@dataclass(frozen=True, slots=True)
class TurnReturned:
    """The last one who had the word has it again."""

    person: Id
    at: Time


@dataclass(frozen=True, slots=True)
class PersonPutBack:
    """Who had passed, or was skipped, speaks at the end."""

    person: Id
    at: Time


@dataclass(frozen=True, slots=True)
class TurnMoved:
    """Somebody speaks before somebody else, or at the end ("")."""

    person: Id
    before: OptionalId = ""


@dataclass(frozen=True, slots=True)
class SpeakerCame:
    """Somebody came, or came back, and speaks at the end unless they have spoken."""

    member: Member
    at: Time


@dataclass(frozen=True, slots=True)
class SpeakerLeft:
    """Somebody left: the round goes past them."""

    person: Id
    at: Time


@dataclass(frozen=True, slots=True)
class RoundClosed:
    """The round is over."""

    at: Time


@dataclass(frozen=True, slots=True)
class RoundReopened:
    """The round goes on."""

    at: Time


Command = BeginRound | EndTurn | PassTurn | SkipTurn | ReturnTurn | PutBack | MoveTurn | AddSpeaker | CloseRound | ReopenRound
Event = (
    RoundBegun | TurnEnded | TurnReturned | PersonPutBack | TurnMoved | SpeakerCame | SpeakerLeft | RoundClosed | RoundReopened
)  # fmt: skip
EVENTS: tuple[type, ...] = get_args(Event)
COMMANDS: Mapping[type, frozenset[Role]] = {
    **dict.fromkeys((EndTurn, PassTurn, PutBack), ANYBODY),
    **dict.fromkeys((BeginRound, SkipTurn, ReturnTurn, MoveTurn, AddSpeaker, CloseRound, ReopenRound), FACILITATORS),
}
