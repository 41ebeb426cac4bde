"""Ideas that come after the map was begun, and those that changed or went in the step before."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from immutables import Map

from methods.mind_map.arranging import put, regrouped, removed
from methods.mind_map.dealing import Deal, without
from methods.mind_map.groups import Slip, ranked
from methods.mind_map.sames import separated
from methods.mind_map.state import State, shelved
from workshop.method import Item


def added(state: State, idea: Item, group: str, by: str) -> State:
    """An idea that came in here: into a group, where it stays, or to those not yet placed."""
    if idea.id in state.ideas:
        return state
    late = state.late.set(idea.id, by) if by else state.late
    new = replace(state, ideas=state.ideas.put(idea.id, idea), added=(*state.added, idea), late=late)
    return put(new, idea.id, group, True) if group else new


def dropped(state: State, card: str) -> State:
    """A copy, or a card that came in here, is taken away; what was shown under it stays."""
    if card not in state.copies and all(card != idea.id for idea in (*state.added, *state.listed)):
        return state
    head = state.head(card)
    if head in state.same:
        state = separated(state, head)
    left = removed(state, card)
    deal = without(left.deal, card, False) if left.deal else None
    late = left.late.delete(card) if card in left.late else left.late
    added, listed = (tuple(idea for idea in ideas if idea.id != card) for ideas in (left.added, left.listed))
    return replace(left, deal=deal, added=added, listed=listed, late=late)


def received(state: State, items: Sequence[Item]) -> State:
    """Ideas that came since are not yet placed; those that went leave their groups; texts and support are the present ones."""
    ideas = {item.id: item for item in (*items, *state.added, *state.listed)}
    copies = {id: of for id, of in state.copies.items() if of in ideas}
    ideas |= {id: replace(ideas[of], id=id, sources=(of,)) for id, of in copies.items()}
    state = _heads_only(state, ideas.keys())
    same = {head: tuple(ideas[one.id] for one in parts) for head, parts in state.same.items()}
    slips = {group.id: _slips(group.ideas.as_they_came(), ideas, same) for group in state.groups}
    groups = [replace(group, ideas=ranked(slips[group.id])) for group in state.groups]
    asked = replace(state.asked) if state.asked else None  # the machine is asked about the ideas as they are now
    kept = replace(
        state,
        ideas=shelved(ideas.values(), Map(), state.under),
        same=Map(same),
        copies=Map(copies),
        asked=asked,
        loose=state.loose & ideas.keys(),
        tried=state.tried & ideas.keys(),
        deal=_known(state.deal, ideas.keys()),
    )
    return regrouped(kept, groups)


def _slips(slips: Iterable[Slip], ideas: dict[str, Item], same: dict[str, tuple[Item, ...]]) -> list[Slip]:
    known = (slip for slip in slips if slip.idea.id in ideas)
    return [replace(slip, idea=ideas[slip.idea.id], same=same.get(slip.idea.id, ())) for slip in known]


def _heads_only(state: State, known: Iterable[str]) -> State:
    """What is shown under a card that went, or with one that did, is shown by itself again."""
    ids = set(known)
    for head, parts in state.same.items():
        if head not in ids or any(one.id not in ids for one in parts):
            state = separated(state, head)
    return state


def _known(deal: Deal | None, ids: Iterable[str]) -> Deal | None:
    kept = set(ids)
    for card in [card for card in deal.order if card not in kept] if deal else ():
        deal = without(deal, card, False) if deal else None
    return deal
