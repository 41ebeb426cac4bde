"""Who sorts which cards: each card goes to several people, and what most of them say counts."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Final

from immutables import Map

from methods.mind_map.ballots import NONE

HAND: Final = 5
VOICES: Final = 3


@dataclass(frozen=True)
class Deal:
    """The cards that are still to be sorted, each with what was said so far; `hands` are what people have to sort now.

    `of` is how many cards there were. What is in a hand stays there until it is sorted, also when others have settled it.
    """

    cards: Map[str, Map[str, str]] = Map()
    hands: Map[str, tuple[str, ...]] = Map()
    order: tuple[str, ...] = ()

    @property
    def of(self) -> int:
        """How many cards there were to sort."""
        return len(self.order)

    @property
    def done(self) -> int:
        """How many of them are sorted."""
        return self.of - len(self.cards)


def opened(cards: Sequence[str], hands: Mapping[str, tuple[str, ...]]) -> Deal:
    """Nobody has sorted anything."""
    return Deal(Map({card: Map() for card in cards}), Map(hands), tuple(cards))


def shuffled(cards: Iterable[str], seed: int) -> tuple[str, ...]:
    """The cards in the order in which they are dealt."""
    order = sorted(cards)
    Random(seed).shuffle(order)
    return tuple(order)


def dealt(deal: Deal, people: Iterable[str], voices: int, again: bool) -> dict[str, tuple[str, ...]]:
    """A hand for each of some people: cards of which the fewest have spoken or have them, none that they sorted before.

    As many cards as are needed go round; `again`: those that others hold are dealt once more, when there are no others.
    """
    people = sorted(people)
    held = Counter(card for hand in deal.hands.values() for card in hand if card in deal.cards)
    out = Counter({card: len(deal.cards[card]) + held[card] for card in deal.order if card in deal.cards})
    missing = sum(max(0, wanted(voices) - count) for count in out.values())
    size = max(1, min(HAND, -(-missing // max(1, len(people)))))
    hands = {}
    for person in people:
        able = [card for card in out if person not in deal.cards[card]]
        due = [card for card in able if out[card] < wanted(voices)]
        chosen = sorted(due or (able if again else []), key=lambda card: out[card])[:size]
        out.update(chosen)
        if chosen:
            hands[person] = tuple(chosen)
    return hands


def wanted(voices: int) -> int:
    """How many people sort a card, in a room of so many."""
    return max(1, min(VOICES, voices))


def said(deal: Deal, card: str, by: str, to: str) -> Deal:
    """Somebody has sorted a card."""
    hand = tuple(one for one in deal.hands.get(by, ()) if one != card)
    cards = deal.cards.set(card, deal.cards[card].set(by, to)) if card in deal.cards else deal.cards
    return replace(deal, cards=cards, hands=deal.hands.set(by, hand))


def without(deal: Deal, card: str, held: bool) -> Deal:
    """A card is sorted; where it is `held` no more, it leaves the hands too."""
    cards = deal.cards.delete(card) if card in deal.cards else deal.cards
    if not held:
        hands = Map({person: tuple(one for one in hand if one != card) for person, hand in deal.hands.items()})
        return replace(deal, cards=cards, hands=hands)
    return replace(deal, cards=cards)


def with_hands(deal: Deal, hands: Mapping[str, tuple[str, ...]]) -> Deal:
    """Some people have other cards now."""
    return replace(deal, hands=deal.hands.update(hands))


def tally_of(votes: Mapping[str, str], groups: Iterable[str]) -> dict[str, int]:
    """How many said what; a group that is not there any more is none."""
    known = set(groups)
    counts = Counter(to if to in known else NONE for to in votes.values())
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def agreed(tally: Mapping[str, int]) -> str:
    """The group that more than half of them said, or ""."""
    best = max(tally, key=lambda to: tally[to], default=NONE)
    return best if best != NONE and 2 * tally[best] > sum(tally.values()) else ""


def disagreed(tally: Mapping[str, int]) -> bool:
    """Whether no more than half of them said the same."""
    return bool(tally) and 2 * max(tally.values()) <= sum(tally.values())
