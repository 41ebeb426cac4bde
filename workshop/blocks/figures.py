"""Counts and times: bars, how many of how many, phases, the time that is left, the step."""

from dataclasses import dataclass

from workshop.blocks.block import Block, Tone
from workshop.language import Words


@dataclass(frozen=True, slots=True, weakref_slot=True)
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


@dataclass(frozen=True, slots=True, weakref_slot=True)
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
