"""What the wall and every phone show of a restorative circle: nothing of what is said, unless all who take part agree."""

from collections.abc import Sequence

from methods.restorative.state import QUESTIONS, Matter, State, is_open, settled
from workshop import circle
from workshop.blocks import Block, Button, Card, Cards, Heading, Text
from workshop.language import Words, _, said_date
from workshop.method import Viewer


def shared(state: State, viewer: Viewer) -> Sequence[Block]:
    """The cover; where all agree, the circle itself."""
    if not is_open(state):
        return cover(state)
    done = settled(state, "action", "keep", "after")
    return (
        Heading(id="question", pos=10, text=QUESTIONS[state.stage]),
        *circle.blocks(state.now, viewer),
        *((agreements(done),) if done else ()),
    )


def cover(state: State) -> Sequence[Block]:
    """That there is a circle, and nothing of it."""
    invited = _("Taking part is free. Each person says yes on their own phone, and may stop at any moment, without a reason.")
    during = _("What is said stays with those who take part.")
    return (
        Heading(id="question", pos=10, text=QUESTIONS["invitation"]),
        Text(id="cover", pos=12, text=invited if state.stage == "invitation" else during),
    )


def agreements(matters: Sequence[Matter]) -> Cards:
    """What all agreed on."""
    cards = tuple(Card(one.id, words_of(one), kind_of(one), detail_of(one), tone="good") for one in matters)
    return Cards(id="agreed", pos=70, items=cards, label=_("All agreed"), layout="list")


def words_of(matter: Matter) -> Words:
    """What a matter says."""
    day = said_date(matter.due)
    return _("We meet again on {date}.", date=day) if matter.kind == "after" else matter.text


def kind_of(matter: Matter) -> Words:
    """What sort of matter it is."""
    kinds = {"action": _("Action"), "keep": _("Words to keep"), "after": _("After-circle")}
    return kinds[matter.kind]


def detail_of(matter: Matter) -> Words:
    """Who does it, by when."""
    if matter.kind == "after":
        return matter.text
    due = said_date(matter.due)
    if matter.who and matter.due:
        return _("{who}, by {date}", who=matter.who, date=due)
    return matter.who or (_("by {date}", date=due) if matter.due else "")


def stop_button() -> Button:
    """Nobody is kept."""
    ask = _("Stop here? Nobody asks why, and nobody sees what you wrote for yourself.")
    return Button("stop", _("I stop here"), "Stop", confirm=ask)
