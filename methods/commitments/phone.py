"""What is only for one person in a pact: the form for a commitment of their own, their commitments, and those they help with."""

from collections.abc import Sequence

from methods.commitments.cards import helped_card, own_card
from methods.commitments.commands import NONE
from methods.commitments.fields import fields_of
from methods.commitments.state import Commitment, State
from workshop.blocks import Block, Button, Buttons, Cards, Field, Form
from workshop.language import _
from workshop.method import Viewer

LISTED = 15


def own(state: State, viewer: Viewer) -> Sequence[Block]:
    """The blocks that only this person sees."""
    return (*_form(state, viewer), *_own(state, viewer.person), *_helped(state, viewer.person))


def _form(state: State, viewer: Viewer) -> Sequence[Block]:
    if state.closed:
        return ()
    picked = state.get(state.picked.get(viewer.person, NONE))
    if picked is not None and picked.owner == viewer.person:
        form = Form(
            id=f"change-{picked.id}", pos=20, fields=fields_of(state, _who(viewer, picked), picked), command="Correct",
            send=_("Keep it like this"), args={"commitment": picked.id},
        )  # fmt: skip
        return (form, Buttons(id="leave", pos=21, items=(Button("leave", _("Leave it as it was"), "Pick"),)))
    if not state.settings.phones:
        return ()
    return (Form(id="commit", pos=20, fields=fields_of(state, _who(viewer)), command="Commit", send=_("I commit to this")),)


def _who(viewer: Viewer, one: Commitment | None = None) -> Field:
    """A name enters the record only when somebody types it."""
    hint = _("Left empty, the room sees how you are called here, and the record a number. What you write here stays in the record.")
    table = Field("who", _("Who of your table?"), limit=80, value=one.who if one else "")
    named = (one is not None and not one.maker) or bool(viewer.table)
    if named:
        return table if viewer.table else Field("who", _("Who does it"), limit=80, value=one.who if one else "")
    return Field("who", _("In which name? A person, an association, an office"), limit=80, required=False,
                 value=one.who if one else "", hint=hint)  # fmt: skip


def _own(state: State, person: str) -> Sequence[Block]:
    mine = _latest(state, state.own.get(person, ()))
    cards = tuple(own_card(state, one) for one in mine)
    total = len(state.own.get(person, ()))
    return (Cards(id="own", pos=30, items=cards, label=_("My commitments"), total=total, layout="list"),) if cards else ()


def _helped(state: State, person: str) -> Sequence[Block]:
    helped = _latest(state, state.helps.get(person, ()))
    cards = tuple(helped_card(one, state.closed) for one in helped if person in one.helpers)
    return (Cards(id="helped", pos=40, items=cards, label=_("I help with"), layout="list"),) if cards else ()


def _latest(state: State, ids: Sequence[str]) -> list[Commitment]:
    found = (state.get(id) for id in reversed(ids[-LISTED:]))
    return [one for one in found if one is not None]
