"""The state of a World Café: who sits where, who hosts, what was written at the tables; and what can be read off it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from immutables import Map
from pydantic import Field

from methods.world_cafe.events import SeatsAsked
from methods.world_cafe.vocabulary import Stage
from workshop.language import Name, Words
from workshop.messages import Line, Paragraph
from workshop.shelf import Catalogue, Shelf

PAPER = "paper"


@dataclass(frozen=True)
class Settings:
    """How the café is held."""

    questions: Annotated[tuple[Line, ...], Field(max_length=8)] = ()
    context: Paragraph = ""
    rounds: Annotated[int, Field(ge=1, le=8)] = 3
    minutes: Annotated[int, Field(ge=1, le=90)] = 20
    size: Annotated[int, Field(ge=2, le=10)] = 4
    hosts: Literal["volunteers", "drawn", "named", "none"] = "volunteers"
    mix: Line = ""
    mix_choices: Annotated[tuple[Line, ...], Field(max_length=12)] = ()
    apart: bool = False
    badges: Annotated[int, Field(ge=0, le=400)] = 0
    names_in_record: bool = False


@dataclass(frozen=True)
class Note:
    """What was written at a table in a round; `place` is its place among all notes."""

    id: str
    by: str
    table: int
    round: int
    text: str
    place: int
    carried: bool = False
    hidden: bool = False
    withdrawn: bool = False


@dataclass(frozen=True)
class Cloth:
    """A photo of the paper on a table, and the round in which it was taken."""

    id: str
    by: str
    table: int
    round: int
    picture: str
    alt: str


@dataclass(frozen=True)
class Pattern:
    """What somebody heard across the tables, and the tables at which it was heard."""

    id: str
    by: str
    text: str
    tables: tuple[int, ...]
    place: int
    hidden: bool = False


@dataclass(frozen=True)
class Round:
    """Who sits where in a round, by person and by table."""

    seats: Map[str, int] = Map()
    tables: Map[int, tuple[str, ...]] = Map()

    def put(self, person: str, table: int) -> "Round":
        """With somebody at a table, and at no other."""
        tables = self.without(person).tables
        return Round(self.seats.set(person, table), tables.set(table, (*tables.get(table, ()), person)))

    def without(self, person: str) -> "Round":
        """Without somebody."""
        table = self.seats.get(person)
        if table is None:
            return self
        left = tuple(one for one in self.tables[table] if one != person)
        return Round(self.seats.delete(person), self.tables.set(table, left) if left else self.tables.delete(table))


@dataclass(frozen=True)
class Plan:
    """The rounds, those that were played and those to come."""

    rounds: tuple[Round, ...] = ()


@dataclass(frozen=True)
class State:
    """A World Café. Until people are seated there is no table.

    `round` is the one that people walk to or talk in, `table` the one that tells in the harvest, `played` how many rounds were begun.
    `gone` are people with a seat who have left; `guests` are those without a phone, by the name that the facilitator wrote, of whom some
    are `away` again. `stale`: the rounds to come must be seated anew. `listed` are the people of whom the
    facilitator may name hosts, `looked` and `below` what the console looks at.
    """

    settings: Settings
    stage: Stage = "welcome"
    round: int = 0
    table: int = 0
    played: int = 0
    count: int = 0
    closed: frozenset[int] = frozenset()
    plan: Plan = Plan()
    hosts: Map[int, str] = Map()
    gone: frozenset[str] = frozenset()
    stale: bool = False
    proven: bool = False
    volunteers: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    listed: tuple[str, ...] = ()
    values: Map[str, str] = Map()
    words: Map[str, str] = Map()
    guests: Map[str, str] = Map()
    away: frozenset[str] = frozenset()
    devices: Map[str, str] = Map()
    asked: SeatsAsked | None = None
    asks: int = 0
    notes: Catalogue[Note] = Catalogue()
    patterns: Shelf[Pattern] = Shelf()
    cloths: tuple[Cloth, ...] = ()
    looked: int = 0
    below: int = 0

    @property
    def rounds(self) -> tuple[Round, ...]:
        """The rounds that have seats."""
        return self.plan.rounds

    @property
    def running(self) -> Round:
        """Who sits where now: the seats of the round that is on, or was last."""
        return self.rounds[self.round - 1] if 0 < self.round <= len(self.rounds) else Round()

    @property
    def open(self) -> tuple[int, ...]:
        """The tables that are used."""
        return tuple(table for table in range(1, self.count + 1) if table not in self.closed)

    @property
    def hosted(self) -> bool:
        """Whether tables have hosts."""
        return self.settings.hosts != "none"


def table_of(state: State, person: str) -> int:
    """The table of somebody, or of a device that a table shares; 0 where there is none."""
    device = state.devices.get(person, "")
    return int(device) if device else state.running.seats.get(person, 0)


def at_table(state: State, table: int) -> tuple[str, ...]:
    """Who sits at a table now: those of its seats who have not left."""
    return tuple(person for person in state.running.tables.get(table, ()) if person not in state.gone)


def everybody_at(state: State, table: int) -> Iterator[str]:
    """Those who sit at a table, and its devices."""
    yield from at_table(state, table)
    yield from (device for device, of in state.devices.items() if of == str(table))


def host_of(state: State, table: int) -> str:
    """Who hosts a table, "" where nobody does."""
    person = state.hosts.get(table, "")
    return "" if person in state.gone else person


def marks(state: State, person: str, table: int) -> bool:
    """Whether somebody may mark what a table carries on: its host, its device, and where nobody hosts everybody who sits there."""
    host = host_of(state, table)
    return state.devices.get(person) == str(table) or host == person or (not host and person in at_table(state, table))


def told(state: State) -> tuple[int, ...]:
    """The tables that tell in the harvest: those at which something was written."""
    return tuple(table for table in range(1, state.count + 1) if state.notes.count(("table", table)))


def carried_at(state: State, table: int, most: int = 1000) -> list[Note]:
    """What a table carries on, as it was written."""
    return state.notes.latest(("carried", table), most)[::-1]


def question_of(settings: Settings, round: int) -> str:
    """The question of a round: the last one goes for the rounds that have none of their own."""
    return settings.questions[min(max(round, 1), len(settings.questions)) - 1] if settings.questions else ""


def present(state: State, people: frozenset[str]) -> tuple[str, ...]:
    """Who is to have a seat, in an order that is always the same: those in the room, and the guests without a phone."""
    return tuple(sorted({*people, *(guest for guest in state.guests if guest not in state.away)}))


def called(state: State, person: str) -> Words:
    """How somebody is called: as they said, or as the facilitator wrote."""
    return state.guests.get(person) or Name(person)


def seats_of(rounds: Iterable[Round]) -> tuple[Mapping[str, int], ...]:
    """The rounds as the seating knows them."""
    return tuple(dict(one.seats) for one in rounds)


def color_of(table: int) -> int:
    """The colour of a table, 1 to 8."""
    return (table - 1) % 8 + 1
