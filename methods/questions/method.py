"""Questions and answers

People ask those who decide or know: the mayor, an alderman, the office that runs a project. Ten to thirty minutes, for any number of
people; the hall hears the questions that most people have, and not only those of the loudest.

1. Asking: everybody writes questions on their phone, with their name or without, to somebody or to all, and says of others' questions
   *Me too*. The facilitator shows together what asks the same, with the words of each kept, and hides what offends.
2. Answers: the facilitator gives one question after the other the floor; Next takes the one that most people ask. It is large on the
   wall. It is answered aloud, and the facilitator sums the answer up in a sentence: the official speaks, and another hand writes. Or the
   facilitator notes who promises an answer, and by which day; or why there is none; or it stays open. People may go on asking.
3. End: every question with what became of it.

The record has each question with its answer. Promised answers go into the calendar of reminders, and questions that stayed open can be
brought into a later workshop. Questions of a spreadsheet can be brought in.
"""

import sys
from collections.abc import Iterable, Sequence
from typing import get_args

from methods.questions.console import console
from methods.questions.deeds import describe
from methods.questions.evolve import evolve
from methods.questions.minutes import record, results
from methods.questions.phone import own
from methods.questions.rehearsal import rehearse
from methods.questions.rules import decide
from methods.questions.screens import moves, shared
from methods.questions.settings_form import LABELS
from methods.questions.state import Settings, State, receive, start
from methods.questions.vocabulary import ROLES, Bring, Event, Leafed, Picked, Withdrawn
from workshop.blocks import Block
from workshop.language import _
from workshop.method import EVERYBODY, Method, Viewer


def view(state: State, viewer: Viewer) -> Sequence[Block]:
    """What somebody sees of the questions."""
    match viewer.role:
        case "person":
            return own(state, viewer)
        case "console":
            return console(state, viewer)
        case "room" | "wall":
            return shared(state, viewer)


def touches(state: State, event: Event) -> Iterable[str]:
    """A question that is taken back goes from the lists of those who ask it too."""
    return (EVERYBODY,) if isinstance(event, Withdrawn) else ()


method = Method(
    name="questions",
    title=_("Questions and answers"),
    purpose=_("People ask officials, support each other’s questions, and see what is answered and what is promised by when."),
    labels=LABELS,
    minutes=20,
    module=sys.modules[__name__],
    settings=Settings,
    commands=ROLES,
    events=get_args(Event),
    looking=frozenset({Leafed, Picked}),
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
    takes=frozenset({"question", "idea", "group"}),
    optional=frozenset({"question", "idea", "group"}),
    yields=frozenset({"question", "wording"}),
    brings=Bring,
)
