"""What the wall and every phone show of a pact: its commitments as they come, and the pact when it is closed."""

from collections.abc import Sequence
from itertools import islice

from methods.commitments.cards import plain_card, room_card
from methods.commitments.state import Commitment, State, gaps
from workshop.blocks import Block, Cards, Heading, Text
from workshop.language import Message, Words, _, n_
from workshop.method import Viewer

ON_THE_WALL = 24
ON_PHONES = 30


def shared(state: State, viewer: Viewer) -> Sequence[Block]:
    """The screen of the wall, or what all phones show alike."""
    return (*head(state), _pact(state, viewer.role == "wall"))


def head(state: State) -> Sequence[Block]:
    """The question, how many commitments there are, and what is missing."""
    above = _("Our pact") if state.closed else ""
    return (Heading(id="question", pos=10, text=question_of(state), above=above), *counted(state))


def question_of(state: State) -> Words:
    """The question that was set, or ours in the language of the reader."""
    return state.settings.question or _("Who does what, by when?")


def counted(state: State) -> Sequence[Block]:
    """How many commitments there are and how many of them are confirmed."""
    count = gaps(state)
    if not count["all"]:
        return ()
    return (Text(id="count", pos=12, text=_how_many(count["all"], count["all"] - count["open"]), tone="soft"),)


def _how_many(count: int, confirmed: int) -> Message:
    return n_("{count} commitment, {confirmed} confirmed", "{count} commitments, {confirmed} confirmed", count, confirmed=confirmed)


def _pact(state: State, wall: bool) -> Block:
    """The newest first; once the pact is closed, what is due first. The wall has no buttons."""
    most = ON_THE_WALL if wall else ON_PHONES
    if state.closed:
        cards = tuple(plain_card(state, one) for one in islice(by_day(state), most))
    else:
        newest = state.shelf.latest(most)
        cards = tuple(plain_card(state, one, True) if wall else room_card(state, one, True) for one in newest)
    total, empty = len(state.shelf.shown), _("The commitments appear here.")
    label = _("What we commit to") if cards and not wall and not state.closed else ""
    return Cards(id="pact", pos=50, items=cards, total=total, label=label, empty=empty, layout="list")


def by_day(state: State) -> Sequence[Commitment]:
    """The commitments, what is due first, those without a day at the end."""
    return sorted(state.standing(), key=lambda one: (not one.due, one.due, one.place))
