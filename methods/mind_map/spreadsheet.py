"""Ideas of a spreadsheet on a map: they wait to be placed, as those do that come late."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from methods.mind_map.events import Asked, Brought, Listed
from methods.mind_map.state import State
from workshop.language import _
from workshop.messages import derived_id
from workshop.method import Contribution, Item, Rejected


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
    """The ideas wait to be placed; as long as there are no groups, the machine is asked again, so that it groups all of them."""
    items = tuple(Item(one.id, "idea", one.text, (), one.support) for one in listed if one.id not in state.ideas)
    ideas = state.ideas
    for item in items:
        ideas = ideas.put(item.id, item, shown=True)
    with_all = replace(state, ideas=ideas, listed=(*state.listed, *items))
    if state.groups or state.deal or not items:
        return with_all
    return replace(with_all, asked=Asked("group", state.rounds + 1, state.seed), rounds=state.rounds + 1)
