"""How the proposals, the calls for consent and the objections change with each event."""

from dataclasses import replace
from typing import Literal

from methods.selection import events as e
from methods.selection.standing import call_of, proposal_of, proposed
from methods.selection.state import Call, Objection, Proposal, State, Status

Verdict = e.CallOpened | e.Responded | e.NomineeAnswered | e.HandsCounted | e.CallClosed | e.Argued | e.Dropped


def evolve_proposal(state: State, event: e.Drawn | e.Proposed | e.Shortened | e.Required) -> State:
    """A new proposal, or the same with another term or condition, which has to be asked about again."""
    number, now = len(state.proposals) + 1, proposal_of(state)
    match event:
        case e.Drawn(nominee):
            return replace(state, drawn=nominee)
        case e.Proposed(nominee, reason, term, condition):
            overtaken = tuple(replace(one, status="overtaken") if _is_open(one) else one for one in state.objections)
            made = Proposal(number, nominee, reason, term, condition)
            return replace(state, proposals=(*state.proposals, made), objections=overtaken, phase="propose")
        case e.Shortened(objection, term):
            if now is None:
                return state
            shorter = replace(now, number=number, term=term, because=objection)
            return _resolved(replace(state, proposals=(*state.proposals, shorter)), objection, "shorter_term", term)
        case e.Required(objection, condition):
            if now is None:
                return state
            both = "; ".join(part for part in (now.condition, condition) if part)
            more = replace(now, number=number, condition=both, because=objection)
            return _resolved(replace(state, proposals=(*state.proposals, more)), objection, "condition", condition)


def evolve_call(state: State, event: Verdict) -> State:
    """The answers to a call, and the objections that come with them."""
    match event:
        case e.CallOpened(number, at):
            now = proposal_of(state)
            call = Call(number, now.number if now else 0, at=at)
            return replace(state, calls=(*state.calls, call), phase="consent")
        case e.Responded(number, by, signal):
            call_now = _call(state, number)
            return _with(state, replace(call_now, signals=call_now.signals.set(by, signal))) if call_now else state
        case e.HandsCounted(number, consent, concern):
            call_now = _call(state, number)
            return _with(state, replace(call_now, hands=(consent, concern))) if call_now else state
        case e.NomineeAnswered(number, id, signal):
            call_now = _call(state, number)
            return _raised(_with(state, replace(call_now, nominee=signal)), id, signal) if call_now else state
        case e.CallClosed():
            return _closed(state, event)
        case e.Argued(objection, text):
            return _changed(state, objection, text=text)
        case e.Dropped(objection, told):
            return _dropped(state, objection, told)


def _closed(state: State, event: e.CallClosed) -> State:
    call, who = _call(state, event.number), proposed(state)
    if call is None:
        return state
    counts = (event.consent, event.concern, event.objection)
    closed = replace(call, closed=True, counts=counts, silent=event.silent, nominee=event.nominee or call.nominee, until=event.at)
    person = who.person if who else ""
    raised = tuple(Objection(one.id, call.number, one.owner, one.kind, bool(person) and one.owner == person) for one in event.raised)
    return replace(_with(state, closed), objections=(*state.objections, *raised))


def _raised(state: State, id: str, signal: str) -> State:
    """The objection, or the concern, of the person proposed."""
    call, who = call_of(state), proposed(state)
    if signal == "consent" or call is None or who is None:
        return state
    kind: Literal["concern", "objection"] = "concern" if signal == "concern" else "objection"
    return replace(state, objections=(*state.objections, Objection(id, call.number, who.person, kind, nominee=True)))


def _dropped(state: State, objection: str, told: bool) -> State:
    """Whoever drops their objection consents."""
    found = next((one for one in state.objections if one.id == objection), None)
    after = _changed(state, objection, status="told" if told else "dropped")
    call = call_of(state)
    if found is None or not found.nominee or call is None:
        return after
    return _with(after, replace(call, nominee="consent"))


def _resolved(state: State, objection: str, status: Status, change: str) -> State:
    return _changed(state, objection, status=status, change=change)


def _changed(state: State, objection: str, text: str | None = None, status: Status | None = None, change: str = "") -> State:
    changed = tuple(
        replace(one, text=one.text if text is None else text, status=status or one.status, change=change or one.change)
        if one.id == objection
        else one
        for one in state.objections
    )
    return replace(state, objections=changed)


def _is_open(one: Objection) -> bool:
    return one.kind == "objection" and one.status == "open"


def _call(state: State, number: int) -> Call | None:
    return next((one for one in state.calls if one.number == number), None)


def _with(state: State, call: Call) -> State:
    return replace(state, calls=tuple(call if one.number == call.number else one for one in state.calls))
