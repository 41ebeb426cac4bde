"""An idea as a card, for each who looks at it; the idea remembers its cards."""

from collections.abc import Sequence

from methods.brainstorm.idea import UNSIGNED, Idea
from methods.brainstorm.vocabulary import PAPER, SHEET
from workshop.blocks import Button, Card, Tone
from workshop.language import Words, _, n_
from workshop.memory import remembered

ORIGINS: dict[str, Words] = {PAPER: _("On paper"), SHEET: _("From a spreadsheet")}


@remembered
def plain_card(idea: Idea, newest_first: bool = True) -> Card:
    """The idea with its support."""
    return Card(idea.id, idea.text, detail=said(idea), count=idea.support, pos=_pos(idea, newest_first))


@remembered
def room_card(idea: Idea, support: bool, newest_first: bool) -> Card:
    """The idea with what everybody can do with it, but for whose it is: the rules refuse one's own."""
    buttons = (*((_support(idea),) if support else ()), *_unclear(idea))
    return Card(idea.id, idea.text, detail=said(idea), count=idea.support, buttons=buttons, pos=_pos(idea, newest_first))


@remembered
def hand_card(idea: Idea, backed: bool, asked: bool, support: bool) -> Card:
    """The idea in the hand of one person, without the support of others: so nobody is led by it."""
    if backed:
        return Card(idea.id, idea.text, detail=said(idea), tone="good", buttons=(_take_back(idea),))
    buttons = (*((_support(idea),) if support else ()), *(() if asked else _unclear(idea)))
    return Card(idea.id, idea.text, detail=said(idea), buttons=buttons)


@remembered
def backed_card(idea: Idea, closed: bool) -> Card:
    """An idea that one person supports."""
    return Card(idea.id, idea.text, detail=said(idea), buttons=() if closed else (_take_back(idea),))


@remembered
def own_card(idea: Idea, gathering: bool) -> Card:
    """The idea for its author."""
    question = _("Take this idea back?")
    withdraw = Button("withdraw", _("Withdraw"), "Withdraw", {"idea": idea.id}, confirm=question)
    return Card(idea.id, idea.text, detail=_note(idea), buttons=(withdraw,) if gathering else ())


@remembered
def console_card(idea: Idea, picked: str) -> Card:
    """The idea for the facilitator, who can hide it, or say that another one says the same as the one that is `picked`."""
    above = _("Hidden") if idea.hidden else ORIGINS.get(idea.by, "")
    tone: Tone = "soft" if idea.hidden else ""
    if picked == idea.id:
        above, tone = _("Which one says the same? Choose it, also among older ones."), "now"
    return Card(
        idea.id, idea.text, above, wordings(idea), idea.support, tone, buttons=tuple(_at_the_console(idea, picked)), pos=_pos(idea, True)
    )


def _at_the_console(idea: Idea, picked: str) -> Sequence[Button]:
    if idea.hidden:
        return [Button("restore", _("Show again"), "Restore", {"idea": idea.id})]
    if picked == idea.id:
        return [Button("cancel", _("Cancel"), "Pick")]
    if picked:
        return [Button("this", _("This one"), "Merge", {"idea": picked, "into": idea.id}, tone="now")]
    apart = [Button("apart", _("Show apart"), "Separate", {"idea": idea.id})] if idea.same else []
    return [Button("same", _("Same as …"), "Pick", {"idea": idea.id}), *apart, Button("hide", _("Hide"), "Hide", {"idea": idea.id})]


def said(idea: Idea) -> Words:
    """How many people said it, where more than one did."""
    return n_("{count} said this", "{count} said this", idea.said) if idea.same else ""


def wordings(idea: Idea) -> Words:
    """How many people said it, and the other words in which they did."""
    texts = " / ".join(one.text for one in idea.same)
    return _("{said}, also as: {texts}", said=said(idea), texts=texts) if texts else ""


def _pos(idea: Idea, newest_first: bool) -> int:
    """A place that stays the idea's own when others come."""
    return -idea.number if newest_first else idea.number


def _support(idea: Idea) -> Button:
    return Button("support", _("Support"), "Support", {"idea": idea.id})


def _take_back(idea: Idea) -> Button:
    return Button("back", _("Take it back"), "Support", {"idea": idea.id})


def _unclear(idea: Idea) -> tuple[Button, ...]:
    question = _("Ask the author to say it more clearly?")
    return (Button("unclear", _("Unclear?"), "Ask", {"idea": idea.id}, confirm=question),) if idea.by not in UNSIGNED else ()


def _note(idea: Idea) -> Words:
    if idea.hidden:
        return _("The facilitator does not show this one.")
    if idea.askers:
        return _("Somebody asks you to say it more clearly.")
    return _("It is shown together with another idea that says the same.") if idea.into else said(idea)
