"""Commitments

A pact: who does what, by when, and how we will see it. With these promises a meeting becomes work. Take it after a decision, or at the
end of any workshop whose results are to be carried out: ten to twenty minutes, for any number of people.

Each commitment says what is done, by whom (citizens, an institution, or both), by which day, how it will be seen, and which decision or
idea it comes from: a list offers what the step before yielded, and what was brought along from earlier workshops.

Nobody is bound to words that they have not confirmed. Whoever writes a commitment on their phone confirms it by writing it. What the
facilitator notes for somebody, a person or an office, stays "to be confirmed", until somebody in the room takes it on on their phone, or
it is confirmed aloud and the facilitator writes down by whom; the record says which of the two. When the facilitator changes the words,
the day or the name, it is to be confirmed again. Others can say that they help; the wall counts them. Until the pact is closed,
whoever makes a commitment can change it or withdraw it.

A name stands in the pact only where somebody typed it: who writes for themselves and leaves it empty is shown to the room as they are
called there, and in the record by the number of their coming. For a promise that should be followed up after months, ask people to
write the name by which they can be found. What has no day, or is not confirmed, is said to the facilitator; it keeps nobody from closing.

The days go to the calendar file that comes with the record, and a later workshop can look at what became of each commitment.
"""

import sys
from collections.abc import Iterable, Sequence

from methods.commitments import events as e
from methods.commitments.commands import ROLES
from methods.commitments.console import console
from methods.commitments.deeds import describe
from methods.commitments.evolve import evolve
from methods.commitments.minutes import record, results
from methods.commitments.moves import moves
from methods.commitments.phone import own
from methods.commitments.rehearsal import rehearse
from methods.commitments.rules import decide
from methods.commitments.settings_form import LABELS
from methods.commitments.shared import shared
from methods.commitments.state import KINDS, Settings, State, receive, start
from workshop.blocks import Block
from workshop.language import _
from workshop.method import EVERYBODY, Method, Viewer


def view(state: State, viewer: Viewer) -> Sequence[Block]:
    """What somebody sees of the pact."""
    match viewer.role:
        case "person":
            return own(state, viewer)
        case "console":
            return console(state)
        case "room" | "wall":
            return shared(state, viewer)


def touches(state: State, event: e.Event) -> Iterable[str]:
    """Who makes a commitment sees who helps; whoever helps with one sees its words."""
    match event:
        case e.Helped(id):
            one = state.get(id)
            return (one.owner,) if one and one.owner else ()
        case e.Corrected() | e.Withdrawn():
            return (EVERYBODY,)
        case _:
            return ()


method = Method(
    name="commitments",
    title=_("Commitments"),
    purpose=_("Who does what, by when, and how we will see it; each commitment is confirmed by whoever makes it."),
    settings=Settings,
    minutes=15,
    commands=ROLES,
    events=e.EVENTS,
    looking=frozenset({e.Picked, e.Leafed}),
    start=start,
    receive=receive,
    decide=decide,
    evolve=evolve,
    view=view,
    record=record,
    results=results,
    moves=moves,
    touches=touches,
    describe=describe,
    rehearse=rehearse,
    takes=frozenset(KINDS),
    yields=frozenset({"commitment"}),
    labels=LABELS,
    module=sys.modules[__name__],
)
