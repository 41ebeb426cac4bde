"""What staff can do with a process."""

from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field

from workshop.messages import Id, Line, Paragraph
from workshop.process.vocabulary import About, Code, Ref, Standing, Status, Support

Refs = Annotated[tuple[Ref, ...], Field(min_length=1, max_length=10_000)]


@dataclass(frozen=True, slots=True)
class Describe:
    """Describe the process anew."""

    about: About


@dataclass(frozen=True, slots=True)
class AddSession:
    """Take a workshop into the process."""

    workshop: Code
    phase: Id | str = ""


@dataclass(frozen=True, slots=True)
class MoveSession:
    """Put a workshop into a phase, at a place among the sessions."""

    workshop: Code
    phase: Id | str
    place: Annotated[int, Field(ge=0, le=10_000)]


@dataclass(frozen=True, slots=True)
class RemoveSession:
    """Take a workshop out of the process."""

    workshop: Code


@dataclass(frozen=True, slots=True)
class Row:
    """A contribution from paper or a file."""

    text: Paragraph
    row: Annotated[int, Field(ge=0, le=10_000_000)] = 0
    support: Support = 0
    day: Line = ""
    facts: dict[str, Line] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Contribute:
    """Take in contributions; `source` says where they come from."""

    rows: Annotated[tuple[Row, ...], Field(min_length=1, max_length=100_000)]
    source: Line = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """Answer contributions or groups."""

    refs: Refs
    standing: Standing
    text: Paragraph = ""
    decision: Ref | str = ""


@dataclass(frozen=True, slots=True)
class WithdrawReply:
    """Take an answer back: the contributions are open again."""

    refs: Refs


@dataclass(frozen=True, slots=True)
class TakeNote:
    """Note something for the record."""

    text: Paragraph
    about: Ref | str = ""


@dataclass(frozen=True, slots=True)
class SetStatus:
    """Note how a decision or a commitment stands, and when it is looked at again."""

    ref: Ref
    status: Status
    note: Paragraph = ""
    day: Line = ""


@dataclass(frozen=True, slots=True)
class Publish:
    """Show the process to everybody, as it is when these heads are the last of its logs."""

    heads: dict[str, str]


@dataclass(frozen=True, slots=True)
class Unpublish:
    """Show the process to nobody but staff."""


@dataclass(frozen=True, slots=True)
class RecordErasure:
    """Note that names, or with `texts` words too, were erased from workshops because their time was over."""

    workshops: Annotated[tuple[Code, ...], Field(min_length=1, max_length=10_000)]
    texts: bool = False


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the last thing that staff did."""


COMMANDS = {
    one.__name__: one
    for one in (
        Describe, AddSession, MoveSession, RemoveSession, Contribute, Reply, WithdrawReply, TakeNote, SetStatus, Publish, Unpublish,
        RecordErasure, Undo,
    )
}  # fmt: skip
