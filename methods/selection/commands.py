"""What people in the room and the facilitator may ask for in a selection, and who may."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from methods.selection.state import Phase, Signal
from workshop import circle
from workshop.messages import Id, Line, Paragraph
from workshop.method import ANYBODY, FACILITATORS, PARTICIPANTS, Role

Number = Annotated[int, Field(ge=0, le=100_000)]


@dataclass(frozen=True)
class DescribeRole:
    title: Line
    tasks: Paragraph = ""
    qualities: Paragraph = ""
    term: Line = ""
    review_date: Line = ""


@dataclass(frozen=True)
class PutName:
    """Puts oneself on the list of names: whoever is on it can be nominated."""

    name: Line


@dataclass(frozen=True)
class ListNames:
    """Names of people without a phone, or who are not here, one a line."""

    names: Paragraph


@dataclass(frozen=True)
class DropName:
    candidate: Id


@dataclass(frozen=True)
class Go:
    to: Phase


@dataclass(frozen=True)
class Nominate:
    nominee: Id
    reason: Line = ""


@dataclass(frozen=True)
class Abstain:
    pass


@dataclass(frozen=True)
class AddPaper:
    """What somebody without a phone wrote on paper."""

    nominee: Id
    reason: Line = ""
    name: Line = ""


@dataclass(frozen=True)
class CloseNominations:
    pass


@dataclass(frozen=True)
class ReopenNominations:
    pass


@dataclass(frozen=True)
class Explain:
    """Why one nominates whom one nominates; the facilitator writes it for the nomination of an id."""

    reason: Line
    nomination: Line = ""


@dataclass(frozen=True)
class Ask:
    nominee: Id
    text: Line


@dataclass(frozen=True)
class Answer:
    question: Id
    text: Paragraph


@dataclass(frozen=True)
class Hide:
    """Takes a reason or a question off the screens; the record counts it, but does not print it."""

    what: Id


@dataclass(frozen=True)
class Restore:
    what: Id


@dataclass(frozen=True)
class Change:
    """Nominates somebody else, for a reason that was heard."""

    nominee: Id
    reason: Line


@dataclass(frozen=True)
class Draw:
    """Draws between those who are named by as many."""


@dataclass(frozen=True)
class Propose:
    nominee: Id
    reason: Paragraph
    term: Line = ""
    condition: Line = ""


@dataclass(frozen=True)
class OpenCall:
    pass


@dataclass(frozen=True)
class Respond:
    """`call` is the call that the phone showed, so that a late tap never counts for another proposal."""

    call: int
    signal: Signal


@dataclass(frozen=True)
class NomineeSays:
    """What the person proposed says aloud, having no phone."""

    signal: Signal


@dataclass(frozen=True)
class CountHands:
    consent: Number = 0
    concern: Number = 0


@dataclass(frozen=True)
class CloseCall:
    pass


@dataclass(frozen=True)
class Argue:
    objection: Id
    text: Line


@dataclass(frozen=True)
class Drop:
    """The objection does not stand any more: its owner says so, or the facilitator in their place."""

    objection: Id


@dataclass(frozen=True)
class Shorten:
    objection: Id
    term: Line


@dataclass(frozen=True)
class Require:
    """Another condition, such as somebody who helps, resolves the objection."""

    objection: Id
    condition: Line


@dataclass(frozen=True)
class Accept:
    pass


@dataclass(frozen=True)
class Refuse:
    reason: Line = ""


@dataclass(frozen=True)
class Postpone:
    """Nobody is selected today."""

    reason: Line
    when: Line = ""


@dataclass(frozen=True)
class Reopen:
    pass


Command = (
    DescribeRole | PutName | ListNames | DropName | Go | Nominate | Abstain | AddPaper | CloseNominations | ReopenNominations
    | Explain | Ask | Answer | Hide | Restore | Change | Draw | Propose | OpenCall | Respond | NomineeSays | CountHands | CloseCall
    | Argue | Drop | Shorten | Require | Accept | Refuse | Postpone | Reopen
)  # fmt: skip

ROLES: Mapping[type, frozenset[Role]] = {
    **circle.COMMANDS,
    **dict.fromkeys((PutName, Nominate, Abstain, Ask, Change, Respond), PARTICIPANTS),
    **dict.fromkeys((Explain, Argue, Drop, Accept, Refuse), ANYBODY),
    **dict.fromkeys((DescribeRole, ListNames, DropName, Go, AddPaper, CloseNominations, ReopenNominations), FACILITATORS),
    **dict.fromkeys((Answer, Hide, Restore, Draw, Propose, OpenCall, NomineeSays, CountHands, CloseCall), FACILITATORS),
    **dict.fromkeys((Shorten, Require, Postpone, Reopen), FACILITATORS),
}
