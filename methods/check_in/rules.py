"""Who may answer, and hide an answer, in a check-in."""

from collections.abc import Sequence
from typing import assert_never

from methods.check_in.state import State, answer_of
from methods.check_in.vocabulary import (
    PAPER,
    Answer,
    Answered,
    AnswerHidden,
    AnswerRestored,
    Command,
    Event,
    HiddenAgain,
    Hide,
    HideAnswer,
    Leaf,
    Leafed,
    RestoreAnswer,
    Show,
    Shown,
)
from workshop.language import _, n_
from workshop.method import Context, Rejected, Role

WORD = 30


def limit_of(state: State) -> int:
    """How many letters an answer may have."""
    return WORD if state.by_word else state.settings.limit


def decide(state: State, command: Command, context: Context) -> Sequence[Event] | Rejected:
    """Anybody may answer at any time; only what is shown can be hidden."""
    match command:
        case Answer(text):
            return _answer(state, text, f"{PAPER}{context.id}" if context.role is Role.FACILITATOR else context.actor)
        case Show():
            return [] if state.shown else [Shown()]
        case Hide():
            return [HiddenAgain()] if state.shown else []
        case HideAnswer(id) | RestoreAnswer(id):
            found = answer_of(state, id)
            if found is None:
                return Rejected(_("This answer is not there any more."), "gone")
            if found.hidden == isinstance(command, HideAnswer):
                return []
            return [AnswerRestored(id) if found.hidden else AnswerHidden(id)]
        case Leaf(below):
            return [] if below == state.below else [Leafed(below)]
        case _:
            assert_never(command)


def _answer(state: State, text: str, person: str) -> Sequence[Event] | Rejected:
    limit, before = limit_of(state), state.answers.get(person)
    if not text:
        return Rejected(_("Please write something first."), "empty")
    if len(text) > limit:
        return Rejected(n_("Please keep it to {count} letter.", "Please keep it to {count} letters.", limit), "too-long")
    return [] if before is not None and before.text == text else [Answered(person, text)]
