"""The screen language: a small vocabulary of blocks that every phone, wall, console and record can draw.

A block is immutable. Its `id` is unique on a screen; `pos` orders the screen (None: the order in which the view gave it, in
steps of 10, so that what is only for one person can be put in between). Colours are numbers 1 to 8, each with a shape, never
a colour alone. Texts are `Words`: what people wrote as `str`, what we say as `Message`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, ClassVar, Literal

from workshop.language import Message, Name, Speaker, Words

Tone = Literal["", "soft", "note", "good", "now", "stop"]
Json = Any


@dataclass(frozen=True, kw_only=True)
class Block:
    """What every block has."""

    kind: ClassVar[str]
    id: str
    pos: float | None = None


@dataclass(frozen=True, slots=True)
class Button:
    """Sends one command when pressed; `confirm` is asked first; `key` is its key on the console."""

    id: str
    label: Words
    command: str
    args: Mapping[str, Json] = field(default_factory=dict)
    tone: Tone = ""
    confirm: Words = ""


@dataclass(frozen=True, slots=True)
class Option:
    """Something that can be chosen. `shape` is one of "circle", "triangle", "square", so that tone is never alone."""

    id: str
    text: Words
    detail: Words = ""
    tone: Tone = ""
    shape: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to fill in; its id is the name of the command's argument."""

    id: str
    label: Words
    input: Literal["line", "text", "number", "date", "choice"] = "line"
    limit: int = 280
    required: bool = True
    value: str = ""
    hint: Words = ""
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Heading(Block):
    """The question or the title; `above` is a small line over it."""

    kind = "heading"
    text: Words
    above: Words = ""


@dataclass(frozen=True, kw_only=True)
class Text(Block):
    """A paragraph."""

    kind = "text"
    text: Words
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A run of a text that changed: what stayed, what came, what went."""

    text: str
    change: Literal["", "added", "removed"] = ""


@dataclass(frozen=True, kw_only=True)
class Wording(Block):
    """A text that people decide on, with what an amendment changed marked."""

    kind = "wording"
    label: Words
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One contribution: what somebody wrote, or a fact with a label above it."""

    id: str
    text: Words
    above: Words = ""
    detail: Words = ""
    count: int = 0
    tone: Tone = ""
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Cards(Block):
    """Contributions, newest first or as given; `total` counts those that are not shown too; `empty` is said when none."""

    kind = "cards"
    items: tuple[Card, ...]
    label: Words = ""
    total: int = 0
    empty: Words = ""
    layout: Literal["flow", "list"] = "flow"


@dataclass(frozen=True, kw_only=True)
class Form(Block):
    """Fields and one button that sends them as one command, together with `args`."""

    kind = "form"
    fields: tuple[Field, ...]
    command: str
    send: Words
    args: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Choices(Block):
    """Choose one (`most` = 1) or several, then send: the command gets the chosen id, or the list of ids, as `argument`."""

    kind = "choices"
    items: tuple[Option, ...]
    command: str
    argument: str
    send: Words
    label: Words = ""
    chosen: tuple[str, ...] = ()
    most: int = 1
    args: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Dot:
    """An option with the dots that this person gave it."""

    id: str
    text: Words
    dots: int = 0
    detail: Words = ""


@dataclass(frozen=True, kw_only=True)
class Dots(Block):
    """Dots to give and take back: each tap sends the command with {option: id, dots: the new number}."""

    kind = "dots"
    items: tuple[Dot, ...]
    command: str
    left: int
    most: int
    label: Words = ""


@dataclass(frozen=True, kw_only=True)
class Buttons(Block):
    """A row of buttons."""

    kind = "buttons"
    items: tuple[Button, ...]
    label: Words = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a tally."""

    id: str
    text: Words
    count: int
    detail: Words = ""
    tone: Tone = ""


@dataclass(frozen=True, kw_only=True)
class Tally(Block):
    """Counts as bars; `total` is what a full bar stands for (0: the largest count)."""

    kind = "tally"
    items: tuple[Bar, ...]
    label: Words = ""
    total: int = 0


@dataclass(frozen=True, kw_only=True)
class Progress(Block):
    """How many of how many, never who."""

    kind = "progress"
    done: int
    of: int
    label: Words


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase of a method."""

    id: str
    text: Words


