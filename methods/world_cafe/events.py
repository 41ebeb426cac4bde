"""What happens in a World Café: the events."""

from dataclasses import dataclass

from methods.world_cafe.vocabulary import Number, RoundNo, Stage, TableNo
from workshop.messages import Id, Line, PictureId, TableNumber


@dataclass(frozen=True)
class Volunteered:
    """Somebody would like to host a table, or rather not."""

    by: Id
    on: bool


@dataclass(frozen=True)
class Belonged:
    """Somebody said to what they belong."""

    by: Id
    value: Line


@dataclass(frozen=True)
class CameWith:
    """Somebody gave the word of those with whom they came; "" takes it back."""

    by: Id
    word: Line


@dataclass(frozen=True)
class HostsNamed:
    """These people are to host a table, and nobody else before them."""

    people: tuple[Id, ...]


@dataclass(frozen=True)
class Listed:
    """The console shows who is here, to name hosts."""

    people: tuple[Id, ...]


@dataclass(frozen=True)
class GuestAdded:
    """Somebody without a phone is here, under a name that the facilitator wrote."""

    person: Id
    name: Line


@dataclass(frozen=True)
class Hosting:
    """Who stays at a table."""

    table: TableNo
    person: Id


@dataclass(frozen=True)
class Device:
    """A device that a table shares; without a table it is none any more."""

    id: Id
    table: TableNumber


@dataclass(frozen=True)
class SeatsAsked:
    """Seats were asked for, from the round `first` on, for these people at so many tables."""

    number: Number
    first: RoundNo
    tables: TableNo
    closed: tuple[TableNo, ...]
    hosts: tuple[Hosting, ...]
    people: tuple[Id, ...]
    devices: tuple[Device, ...]
    seed: int
    badges: tuple[int, ...] = ()  # the badge of each of the people, 0 for none; empty where none were printed


@dataclass(frozen=True)
class Seated:
    """From the round `first` on these people sit at these tables: their first round begins with the way there."""

    first: RoundNo
    tables: TableNo
    closed: tuple[TableNo, ...]
    hosts: tuple[Hosting, ...]
    people: tuple[Id, ...]
    rounds: tuple[tuple[TableNo, ...], ...]
    devices: tuple[Device, ...]
    proven: bool


@dataclass(frozen=True)
class Placed:
    """Somebody who came late, or came back, has a seat in a round."""

    person: Id
    table: TableNo
    round: RoundNo


@dataclass(frozen=True)
class Gone:
    """Somebody who had a seat, now at this table (0: at none), has left."""

    person: Id
    table: TableNo


@dataclass(frozen=True)
class DeviceSet:
    """A device speaks for a table, or for none any more."""

    device: Device


@dataclass(frozen=True)
class Entered:
    """A phase began."""

    stage: Stage
    round: RoundNo
    table: TableNo


@dataclass(frozen=True)
class Wrote:
    """A note was written at a table; `by` is "paper" for what stood on paper."""

    id: Id
    by: Id
    table: TableNo
    round: RoundNo
    text: Line


@dataclass(frozen=True)
class PictureAttached:
    """A photo of the paper on a table, as it was in a round."""

    id: Id
    by: Id
    table: TableNo
    round: RoundNo
    picture: PictureId
    alt: Line


@dataclass(frozen=True)
class TakenDown:
    """Such a photo was taken down."""

    cloth: Id
    table: TableNo


@dataclass(frozen=True)
class Withdrew:
    """A note was taken back by its author."""

    note: Id


@dataclass(frozen=True)
class Carried:
    """A note is carried on, or not any more."""

    note: Id
    on: bool


@dataclass(frozen=True)
class Hidden:
    """A note or a pattern was taken off the screens."""

    note: Id


@dataclass(frozen=True)
class Restored:
    """What was hidden is shown again."""

    note: Id


@dataclass(frozen=True)
class HostChanged:
    """Somebody hosts a table from now on."""

    table: TableNo
    person: Id


@dataclass(frozen=True)
class TableAdded:
    """There is one table more."""


@dataclass(frozen=True)
class TableClosed:
    """Nobody is seated at a table any more."""

    table: TableNo


@dataclass(frozen=True)
class TableOpened:
    """A table that was closed is used again."""

    table: TableNo


@dataclass(frozen=True)
class Spotted:
    """A pattern was heard, while a table told (0: none)."""

    id: Id
    by: Id
    table: TableNo
    text: Line


@dataclass(frozen=True)
class HeardAgain:
    """A pattern was heard at a table too, or not."""

    pattern: Id
    table: TableNo
    on: bool


@dataclass(frozen=True)
class Looked:
    """The console shows a table."""

    table: TableNo
    below: Number


Event = (
    Volunteered | Belonged | CameWith | HostsNamed | Listed | GuestAdded | SeatsAsked | Seated | Placed | Gone | DeviceSet | Entered | Wrote
    | Withdrew | Carried | Hidden | Restored | HostChanged | TableAdded | TableClosed | TableOpened | Spotted | HeardAgain | Looked
    | PictureAttached | TakenDown
)  # fmt: skip
