"""What people in the room and the facilitator may ask for in a consent decision, and who may."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from methods.consent import state
from workshop import circle
from workshop.messages import Id, Line, Paragraph
from workshop.method import ANYBODY, FACILITATORS, PARTICIPANTS, Role

OptionalId = Id | Literal[""]
Number = Annotated[int, Field(ge=0, le=100_000)]


@dataclass(frozen=True, slots=True)
class StateDriver:
    happens: Paragraph
    matters: Paragraph = ""


@dataclass(frozen=True, slots=True)
class ConfirmDriver:
    pass


@dataclass(frozen=True, slots=True)
class Go:
    to: state.Phase


@dataclass(frozen=True, slots=True)
class Propose:
    """Write the proposal; `origin` says what it comes from: the id of an item, "all", "none", or "" for what stands there."""

    text: Paragraph
    responsible: Line = ""
    criteria: Paragraph = ""
    review_date: Line = ""
    origin: Annotated[Line, Field(pattern=r"^[A-Za-z0-9_.:/-]*$")] = ""


@dataclass(frozen=True, slots=True)
class Ask:
    text: Line


@dataclass(frozen=True, slots=True)
class Answer:
    question: Id
    text: Paragraph


@dataclass(frozen=True, slots=True)
class React:
    text: Line


@dataclass(frozen=True, slots=True)
class Pass:
    pass


@dataclass(frozen=True, slots=True)
class Hide:
    """Takes a question, a reaction or a suggestion off the screens; the record counts it, but does not print it."""

    what: Id


@dataclass(frozen=True, slots=True)
class Restore:
    what: Id


@dataclass(frozen=True, slots=True)
class Leaf:
    """On the console: the contributions below a place, or the newest."""

    below: Annotated[int, Field(ge=0, le=10_000_000)] = 0


@dataclass(frozen=True, slots=True)
class Signal:
    """`round` is the call that the phone showed, so that a late tap never counts for another text."""

    round: int
    signal: state.Signal


@dataclass(frozen=True, slots=True)
class CloseCall:
    pass


@dataclass(frozen=True, slots=True)
class CountHands:
    consent: Number = 0
    concern: Number = 0


@dataclass(frozen=True, slots=True)
class AddPaper:
    kind: Literal["concern", "objection"]
    text: Line


@dataclass(frozen=True, slots=True)
class Argue:
    """Says, or says better, what an argument is."""

    argument: Id
    text: Line


@dataclass(frozen=True, slots=True)
class Doubt:
    """Doubts an argument, or one of its doubts (`about`); said again, once it was doubted itself, it is what remains of it."""

    argument: Id
    text: Line
    about: OptionalId = ""


@dataclass(frozen=True, slots=True)
class HearDoubts:
    """The doubts about the argument, or about one of its doubts, were heard: now its owner says what remains."""

    argument: Id
    about: OptionalId = ""


@dataclass(frozen=True, slots=True)
class LetGo:
    """A doubt is taken back by whoever had it, or by the facilitator on their word."""

    argument: Id
    doubt: Id


@dataclass(frozen=True, slots=True)
class Judge:
    """Whether an argument passes one of the four tests: said by its owner, or by the facilitator on their word."""

    argument: Id
    test: state.Criterion
    holds: bool


@dataclass(frozen=True, slots=True)
class MakeObjection:
    """A concern that is more than a doubt: it is tested as a possible objection."""

    argument: Id


@dataclass(frozen=True, slots=True)
class Adopt:
    """Somebody makes an argument their own whose owner has left, or that came on paper."""

    argument: Id


@dataclass(frozen=True, slots=True)
class TakeUp:
    """Somebody is the proposer."""


@dataclass(frozen=True, slots=True)
class LayDown:
    """Nobody in the room is the proposer any more."""


@dataclass(frozen=True, slots=True)
class Another:
    """Goes on to another proposal, once this one has its outcome."""


@dataclass(frozen=True, slots=True)
class Qualify:
    argument: Id


@dataclass(frozen=True, slots=True)
class Drop:
    argument: Id


@dataclass(frozen=True, slots=True)
class MakeConcern:
    argument: Id


@dataclass(frozen=True, slots=True)
class Suggest:
    argument: Id
    text: Line


@dataclass(frozen=True, slots=True)
class Widen:
    """After the objector, everybody is asked what would resolve the objection."""

    argument: Id


@dataclass(frozen=True, slots=True)
class Amend:
    argument: Id
    text: Paragraph
    responsible: Line = ""
    criteria: Paragraph = ""
    review_date: Line = ""


@dataclass(frozen=True, slots=True)
class Shorten:
    argument: Id
    term: Line


@dataclass(frozen=True, slots=True)
class Measure:
    argument: Id
    criterion: Line


@dataclass(frozen=True, slots=True)
class Confirm:
    """The objector confirms that the offer integrates the objection; the facilitator may do it in their place."""

    argument: Id


@dataclass(frozen=True, slots=True)
class ConfirmProposer:
    argument: Id


@dataclass(frozen=True, slots=True)
class Decline:
    argument: Id
    text: Line = ""


@dataclass(frozen=True, slots=True)
class Close:
    result: state.Ending
    who: Line = ""
    when: Line = ""
    reason: Line = ""


@dataclass(frozen=True, slots=True)
class Reopen:
    pass


Own = (
    StateDriver | ConfirmDriver | Go | Propose | Ask | Answer | React | Pass | Hide | Restore
    | Signal | CloseCall | CountHands | AddPaper
    | Argue | Doubt | HearDoubts | Qualify | Drop | MakeConcern | Suggest | Amend | Shorten | Measure
    | Confirm | ConfirmProposer | Decline | Close | Reopen | Leaf
    | Widen | LetGo | Judge | MakeObjection | Adopt | TakeUp | LayDown | Another
)  # fmt: skip

Command = Own | circle.Command

ROLES: Mapping[type, frozenset[Role]] = {
    **circle.COMMANDS,
    **dict.fromkeys((StateDriver, ConfirmDriver, Go, Propose, Answer, CloseCall, CountHands, AddPaper), FACILITATORS),
    **dict.fromkeys((HearDoubts, Qualify, Widen, Shorten, Measure, LayDown, Another), FACILITATORS),
    **dict.fromkeys((Close, Reopen, Hide, Restore, Leaf), FACILITATORS),
    **dict.fromkeys((Ask, React, Pass, Signal, Doubt, Suggest, Adopt, TakeUp), PARTICIPANTS),
    **dict.fromkeys((Argue, Drop, Confirm, ConfirmProposer, Decline, Amend, MakeConcern, MakeObjection, LetGo, Judge), ANYBODY),
}
