"""How each event changes a selection. An event that no longer fits changes nothing."""

from dataclasses import replace
from typing import assert_never

from methods.selection import events as e
from methods.selection.standing import proposed
from methods.selection.state import Candidate, Given, Moved, Office, Outcome, Question, State
from methods.selection.verdicts import evolve_call, evolve_proposal
from workshop import circle


def evolve(state: State, event: e.Event) -> State:
    """The state after an event."""
    if isinstance(event, circle.Event):
        if state.phase == "change":
            return replace(state, changing=circle.evolve(state.changing, event))
        return replace(state, heard=circle.evolve(state.heard, event))
    match event:
        case e.RoleDescribed() | e.NamePut() | e.NameDropped() | e.PhaseEntered():
            return _prepared(state, event)
        case e.Nominated() | e.Abstained() | e.PaperAdded() | e.NominationsClosed() | e.NominationsReopened():
            return _nominated(state, event)
        case e.Explained() | e.Asked() | e.Answered() | e.Hidden() | e.Restored():
            return _said(state, event)
        case e.Changed():
            return _changed(state, event)
        case e.Drawn() | e.Proposed() | e.Shortened() | e.Required():
            return evolve_proposal(state, event)
        case e.CallOpened() | e.Responded() | e.NomineeAnswered() | e.HandsCounted() | e.CallClosed() | e.Argued() | e.Dropped():
            return evolve_call(state, event)
        case e.Selected() | e.Refused() | e.Postponed() | e.Reopened():
            return _ended(state, event)
        case _:
            assert_never(event)


def _prepared(state: State, event: e.RoleDescribed | e.NamePut | e.NameDropped | e.PhaseEntered) -> State:
    match event:
        case e.RoleDescribed(title, tasks, qualities, term, review_date):
            return replace(state, office=Office(title, tasks, qualities, term, review_date))
        case e.NamePut(id, name, person):
            order = state.order if id in state.order else (*state.order, id)
            persons = state.persons.set(person, id) if person else state.persons
            return replace(state, names=state.names.set(id, Candidate(id, name, person)), order=order, persons=persons)
        case e.NameDropped(id):
            names = state.names.delete(id) if id in state.names else state.names
            return replace(state, names=names, order=tuple(one for one in state.order if one != id))
        case e.PhaseEntered(to):
            return replace(state, phase=to)


def _nominated(state: State, event: e.Nominated | e.Abstained | e.PaperAdded | e.NominationsClosed | e.NominationsReopened) -> State:
    match event:
        case e.Nominated(id, by, nominee, reason):
            given = Given(id, by, nominee, reason)
            return replace(state, given=state.given.set(by, given), abstaining=state.abstaining - {by})
        case e.Abstained(by):
            given_before = state.given.delete(by) if by in state.given else state.given
            return replace(state, given=given_before, abstaining=state.abstaining | {by})
        case e.PaperAdded(id, nominee, reason, name):
            paper = Given(id, "", nominee, reason, name, paper=True)
            return replace(state, paper=(*state.paper, paper))
        case e.NominationsClosed(all, abstained, silent, at):
            shown = replace(state, shown=True, shown_at=at, first=all, now=all, phase="reasons")
            return replace(shown, abstained=abstained, silent=silent)
        case e.NominationsReopened():
            return replace(state, shown=False, first=(), now=(), moved=(), phase="nominate")


def _said(state: State, event: e.Explained | e.Asked | e.Answered | e.Hidden | e.Restored) -> State:
    match event:
        case e.Explained(nomination, reason):
            first, now = (tuple(_explained(one, nomination, reason) for one in given) for given in (state.first, state.now))
            return replace(state, first=first, now=now)
        case e.Asked(id, by, nominee, text):
            return replace(state, questions=(*state.questions, Question(id, by, nominee, text)))
        case e.Answered(question, text):
            answered = tuple(replace(one, answer=text, answered=True) if one.id == question else one for one in state.questions)
            return replace(state, questions=answered)
        case e.Hidden(what):
            return replace(state, hidden=state.hidden | {what})
        case e.Restored(what):
            return replace(state, hidden=state.hidden - {what})


def _explained(one: Given, nomination: str, reason: str) -> Given:
    return replace(one, reason=reason) if one.id == nomination else one


def _changed(state: State, event: e.Changed) -> State:
    before = next((one.nominee for one in state.now if one.by == event.by), "")
    new = Given(event.id, event.by, event.nominee, event.reason)
    others = tuple(one for one in state.now if one.by != event.by)
    return replace(state, now=(*others, new), moved=(*state.moved, Moved(event.by, before, event.nominee, event.reason)))


def _ended(state: State, event: e.Selected | e.Refused | e.Postponed | e.Reopened) -> State:
    match event:
        case e.Selected(id, at):
            return replace(state, outcome=Outcome(id, "selected", state.phase, at=at), phase="done")
        case e.Refused(reason):
            who = proposed(state)
            return replace(state, refusals=(*state.refusals, (who.id if who else "", reason)), phase="propose")
        case e.Postponed(id, reason, when, at):
            return replace(state, outcome=Outcome(id, "postponed", state.phase, reason, when, at), phase="done")
        case e.Reopened():
            return state if state.outcome is None else replace(state, outcome=None, phase=state.outcome.phase)
