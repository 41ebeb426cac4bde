"""The fields of a commitment, empty or with what stands in it."""

from collections.abc import Sequence

from methods.commitments.cards import short
from methods.commitments.commands import NONE
from methods.commitments.state import Commitment, State
from workshop.blocks import Field, Option
from workshop.language import Message, Words, _
from workshop.memory import remembered
from workshop.method import Item

SIDES: dict[str, Message] = {
    "citizens": _("Citizens"),
    "institution": _("An institution"),
    "both": _("Citizens and an institution together"),
}
NOTHING: Words = _("Nothing of what was brought along")


def fields_of(state: State, who: Field, one: Commitment | None = None) -> tuple[Field, ...]:
    """What is done, by when, how it will be seen, what it comes from, and by whom; the last first where it must be written."""
    sides = tuple(Option(id, text) for id, text in SIDES.items())
    whose = (who, Field("side", _("On whose side"), "choice", value=one.side if one else "citizens", options=sides))
    return (
        Field("text", _("What is done"), "text", value=one.text if one else ""),
        *(whose if who.required else ()),
        Field("due", _("By when"), "date", required=False, value=one.due if one else ""),
        Field("seen", _("How will we see it?"), required=False, value=one.seen if one else ""),
        *_origin(state, one),
        *(() if who.required else whose),
    )


def _origin(state: State, one: Commitment | None) -> Sequence[Field]:
    chosen = one.origin if one else NONE
    known = (*(item for item in (state.known.get(chosen),) if item is not None and item not in state.offered), *state.offered)
    if not known:
        return ()
    options = (Option(NONE, NOTHING), *(_option(item) for item in known))
    return (Field("origin", _("What does it come from?"), "choice", required=False, value=chosen, options=options),)


@remembered
def _option(item: Item) -> Option:
    return Option(item.id, short(item.text))
