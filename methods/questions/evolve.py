"""How each event changes the questions. An event that no longer fits changes nothing."""

from dataclasses import replace
from functools import reduce
from typing import assert_never

from immutables import Map

from methods.questions import vocabulary as v
from methods.questions.state import Question, State, put


def evolve(state: State, event: v.Event) -> State:
    """The state after an event."""
    match event:
        case v.Asked(id, by, text, to, signed):
            return _asked(state, Question(id, by, text, len(state.questions), to, signed))
        case v.Brought(questions):
            return reduce(_listed, questions, state)
        case v.Picked(id):
            return replace(state, picked=id)
        case v.Leafed(below):
            return replace(state, below=below)
        case v.FloorTaken():
            return replace(state, floor="")
        case v.Ended():
            return replace(state, ended=True)
        case v.Resumed():
            return replace(state, ended=False)
        case v.FloorGiven(id):
            return _on_the_floor(state, id)
        case v.Supported() | v.Withdrawn() | v.Hidden() | v.Restored() | v.Settled() | v.Merged() | v.Separated():
            question = state.questions.get(event.question)
            return state if question is None else _changed(state, question, event)
        case _:
            assert_never(event)


def _changed(
    state: State, question: Question, event: v.Supported | v.Withdrawn | v.Hidden | v.Restored | v.Settled | v.Merged | v.Separated
) -> State:
    match event:
        case v.Supported(id, by, on):
            supporters = question.supporters
            kept = supporters.set(by, True) if on else supporters.delete(by) if by in supporters else supporters
            state = put(state, replace(question, supporters=kept))
            return replace(state, backed=_with(state.backed, by, id, on))
        case v.Withdrawn(id):
            return replace(_withdrawn(state, question), own=_with(state.own, question.by, id, False))
        case v.Hidden():
            return put(state, replace(question, hidden=True))
        case v.Restored():
            return put(state, replace(question, hidden=False))
        case v.Settled(_id, fate, answer, who, due):
            return put(state, replace(question, fate=fate, answer=answer, who=who, due=due))
        case v.Merged(_id, into):
            return _merged(state, question, state.questions.get(into))
        case v.Separated():
            return _separated(state, question)
        case _:
            assert_never(event)


def _asked(state: State, question: Question) -> State:
    if question.id in state.questions:
        return state
    own = state.own if question.by in v.UNSIGNED else _with(state.own, question.by, question.id, True)
    return replace(put(state, question), own=own)


def _listed(state: State, one: v.Listed) -> State:
    if one.id in state.questions:
        return state
    return put(state, Question(one.id, v.SHEET, one.text, len(state.questions), before=one.support))


def _on_the_floor(state: State, id: str) -> State:
    question = state.head(id)
    if question is None:
        return state
    turn = question.turn or state.turns + 1
    return replace(put(state, replace(question, turn=turn)), floor=question.id, turns=max(state.turns, turn), ended=False)


def _merged(state: State, question: Question, into: Question | None) -> State:
    if into is None or into.id == question.id or not question.stands or not into.stands:
        return state
    parts = [replace(one, into=into.id, same=()) for one in state.wordings(question)]
    return reduce(put, [*parts, replace(into, same=(*into.same, *(one.id for one in parts)))], state)


def _separated(state: State, question: Question) -> State:
    parts = [replace(one, into="") for one in state.wordings(question)[1:]]
    return reduce(put, [*parts, replace(question, same=())], state)


def _withdrawn(state: State, question: Question) -> State:
    """What was shown under it is shown in its place; what it was shown under goes on without it."""
    gone = replace(question, withdrawn=True, into="", same=())
    head = state.questions.get(question.into) if question.into else None
    if head is not None:
        return reduce(put, [gone, replace(head, same=tuple(id for id in head.same if id != question.id))], state)
    others = state.wordings(question)[1:]
    if not others:
        return put(state, gone)
    first, *rest = others
    heir = replace(
        first, into="", same=tuple(one.id for one in rest), turn=question.turn, fate=question.fate, answer=question.answer,
        who=question.who, due=question.due,
    )  # fmt: skip
    state = reduce(put, [gone, heir, *(replace(one, into=heir.id) for one in rest)], state)
    return replace(state, floor=heir.id) if state.floor == question.id else state


def _with(lists: Map[str, tuple[str, ...]], person: str, id: str, on: bool) -> Map[str, tuple[str, ...]]:
    """The lists, by person, with or without one id."""
    left = tuple(one for one in lists.get(person, ()) if one != id)
    ids = (*left, id) if on else left
    if ids:
        return lists.set(person, ids)
    return lists.delete(person) if person in lists else lists
