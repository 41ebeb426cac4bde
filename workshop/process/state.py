"""The state of a process: everything that staff added, as it is now. Immutable; made by `workshop.process.history`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from immutables import Map

from workshop.process.events import Contributed
from workshop.process.vocabulary import OWN, About, Standing, Status

UNTITLED: Final = About("")


@dataclass(frozen=True, slots=True)
class Sitting:
    """A workshop of the process, and the phase that it belongs to."""

    workshop: str
    phase: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What staff answered, when (ms since 1970), and the decision that took it up."""

    standing: Standing
    text: str
    at: int
    decision: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """How a decision or a commitment stood at a time (ms since 1970), as staff noted it."""

    status: Status
    note: str
    at: int
    day: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """What staff noted, when, and on what ("": the whole process)."""

    text: str
    at: int
    about: str = ""


@dataclass(frozen=True, slots=True)
class Process:
    """Everything that staff added. `contributions` go by their ref, "process/7", in the order in which they came.

    `erased` are the lines of the log whose content is gone for good.
    """

    code: str = ""
    about: About = UNTITLED
    created_at: int = 0
    changed_at: int = 0
    sittings: tuple[Sitting, ...] = ()
    contributions: Map[str, Contributed] = field(default_factory=Map)
    arrived: Map[str, int] = field(default_factory=Map)
    answers: Map[str, Answer] = field(default_factory=Map)
    marks: Map[str, tuple[Mark, ...]] = field(default_factory=Map)
    notes: tuple[Note, ...] = ()
    published: Mapping[str, str] | None = None
    published_at: int = 0
    seq: int = 0
    skipped: int = 0

    @property
    def language(self) -> str:
        """The language of the record."""
        return self.about.languages[0]

    @property
    def workshops(self) -> tuple[str, ...]:
        """The codes of its workshops, in order."""
        return tuple(one.workshop for one in self.sittings)


NOTHING: Final = Process()


def ref_of(number: int) -> str:
    """The ref of a contribution of the process itself."""
    return f"{OWN}/{number}"


def number_of(ref: str) -> int:
    """The number of a contribution of the process itself."""
    return int(ref.partition("/")[2])
