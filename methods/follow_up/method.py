"""Follow-up

What became of what was agreed on? Take it to open a later workshop of a process: it goes through the commitments and the decisions
that are due, so that a promise is not forgotten, and what is stuck is worked on. Count two to three minutes for each.

Bring in what is due from the process page before you begin: commitments, decisions to be reviewed, and what an earlier follow-up said of
them, which is shown as where each stood. Things come one after the other, or some at a time as a list (a setting), what is due first.

1. The list: what will be looked at.
2. For each: everybody says on their phone, with one tap, how they see it. A commitment is done, under way, stuck or dropped; a decision is
   kept, to change, or ended. Nobody sees who said what, also not the facilitator; with fewer than five answers no figures are shown. Then
   it is shown to all at once, the room talks, and the facilitator notes what holds: what most said by one press, or another outcome, with
   a note and the day on which it is looked at again. What the facilitator notes is the outcome; what the phones said stands beside it.
3. Where everything stands: how many are done, under way, stuck, as words and shapes, and what needs the room now.

What is stuck or is to change goes on to the next step as an idea that can be grouped, chosen, or decided on, with its origin. Each
outcome goes back to the process, and its new day into the calendar file that comes with the record.
"""

import sys
from collections.abc import Sequence

from methods.follow_up import events as e
from methods.follow_up.commands import ROLES
from methods.follow_up.console import console
from methods.follow_up.deeds import describe
from methods.follow_up.evolve import evolve
from methods.follow_up.minutes import record, results
from methods.follow_up.moves import moves
from methods.follow_up.phone import own
from methods.follow_up.rehearsal import rehearse
from methods.follow_up.rules import decide
from methods.follow_up.settings_form import LABELS
from methods.follow_up.shared import shared
from methods.follow_up.state import Settings, State, receive, start
from workshop.blocks import Block
from workshop.language import _
from workshop.method import Method, Viewer


def view(state: State, viewer: Viewer) -> Sequence[Block]:
    """What somebody sees of the follow-up."""
    match viewer.role:
        case "person":
            return own(state, viewer)
        case "console":
            return console(state, viewer)
        case "room" | "wall":
            return shared(state, viewer)


method = Method(
    name="follow_up",
    title=_("Follow-up"),
    purpose=_("What became of earlier commitments and decisions: done, under way, stuck, dropped; kept or to change."),
    settings=Settings,
    minutes=20,
    commands=ROLES,
    events=e.EVENTS,
    secret=frozenset({e.Seen}),
    looking=frozenset({e.Picked}),
    start=start,
    receive=receive,
    decide=decide,
    evolve=evolve,
    view=view,
    record=record,
    results=results,
    moves=moves,
    describe=describe,
    rehearse=rehearse,
    takes=frozenset({"commitment", "decision", "status"}),
    yields=frozenset({"status", "idea"}),
    labels=LABELS,
    module=sys.modules[__name__],
)
