"""The plug-in API: a facilitation method is plain functions bound into one frozen `Method`.

A method is a *decider* (J. Chassaing): `decide` turns a command into events or a rejection, `evolve` folds an event into the state,
and both are pure. It knows no clock, no randomness, no database, no socket: time, actor and seed come in the `Context`. `view` and
`record` are the only ways out of the state, so what is secret is decided there. A method imports this module, `workshop.blocks`,
`workshop.language`, `workshop.messages`, `workshop.seating`, `workshop.circle`, `workshop.shelf`, `workshop.memory` and libraries, and
nothing else of the project.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import partial, reduce
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Annotated, Any, Literal

from pydantic import Field

from workshop.blocks import Block, Json
from workshop.language import Message, Words
from workshop.messages import Line


class Role(StrEnum):
    """Who may act. SYSTEM is the workshop itself, handing in what work in the background has found."""

    PARTICIPANT = "participant"
    FACILITATOR = "facilitator"
    SYSTEM = "system"


ANYBODY = frozenset({Role.PARTICIPANT, Role.FACILITATOR})
PARTICIPANTS = frozenset({Role.PARTICIPANT})
FACILITATORS = frozenset({Role.FACILITATOR})
MACHINE = frozenset({Role.SYSTEM})


@dataclass(frozen=True, slots=True)
class Context:
    """What a decision may know of the world: the time (ms since 1970), who acts, who is in the room, a seed and a fresh id.

    `id` is derived from the command's own id, so the same command always makes the same id; `seed` likewise. `tables` are the
    shared devices in the room, each with the table that it speaks for: they act, and they are not among the `people`. `numbers` are
    the numbers of people's coming, from 1.
    """

    now: int
    actor: str
    role: Role
    people: frozenset[str]
    id: str
    seed: int
    tables: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks: the whole room ("room", what every phone shows), one person ("person", only what is theirs), wall, or console.

    `here` is how many people are in the room; `number` is the number of a person's coming, from 1. `table` is the table that a
    shared device speaks for; it looks as a "person".
    """

    role: Literal["room", "person", "wall", "console"]
    here: int = 0
    person: str = ""
    number: int = 0
    table: str = ""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A command that changes nothing, with what happened and what to do about it."""

    message: Message
    code: str = "not-now"


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Item:
    """What a method yields and the next one takes: `kind` is idea, group, proposal, decision, concern ...

    `sources` are the ids of the items that it came from, `support` how many people stand behind it, `facts` what the record
    needs besides.
    """

    id: str
    kind: str
    text: str
    sources: tuple[str, ...] = ()
    support: int = 0
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a row of a spreadsheet brings into a step: a text, and how many people stand behind it already."""

    text: Line
    support: Annotated[int, Field(ge=0, le=10_000_000)] = 0


@dataclass(frozen=True, slots=True)
class Move:
    """A step forward or back inside a method: what the big button says, and the command that it sends.

    `reveals`: it shows what was hidden until then.
    """

    label: Words
    command: str
    args: Mapping[str, Json] = field(default_factory=dict)
    reveals: bool = False


@dataclass(frozen=True, slots=True)
class Moves:
    """Where the facilitator can go from here; None leaves the method for the next or the previous step of the agenda.

    `blocked` says why the workshop should not go on yet (an open objection); leaving is then refused, with this reason.
    """

    next: Move | None = None
    back: Move | None = None
    blocked: Message | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """The time that a phase takes; `key` names the phase, so that its time begins when the key is another one."""

    key: str
    minutes: float


@dataclass(frozen=True, slots=True)
class Work:
    """Something that takes long: `call(*args)` is run off the event loop in another process, so both must be picklable.

    Its answer, a mapping of JSON values, comes back as the arguments of `command`, sent by the system. `key` names this
    very work: the state asks for it as long as the answer has not come. `speaks`: the call is given the workshop's language besides,
    as `language`.
    """

    key: str
    call: Callable[..., Mapping[str, Json]]
    args: tuple[Any, ...]
    command: str
    speaks: bool = False

    def told(self, language: str) -> "Work":
        """The work with the workshop's language in it, where it wants that."""
        return replace(self, call=partial(self.call, language=language), speaks=False) if self.speaks else self


@dataclass(frozen=True, slots=True)
class PlannedTable:
    """A table in the room: its number from 1, its colour 1 to 8, what it is about, and the id of the person who stays at it."""

    number: int
    color: int
    text: Words = ""
    host: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """Who sits where, to be printed: for each round its name and the number of each person's table.

    `names` are those of people whom the workshop does not know, because they have no phone.
    """

    tables: tuple[PlannedTable, ...]
    rounds: tuple[tuple[Words, Mapping[str, int]], ...]
    names: Mapping[str, Words] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sight:
    """What a simulated person sees: their screen as the wire has it (shared and own blocks together), and sentences to use.

    `number` counts the simulated people from 1; the facilitator, who sees the console, has 0. `words()` gives the next text, of
    which `share` are for this person; they are in the `language` of the workshop, and `today` is the day of the rehearsal.
    """

    number: int
    screen: Mapping[str, Mapping[str, Json]]
    random: Random
    words: Callable[[], str]
    share: int = 2
    language: str = "en"
    today: date = date(2034, 10, 1)

    def day(self, days: int) -> str:
        """The day that is so many days from today, in ISO form."""
        return (self.today + timedelta(days)).isoformat()


