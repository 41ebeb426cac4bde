"""What is only for one person in a follow-up: one tap on how they see what is looked at."""

from collections.abc import Sequence

from immutables import Map

from methods.follow_up.pieces import MARKED, joined, plain_card
from methods.follow_up.state import STATUSES, State, Thing, Views, asked
from workshop.blocks import Block, Button, Buttons, Card, Cards, Text, Tone
from workshop.language import Words, _
from workshop.method import Viewer


def own(state: State, viewer: Viewer) -> Sequence[Block]:
    """The blocks that only this person sees."""
    if not asked(state):
        return ()
    if not state.settings.one_by_one:
        cards = tuple(_card(state, one, viewer.person) for one in state.now)
        return (Cards(id="see", pos=50, items=cards, label=_("How do you see it?"), layout="list"),)
    (thing,) = state.now
    said = _said(state, thing, viewer.person)
    return (
        Buttons(id="see", pos=50, items=_buttons(state, thing, viewer.person), label=_("How do you see it?")),
        *((Text(id="said", pos=51, text=said, tone="good"),) if said else ()),
    )


def _card(state: State, thing: Thing, person: str) -> Card:
    """With all that the wall says of it, and what one said."""
    plain, said = plain_card(state, thing), _said(state, thing, person)
    tone: Tone = "good" if said else plain.tone
    return Card(thing.id, thing.text, plain.above, joined((plain.detail, said)), tone=tone, buttons=_buttons(state, thing, person))


def _said(state: State, thing: Thing, person: str) -> Words:
    views: Views = state.views.get(thing.id, Map())
    return _("You say: {status}. You can change it.", status=MARKED[views[person]]) if person in views else ""


def _buttons(state: State, thing: Thing, person: str) -> tuple[Button, ...]:
    views: Views = state.views.get(thing.id, Map())
    return tuple(
        Button(one, MARKED[one], "See", {"thing": thing.id, "status": one}, tone="good" if views.get(person) == one else "")
        for one in STATUSES[thing.kind]
    )
