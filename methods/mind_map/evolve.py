"""How each event changes the map. What no longer fits, after an undo or when an idea went, changes nothing."""

from dataclasses import replace
from typing import assert_never

from methods.mind_map import arranging, dealing, sames, themes
from methods.mind_map.arrivals import added, dropped
from methods.mind_map.ballots import Dealt, Settled, Sorted, SortingClosed, SortingOpened
from methods.mind_map.events import (
    Added,
    Advised,
    Answered,
    Asked,
    Brought,
    Bundled,
    Copied,
    Dismissed,
    Divided,
    Dropped,
    Event,
    Gathered,
    Grouped,
    Locked,
    Machine,
    Matched,
    Merged,
    Moved,
    OfCards,
    OfSorting,
    Paired,
    Pinned,
    Placed,
    Previewed,
    Related,
    Renamed,
    Separated,
    SetAside,
    Shape,
    Shown,
    Turned,
    Unbundled,
    Unlocked,
    Unrelated,
)
from methods.mind_map.groups import Group, with_group
from methods.mind_map.question import wondering
from methods.mind_map.spreadsheet import brought
from methods.mind_map.state import State
from workshop.method import Item


def evolve(state: State, event: Event) -> State:
    """The state after an event; the machine is asked what comes of it."""
    match event:
        case Turned(group, first):
            return replace(state, starts=state.starts.set(group, first))
        case Shown(group):
            return replace(state, shown=group)
        case Brought(ideas):
            return wondering(themes.tidy(brought(state, ideas)))
        case Locked():
            return replace(state, locked=True, preview=None, asked=None if state.groups else state.asked)
        case Unlocked():
            return wondering(replace(state, locked=False))
        case Asked() | Grouped() | Previewed() | Dismissed() | Placed() | Advised() | Paired() | Answered():
            return wondering(themes.tidy(_by_machine(state, event)))
        case Renamed() | Merged() | Divided() | Gathered() | Related() | Unrelated() | Bundled() | Unbundled():
            return wondering(themes.tidy(_shaped(state, event)))
        case Moved() | SetAside() | Pinned() | Copied() | Dropped() | Matched() | Separated() | Added():
            return wondering(themes.tidy(_with_card(state, event)))
        case SortingOpened() | Dealt() | Sorted() | Settled() | SortingClosed():
            return wondering(themes.tidy(_sorting(state, event)))
        case _:
            assert_never(event)


def _by_machine(state: State, event: Machine) -> State:
    match event:
        case Asked(kind, round):
            tried = frozenset[str]() if kind == "place" else state.tried
            return replace(state, asked=event, rounds=round, tried=tried)
        case Grouped(_round, groups, unplaced):
            first = state.advised or state.total
            return replace(arranging.grouped(state, groups, unplaced), asked=None, preview=None, advised=first)
        case Previewed():
            return replace(state, asked=None, preview=event)
        case Dismissed():
            return replace(state, preview=None)
        case Placed(_round, places):
            return replace(arranging.placed(state, places), asked=None)
        case Advised(_round, offers, titles):
            known = {one.key for one in offers}
            kept = tuple(one for one in state.offers if one.key not in known)
            new = arranging.retitled(state, titles)
            return replace(new, asked=None, offers=(*offers, *kept), advised=max(1, state.total))
        case Paired(_round, pairs):
            return replace(state, asked=None, twins=pairs, paired=max(1, state.total))
        case Answered(key, taken):
            pair = next((one for one in state.twins if key == f"same:{one.idea}:{one.same}"), None)
            distinct = state.distinct if taken or pair is None else state.distinct | {(pair.idea, pair.same)}
            return replace(state, declined=state.declined | {key} if not taken else state.declined, distinct=distinct)
        case _:
            assert_never(event)


def _shaped(state: State, event: Shape) -> State:
    match event:
        case Renamed(id, title):
            return themes.renamed(state, id, title)
        case Merged(id, into):
            return arranging.merged(themes.joined(state, id, into), id, into)
        case Divided(id, parts):
            return replace(arranging.divided(state, id, parts), asked=None)
        case Gathered(group):
            return arranging.gathered(state, group, True)
        case Related(group, to, word):
            return themes.related(state, group, to, word)
        case Unrelated(group, to):
            return themes.unrelated(state, group, to)
        case Bundled(theme, title, groups):
            return themes.bundled(state, theme, title, groups)
        case Unbundled(group):
            return themes.unbundled(state, group)
        case _:
            assert_never(event)


def _with_card(state: State, event: OfCards) -> State:
    match event:
        case Moved(card, to, title):
            if title and not state.group(to) and card in state.ideas and card not in state.under:
                state = replace(state, groups=with_group(state.groups, Group(to, title)))
            return _off_the_deck(arranging.moved(state, card, to), card)
        case SetAside(card):
            aside = arranging.put_aside(state, card)
            fixed = replace(arranging.pinned(aside, card, True), together=arranging.parted(state.together, {card}))
            return _off_the_deck(state if card in state.copies else fixed, card)
        case Pinned(card, on):
            return arranging.pinned(state, card, on)
        case Copied(id, card, to):
            return arranging.copied(state, id, card, to)
        case Dropped(card):
            return dropped(state, card)
        case Matched(card, into):
            return _off_the_deck(sames.matched(state, card, into), card)
        case Separated(card):
            return sames.separated(state, card)
        case Added(id, text, group, by):
            return added(state, Item(id, "idea", text), group, by)
        case _:
            assert_never(event)


def _off_the_deck(state: State, card: str) -> State:
    """What the facilitator has put somewhere need not be sorted any more."""
    return state if state.deal is None else replace(state, deal=dealing.without(state.deal, card, False))


def _sorting(state: State, event: OfSorting) -> State:
    match event:
        case SortingOpened(cards, hands):
            return replace(state, deal=dealing.opened(cards, hands), asked=None, preview=None)
        case SortingClosed():
            return arranging.emptied(replace(state, deal=None))
        case Dealt(hands) if state.deal:
            return replace(state, deal=dealing.with_hands(state.deal, hands))
        case Sorted(card, by, to) if state.deal:
            return replace(state, deal=dealing.said(state.deal, card, by, to))
        case Settled(card, to):
            left = replace(state, settled=state.settled.set(card, event))
            left = replace(left, deal=dealing.without(left.deal, card, True)) if left.deal else left
            if card in left.under or card not in left.ideas:
                return left
            return arranging.moved(left, card, to) if to else arranging.pinned(arranging.put_aside(left, card), card, True)
        case _:
            return state