@dataclass(frozen=True, slots=True)
class Do:
    """What a simulated person does."""

    command: str
    args: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Label:
    """What a setting is called on a form, what it does, and what its choices are called."""

    text: Message
    help: Message | None = None
    options: Mapping[str, Message] = field(default_factory=dict)


EVERYBODY = "*"


def _no_moves(state: Any) -> Moves:
    return Moves()


def _no_work(state: Any) -> Work | None:
    return None


def _no_span(state: Any) -> Span | None:
    return None


def _no_items(state: Any) -> Sequence[Item]:
    return ()


def _no_words(state: Any, event: Any) -> Words:
    return ""


def _keep(state: Any, items: Sequence[Item]) -> Any:
    return state


def _nobody_else(state: Any, event: Any) -> Iterable[str]:
    return ()


def _nothing_follows(state: Any, context: Context) -> Sequence[Any]:
    return ()


def _no_plan(state: Any) -> Plan | None:
    return None


def _nothing_foreseen(settings: Any, people: int) -> Plan | None:
    return None


def _nothing_to_do(sight: Sight) -> Sequence[Do]:
    return ()


@dataclass(frozen=True, kw_only=True)
class Method:
    """A facilitation method. Only the functions without a default must be given.

    start(settings, items, seed) -> state; items are what the step before yielded.
    decide(state, command, context) -> events, or Rejected.
    evolve(state, event) -> state; total: an event that no longer fits (after an undo) changes nothing and raises nothing.
    view(state, viewer) -> blocks, for the room, one person, the wall, the console.
    record(state) -> blocks, for the Markdown record; computed without secret events.
    results(state) -> items, handed to the next step with their lineage.
    receive(state, items) -> state, when a step is entered again and the items before it may have changed.
    moves(state) -> the next and the previous phase.
    work(state) -> Work to be run off the event loop, or None.
    span(state) -> the time of the phase, which begins with it when the facilitator (or the system) goes there; None leaves the clock.
    touches(state, event) -> the persons (besides the one who acted) whose own screen an event of a participant changes, in the
        state after it, or EVERYBODY. What the facilitator does always touches everybody, unless it only looks.
    comes(state, context), goes(state, context) -> the events that follow when somebody, the actor of the context, comes in or
        leaves while the step runs.
    plan(state) -> who sits where, for those who print it; None where nobody is seated.
    foresee(settings, people) -> who would sit where, were so many people to come (0: as many as the settings say), by the numbers of
        their coming, from "1".
    looking: the events that change nothing but which part of many things is looked at; Undo passes over them.
    describe(state, event) -> what a facilitator did, in a few words after "Undo:" (hide “Trees”); "" for what is not worth a word.
    rehearse(sight) -> what a simulated person would do now; number 0 is the facilitator.
    takes, yields: the kinds of items; optional: of what it takes, what it works as well without.
    labels: what the settings are called where somebody plans a workshop; a setting without one goes by its own name.
    brings: the facilitator's command that takes the rows of a spreadsheet, some hundreds at a time, as `cards`, a tuple of
        `Contribution`; None where spreadsheets have nothing to bring.
    minutes: how long it takes as a rule; a step that is added to a plan begins with so many.
    """

    name: str
    title: Message
    purpose: Message
    settings: type
    commands: Mapping[type, frozenset[Role]]
    events: tuple[type, ...]
    start: Callable[[Any, tuple[Item, ...], int], Any]
    decide: Callable[[Any, Any, Context], Sequence[Any] | Rejected]
    evolve: Callable[[Any, Any], Any]
    view: Callable[[Any, Viewer], Sequence[Block]]
    record: Callable[[Any], Sequence[Block]]
    module: ModuleType
    results: Callable[[Any], Sequence[Item]] = _no_items
    receive: Callable[[Any, tuple[Item, ...]], Any] = _keep
    moves: Callable[[Any], Moves] = _no_moves
    work: Callable[[Any], Work | None] = _no_work
    span: Callable[[Any], Span | None] = _no_span
    touches: Callable[[Any, Any], Iterable[str]] = _nobody_else
    comes: Callable[[Any, Context], Sequence[Any]] = _nothing_follows
    goes: Callable[[Any, Context], Sequence[Any]] = _nothing_follows
    plan: Callable[[Any], Plan | None] = _no_plan
    foresee: Callable[[Any, int], Plan | None] = _nothing_foreseen
    describe: Callable[[Any, Any], Words] = _no_words
    rehearse: Callable[[Sight], Sequence[Do]] = _nothing_to_do
    takes: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()
    yields: frozenset[str] = frozenset()
    secret: frozenset[type] = frozenset()
    looking: frozenset[type] = frozenset()
    labels: Mapping[str, Label] = field(default_factory=dict)
    brings: type | None = None
    minutes: int = 10

    @property
    def help(self) -> str:
        """The help text: the docstring of the method's module, whose first line is the title."""
        return (self.module.__doc__ or "").strip()

    @property
    def locale(self) -> Path:
        """The folder with the catalogs `fr.po`, `es.po`, `nl.po` of the method's distribution: `locale`, beside its top module."""
        here = Path(self.module.__file__ or ".").parent
        return next((folder / "locale" for folder in (here, here.parent) if (folder / "locale").is_dir()), here / "locale")

    def command(self, name: str) -> type | None:
        """The command of that name."""
        return next((one for one in self.commands if one.__name__ == name), None)

    def event(self, name: str) -> type | None:
        """The event of that name."""
        return next((one for one in self.events if one.__name__ == name), None)


def fold(method: Method, state: Any, events: Iterable[Any]) -> Any:
    """The state after some events."""
    return reduce(method.evolve, events, state)
