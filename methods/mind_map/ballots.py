"""The whole room sorts: what can be asked (commands), and what happens (events)."""

from dataclasses import dataclass
from typing import Final

from methods.mind_map.proposals import Maybe
from workshop.messages import Id

NONE: Final = "none"


@dataclass(frozen=True)
class OpenSorting:
    """Let the whole room sort: everybody gets some cards."""


@dataclass(frozen=True)
class Sort:
    """Somebody puts a card that was dealt to them into a group, or into "none"."""

    card: Id
    to: Id


@dataclass(frozen=True)
class CloseSorting:
    """Enough was sorted."""


@dataclass(frozen=True)
class SortingOpened:
    """The room sorts these cards."""

    cards: tuple[Id, ...]
    hands: dict[Id, tuple[Id, ...]]


@dataclass(frozen=True)
class Dealt:
    """Who has which cards to sort now."""

    hands: dict[Id, tuple[Id, ...]]


@dataclass(frozen=True)
class Sorted:
    """Somebody put a card into a group, or into none."""

    card: Id
    by: Id
    to: Id


@dataclass(frozen=True)
class Settled:
    """Enough people sorted a card: into `to`, which is "" where they do not agree; `tally` has the counts."""

    card: Id
    to: Maybe
    tally: dict[Id, int]


@dataclass(frozen=True)
class SortingClosed:
    """The room has sorted."""
