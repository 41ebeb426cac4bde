"""The state of a workshop: everything that is so, now. Immutable; made by `workshop.session.history`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from immutables import Map

from workshop.agenda import Agenda, Step
from workshop.method import Item, Method

Methods = Mapping[str, Method]
HOST: Final = "host:"
SYSTEM: Final = "system"
DIGEST_LETTERS: Final = 64


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the room: the number of their coming, and when; a shared device has the number 0 and its `table`."""

    number: int
    at: int
    table: str = ""


@dataclass(frozen=True, slots=True)
class Activity:
    """A step that was opened: the state of its method, or the error that keeps it from going on."""

    step: Step
    state: Any = None
    error: str = ""
    opened: int = 0


@dataclass(frozen=True, slots=True)
class Clock:
    """The time of the running step, in ms; `ends` 0 while it stands still."""

    total: int = 0
    ends: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True)
class Undoable:
    """The lines of the log that one press of Undo takes back, and what happened by the first of them."""

    command: str
    activity: str
    seqs: tuple[int, ...]
    type: str
    event: Any = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that somebody brought: their id, the SHA-256 of its bytes as hex, how many those are."""

    by: str
    sha256: str
    size: int

    @property
    def erased(self) -> bool:
        """Whether its bytes are gone: then the digest is too."""
        return len(self.sha256) != DIGEST_LETTERS


@dataclass(frozen=True, slots=True)
class Note:
    """What a facilitator noted for the record, when, and during which step."""

    at: int
    text: str
    step: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """Everything that is so, now; `hands` are the people who would like to speak, in order, `wheel` the facilitator who drives.

    `present` are the people in the room, `tables` the shared devices, each with the table that it speaks for.
    `brought` is what came into a step from elsewhere in the process.
    `undone` are the lines of the log that took something back, as long as it can be done again.
    """

    agenda: Agenda
    code: str = ""
    stage: Literal["planned", "open", "closed"] = "planned"
    people: Map[str, Person] = field(default_factory=Map)
    present: frozenset[str] = frozenset()
    tables: Map[str, str] = field(default_factory=Map)
    current: str = ""
    activities: Map[str, Activity] = field(default_factory=Map)
    clock: Clock = Clock()
    undoable: tuple[Undoable, ...] = ()
    undone: tuple[int, ...] = ()
    notes: tuple[Note, ...] = ()
    pictures: Map[str, Picture] = field(default_factory=Map)
    brought: Map[str, tuple[Item, ...]] = field(default_factory=Map)
    hands: tuple[str, ...] = ()
    wheel: str = f"{HOST}1"
    joined: int = 0
    skipped: int = 0
    seq: int = 0

    @property
    def activity(self) -> Activity | None:
        """The running step, if one is."""
        return self.activities.get(self.current)

    def inside(self, person: str) -> bool:
        """Whether somebody, or a shared device, came in and did not leave."""
        return person in self.present or person in self.tables

    def step_beside(self, by: int) -> Step | None:
        """The step after (1) or before (-1) the running one; before the first step, the first is the next."""
        ids = [step.id for step in self.agenda.steps]
        place = ids.index(self.current) + by if self.current in ids else (0 if by > 0 else -1)
        return self.agenda.steps[place] if 0 <= place < len(ids) else None


NOTHING = Session(Agenda("", ()))
