"""What happens in a process beside what its workshops do: what staff add. The actor of each is whoever signed in."""

from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field

from workshop.messages import Id, Line, Paragraph
from workshop.process.vocabulary import About, Code, Ref, Standing, Status, Support
from workshop.redacted import WordsErased


@dataclass(frozen=True, slots=True)
class Founded:
    """The process exists."""

    code: Code
    about: About


@dataclass(frozen=True, slots=True)
class Described:
    """From now on the process is described so."""

    about: About


@dataclass(frozen=True, slots=True)
class SessionAdded:
    """A workshop belongs to the process from now on, as its last, in a phase."""

    workshop: Code
    phase: Id | str = ""


@dataclass(frozen=True, slots=True)
class SessionMoved:
    """A workshop stands in this phase and at this place (from 0) among the sessions."""

    workshop: Code
    phase: Id | str
    place: Annotated[int, Field(ge=0, le=10_000)]


@dataclass(frozen=True, slots=True)
class SessionRemoved:
    """A workshop does not belong to the process any more; the workshop itself stays as it is."""

    workshop: Code


@dataclass(frozen=True, slots=True)
class Contributed:
    """Something came in by another way than a workshop: from a paper card, or a row of a file (`source`, `row`).

    `day` is when it was written (ISO, or ""), `facts` what else the file said that staff wanted to keep.
    """

    number: Annotated[int, Field(ge=1, le=10_000_000)]
    text: Paragraph
    source: Line = ""
    row: Annotated[int, Field(ge=0, le=10_000_000)] = 0
    support: Support = 0
    day: Line = ""
    facts: dict[str, Line] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answered:
    """Staff answered contributions, or groups of them: how they stand now and why; with the decision that took them up, if one did."""

    refs: Annotated[tuple[Ref, ...], Field(min_length=1, max_length=10_000)]
    standing: Standing
    text: Paragraph = ""
    decision: Ref | str = ""


@dataclass(frozen=True, slots=True)
class AnswerWithdrawn:
    """The answer to these does not hold any more: they are open again."""

    refs: Annotated[tuple[Ref, ...], Field(min_length=1, max_length=10_000)]


@dataclass(frozen=True, slots=True)
class Noted:
    """Staff noted something for the record, on one thing or on the whole process (`about` "")."""

    text: Paragraph
    about: Ref | str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """Staff noted how a decision or a commitment stands, and when it is looked at again (ISO day, or "")."""

    ref: Ref
    status: Status
    note: Paragraph = ""
    day: Line = ""


@dataclass(frozen=True, slots=True)
class Published:
    """The process was published, or `shown` no more: everybody may read it as it was when these heads were the last of its logs."""

    shown: bool
    heads: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NamesErased:
    """The time for which names are kept is over: they are gone from these workshops; with `texts`, what people wrote is gone too."""

    workshops: tuple[Code, ...]
    texts: bool = False


@dataclass(frozen=True, slots=True)
class TakenBack:
    """These lines of the log count as if they had not been."""

    seqs: tuple[int, ...]


EVENTS = {
    one.__name__: one
    for one in (
        Founded, Described, SessionAdded, SessionMoved, SessionRemoved, Contributed, Answered, AnswerWithdrawn, Noted, Marked, Published,
        NamesErased, WordsErased, TakenBack,
    )
}  # fmt: skip
