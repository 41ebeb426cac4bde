"""What is only for one person in a brainstorm: their field, their own ideas, and, of very many ideas, a hand to look at."""

from collections.abc import Sequence
from itertools import islice

from methods.brainstorm.cards import backed_card, hand_card, own_card
from methods.brainstorm.idea import Idea
from methods.brainstorm.state import Hand, State
from workshop.blocks import Block, Button, Buttons, Cards, Field, Form, Text
from workshop.language import _, n_
from workshop.method import Viewer

HAND = 6  # as many as a phone shows together with the button to others
LISTED = 20
ASKED = 3
GOLDEN = 0.6180339887498949  # its multiples, without their whole parts, lie evenly for any number of people


def own(state: State, viewer: Viewer) -> Sequence[Block]:
    """The blocks that only this person sees."""
    hand = hand_of(state, viewer) if state.stage == "support" and state.deck else []
    return (
        *_own(state, viewer.person),
        *(_dealt(state, viewer.person, hand) if hand else ()),
        *_backed(state, viewer.person, {idea.id for idea in hand}),
    )


def hand_of(state: State, viewer: Viewer) -> list[Idea]:
    """The ideas that somebody is to look at now, none of them their own.

    Everybody begins somewhere else, evenly spread over all ideas, and goes on from there: so each idea is looked at about equally
    often, and who turns on and on comes to all of them.
    """
    known = state.hands.get(viewer.person)
    start = known.start if known else int(viewer.number * GOLDEN % 1 * state.deck)
    others = (idea for idea in state.ideas.around(start) if viewer.person not in idea.authors)
    return list(islice(others, HAND))


def _dealt(state: State, person: str, hand: Sequence[Idea]) -> Sequence[Block]:
    cards = tuple(hand_card(idea, idea.backed_by(person), person in idea.askers, state.settings.support) for idea in hand)
    args = {"page": state.hands.get(person, Hand()).page + 1, "start": hand[-1].number + 1}
    turn = Button("turn", _("Show others"), "Turn", args)
    return (
        Cards(id="hand", pos=45, items=cards, label=_("Some of the ideas"), total=state.standing, layout="list"),
        Buttons(id="turn", pos=46, items=(turn,)),
    )


def _own(state: State, person: str) -> Sequence[Block]:
    ids = state.own.get(person, ())
    limit, gathering = state.settings.limit, state.stage == "gather"
    blocks: list[Block] = []
    if gathering and (not limit or len(ids) < limit):
        blocks.append(Form(id="add", pos=20, fields=(Field("text", _("Your idea"), input="text"),), command="Add", send=_("Send")))
    elif gathering:
        blocks.append(Text(id="full", pos=20, text=n_("Your {count} idea is in.", "Your {count} ideas are in.", len(ids)), tone="good"))
    if ids:
        cards = tuple(own_card(idea, gathering) for idea in _latest(state, ids))
        blocks.append(Cards(id="own", pos=30, items=cards, label=_("Yours so far"), total=len(ids), layout="list"))
    asked = state.unclear.get(person, ())[:ASKED] if state.stage != "closed" else ()
    return [*blocks, *(_amend(idea, place) for place, idea in enumerate(_latest(state, asked)))]


def _backed(state: State, person: str, elsewhere: set[str]) -> Sequence[Block]:
    """The ideas that somebody supports: seen at once, so that a second tap is not a tap by mistake."""
    heads = (state.head(id) for id in state.backed.get(person, ()))
    ids = tuple(dict.fromkeys(idea.id for idea in heads if idea is not None and idea.id not in elsewhere))
    shown = [idea for idea in _latest(state, ids) if idea.stands and idea.backed_by(person)]
    if not shown or not state.revealed:
        return ()
    cards = tuple(backed_card(idea, state.stage == "closed") for idea in shown)
    total = len(ids) if len(ids) > LISTED else 0
    return (Cards(id="backed", pos=48, items=cards, label=_("You support"), total=total, layout="list"),)


def _latest(state: State, ids: Sequence[str]) -> list[Idea]:
    """The last of some ideas, the newest first."""
    found = (state.ideas.get(id) for id in reversed(ids[-LISTED:]))
    return [idea for idea in found if idea is not None]


def _amend(idea: Idea, place: int) -> Block:
    field = Field("text", _("Say it more clearly"), input="text", value=idea.text)
    return Form(id=f"amend-{idea.id}", pos=32 + place, fields=(field,), command="Amend", send=_("Change it"), args={"idea": idea.id})
