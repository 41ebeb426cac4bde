"""What happens at parallel tables: the events."""

from dataclasses import dataclass

from methods.parallel_tables.vocabulary import Number, Stage, TableNo, TurnNo
from workshop.messages import Id, Line, TableNumber


@dataclass(frozen=True)
class Belonged:
    """Somebody said to what they belong."""

    by: Id
    value: Line


@dataclass(frozen=True)
class TopicAdded:
    """One table more, with its topic."""

    id: Id
    text: Line


@dataclass(frozen=True)
class SeatsAsked:
    """Seats are asked for these people; the machine has not answered yet."""

    number: Number
    people: tuple[Id, ...]
    seed: int


@dataclass(frozen=True)
class Seated:
    """Everybody has a table for the first turn."""

    people: tuple[Id, ...]
    tables: tuple[TableNo, ...]


@dataclass(frozen=True)
class Placed:
    """Somebody sits at a table now, and no longer at the one that they left (0: at none before)."""

    person: Id
    table: TableNo
    left: TableNo = 0


@dataclass(frozen=True)
class Gone:
    """Somebody has left a table."""

    person: Id
    table: TableNo


@dataclass(frozen=True)
class DeviceSet:
    """A device speaks for a table; "" takes it away."""

    device: Id
    table: TableNumber


@dataclass(frozen=True)
class Entered:
    """A phase began, or was gone back to."""

    stage: Stage
    turn: TurnNo
    table: TableNo


@dataclass(frozen=True)
class SpeakerSet:
    """Somebody speaks for a table."""

    table: TableNo
    person: Id


@dataclass(frozen=True)
class Wrote:
    """A note was written at a table in a turn."""

    id: Id
    by: Id
    table: TableNo
    turn: TurnNo
    text: Line


@dataclass(frozen=True)
class Withdrew:
    """Somebody took their note back."""

    note: Id


@dataclass(frozen=True)
class Carried:
    """A note is carried on to the harvest, or not any more."""

    note: Id
    on: bool


@dataclass(frozen=True)
class Hidden:
    """A note is not shown any more."""

    note: Id


@dataclass(frozen=True)
class Restored:
    """What was hidden is shown again."""

    note: Id


@dataclass(frozen=True)
class Looked:
    """The console shows the notes of a table."""

    table: TableNo


Event = (
    Belonged | TopicAdded | SeatsAsked | Seated | Placed | Gone | DeviceSet | Entered | SpeakerSet | Wrote | Withdrew | Carried
    | Hidden | Restored | Looked
)  # fmt: skip
