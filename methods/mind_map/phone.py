"""What is for everybody and for one person on the phones: the groups as a list, an idea that comes late, cards to sort."""

from collections.abc import Sequence
from dataclasses import replace

from immutables import Map

from methods.mind_map.ballots import NONE
from methods.mind_map.groups import ranked
from methods.mind_map.outline import outline_of
from methods.mind_map.state import State
from workshop.blocks import Block, Card, Cards, Choices, Field, Form, Option, Progress, Text
from workshop.language import _, n_


def shared(state: State) -> Sequence[Block]:
    """What every phone shows; while the room sorts, the card to sort stands above the list."""
    return (*_count(state), *progress(state), outline_of(settled_only(state), _listed(len(state.groups))))


def own(state: State, person: str) -> Sequence[Block]:
    """The next card that somebody has to sort, and what they have added."""
    return (*_hand(state, person), *_came(state, person))


def _came(state: State, person: str) -> Sequence[Block]:
    own = [idea for idea in state.added if state.late.get(idea.id) == person]
    form = _late(state, len(own))
    cards = tuple(Card(idea.id, idea.text) for idea in reversed(own))
    return (*form, *((Cards(id="came", pos=71, items=cards, label=_("Yours so far"), layout="list"),) if own else ()))


def _hand(state: State, person: str) -> Sequence[Block]:
    deal = state.deal
    if deal is None or state.locked:
        return ()
    hand = [card for card in deal.hands.get(person, ()) if card in state.ideas]
    if not hand:
        return (Text(id="no-card", pos=18, text=_("Thank you. The cards that are left are with others."), tone="good"),)
    idea = state.ideas.get(hand[0])
    options = (*(Option(group.id, group.title) for group in state.groups), Option(NONE, _("None of these")))
    card = Choices(
        id=f"card-{hand[0]}", pos=19, items=options, command="Sort", argument="to", send=_("Put it into"), label=_("Where does it belong?"),
        args={"card": hand[0]},
    )  # fmt: skip
    left = n_("{count} card for you to sort", "{count} cards for you to sort", len(hand))
    said = Text(id=f"said-{hand[0]}", pos=18.5, text=idea.text if idea else "", tone="now")
    return (Text(id="hand", pos=18, text=left, tone="soft"), said, card)


def progress(state: State) -> Sequence[Block]:
    """How many cards the room has sorted."""
    if state.deal is None:
        return ()
    return (Progress(id="sorted", pos=13, done=state.deal.done, of=state.deal.of, label=_("cards are sorted")),)


def settled_only(state: State) -> State:
    """The map without the cards that are still being sorted, so that nobody is led by where the machine had put them."""
    if state.deal is None:
        return state
    cards = state.deal.cards
    groups = tuple(
        replace(group, ideas=ranked(slip for slip in group.ideas.as_they_came() if slip.idea.id not in cards)) for group in state.groups
    )
    return replace(state, groups=groups, ideas=replace(state.ideas, shown=type(state.ideas.shown)()), homes=Map())


def _count(state: State) -> Sequence[Block]:
    """How many ideas there are, as the middle of the map says on the wall."""
    text = n_("{count} idea", "{count} ideas", state.total)
    return (Text(id="count", pos=12, text=text, tone="soft"),) if state.groups else ()


def _late(state: State, sent: int) -> Sequence[Block]:
    if state.locked or state.deal or not state.groups or sent >= state.settings.late:
        return ()
    return (Form(id="late", pos=70, fields=(Field("text", _("Is something missing?")),), command="Add", send=_("Send")),)


def _listed(groups: int) -> int:
    """How many ideas of each group a phone lists: the first of each, so that a list of many groups does not grow too long."""
    return 20 if groups <= 10 else 10 if groups <= 25 else 5
