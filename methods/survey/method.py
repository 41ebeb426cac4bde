"""Survey

Ask a room the same questions, on scales, with choices or with a short answer, and see at once what the answers come to. Five to ten
minutes, for any number of people. Three surveys come along: the state of participation and transparency of a municipality (ten
statements), the seven conditions of collaboration between citizens and authorities, and the return on time invested, one
question at the end of a workshop. Questions of your own can stand beside them or alone.

1. Questions: everybody answers on their phone, in any order, and may change each answer. Nobody sees them, also not the facilitator;
   the wall shows how many have answered. Answers on paper are counted by the facilitator, in the open.
2. Result: means as a radar and as bars, with how many gave each number, and choices as counts. Where fewer than five people answered
   a question no figures are shown. What people wrote is seen by the facilitator only, who shows it, or some of it, without names.

Held again in a later workshop of the same process, it shows each mean beside the one of before. The record has totals and what was
shown, and never who answered what.
"""

import sys
from collections.abc import Iterable, Sequence
from typing import get_args

from methods.survey.console import console
from methods.survey.deeds import describe
from methods.survey.minutes import record, results
from methods.survey.rehearsal import rehearse
from methods.survey.rules import decide
from methods.survey.saying import work
from methods.survey.screens import moves, own, shared
from methods.survey.settings_form import LABELS
from methods.survey.state import Settings, State, evolve, receive, start
from methods.survey.vocabulary import ROLES, Answered, Event, Leafed, Said
from workshop.blocks import Block
from workshop.language import _
from workshop.method import EVERYBODY, Method, Viewer


def view(state: State, viewer: Viewer) -> Sequence[Block]:
    """What somebody sees of the survey."""
    match viewer.role:
        case "person":
            return own(state, viewer.person)
        case "console":
            return console(state, viewer)
        case "room" | "wall":
            return shared(state, viewer)


def touches(state: State, event: Event) -> Iterable[str]:
    """One's own answers are one's own; the result is everybody's."""
    return () if isinstance(event, Answered | Leafed | Said) else (EVERYBODY,)


method = Method(
    name="survey",
    title=_("Survey"),
    purpose=_("Everybody answers the same questions, anonymously; means and choices are seen at once, and compared with before."),
    labels=LABELS,
    minutes=8,
    module=sys.modules[__name__],
    settings=Settings,
    commands=ROLES,
    events=get_args(Event),
    secret=frozenset({Answered}),
    looking=frozenset({Leafed, Said}),
    start=start,
    receive=receive,
    decide=decide,
    evolve=evolve,
    view=view,
    record=record,
    results=results,
    moves=moves,
    touches=touches,
    work=work,
    describe=describe,
    rehearse=rehearse,
    takes=frozenset({"measure"}),
    optional=frozenset({"measure"}),
    yields=frozenset({"measure"}),
)
