"""Maps, outlines, and boards of cards to arrange."""

from dataclasses import dataclass
from typing import Literal

from workshop.blocks.block import Block, Button
from workshop.blocks.cards import Card
from workshop.language import Words

SHAPES = " ●▲■◆★⬢✚⬟"  # of colours 1 to 8, so that a colour is never alone
Side = Literal["left", "right", "middle"]


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Node:
    """A node of a map with its parent's id, at x, y in units of the map's width and height.

    On the right x is where it begins, on the left where it ends, in the middle its centre; y is its middle, that of the first line of
    an idea. `room` is how wide it may be, `lines` how many lines it may take, `high` how far down there is room for what belongs
    to a group. `detail` stands under its text.
    """

    id: str
    text: Words
    x: float
    y: float
    level: int = 2
    parent: str = ""
    count: int = 0
    color: int = 0
    side: Side = "middle"
    room: float = 600
    high: float = 0
    lines: int = 1
    detail: Words = ""


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Link:
    """A relation of two nodes, of which one is `source`; x, y is the middle of what it is called."""

    id: str
    source: str
    target: str
    text: Words
    x: float
    y: float


@dataclass(frozen=True, kw_only=True)
class Graph(Block):
    """A map of nodes: level 0 the topic, 1 the groups, 2 the ideas. A group whose parent is a group stands beside that one.

    `focus` is the group that is shown alone, with all its ideas. `rows` is how many groups stand below each other, or could: letters
    are as large as so many allow.
    """

    kind = "graph"
    items: tuple[Node, ...]
    links: tuple[Link, ...] = ()
    width: float = 1800
    height: float = 820
    rows: int = 1
    focus: str = ""


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Entry:
    """A line of an outline with the lines under it."""

    id: str
    text: Words
    count: int = 0
    color: int = 0
    detail: Words = ""
    items: tuple["Entry", ...] = ()


@dataclass(frozen=True, kw_only=True)
class Outline(Block):
    """A nested list, foldable where there is little room."""

    kind = "outline"
    items: tuple[Entry, ...]
    label: Words = ""


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Deed:
    """What can be done with a card or a column that was chosen: sends `command` with {card} or {group}.

    Where it takes another card or column first, `choose` says which, and its id is sent as `argument`, while `hint` says what to do.
    `asks` is the label of a line that may be written before, sent as {word}.
    """

    id: str
    label: Words
    command: str
    choose: Literal["", "card", "column"] = ""
    argument: str = ""
    hint: Words = ""
    asks: Words = ""


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Column:
    """A group of cards that can be moved; `fixed` columns take no new name, `total` counts also those that are not shown.

    `above` is what it belongs to, `menu` the ids of the board's deeds that can be done with it.
    """

    id: str
    text: Words
    color: int = 0
    items: tuple[Card, ...] = ()
    fixed: bool = False
    total: int = 0
    buttons: tuple[Button, ...] = ()
    above: Words = ""
    menu: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Board(Block):
    """Columns of cards to arrange, by pointer or keys.

    Moving a card sends `move` {card, to}; `to` "" is a new column, and `aside` the fixed column that takes cards too. Renaming sends
    `rename` {group, title}; merging sends `merge` {group, into}. An empty name means that the action is not offered. `deeds` are what
    else can be done, each with those cards and columns that have its id in their menu.
    """

    kind = "board"
    items: tuple[Column, ...]
    move: str = ""
    rename: str = ""
    merge: str = ""
    aside: str = ""
    deeds: tuple[Deed, ...] = ()
