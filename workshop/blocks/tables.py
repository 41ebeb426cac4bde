"""Tables in a room: all of them with who sits where, and the one place that is mine."""

from dataclasses import dataclass

from workshop.blocks.block import Block, Button
from workshop.language import Words


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Table:
    """One table: its number, its colour (1 to 8, each with a shape), what it is about, its host, and who sits there.

    `people` are names or numbers, when they are to be seen; `count` is how many sit there; `pos` as in a card.
    """

    id: str
    number: int
    color: int
    text: Words = ""
    host: Words = ""
    people: tuple[Words, ...] = ()
    count: int = 0
    detail: Words = ""
    buttons: tuple[Button, ...] = ()
    pos: float | None = None


@dataclass(frozen=True, kw_only=True)
class Tables(Block):
    """The tables of a room; `empty` is said when there are none."""

    kind = "tables"
    items: tuple[Table, ...]
    label: Words = ""
    empty: Words = ""


@dataclass(frozen=True, kw_only=True)
class Place(Block):
    """One's own table: `text` is what is said above its number, `detail` below; `moving`: it is time to go there."""

    kind = "place"
    number: int
    color: int
    text: Words
    detail: Words = ""
    moving: bool = False
