"""Ideas of a spreadsheet on a map: they wait to be placed, as those do that come late."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from methods.mind_map.events import Asked, Brought, Listed
from methods.mind_map.state import State
from workshop.language import _
from workshop.messages import derived_id
from workshop.method import Contribution, Item, Rejected

MANY: Final = 25


@dataclass(frozen=True)
class Bring:
    """Ideas of a spreadsheet, with the support that they have there."""

    cards: tuple[Contribution, ...]


def bring(state: State, cards: Sequence[Contribution], id: str) -> Sequence[Brought] | Rejected:
    """What is there already is not brought again, so that a file can be brought in a second time."""
    there = {idea.text.casefold() for idea in state.ideas}
    new: dict[str, Contribution] = {}
    for card in cards:
        if card.text and card.text.casefold() not in there:
            new.setdefault(card.text.casefold(), card)
    if not new:
        return Rejected(_("All of these ideas are there already."), "there")
    return [Brought(tuple(Listed(derived_id(id, text), card.text, card.support) for text, card in new.items()))]


def brought(state: State, listed: Sequence[Listed]) -> State:
    """The ideas wait to be placed; where they are the most part of the map, the machine is asked to group all anew."""
    items = tuple(Item(one.id, "idea", one.text, (), one.support) for one in listed if one.id not in state.ideas)
    ideas = state.ideas
    for item in items:
        ideas = ideas.put(item.id, item, shown=True)
    with_all = replace(state, ideas=ideas, listed=(*state.listed, *items))
    most = len(items) >= MANY and 2 * len(with_all.listed) >= with_all.total
    if state.deal or not items or (state.groups and not most):
        return with_all
    return replace(with_all, asked=Asked("group", state.rounds + 1, state.seed), rounds=state.rounds + 1)
