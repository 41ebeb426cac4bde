"""The state of parallel tables: what each is about, who sits where, what was written; and what can be read off it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from immutables import Map
from pydantic import Field

from methods.parallel_tables.events import SeatsAsked
from methods.parallel_tables.vocabulary import Stage
from workshop.messages import Line, Paragraph
from workshop.shelf import Catalogue

PAPER = "paper"
MOST = 30  # tables in one room


@dataclass(frozen=True)
class Settings:
    """What the tables are about, and how people come to them."""

    topics: Annotated[tuple[Line, ...], Field(max_length=MOST)] = ()
    context: Paragraph = ""
    join: Literal["choice", "draw", "balanced"] = "choice"
    seats: Annotated[int, Field(ge=0, le=100)] = 0
    mix: Line = ""
    mix_choices: Annotated[tuple[Line, ...], Field(max_length=12)] = ()
    minutes: Annotated[int, Field(ge=1, le=120)] = 25
    second_turn: bool = False


@dataclass(frozen=True)
class Topic:
    """What a table is about, and the item from which it came."""

    id: str
    text: str
    source: str = ""


@dataclass(frozen=True)
class Note:
    """What was written at a table in a turn; `place` is its place among all notes."""

    id: str
    by: str
    table: int
    turn: int
    text: str
    place: int
    carried: bool = False
    hidden: bool = False
    withdrawn: bool = False


@dataclass(frozen=True)
class State:
    """`seats` are those of each turn, by person. `turn` is the one that is on or was last, `played` how many began, `table` the one
    that tells in the harvest. `gone` are people with a seat who have left, `speakers` speak for their tables."""

    settings: Settings
    topics: tuple[Topic, ...] = ()
    stage: Stage = "welcome"
    turn: int = 1
    table: int = 0
    played: int = 0
    seats: Map[int, Map[str, int]] = Map()
    gone: frozenset[str] = frozenset()
    values: Map[str, str] = Map()
    speakers: Map[int, str] = Map()
    devices: Map[str, str] = Map()
    asked: SeatsAsked | None = None
    asks: int = 0
    notes: Catalogue[Note] = Catalogue()
    looked: int = 0

    @property
    def now(self) -> Map[str, int]:
        """Who sits where in this turn; until somebody moved as in the one before."""
        return self.of(self.turn)

    def of(self, turn: int) -> Map[str, int]:
        """Who sat where in a turn."""
        found = self.seats.get(turn)
        return self.seats.get(turn - 1, Map()) if found is None else found

    @property
    def turns(self) -> int:
        """How many turns there are."""
        return 2 if self.settings.second_turn else 1

    @property
    def choosing(self) -> bool:
        """Whether people choose their table now."""
        first = self.settings.join == "choice" and self.turn == 1 and self.stage in ("welcome", "move")
        return bool(self.topics) and (first or (self.turn > 1 and self.stage == "move"))


def tables_of(state: State) -> range:
    """The numbers of the tables."""
    return range(1, len(state.topics) + 1)


def topic_of(state: State, table: int) -> str:
    """What a table is about."""
    return state.topics[table - 1].text if 0 < table <= len(state.topics) else ""


def table_of(state: State, person: str) -> int:
    """The table of somebody who is here, or of a device; 0 where there is none."""
    device = state.devices.get(person, "")
    table = int(device) if device else 0 if person in state.gone else state.now.get(person, 0)
    return table if table <= len(state.topics) else 0


def sizes(state: State) -> Counter[int]:
    """How many sit at each table now."""
    return Counter(table for person, table in state.now.items() if person not in state.gone)


def everybody_at(state: State, table: int) -> Iterator[str]:
    """Those who sit at a table, and its devices."""
    yield from (person for person, at in state.now.items() if at == table and person not in state.gone)
    yield from (device for device, of in state.devices.items() if of == str(table))


def speaker_of(state: State, table: int) -> str:
    """Who speaks for a table, "" where nobody does."""
    person = state.speakers.get(table, "")
    return person if person and table_of(state, person) == table else ""


def marks(state: State, person: str, table: int) -> bool:
    """Whether somebody marks what a table carries on: who speaks for it, its device, and where nobody speaks all who sit there."""
    speaker = speaker_of(state, table)
    return state.devices.get(person) == str(table) or speaker == person or (not speaker and table_of(state, person) == table)


def told(state: State) -> tuple[int, ...]:
    """The tables that tell in the harvest: those at which something was written."""
    return tuple(table for table in tables_of(state) if state.notes.count(("table", table)))


def carried_at(state: State, table: int) -> list[Note]:
    """What a table carries on, as it was written."""
    return list(state.notes.under_label(("carried", table)))


def color_of(table: int) -> int:
    """The colour of a table, 1 to 8."""
    return (table - 1) % 8 + 1
