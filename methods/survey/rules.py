"""Who may answer, and when something is shown, in a survey."""

from collections.abc import Sequence
from typing import assert_never

from immutables import Map

from methods.survey.counting import closed, may_be_shown, written
from methods.survey.state import State, question_of
from methods.survey.vocabulary import (
    Answer,
    Answered,
    Close,
    Command,
    Conceal,
    Concealed,
    CountPaper,
    Event,
    Leaf,
    Leafed,
    PaperCounted,
    Reopen,
    Reopened,
    Reveal,
    RevealAll,
    Revealed,
    Said,
    Say,
)
from workshop.language import _, n_
from workshop.method import Context, Rejected


def decide(state: State, command: Command, context: Context) -> Sequence[Event] | Rejected:
    """Answers are taken until the survey is closed; then what was written can be shown."""
    match command:
        case Answer():
            return _answer(state, command, context.actor)
        case CountPaper():
            return _paper(state, command)
        case Close():
            return [] if state.closed else [closed(state, context.now)]
        case Reopen():
            return [Reopened()] if state.closed else []
        case Reveal(id):
            known = [one for one in written(state) if one.id == id]
            return _reveal(state, known) if known or id in state.shown else _gone()
        case RevealAll(question):
            return _reveal(state, [one for one in written(state) if one.question == question])
        case Conceal(id):
            return [Concealed(id)] if id in state.shown else []
        case Leaf(start):
            return [] if start == state.start else [Leafed(start)]
        case Say(texts):
            return [] if texts == state.texts else [Said(texts)]
        case _:
            assert_never(command)


def _answer(state: State, command: Answer, person: str) -> Sequence[Event] | Rejected:
    question = question_of(state, command.question)
    answer = tuple(one for one in command.answer if one)
    if state.closed:
        return Rejected(_("The survey has ended. Look at the result on the wall."), "ended")
    if question is None or not question.fits(answer):
        return Rejected(_("This cannot be answered any more."), "gone")
    before: Map[str, tuple[str, ...]] = state.ballots.get(person, Map())
    return [] if before.get(question.id, ()) == answer else [Answered(person, question.id, answer)]


def _paper(state: State, command: CountPaper) -> Sequence[Event] | Rejected:
    question = question_of(state, command.question)
    if state.closed:
        return Rejected(_("The survey has ended. Look at the result on the wall."), "ended")
    if question is None or command.option not in {id for id, _text in question.options}:
        return Rejected(_("This cannot be answered any more."), "gone")
    before: Map[str, int] = state.paper.get(question.id, Map())
    same = before.get(command.option, 0) == command.people
    return [] if same else [PaperCounted(question.id, command.option, command.people)]


def _reveal(state: State, found: Sequence[object]) -> Sequence[Event] | Rejected:
    if not may_be_shown(state):
        text = n_(
            "What was written is shown after the survey, where at least {count} person took part.",
            "What was written is shown after the survey, where at least {count} people took part.",
            state.settings.least_answers,
        )
        return Rejected(text, "too-few")
    known = (one for one in written(state) if one in found)
    return [Revealed(one.id, one.question, one.text) for one in known if one.id not in state.shown]


def _gone() -> Rejected:
    return Rejected(_("This is not there any more."), "gone")
