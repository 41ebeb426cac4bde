"""What every block has, and what many are made of: a button, an option."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from workshop.language import Words

Tone = Literal["", "soft", "note", "good", "now", "stop"]
Json = Any


@dataclass(frozen=True, kw_only=True)
class Block:
    """What every block has."""

    kind: ClassVar[str]
    id: str
    pos: float | None = None


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Button:
    """Sends one command when pressed; `confirm` is asked first. With a `why` it cannot be pressed now, and this is the reason."""

    id: str
    label: Words
    command: str
    args: Mapping[str, Json] = field(default_factory=dict)
    tone: Tone = ""
    confirm: Words = ""
    why: Words = ""


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Option:
    """Something that can be chosen. `shape` is one of "circle", "triangle", "square", so that tone is never alone."""

    id: str
    text: Words
    detail: Words = ""
    tone: Tone = ""
    shape: str = ""
