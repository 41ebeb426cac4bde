"""What is only for one person in a consensing: their own ratings, and a field for what stands behind them."""

from collections.abc import Sequence

from immutables import Map

from methods.consensing.counting import FULL
from methods.consensing.state import Ballot, State, result_of
from methods.consensing.wording import said
from workshop.blocks import Block, Dot, Dots, Field, Form, Option
from workshop.language import _
from workshop.method import Viewer


def phone(state: State, viewer: Viewer) -> Sequence[Block]:
    """The blocks that only this person sees."""
    if state.phase == "rate":
        return _rate(state, viewer.person)
    return _speak(state) if state.phase == "hear" else ()


def _rate(state: State, person: str) -> Sequence[Block]:
    own: Ballot = state.ballots.get(person, Map())
    items = tuple(Dot(one.id, said(one), own.get(one.id, -1)) for one in state.choices)
    left = sum(one.dots < 0 for one in items)
    label = _("How much do you resist each of these?")
    return (Dots(id="ratings", pos=500, items=items, command="Rate", left=left, most=FULL, label=label, scale=True),)


def _speak(state: State) -> Sequence[Block]:
    result = result_of(state)
    if result is None:
        return ()
    ranked = result.ranked()
    fields = (
        Field("option", _("About"), "choice", value=ranked[0].id, options=tuple(Option(one.id, said(one)) for one in ranked)),
        Field("text", _("What stands behind your resistance, or what would lessen it?"), "text"),
    )
    return (Form(id="speak", pos=500, fields=fields, command="Speak", send=_("Send without my name")),)
