"""What people say in the rounds: questions, reactions, suggestions; the console alone shows what is hidden, and hides."""

from collections.abc import Iterable
from dataclasses import replace

from methods.consent.pieces import SHOWN, who
from methods.consent.state import Argument, State
from workshop.blocks import Block, Button, Card, Cards
from workshop.language import _


def questions(state: State, console: bool = False) -> Block:
    """The questions with their answers, the latest last."""
    cards = _seen(state, console, (
        Card(one.id, one.text, above=who(state, one.person), detail=one.answer, tone="good" if one.answered else "")
        for one in state.questions
    ))  # fmt: skip
    return Cards(id="questions", pos=700, items=cards[-SHOWN:], total=len(cards), empty=_("No question yet."), layout="list")


def reactions(state: State, console: bool = False) -> Block:
    """The reactions, newest first; those who passed are not among them."""
    said = sorted(((person, one) for person, one in state.reactions.items() if one.text), key=lambda pair: -pair[1].place)
    cards = _seen(state, console, (Card(one.id, one.text, above=who(state, person)) for person, one in said))
    return Cards(id="reactions", pos=700, items=cards[:SHOWN], total=len(cards), empty=_("No reaction yet."))


def suggestions(state: State, one: Argument, console: bool = False) -> tuple[Block, ...]:
    """Ideas of how an objection could be integrated, the objector's first."""
    mine = sorted((each for each in state.suggestions if each.argument == one.id), key=lambda each: each.person != one.owner)
    cards = _seen(state, console, (
        Card(each.id, each.text, above=_("From the objector") if each.person == one.owner else who(state, each.person))
        for each in mine
    ))  # fmt: skip
    return (Cards(id="suggestions", pos=700, items=cards[:SHOWN], total=len(cards), layout="list"),) if cards else ()


def _seen(state: State, console: bool, cards: Iterable[Card]) -> tuple[Card, ...]:
    if not console:
        return tuple(card for card in cards if card.id not in state.hidden)
    return tuple(_with_button(card, card.id in state.hidden) for card in cards)


def _with_button(card: Card, hidden: bool) -> Card:
    if hidden:
        return replace(card, tone="soft", buttons=(Button("restore", _("Show again"), "Restore", {"what": card.id}),))
    return replace(card, buttons=(Button("hide", _("Hide"), "Hide", {"what": card.id}),))
