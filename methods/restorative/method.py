"""Restorative circle

People who are part of a conflict, and those whom it touches, hear one another and agree on what happens now. Take it for three to
twelve people, with time: an hour at least. It is not for deciding who is right. The facilitator has spoken with each one before.

Taking part is free: each person says yes on their own phone, and may stop at any moment, without a reason. The wall shows nothing of
the circle unless all who take part agree, and then no names.

1. Before: each one writes for themselves what they want known. Only they ever see it; the facilitator sees who is ready.
2. Mutual understanding: what do you want known, and by whom? The listener says what they heard; the turn ends when the speaker says that
   this is it.
3. Self-responsibility: what were you looking for when you did what you did? Heard in the same way.
4. Agreed action: what would you like to see happen now? Who does what, by when; words that all want to keep; the day of an after-circle, in
   which it is asked what became of it. Only what all agree on goes into the record, and only as long as all do.

When somebody stops, what is still open is asked again of those who stay. People without a phone say yes to the facilitator, who answers
for them. The record holds the agreed actions and what all agreed to keep, nothing else.
"""

import sys
from collections.abc import Iterable, Sequence

from methods.restorative import vocabulary as v
from methods.restorative.console import console
from methods.restorative.deeds import describe
from methods.restorative.evolve import evolve
from methods.restorative.minutes import record, results
from methods.restorative.moves import moves
from methods.restorative.phone import own
from methods.restorative.rehearsal import rehearse
from methods.restorative.rules import decide, gone
from methods.restorative.settings_form import LABELS
from methods.restorative.shared import shared
from methods.restorative.state import Settings, State
from workshop.blocks import Block
from workshop.language import _
from workshop.method import EVERYBODY, Context, Item, Method, Viewer


def start(settings: Settings, items: tuple[Item, ...], seed: int) -> State:
    """Nobody has said yes yet."""
    return State(settings)


def view(state: State, viewer: Viewer) -> Sequence[Block]:
    """What somebody sees."""
    match viewer.role:
        case "person":
            return own(state, viewer)
        case "console":
            return console(state, viewer)
        case "room" | "wall":
            return shared(state, viewer)


def touches(state: State, event: v.Event) -> Iterable[str]:
    """A circle is small: all see what one does, but for what is only one's own."""
    return () if isinstance(event, v.Prepared | v.BecameReady) else (EVERYBODY,)


def goes(state: State, context: Context) -> Sequence[v.Event]:
    """Who leaves the room does not take part any more."""
    return gone(state, context.actor, context)


method = Method(
    name="restorative",
    title=_("Restorative circle"),
    purpose=_("Those whom a conflict touches hear one another, and agree on what happens now."),
    settings=Settings,
    minutes=60,
    commands=v.ROLES,
    events=v.EVENTS,
    secret=frozenset({v.Prepared, v.Proposed}),
    start=start,
    decide=decide,
    evolve=evolve,
    view=view,
    record=record,
    results=results,
    moves=moves,
    touches=touches,
    goes=goes,
    describe=describe,
    rehearse=rehearse,
    yields=frozenset({"commitment", "agreement"}),
    labels=LABELS,
    module=sys.modules[__name__],
)
