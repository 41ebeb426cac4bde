"""Maps, outlines, and boards of cards to arrange."""

from dataclasses import dataclass
from typing import Literal

from workshop.blocks.block import Block, Button
from workshop.blocks.cards import Card
from workshop.language import Words


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Node:
    """A node of a map at x, y (its centre, in units of the map's width and height), with its parent's id."""

    id: str
    text: Words
    x: float
    y: float
    level: int = 2
    parent: str = ""
    count: int = 0
    color: int = 0
    side: Literal["left", "right", "middle"] = "middle"


@dataclass(frozen=True, kw_only=True)
class Graph(Block):
    """A map of nodes: level 0 the topic, 1 the groups, 2 the ideas, 3 the next line of an idea that takes two."""

    kind = "graph"
    items: tuple[Node, ...]
    width: float = 1800
    height: float = 820


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
class Column:
    """A group of cards that can be moved; `fixed` columns take no new name, `total` counts also those that are not shown."""

    id: str
    text: Words
    color: int = 0
    items: tuple[Card, ...] = ()
    fixed: bool = False
    total: int = 0
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Board(Block):
    """Columns of cards to arrange, by pointer or keys.

    Moving a card sends `move` {card, to}; `to` "" is a new column. Renaming sends `rename` {group, title}; merging sends `merge`
    {group, into}. An empty name means that the action is not offered.
    """

    kind = "board"
    items: tuple[Column, ...]
    move: str = ""
    rename: str = ""
    merge: str = ""