@dataclass(frozen=True, kw_only=True)
class Phases(Block):
    """Where the method is: its phases, the present one named by `now`."""

    kind = "phases"
    items: tuple[Phase, ...]
    now: str


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Column:
    """A group of cards that can be moved; `fixed` columns take no new name."""

    id: str
    text: Words
    color: int = 0
    items: tuple[Card, ...] = ()
    fixed: bool = False


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


@dataclass(frozen=True, slots=True)
class Word:
    """A word and how often it was said."""

    id: str
    text: str
    count: int


@dataclass(frozen=True, kw_only=True)
class Cloud(Block):
    """Words, larger when more people said them."""

    kind = "cloud"
    items: tuple[Word, ...]
    empty: Words = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """One person in a round."""

    id: str
    who: Words
    state: Literal["done", "now", "next", "waiting", "passed"] = "waiting"


@dataclass(frozen=True, kw_only=True)
class Round(Block):
    """A round of speakers: who speaks now and who is next."""

    kind = "round"
    items: tuple[Turn, ...]
    label: Words = ""


@dataclass(frozen=True, kw_only=True)
class Timer(Block):
    """The time of the step: it ends at `ends` (ms since 1970), or `left` ms remain while it is paused; `total` ms in all."""

    kind = "timer"
    total: int
    ends: int = 0
    left: int = 0


@dataclass(frozen=True, kw_only=True)
class Step(Block):
    """Where the workshop is: step `number` of `of`."""

    kind = "step"
    text: Words
    number: int
    of: int


KINDS: Mapping[str, type[Block]] = {
    cls.kind: cls
    for cls in (
        Heading, Text, Wording, Cards, Form, Choices, Dots, Buttons, Tally, Progress, Phases, Graph, Outline, Board, Cloud,
        Round, Timer, Step,
    )
}  # fmt: skip


def encode(blocks: Iterable[Block], say: Speaker) -> dict[str, dict[str, Json]]:
    """The blocks as the wire has them: {block id: block}, list-like fields as {item id: item}, texts in one language.

    A field that is empty (False, 0, "", ()) is left out: it is the default of every reader.
    """
    screen = {}
    for place, block in enumerate(blocks, start=1):
        pos = block.pos if block.pos is not None else place * 10
        screen[block.id] = {"kind": block.kind, "pos": pos} | _fields(block, say, ("id", "pos"))
    return screen


def _fields(thing: Any, say: Speaker, without: tuple[str, ...]) -> dict[str, Json]:
    found = ((one.name, getattr(thing, one.name)) for one in fields(thing) if one.name not in without)
    return {name: _value(value, say) for name, value in found if value not in (None, False, 0, "", ())}


def _value(value: Any, say: Speaker) -> Json:
    match value:
        case Message() | Name():
            return say(value)
        case tuple() if value and hasattr(value[0], "id"):
            return {one.id: {"pos": place} | _fields(one, say, ("id",)) for place, one in enumerate(value, start=1)}
        case tuple() if value and isinstance(value[0], Part):
            return [{"text": part.text, "change": part.change} for part in value]
        case tuple():
            return list(value)
        case Mapping():
            return dict(value)
        case _:
            return value


def merge_patch(old: Mapping[str, Json], new: Mapping[str, Json]) -> dict[str, Json]:
    """The RFC 7386 merge patch that turns `old` into `new`; empty when they are equal. Neither may hold None."""
    patch: dict[str, Json] = {key: None for key in old if key not in new}
    for key, value in new.items():
        before = old.get(key)
        if before is value or before == value:
            continue
        patch[key] = merge_patch(before, value) if isinstance(before, dict) and isinstance(value, dict) else value
    return patch
