"""Selection

People are entrusted with a role by the consent of all, without candidates and without winners: a sociocratic election. Take it for
a coordinator, a spokesperson, a delegation, a host of a working group. 30 to 60 minutes for up to fifteen who speak in the rounds;
larger rooms write their reasons on their phones, and the facilitator ends the rounds after those who want to speak.

1. Role: its domain and tasks, what the person should bring, its term and review. People put their own name on the list, as the
   room knows them; the facilitator adds people without a phone. Only who is on the list can be nominated: so nobody is recorded by
   a name that they have not given here themselves.
2. Nominate: everybody writes whom they nominate, and why: themselves, another, or nobody if the settings allow it. It is hidden,
   from the facilitator too, until all have written or the call is closed.
3. Reasons: in turn everybody says whom they nominate, and why. Nobody replies.
4. Questions to those who are named, if the room needs them.
5. Change: in turn everybody may change their nomination, with the reason that convinced them. The wall shows the count before and after.
6. Propose: the facilitator proposes somebody on the strength of the reasons, not of the count. A rule for ties can be set.
7. Check: all answer at the same moment, the person proposed included (or first, or last). Nobody is selected against their own will.
8. Resolve: objections one at a time, that of the person proposed first: another term, a condition, another person; then all are asked
   again. A concern never stops a selection; it is kept.
9. Accept: the person accepts, and the room celebrates.

Names are part of this method: the wall and the record say who nominated whom, and why. Answers to the check stay unnamed.
"""

import sys
from collections.abc import Iterable, Sequence
from typing import get_args

from methods.selection import events as e
from methods.selection.commands import ROLES
from methods.selection.console import console
from methods.selection.deeds import describe
from methods.selection.evolve import evolve
from methods.selection.minutes import record, results
from methods.selection.moves import moves
from methods.selection.phone import phone
from methods.selection.proposing import comes, goes
from methods.selection.rehearsal import rehearse
from methods.selection.rounds import round_of
from methods.selection.rules import decide
from methods.selection.settings_form import LABELS
from methods.selection.shared import shared
from methods.selection.state import Settings, State, receive, start
from workshop import circle
from workshop.blocks import Block
from workshop.language import _
from workshop.method import EVERYBODY, Method, Viewer


def view(state: State, viewer: Viewer) -> Sequence[Block]:
    """What somebody sees of the selection."""
    match viewer.role:
        case "person":
            return phone(state, viewer)
        case "console":
            return console(state, viewer)
        case "room" | "wall":
            return shared(state, viewer)


def touches(state: State, event: e.Event) -> Iterable[str]:
    """Whose own screen changes by what somebody in the room did: everybody's, when the selection moves on."""
    if isinstance(event, circle.Event):
        return circle.touches(round_of(state), event)
    moving = e.NominationsClosed | e.CallClosed | e.NomineeAnswered | e.Dropped | e.Selected | e.Refused | e.NamePut | e.NameDropped
    return (EVERYBODY,) if isinstance(event, moving) else ()


method = Method(
    name="selection",
    title=_("Selection"),
    purpose=_("Entrust somebody with a role by the consent of all: an election without candidates."),
    labels=LABELS,
    minutes=40,
    module=sys.modules[__name__],
    settings=Settings,
    commands=ROLES,
    events=(*get_args(e.Own), *circle.EVENTS),
    secret=frozenset({e.Nominated, e.Abstained, e.Responded}),
    start=start,
    receive=receive,
    decide=decide,
    evolve=evolve,
    view=view,
    record=record,
    results=results,
    moves=moves,
    touches=touches,
    comes=comes,
    goes=goes,
    describe=describe,
    rehearse=rehearse,
    takes=frozenset(),
    yields=frozenset({"decision", "proposal", "concern"}),
)
