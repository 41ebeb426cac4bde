"""What is filled in, chosen and pressed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from workshop.blocks.block import Block, Button, Json, Option
from workshop.language import Words


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Field:
    """One thing to fill in; its id is the name of the command's argument. A picture is brought first: the command gets its id."""

    id: str
    label: Words
    input: Literal["line", "text", "number", "date", "choice", "picture"] = "line"
    limit: int = 280
    required: bool = True
    value: str = ""
    hint: Words = ""
    options: tuple[Option, ...] = ()


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


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Dot:
    """An option with the dots that this person gave it; on a scale, -1 for none yet."""

    id: str
    text: Words
    dots: int = 0
    detail: Words = ""


@dataclass(frozen=True, kw_only=True)
class Dots(Block):
    """Dots to give and take back: each tap sends the command with {option: id, dots: the new number}.

    On a `scale` each option gets a number of its own, from 0 to `most`; `left` is then how many options have none.
    """

    kind = "dots"
    items: tuple[Dot, ...]
    command: str
    left: int
    most: int
    label: Words = ""
    scale: bool = False


@dataclass(frozen=True, kw_only=True)
class Buttons(Block):
    """A row of buttons."""

    kind = "buttons"
    items: tuple[Button, ...]
    label: Words = ""
