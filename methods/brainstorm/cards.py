"""An idea as a card, for each who looks at it; the idea remembers its cards."""

from methods.brainstorm.state import Idea
from methods.brainstorm.vocabulary import PAPER
from workshop.blocks import Button, Card, Tone
from workshop.language import Words, _
from workshop.memory import remembered


@remembered
def plain_card(idea: Idea, newest_first: bool = True) -> Card:
    """The idea with its support."""
    return Card(idea.id, idea.text, count=len(idea.supporters), pos=_pos(idea, newest_first))


@remembered
def room_card(idea: Idea, support: bool, newest_first: bool) -> Card:
    """The idea with what everybody can do with it, but for whose it is: the rules refuse one's own."""
    buttons = (*((_support(idea),) if support else ()), *_unclear(idea))
    return Card(idea.id, idea.text, count=len(idea.supporters), buttons=buttons, pos=_pos(idea, newest_first))


@remembered
def hand_card(idea: Idea, backed: bool, asked: bool, support: bool) -> Card:
    """The idea in the hand of one person, without the support of others: so nobody is led by it."""
    if backed:
        return Card(idea.id, idea.text, tone="good", buttons=(_take_back(idea),))
    return Card(idea.id, idea.text, buttons=(*((_support(idea),) if support else ()), *(() if asked else _unclear(idea))))


@remembered
def backed_card(idea: Idea, closed: bool) -> Card:
    """An idea that one person supports."""
    return Card(idea.id, idea.text, buttons=() if closed else (_take_back(idea),))


@remembered
def own_card(idea: Idea, gathering: bool) -> Card:
    """The idea for its author."""
    question = _("Take this idea back?")
    withdraw = Button("withdraw", _("Withdraw"), "Withdraw", {"idea": idea.id}, confirm=question)
    return Card(idea.id, idea.text, detail=_note(idea), buttons=(withdraw,) if gathering else ())


@remembered
def console_card(idea: Idea) -> Card:
    """The idea for the facilitator, who can hide it."""
    hide = Button("hide", _("Hide"), "Hide", {"idea": idea.id})
    button = Button("restore", _("Show again"), "Restore", {"idea": idea.id}) if idea.hidden else hide
    above = _("Hidden") if idea.hidden else _("On paper") if idea.by == PAPER else ""
    tone: Tone = "soft" if idea.hidden else ""
    return Card(idea.id, idea.text, above, count=len(idea.supporters), tone=tone, buttons=(button,), pos=_pos(idea, True))


def _pos(idea: Idea, newest_first: bool) -> int:
    """A place that stays the idea's own when others come."""
    return -idea.number if newest_first else idea.number


def _support(idea: Idea) -> Button:
    return Button("support", _("Support"), "Support", {"idea": idea.id})


def _take_back(idea: Idea) -> Button:
    return Button("back", _("Take it back"), "Support", {"idea": idea.id})


def _unclear(idea: Idea) -> tuple[Button, ...]:
    question = _("Ask the author to say it more clearly?")
    return (Button("unclear", _("Unclear?"), "Ask", {"idea": idea.id}, confirm=question),) if idea.by != PAPER else ()


def _note(idea: Idea) -> Words:
    if idea.hidden:
        return _("The facilitator does not show this one.")
    if idea.askers:
        return _("Somebody asks you to say it more clearly.")
    return ""
