"""The state of a mind map: its ideas, its groups, what people fixed, and what the machine was asked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from immutables import Map
from pydantic import Field

from methods.mind_map.ballots import Settled
from methods.mind_map.dealing import Deal
from methods.mind_map.events import Asked, Previewed
from methods.mind_map.groups import Group, Relation, Slip, Theme
from methods.mind_map.proposals import Offer, Twins
from workshop.messages import Line
from workshop.method import Item
from workshop.shelf import Shelf


@dataclass(frozen=True)
class Settings:
    """What stands in the middle of the map, who sorts, and how many ideas each phone may still add."""

    topic: Line = ""
    who: Literal["facilitator", "room"] = "facilitator"
    late: Annotated[int, Field(ge=0, le=20)] = 3


@dataclass(frozen=True)
class Under:
    """A card that is shown under another one: under which, and where it was before; `title` is that of a group that had no other."""

    head: str
    home: str = ""
    pinned: bool = False
    title: str = ""


@dataclass(frozen=True)
class State:
    """The ideas on a shelf that shows those in no group, the groups in the order of their places on the map, what the machine was asked.

    `homes` has the group of each idea that is in one, `under` the cards shown under another one, `same` those shown under each,
    `copies` the card of which each copy is one. `loose` are cards that people left in no group, `tried` those for which the machine
    found none. `together` are cards of groups that were merged, `distinct` pairs of which somebody said that they are not the same,
    `declined` the suggestions that were left. `advised` and `paired` are how many ideas there were when the machine last looked for
    something to suggest. `added` are the ideas that came in here, `listed` those of a spreadsheet, `late` has who sent those that
    came from phones. `settled` is what the room sorted. `starts` has the idea from which on the console shows a group, `shown` is
    the group that the wall shows alone.
    """

    settings: Settings
    ideas: Shelf[Item] = Shelf()
    groups: tuple[Group, ...] = ()
    themes: tuple[Theme, ...] = ()
    relations: tuple[Relation, ...] = ()
    homes: Map[str, str] = Map()
    under: Map[str, Under] = Map()
    same: Map[str, tuple[Item, ...]] = Map()
    copies: Map[str, str] = Map()
    loose: frozenset[str] = frozenset()
    tried: frozenset[str] = frozenset()
    together: tuple[frozenset[str], ...] = ()
    distinct: frozenset[tuple[str, str]] = frozenset()
    declined: frozenset[str] = frozenset()
    asked: Asked | None = None
    rounds: int = 0
    advised: int = 0
    paired: int = 0
    preview: Previewed | None = None
    offers: tuple[Offer, ...] = ()
    twins: tuple[Twins, ...] = ()
    locked: bool = False
    seed: int = 0
    added: tuple[Item, ...] = ()
    listed: tuple[Item, ...] = ()
    late: Map[str, str] = Map()
    deal: Deal | None = None
    settled: Map[str, Settled] = Map()
    starts: Map[str, str] = Map()
    shown: str = ""

    def group(self, id: str) -> Group | None:
        """The group of an id."""
        return next((group for group in self.groups if group.id == id), None)

    def theme(self, group: str) -> Theme | None:
        """The group of groups in which a group is."""
        return next((theme for theme in self.themes if group in theme.groups), None)

    def slip(self, card: str, pinned: bool = False) -> Slip | None:
        """A card with those that are shown under it."""
        idea = self.ideas.get(card)
        return None if idea is None else Slip(idea, pinned, self.same.get(card, ()))

    def is_pinned(self, card: str) -> bool:
        """Whether somebody put a card where it is."""
        group = self.group(self.homes.get(card, ""))
        return card in self.loose if group is None else next(slip.pinned for slip in group.ideas.first(1, card))

    def head(self, card: str) -> str:
        """The card itself, or the one under which it is shown."""
        found = self.under.get(card)
        return card if found is None else found.head

    @property
    def waiting(self) -> int:
        """How many ideas are in no group."""
        return len(self.ideas.shown)

    @property
    def unplaced(self) -> tuple[str, ...]:
        """The ideas that are in no group."""
        return tuple(idea.id for idea in self.ideas.all_shown())

    @property
    def total(self) -> int:
        """How many ideas there are; a copy is none."""
        return len(self.ideas) - len(self.copies)


def start(settings: Settings, items: tuple[Item, ...], seed: int) -> State:
    """The ideas are not grouped yet; the machine is asked at once."""
    return State(settings, shelved(items, Map(), Map()), asked=Asked("group", 1, seed), rounds=1, seed=seed)


def shelved(items: Iterable[Item], homes: Mapping[str, str], under: Mapping[str, Under]) -> Shelf[Item]:
    """Ideas on a shelf that shows those that are in no group and under no other."""
    return Shelf.of((item.id, item, item.id not in homes and item.id not in under) for item in items)


def free_ideas(state: State) -> tuple[str, ...]:
    """The ideas that the machine may group: not put somewhere by people, and not in a group that somebody named."""
    fixed = {slip.idea.id for group in state.groups for slip in group.ideas if group.named or slip.pinned}
    return tuple(card for card in cards_of(state) if card not in fixed and card not in state.loose)


def cards_of(state: State) -> tuple[str, ...]:
    """The ideas that are shown by themselves, in the order of their coming; no copies."""
    return tuple(idea.id for idea in state.ideas if idea.id not in state.under and idea.id not in state.copies)
