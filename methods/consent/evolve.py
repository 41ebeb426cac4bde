"""How what happened changes a consent decision. Total: an event that no longer fits changes nothing."""

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from methods.consent import events as e
from methods.consent.doubts import doubted
from methods.consent.guards import circle_key, circle_of, is_open
from methods.consent.labels import with_arguments, with_hidden, with_question, with_reaction, with_suggestion
from methods.consent.state import (
    Argument,
    Counts,
    Judgement,
    Offer,
    Outcome,
    Question,
    Reaction,
    Round,
    State,
    Status,
    Suggestion,
    Tested,
    Version,
    another,
)
from workshop import circle
from workshop.shelf import Catalogue


def evolve(state: State, event: e.Event) -> State:
    """The decision after an event."""
    if isinstance(event, circle.Event):
        key = circle_key(state)
        return replace(state, circles=state.circles.set(key, circle.evolve(circle_of(state), event)))
    match event:
        case e.DriverStated(happens, matters):
            return replace(state, happens=happens, matters=matters, ours=False)
        case e.DriverConfirmed():
            return replace(state, ours=True)
        case e.ProposerNamed(person):
            return replace(state, proposer=person)
        case e.OwnerLeft(person):
            return replace(state, gone=state.gone | {person})
        case e.OwnerBack(person):
            return replace(state, gone=state.gone - {person})
        case e.AnotherBegun():
            return another(state) if state.outcome else state
        case e.PhaseEntered(phase):
            return replace(state, phase=phase, below=0)
        case e.Leafed(below):
            return replace(state, below=below)
        case e.Proposed():
            return _proposed(state, event)
        case e.Asked(id, person, text):
            return state if id in state.questions else with_question(state, Question(id, person, text, len(state.questions)))
        case e.Answered(question, text):
            one = state.questions.get(question)
            return state if one is None else with_question(state, replace(one, answer=text, answered=True))
        case e.Reacted(id, person, text):
            known = id in state.reactions or state.reactions.count(("by", person))
            return state if known else with_reaction(state, Reaction(id, person, text, len(state.reactions)))
        case e.Hidden(what):
            return with_hidden(state, what, True)
        case e.Restored(what):
            return with_hidden(state, what, False)
        case e.CallOpened() | e.Signalled() | e.CallClosed() | e.HandsCounted() | e.PaperAdded():
            return _call(state, event)
        case e.Agreed(id, result, at):
            return _ended(state, Outcome(id, result, state.phase, at=at))
        case e.Closed(id, result, who, when, reason, at):
            return _ended(state, Outcome(id, result, state.phase, who, when, reason, at))
        case e.Reopened():
            return replace(state, outcome=None, phase=state.outcome.phase) if state.outcome else state
        case e.Suggested(id, argument, person, text):
            new = Suggestion(id, argument, person, text, len(state.suggestions))
            return state if id in state.suggestions else with_suggestion(state, new)
        case e.Integrated(argument, at):
            return _integrated(state, argument, at)
        case _:
            return _with(state, event.argument, lambda one: _argument(state, one, event))


def _ended(state: State, outcome: Outcome) -> State:
    return state if state.outcome else replace(state, outcome=outcome, phase="agreed")


def _proposed(state: State, event: e.Proposed) -> State:
    """A text that nobody has seen yet is replaced; later, a change makes a new version."""
    kept = state.versions if state.phase not in ("driver", "present") or state.rounds else ()
    version = Version(len(kept) + 1, event.text, event.responsible, event.criteria, event.review_date, at=event.at)
    return replace(state, versions=(*kept, version), origin=event.origin)


def _call(state: State, event: e.CallOpened | e.Signalled | e.CallClosed | e.HandsCounted | e.PaperAdded) -> State:
    match event:
        case e.CallOpened(number, version, at):
            return replace(state, phase="check", rounds=(*state.rounds, Round(number, version, at=at)))
        case e.PaperAdded(id, number, kind, text, at):
            return with_arguments(state, [Argument(id, number, "", kind, _status(kind), text, came=kind, paper=True, at=at)])
        case e.HandsCounted(number, consent, concern):
            return _round(state, number, lambda one: replace(one, hands=Counts(consent, concern)))
        case e.Signalled(number, person, signal):
            return _round(state, number, lambda one: replace(one, signals=one.signals.set(person, signal)), closed=False)
        case e.CallClosed():
            return _closed(state, event)


