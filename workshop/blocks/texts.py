"""What is said: headings, paragraphs, a wording with what changed in it."""

from dataclasses import dataclass
from typing import Literal

from workshop.blocks.block import Block, Tone
from workshop.language import Words


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


@dataclass(frozen=True, slots=True, weakref_slot=True)
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
