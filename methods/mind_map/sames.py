"""Cards that say the same: shown as one, with the words of each, and by themselves again whenever somebody wants."""

from dataclasses import replace

from methods.mind_map.arranging import put, put_aside
from methods.mind_map.groups import Group, with_group
from methods.mind_map.state import State, Under


def matched(state: State, card: str, into: str) -> State:
    """A card, with those shown under it, under another one."""
    known = card in state.ideas and into in state.ideas and card != into
    if not known or any(one in state.under or one in state.copies for one in (card, into)):
        return state
    home, fixed = state.homes.get(card, ""), state.is_pinned(card)
    parts = [idea for idea in (state.ideas.get(one) for one in (card, *(one.id for one in state.same.get(card, ())))) if idea]
    group = state.group(home)
    alone = group.title if group and len(group.ideas) == 1 else ""
    under = state.under.set(card, Under(into, home, fixed, alone))
    for part in parts[1:]:
        under = under.set(part.id, replace(under[part.id], head=into))
    left = put_aside(state, card)
    same = left.same.delete(card) if card in left.same else left.same
    same = same.set(into, (*same.get(into, ()), *parts))
    ideas = left.ideas.put(card, parts[0], shown=False)
    return _drawn(replace(left, ideas=ideas, under=under, same=same, loose=left.loose - {card}), into)


def separated(state: State, card: str) -> State:
    """What is shown under a card by itself again: in the group where it was, or else in that of the card."""
    for was in [state.under[idea.id] for idea in state.same.get(card, ())]:
        if was.title:  # a group that went because all its cards are shown elsewhere
            state = replace(state, groups=with_group(state.groups, Group(was.home, was.title)))
    for idea in state.same.get(card, ()):
        was = state.under[idea.id]
        freed = replace(state, under=state.under.delete(idea.id), ideas=state.ideas.put(idea.id, idea))
        home = was.home if not was.home or freed.group(was.home) else state.homes.get(card, "")
        state = put(freed, idea.id, home, was.pinned) if home else replace(freed, loose=freed.loose | ({idea.id} if was.pinned else set()))
    return _drawn(replace(state, same=state.same.delete(card)), card) if card in state.same else state


def _drawn(state: State, card: str) -> State:
    """The card where it is, with what is shown under it now."""
    home = state.homes.get(card, "")
    return put(state, card, home, state.is_pinned(card)) if home else state