def _closed(state: State, event: e.CallClosed) -> State:
    if not is_open(state) or state.rounds[-1].number != event.round:
        return state
    counts = Counts(event.consent, event.concern, event.objection)
    closed = _round(state, event.round, lambda one: replace(one, closed=True, counts=counts, silent=event.silent, until=event.at))
    raised = (Argument(one.id, event.round, one.owner, one.kind, _status(one.kind), came=one.kind, at=event.at) for one in event.raised)
    return with_arguments(closed, raised)


def _status(kind: Literal["concern", "objection"]) -> Status:
    return "untested" if kind == "objection" else "concern"


def _argument(state: State, one: Argument, event: e.Event) -> Argument:
    match event:
        case e.Argued(_id, text):
            return replace(one, text=text)
        case e.Refined(_id, text):
            earlier = (*one.earlier, Tested(one.text, one.doubts, one.judged))
            return replace(one, text=text, doubts=Catalogue(), judged=(), earlier=earlier)
        case e.Doubted() | e.DoubtRefined() | e.DoubtsHeard() | e.DoubtDropped():
            return replace(one, doubts=doubted(one.doubts, event))
        case e.Judged(_id, test, holds, by, at):
            kept = tuple(each for each in one.judged if each.test != test)
            return replace(one, judged=(*kept, Judgement(test, holds, by, at)))
        case e.BecameObjection(_id, at):
            return replace(one, kind="objection", status="untested", settled="", at=at, until=0)
        case e.Widened():
            return replace(one, wide=True)
        case e.Adopted(_id, person):
            return replace(one, owner=person)
        case e.Qualified(_id, at):
            return replace(one, status="qualified", until=at)
        case e.Dropped(_id, by, at):
            return replace(one, status="dropped", settled=by, until=at)
        case e.BecameConcern(_id, by, at):
            return replace(one, status="concern", settled=by, until=at)
        case e.Offered():
            return replace(one, offer=_offer(state, event))
        case e.OfferDeclined(_id, reason, by):
            return replace(one, offer=None, declined=(*one.declined, reason) if reason or by == "owner" else one.declined)
        case e.ObjectorConfirmed(_id, by):
            return replace(one, offer=replace(one.offer, objector=by)) if one.offer else one
        case e.ProposerConfirmed():
            return replace(one, offer=replace(one.offer, proposer=True)) if one.offer else one
        case _:
            return one


def _offer(state: State, event: e.Offered) -> Offer:
    number = len(state.versions) + 1
    return Offer(event.way, Version(
        number, event.text, event.responsible, event.criteria, event.review_date, event.term, event.argument, event.way
    ))  # fmt: skip


def _integrated(state: State, argument: str, at: int) -> State:
    """The offer becomes the proposal. An offer is only made for the objection in hand, so no other one is out of date."""
    found = state.arguments.get(argument)
    if found is None or found.offer is None or found.status != "qualified":
        return state
    version = replace(found.offer.version, number=len(state.versions) + 1, at=at)
    by = found.offer.objector
    done = _with(state, argument, lambda one: replace(one, status="integrated", settled=by, until=at))
    return replace(done, versions=(*done.versions, version))


def _with(state: State, argument: str, change: Callable[[Argument], Argument]) -> State:
    one = state.arguments.get(argument)
    return state if one is None else with_arguments(state, [change(one)])


def _round(state: State, number: int, change: Callable[[Round], Round], closed: bool | None = None) -> State:
    fits = [one.number == number and closed in (None, one.closed) for one in state.rounds]
    return replace(state, rounds=tuple(change(one) if fit else one for one, fit in zip(state.rounds, fits, strict=True)))
