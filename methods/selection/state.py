"""What a selection remembers: the role, the names, the nominations before and after, the proposals, the calls, the outcome."""

from dataclasses import dataclass, field, replace
from typing import Annotated, Literal

from immutables import Map
from pydantic import Field

from workshop.circle import Circle
from workshop.messages import Day, Line, Paragraph, derived_id
from workshop.method import Item

Phase = Literal["role", "nominate", "reasons", "questions", "change", "propose", "consent", "objections", "accept", "done"]
Signal = Literal["consent", "concern", "objection"]
Status = Literal["open", "dropped", "told", "shorter_term", "condition", "overtaken"]
Tie = Literal["reasons", "draw", "another_round", "in_turn"]
MOST_NAMES = 200


@dataclass(frozen=True)
class Settings:
    """The role, and how the selection goes; what is given here is already written when the step begins."""

    role: Line = ""
    tasks: Paragraph = ""
    qualities: Paragraph = ""
    term: Day = ""
    review_date: Day = ""
    names: Paragraph = ""
    abstain: bool = True
    questions: bool = True
    only_named: bool = True
    tie: Tie = "reasons"
    nominee: Literal["together", "first", "last"] = "together"
    order: Literal["drawn", "seated"] = "drawn"
    seconds: Annotated[int, Field(ge=0, le=600)] = 0


@dataclass(frozen=True)
class Office:
    """The role that somebody is selected for."""

    title: str = ""
    tasks: str = ""
    qualities: str = ""
    term: str = ""
    review_date: str = ""


@dataclass(frozen=True)
class Candidate:
    """Somebody who can be nominated; `person` is who it is, where they have a phone here."""

    id: str
    name: str
    person: str = ""


@dataclass(frozen=True)
class Given:
    """A nomination: by whom, whom, and why; on paper with the name that stands there."""

    id: str
    by: str
    nominee: str
    reason: str = ""
    name: str = ""
    paper: bool = False


@dataclass(frozen=True)
class Moved:
    """A nomination that was changed after the reasons were heard."""

    by: str
    before: str
    after: str
    reason: str


@dataclass(frozen=True)
class Question:
    """A question to somebody who is named, with its answer once it was given."""

    id: str
    by: str
    nominee: str
    text: str
    answer: str = ""
    answered: bool = False


@dataclass(frozen=True)
class Proposal:
    """Who is proposed, why, until when, and on which condition; `because` is the objection that it resolves."""

    number: int
    nominee: str
    reason: str
    term: str = ""
    condition: str = ""
    because: str = ""


@dataclass(frozen=True)
class Call:
    """One call for consent to one proposal. `signals` stay hidden; the counts come when it is closed.

    It was opened `at` and closed at `until` (ms since 1970; 0, here and below, where an older log does not say it).
    """

    number: int
    proposal: int
    signals: Map[str, Signal] = field(default_factory=Map)
    closed: bool = False
    counts: tuple[int, int, int] = (0, 0, 0)
    hands: tuple[int, int] = (0, 0)
    silent: int = 0
    nominee: Signal | Literal[""] = ""
    at: int = 0
    until: int = 0


@dataclass(frozen=True)
class Objection:
    """An objection or a concern, with what became of it."""

    id: str
    call: int
    owner: str
    kind: Literal["concern", "objection"]
    nominee: bool = False
    text: str = ""
    status: Status = "open"
    change: str = ""


@dataclass(frozen=True)
class Outcome:
    """How the selection ended."""

    id: str
    result: Literal["selected", "postponed"]
    phase: Phase
    reason: str = ""
    when: str = ""
    at: int = 0


@dataclass(frozen=True)
class State:
    """A selection. `persons` says who of the room is who on the list of names. `given` and `abstaining` are hidden.

    `first` are the nominations as they were `shown_at` a time, `now` after the changes; `heard` and `changing` are the rounds about them.
    """

    settings: Settings
    items: tuple[Item, ...] = ()
    phase: Phase = "role"
    office: Office = Office()
    names: Map[str, Candidate] = field(default_factory=Map)
    order: tuple[str, ...] = ()
    persons: Map[str, str] = field(default_factory=Map)
    given: Map[str, Given] = field(default_factory=Map)
    abstaining: frozenset[str] = frozenset()
    paper: tuple[Given, ...] = ()
    shown: bool = False
    first: tuple[Given, ...] = ()
    now: tuple[Given, ...] = ()
    abstained: int = 0
    silent: int = 0
    shown_at: int = 0
    heard: Circle = field(default_factory=Circle)
    questions: tuple[Question, ...] = ()
    changing: Circle = field(default_factory=Circle)
    moved: tuple[Moved, ...] = ()
    drawn: str = ""
    hidden: frozenset[str] = frozenset()
    proposals: tuple[Proposal, ...] = ()
    calls: tuple[Call, ...] = ()
    objections: tuple[Objection, ...] = ()
    refusals: tuple[tuple[str, str], ...] = ()
    outcome: Outcome | None = None


def start(settings: Settings, items: tuple[Item, ...], seed: int) -> State:
    """The selection before anybody spoke; what the settings already say is already written."""
    office = Office(settings.role, settings.tasks, settings.qualities, settings.term, settings.review_date)
    names = dict.fromkeys(clipped(line) for line in settings.names.splitlines() if line.strip())
    listed = [Candidate(derived_id("selection", str(seed), name), name) for name in list(names)[:MOST_NAMES]]
    known = {one.id: one for one in listed}
    return State(settings, items, office=office, names=Map(known), order=tuple(known))


def receive(state: State, items: tuple[Item, ...]) -> State:
    """The same selection, with the items that it comes from as they are now."""
    return replace(state, items=items)


def clipped(name: str) -> str:
    """A name, short enough for a list."""
    return " ".join(name.split())[:60]
