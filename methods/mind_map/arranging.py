"""What becomes of the groups when cards are put somewhere, and when groups are merged, divided, or found anew."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from immutables import Map

from methods.mind_map.groups import Group, Slip, ranked, with_group, with_slip
from methods.mind_map.proposals import NewGroup, Retitle
from methods.mind_map.state import State, free_ideas, shelved


def put(state: State, card: str, to: str, pinned: bool) -> State:
    """A card in a group, and no longer in the one before; a group that is left empty goes. A copy beside its own card goes too."""
    slip, target = state.slip(card, pinned), state.group(to)
    if slip is None or target is None or card in state.under:
        return state
    left = _without(state, card, to)
    moved = replace(left, ideas=left.ideas.put(card, slip.idea, shown=False), homes=left.homes.set(card, to), loose=left.loose - {card})
    return without_copies(_changed(moved, [with_slip(target, slip)]), card)


def put_aside(state: State, card: str) -> State:
    """A card in no group."""
    idea = state.ideas.get(card)
    if idea is None or card in state.under or card in state.copies:
        return state
    left = _without(state, card, "")
    return replace(left, ideas=left.ideas.put(card, idea), homes=left.homes.delete(card) if card in left.homes else left.homes)


def moved(state: State, card: str, to: str) -> State:
    """A card that somebody put into a group: it stays there, and is no longer held by those it was merged with."""
    if state.group(to) is None or state.homes.get(card) == to:
        return put(state, card, to, True)
    return replace(put(state, card, to, True), together=parted(state.together, {card}))


def parted(together: tuple[frozenset[str], ...], cards: Iterable[str]) -> tuple[frozenset[str], ...]:
    """Some cards need no longer stay with others."""
    gone = frozenset(cards)
    return tuple(left for one in together if len(left := one - gone) > 1)


def pinned(state: State, card: str, on: bool) -> State:
    """A card stays where it is, or the machine may move it again."""
    if state.homes.get(card):
        return put(state, card, state.homes[card], on)
    if card not in state.ideas or card in state.under:
        return state
    return replace(state, loose=state.loose | {card} if on else state.loose - {card})


def placed(state: State, places: Mapping[str, str]) -> State:
    """Ideas that were in no group are in some now; those for which none was found are tried."""
    waiting = [card for card in state.unplaced if card not in state.loose]
    for card in waiting:
        state = put(state, card, places.get(card, ""), False)
    return replace(state, tried=state.tried | {card for card in waiting if card not in state.homes})


def merged(state: State, id: str, into: str) -> State:
    """One group in another; the cards of both stay together when the machine groups again."""
    source, target = state.group(id), state.group(into)
    if source is None or target is None or source is target:
        return state
    whole = replace(target, ideas=ranked((*target.ideas.as_they_came(), *source.ideas.as_they_came())))
    cards = frozenset(card for card in whole.ids if card not in state.copies)
    together = (*parted(state.together, cards), cards)
    groups = (whole if group is target else group for group in state.groups if group is not source)
    return regrouped(replace(state, together=together), groups)


def divided(state: State, id: str, parts: Sequence[NewGroup]) -> State:
    """A group without what is in the parts, which are groups of their own; all of it stays where it is now."""
    group = state.group(id)
    if group is None:
        return state
    here, stay = set(group.ids), group.ids
    for part in parts:
        cards = [card for card in part.ideas if card in here]
        if cards and len(cards) < len(here):
            state = gathered(state, replace(part, ideas=tuple(cards)), True)
            here -= set(cards)
    return state if len(here) == len(stay) else _all_pinned(replace(state, together=parted(state.together, stay)), id)


def gathered(state: State, new: NewGroup, fixed: bool) -> State:
    """Cards in a new group."""
    cards = [card for card in new.ideas if card in state.ideas and card not in state.under]
    if not cards or state.group(new.id):
        return state
    group = Group(new.id, new.title, best=new.best, titled=tuple(cards))
    state = replace(state, groups=with_group(state.groups, group))
    for card in cards:
        state = put(state, card, new.id, fixed)
    return state


def retitled(state: State, titles: Iterable[Retitle]) -> State:
    """Other titles for groups that the machine named."""
    new = {one.group: one for one in titles}
    known = (group for group in state.groups if group.id in new and not group.named)
    return _changed(state, [replace(one, title=new[one.id].title, best=new[one.id].best, titled=one.ids) for one in known])


def grouped(state: State, found: Sequence[NewGroup], unplaced: Iterable[str]) -> State:
    """The free ideas as they were grouped; what people fixed stays, and so does what the grouping does not know."""
    free = set(free_ideas(state))
    proposed = {card: one.id for one in found for card in one.ideas if card in free}
    torn = _torn(state, proposed)
    homes = {card: to for card, to in proposed.items() if card not in torn}
    away = {card for card in unplaced if card in free} - homes.keys() - torn
    slips: dict[str, list[Slip]] = {}
    for group in state.groups:
        kept = [slip for slip in group.ideas.as_they_came() if slip.idea.id not in homes and slip.idea.id not in away]
        slips[group.id] = kept
    for one in found:
        slip_of = (state.slip(card) for card in dict.fromkeys(one.ideas) if homes.get(card) == one.id)
        slips[one.id] = [*[slip for slip in slip_of if slip], *slips.get(one.id, [])]
    groups = tuple(replace(group, ideas=ranked(slips[group.id])) for group in _titled(state, found))
    whole = groups
    for one in found:
        if state.group(one.id) is None and slips[one.id]:
            ids = tuple(slip.idea.id for slip in slips[one.id])
            fresh = Group(one.id, one.title, ideas=ranked(slips[one.id]), best=one.best, titled=ids)
            whole = with_group(tuple(group for group in whole if group.ideas), fresh)
    return regrouped(replace(state, tried=state.tried | away), whole)


def _torn(state: State, homes: Mapping[str, str]) -> frozenset[str]:
    """Cards of merged groups that would no longer be together: they stay where they are."""
    torn = (one for one in state.together if len({homes.get(card, "") for card in one}) > 1)
    return frozenset[str]().union(*torn)


def _titled(state: State, found: Iterable[NewGroup]) -> Iterable[Group]:
    """The present groups with the titles that the grouping gave them, but for those that people named."""
    new = {one.id: one for one in found}
    for group in state.groups:
        one = new.get(group.id)
        yield group if one is None or group.named else replace(group, title=one.title, best=one.best, titled=one.ideas)


def regrouped(state: State, groups: Iterable[Group]) -> State:
    """These groups instead of those before."""
    found = tuple(group for group in groups if group.ideas or state.deal)
    homes = Map({slip.idea.id: group.id for group in found for slip in group.ideas})
    return _without_all_copies(replace(state, groups=found, homes=homes, ideas=shelved(state.ideas, homes, state.under)))


def emptied(state: State) -> State:
    """Without the groups in which nothing is."""
    return replace(state, groups=tuple(group for group in state.groups if group.ideas))


def copied(state: State, id: str, card: str, to: str) -> State:
    """A card that is shown in a second group too."""
    idea = state.ideas.get(card)
    if idea is None or id in state.ideas or state.group(to) is None or state.homes.get(card, to) == to or card in state.under:
        return state
    copy = replace(idea, id=id, sources=(card,))
    return put(replace(state, ideas=state.ideas.put(id, copy), copies=state.copies.set(id, card)), id, to, True)


def removed(state: State, card: str) -> State:
    """Without a card, which is nowhere any more; its copies go with it."""
    for copy in [copy for copy, of in state.copies.items() if of == card]:
        state = removed(state, copy)
    left = _without(state, card, "")
    homes = left.homes.delete(card) if card in left.homes else left.homes
    copies = left.copies.delete(card) if card in left.copies else left.copies
    ideas = shelved((idea for idea in left.ideas if idea.id != card), homes, left.under)
    return replace(left, homes=homes, copies=copies, ideas=ideas, loose=left.loose - {card})


def without_copies(state: State, card: str) -> State:
    """A copy that is where its own card is goes."""
    home, of = state.homes.get(card), state.copies.get(card, card)
    for copy in [copy for copy, one in state.copies.items() if one == of]:
        other = state.homes.get(state.head(of))
        if other is not None and state.homes.get(copy) == other and home == other:
            state = removed(state, copy)
    return state


def _without_all_copies(state: State) -> State:
    for of in sorted(set(state.copies.values())):
        state = without_copies(state, of)
    return state


def _without(state: State, card: str, to: str) -> State:
    """No longer in the group in which it was, unless that is where it goes."""
    left = [group for group in state.groups if group.id == state.homes.get(card) != to]
    starts = _started(state.starts, left, card)
    return _changed(replace(state, starts=starts), [replace(group, ideas=group.ideas.removed(card)) for group in left])


def _started(starts: Map[str, str], groups: Iterable[Group], card: str) -> Map[str, str]:
    """Where the console shows a group from the card on that leaves it, it shows it from the next one on."""
    for group in groups:
        if starts.get(group.id) == card:
            starts = starts.set(group.id, next((slip.idea.id for slip in group.ideas.first(2, card)[1:]), ""))
    return starts


def _changed(state: State, changed: Iterable[Group]) -> State:
    """Some groups are others now; what is empty goes, unless the room is sorting into it."""
    new = {group.id: group for group in changed}
    groups = (new.get(group.id, group) for group in state.groups)
    return replace(state, groups=tuple(group for group in groups if group.ideas or state.deal or group.id not in new))


def _all_pinned(state: State, id: str) -> State:
    for group in (one for one in state.groups if one.id == id):
        state = _changed(state, [replace(group, ideas=ranked(replace(slip, pinned=True) for slip in group.ideas.as_they_came()))])
    return state
