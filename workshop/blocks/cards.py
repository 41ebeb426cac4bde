"""What people wrote: cards, a cloud of words, a round of speakers."""

from dataclasses import dataclass
from typing import Literal

from workshop.blocks.block import Block, Button, Tone
from workshop.language import Words


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Card:
    """One contribution: what somebody wrote, or a fact with a label above it.

    `pos` is its place where that is its own, and not its place among the others: then nothing moves when another one comes.
    `menu` has the ids of a board's deeds that can be done with it.
    """

    id: str
    text: Words
    above: Words = ""
    detail: Words = ""
    count: int = 0
    tone: Tone = ""
    buttons: tuple[Button, ...] = ()
    pos: float | None = None
    menu: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Cards(Block):
    """Contributions, newest first or as given; `total` counts those that are not shown too; `empty` is said when none."""

    kind = "cards"
    items: tuple[Card, ...]
    label: Words = ""
    total: int = 0
    empty: Words = ""
    layout: Literal["flow", "list"] = "flow"


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Word:
    """A word and how often it was said; `pos` as in a card."""

    id: str
    text: str
    count: int
    pos: float | None = None


@dataclass(frozen=True, kw_only=True)
class Cloud(Block):
    """Words, larger when more people said them."""

    kind = "cloud"
    items: tuple[Word, ...]
    empty: Words = ""


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Turn:
    """One person in a round."""

    id: str
    who: Words
    state: Literal["done", "now", "next", "waiting", "passed", "skipped"] = "waiting"
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Round(Block):
    """A round of speakers: who speaks now and who is next; `total` counts also those who wait and are not shown.

    Each has `time` ms (0: as long as it takes), and the time of the one who speaks is over at `ends` (ms since 1970). With `move` those
    who wait can be arranged: that sends `move` {person, before}, "" being the end.
    """

    kind = "round"
    items: tuple[Turn, ...]
    label: Words = ""
    time: int = 0
    ends: int = 0
    total: int = 0
    move: str = ""
