"""What the machine suggests: which of it still fits the map, and what is done when somebody takes it."""

from collections.abc import Sequence
from dataclasses import dataclass

from methods.mind_map.events import Answered, Divided, Event, Gathered, Matched, Merged, Previewed
from methods.mind_map.proposals import NewGroup, Offer, Part, Twins
from methods.mind_map.state import State, free_ideas
from workshop.messages import derived_id


@dataclass(frozen=True)
class Change:
    """A card that a new grouping would put elsewhere: "" stands for no group, and for one that would be new."""

    card: str
    before: str
    to: str
    title: str = ""


def offered(state: State) -> tuple[Offer, ...]:
    """What was suggested, as far as it still fits and nobody left it."""
    return tuple(one for one in state.offers if one.key not in state.declined and _fits(state, one))


def twins(state: State) -> tuple[Twins, ...]:
    """Cards that seem to say the same, and are shown by themselves."""
    return tuple(one for one in state.twins if _apart(state, one))


def key_of(pair: Twins) -> str:
    """What a pair goes by."""
    return f"same:{pair.idea}:{pair.same}"


def taken(state: State, key: str, id: str) -> Sequence[Event]:
    """The events of doing what was suggested; none where it is not there."""
    for pair in twins(state):
        if key_of(pair) == key:
            into = pair.same if pair.same in state.homes and pair.idea not in state.homes else pair.idea
            return [Matched(pair.idea if into == pair.same else pair.same, into), Answered(key, True)]
    for offer in offered(state):
        if offer.key == key:
            return [*_deeds(state, offer, id), Answered(key, True)]
    return []


def changes(state: State, preview: Previewed) -> tuple[Change, ...]:
    """Which cards would be elsewhere, were the new grouping taken now."""
    free = set(free_ideas(state))
    found = []
    for group in preview.groups:
        new = state.group(group.id) is None
        moved = [card for card in group.ideas if card in free and state.homes.get(card, "") != group.id]
        found += [Change(card, state.homes.get(card, ""), "" if new else group.id, group.title) for card in moved]
    return (*found, *(Change(card, state.homes[card], "") for card in preview.unplaced if card in free and card in state.homes))


def _deeds(state: State, offer: Offer, id: str) -> Sequence[Event]:
    match offer.kind:
        case "merge":
            return [Merged(*offer.groups)]
        case "split":
            parts = offer.parts[1:]
            return [Divided(offer.groups[0], tuple(_new(part, derived_id(id, str(place))) for place, part in enumerate(parts)))]
        case "new":
            return [Gathered(_new(part, derived_id(id, str(place)), state)) for place, part in enumerate(offer.parts)]


def _new(part: Part, id: str, loose: State | None = None) -> NewGroup:
    cards = tuple(card for card in part.ideas if loose is None or card in loose.unplaced)
    return NewGroup(id, part.title, cards, part.best)


def _fits(state: State, offer: Offer) -> bool:
    groups = [state.group(id) for id in offer.groups]
    if not all(groups):
        return False
    match offer.kind:
        case "merge":
            return len(set(offer.groups)) == 2
        case "split" if len(offer.parts) == 1:
            return True  # it says that there is no way
        case "split":
            inside = {card for group in groups if group for card in group.ids}
            parts = [inside & set(part.ideas) for part in offer.parts[1:]]
            return len(groups) == 1 and bool(parts) and all(parts) and sum(len(part) for part in parts) < len(inside)
        case "new":
            return bool(offer.parts) and all(len(set(part.ideas) & set(state.unplaced)) > 1 for part in offer.parts)


def _apart(state: State, pair: Twins) -> bool:
    cards = (pair.idea, pair.same)
    known = all(card in state.ideas and card not in state.under and card not in state.copies for card in cards)
    return known and pair.idea != pair.same and cards not in state.distinct
