"""What people say in the rounds: questions, reactions, suggestions; the console alone shows what is hidden, and hides."""

from collections.abc import Hashable
from typing import TypeVar

from methods.consent.pieces import SHOWN, who
from methods.consent.state import Argument, Question, Reaction, State, Suggestion
from workshop.blocks import Block, Button, Buttons, Card, Cards, Tone
from workshop.language import Words, _
from workshop.memory import remembered
from workshop.shelf import Catalogue

Voice = TypeVar("Voice", Question, Reaction, Suggestion)
FIRST = 10_000_000  # before all that is placed by the number of its coming


def questions(state: State, console: bool = False) -> tuple[Block, ...]:
    """The questions with their answers, the latest last."""
    found = _window(state, state.questions, console, "all" if console else "seen")
    cards = tuple(_question(one, who(state, one.person), console, one.id in state.hidden) for one in reversed(found))
    total = state.questions.count("all" if console else "seen")
    block = Cards(id="questions", pos=700, items=cards, total=total, empty=_("No question yet."), layout="list")
    return (block, *_leaves(state, state.questions, "all", found, console))


def reactions(state: State, console: bool = False) -> tuple[Block, ...]:
    """The reactions, newest first; those who passed are not among them."""
    label = "all" if console else "seen"
    found = _window(state, state.reactions, console, label)
    cards = tuple(_card(one, who(state, one.person), console, one.id in state.hidden, -one.place) for one in found)
    block = Cards(id="reactions", pos=700, items=cards, total=state.reactions.count(label), empty=_("No reaction yet."))
    return (block, *_leaves(state, state.reactions, "all", found, console))


def suggestions(state: State, one: Argument, console: bool = False) -> tuple[Block, ...]:
    """Ideas of how an objection could be integrated, the objector's first, then the newest."""
    label = ("all" if console else "seen", one.id)
    found, total = _window(state, state.suggestions, console, label), state.suggestions.count(label)
    mine = state.suggestions.latest(("seen", one.id, one.owner), SHOWN // 4)
    first = {each.place for each in mine}
    others = (each for each in found if each.place not in first)
    cards = (
        *(_card(each, _("From the objector"), console, False, -FIRST - each.place) for each in mine),
        *(_card(each, _above(state, one, each), console, each.id in state.hidden, -each.place) for each in others),
    )
    block = Cards(id="suggestions", pos=700, items=cards, total=total, layout="list")
    return (block, *_leaves(state, state.suggestions, label, found, console)) if cards else ()


def _above(state: State, one: Argument, each: Suggestion) -> Words:
    return _("From the objector") if each.person == one.owner else who(state, each.person)


def _window(state: State, said: Catalogue[Voice], console: bool, label: Hashable) -> list[Voice]:
    return said.latest(label, SHOWN, (state.below or None) if console else None)


@remembered
def _question(one: Question, above: Words, console: bool, hidden: bool) -> Card:
    return _said(one, above, console, hidden, one.place, one.answer, "good" if one.answered else "")


@remembered
def _card(one: Reaction | Suggestion, above: Words, console: bool, hidden: bool, pos: int) -> Card:
    return _said(one, above, console, hidden, pos)


def _said(
    one: Question | Reaction | Suggestion, above: Words, console: bool, hidden: bool, pos: int, detail: str = "", tone: Tone = ""
) -> Card:
    """On the console with a button that hides it, or shows it again."""
    show = Button("restore", _("Show again"), "Restore", {"what": one.id})
    button = show if hidden else Button("hide", _("Hide"), "Hide", {"what": one.id})
    return Card(one.id, one.text, above, detail, tone="soft" if hidden else tone, buttons=(button,) if console else (), pos=pos)


def _leaves(state: State, said: Catalogue[Voice], label: Hashable, found: list[Voice], console: bool) -> tuple[Block, ...]:
    """On the console, buttons to older contributions, and back to the newest."""
    if not console:
        return ()
    buttons = [Button("newest", _("Back to the newest"), "Leaf")] if state.below else []
    if found and said.latest(label, 1, found[-1].place):
        buttons.append(Button("older", _("Older ones"), "Leaf", {"below": found[-1].place}))
    return (Buttons(id="leaves", pos=695, items=tuple(buttons)),) if buttons else ()
