"""What the facilitator sees and can do in a pact: what is missing, each commitment, a form to note what is said aloud."""

from collections.abc import Sequence
from itertools import islice

from methods.commitments.cards import console_card
from methods.commitments.commands import NONE
from methods.commitments.fields import fields_of
from methods.commitments.shared import head
from methods.commitments.state import HOST, Commitment, State, gaps
from workshop.blocks import Block, Button, Buttons, Cards, Field, Form, Text
from workshop.language import _, n_

SHOWN = 30


def console(state: State) -> Sequence[Block]:
    """The facilitator's screen of a pact."""
    picked = None if state.closed else state.get(state.picked.get(HOST, NONE))
    found = [state.shelf.things[place] for place in islice(state.shelf.shown.downward(state.below or None), SHOWN)]
    cards = tuple(console_card(state, one) for one in found)
    empty = _("The commitments appear here.")
    total = len(state.shelf.shown) if len(state.shelf.shown) > SHOWN else 0
    return (
        *head(state),
        *_missing(state),
        *(_picked(state, picked) if picked else ()),
        *_leaves(state, found),
        Cards(id="pact", pos=50, items=cards, total=total, empty=empty, layout="list"),
        *(() if state.closed else (_note(state),)),
    )


def _missing(state: State) -> Sequence[Block]:
    """What a pact should not be closed without; it can be."""
    count = gaps(state)
    undated = n_("{count} commitment has no day: nobody can be reminded of it.",
                 "{count} commitments have no day: nobody can be reminded of them.", count["undated"])  # fmt: skip
    unconfirmed = n_("{count} commitment is not confirmed by whoever is to keep it.",
                     "{count} commitments are not confirmed by those who are to keep them.", count["open"])  # fmt: skip
    return (
        *((Text(id="undated", pos=14, text=undated, tone="now"),) if count["undated"] else ()),
        *((Text(id="unconfirmed", pos=15, text=unconfirmed, tone="now"),) if count["open"] else ()),
    )


def _picked(state: State, one: Commitment) -> Sequence[Block]:
    """The commitment that is taken up: to be confirmed aloud, or said better."""
    args = {"commitment": one.id}
    by = Field("who", _("“{text}” was confirmed aloud by", text=one.text), limit=80, value=one.who)
    who = Field("who", _("Who does it"), limit=80, required=not one.maker, value=one.who)
    fields = fields_of(state, who, one)
    return (
        *((Form(id=f"aloud-{one.id}", pos=20, fields=(by,), command="ConfirmAloud", send=_("Confirmed aloud"), args=args),)
          if one.confirmation is None else ()),
        Form(id=f"change-{one.id}", pos=22, fields=fields, command="Correct", send=_("Keep it like this"), args=args),
        *((Text(id="again", pos=23, text=_("In other words it is to be confirmed again."), tone="soft"),) if one.confirmation else ()),
        Buttons(id="leave", pos=24, items=(Button("leave", _("Leave it as it was"), "Pick"),)),
    )  # fmt: skip


def _leaves(state: State, found: Sequence[Commitment]) -> Sequence[Block]:
    """Buttons to older commitments, and back to the newest."""
    lowest = found[-1].place if found else 0
    buttons = (
        *((Button("newest", _("Back to the newest"), "Leaf"),) if state.below else ()),
        *((Button("older", _("Older commitments"), "Leaf", {"below": lowest}),) if any(state.shelf.shown.downward(lowest or 0)) else ()),
    )
    return (Buttons(id="leaves", pos=49, items=buttons),) if buttons else ()


def _note(state: State) -> Block:
    who = Field("who", _("Who does it: a person, an association, an office"), limit=80)
    return Form(id="note", pos=60, fields=fields_of(state, who), command="Note", send=_("Note it, to be confirmed"))
