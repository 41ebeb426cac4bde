"""The whole room sorts: who gets which cards, what becomes of what they say, and of those who come and go."""

from collections.abc import Mapping, Sequence
from typing import assert_never

from methods.mind_map import dealing
from methods.mind_map.ballots import NONE, CloseSorting, Dealt, OpenSorting, Settled, Sort, Sorted, SortingClosed, SortingOpened
from methods.mind_map.dealing import Deal
from methods.mind_map.events import Event
from methods.mind_map.state import State, free_ideas
from workshop.language import _
from workshop.method import Context, Rejected


def decide(state: State, command: OpenSorting | Sort | CloseSorting, context: Context) -> Sequence[Event] | Rejected:
    """Cards are dealt; a card is settled when enough people have sorted it."""
    match command:
        case OpenSorting():
            return _open(state, context)
        case Sort(card, to):
            return _sort(state, card, to, context)
        case CloseSorting():
            return closed(state, context)
        case _:
            assert_never(command)


def comes(state: State, context: Context) -> Sequence[Event]:
    """Who comes late gets cards too."""
    if state.deal is None or state.locked or state.deal.hands.get(context.actor):
        return []
    return _dealt(dealing.dealt(state.deal, [context.actor], _voices(context), True))


def goes(state: State, context: Context) -> Sequence[Event]:
    """The cards of who leaves go to others; what now has enough voices is settled."""
    if state.deal is None or state.locked:
        return []
    hands: Mapping[str, tuple[str, ...]] = {context.actor: ()} if context.actor in state.deal.hands else {}
    left, settled = dealing.with_hands(state.deal, hands), []
    for card in state.deal.order:
        event = _settled(state, left, card, dealing.wanted(_voices(context)))
        if event is not None:
            settled.append(event)
            left = dealing.without(left, card, True)
    idle = [person for person in _room(context) if not left.hands.get(person)]
    return [*settled, *_dealt({**hands, **dealing.dealt(left, idle, _voices(context), False)})]


def closed(state: State, context: Context) -> Sequence[Event]:
    """What two or more have sorted is settled; the rest stays where it was."""
    if state.deal is None:
        return []
    enough = min(2, dealing.wanted(_voices(context)))
    found = (_settled(state, state.deal, card, enough) for card in state.deal.order)
    return [*(one for one in found if one), SortingClosed()]


def _open(state: State, context: Context) -> Sequence[Event] | Rejected:
    if state.deal:
        return []
    cards = dealing.shuffled(free_ideas(state), context.seed)
    if not state.groups or not cards:
        return Rejected(_("There is nothing to sort into groups yet."), "nothing")
    hands = dealing.dealt(dealing.opened(cards, {}), _room(context), _voices(context), False)
    return [SortingOpened(cards, hands)]


def _sort(state: State, card: str, to: str, context: Context) -> Sequence[Event] | Rejected:
    deal, who = state.deal, context.actor
    if deal is None or card not in deal.hands.get(who, ()):
        return Rejected(_("This card is sorted already. Thank you."), "ended")
    if to != NONE and not state.group(to):
        return Rejected(_("This group is not there any more. Choose another one."), "gone")
    after = dealing.said(deal, card, who, to)
    settled = _settled(state, after, card, dealing.wanted(_voices(context)))
    left = dealing.without(after, card, True) if settled else after
    more = () if left.hands.get(who) else _dealt(dealing.dealt(left, [who], _voices(context), True))
    return [Sorted(card, who, to), *((settled,) if settled else ()), *more]


def _settled(state: State, deal: Deal, card: str, enough: int) -> Settled | None:
    votes = deal.cards.get(card)
    if not votes or len(votes) < enough:
        return None
    tally = dealing.tally_of(votes, [group.id for group in state.groups])
    return Settled(card, dealing.agreed(tally), tally)


def _dealt(hands: Mapping[str, tuple[str, ...]]) -> Sequence[Event]:
    return [Dealt(dict(hands))] if hands else []


def _room(context: Context) -> frozenset[str]:
    """Everybody who sorts; a device that a table shares has one voice."""
    return context.people | frozenset(context.tables)


def _voices(context: Context) -> int:
    return len(_room(context))
