"""The call for consent: everybody answers at the same moment; the person proposed with all, before them, or after them."""

from collections.abc import Sequence
from random import Random

from immutables import Map

from methods.selection import commands as c
from methods.selection import events as e
from methods.selection.standing import call_of, proposed
from methods.selection.state import Call, Signal, State
from workshop.language import _
from workshop.messages import derived_id
from workshop.method import Context, Rejected

Decision = Sequence[e.Event] | Rejected


def apart(state: State) -> bool:
    """Whether the person proposed is asked apart: first or last by the settings, or because they have no phone here."""
    who = proposed(state)
    return state.settings.nominee != "together" or who is None or not who.person


def their_turn(state: State) -> bool:
    """Whether the person proposed is to answer now."""
    call = call_of(state)
    if call is None or state.phase != "consent" or call.nominee:
        return False
    return call.closed or (apart(state) and state.settings.nominee != "last")


def others_turn(state: State) -> bool:
    """Whether the others are to answer now: not before somebody who is asked first."""
    call = call_of(state)
    willing = state.settings.nominee != "first" or (call is not None and call.nominee in ("consent", "concern"))
    return state.phase == "consent" and call is not None and not call.closed and willing


def decide_answer(state: State, command: c.Respond | c.NomineeSays | c.CountHands | c.CloseCall, context: Context) -> Decision:
    """The events that an answer leads to, or why it may not be given now."""
    call = call_of(state)
    if call is None or state.phase != "consent":
        return Rejected(_("Consent is not being asked now."))
    match command:
        case c.Respond():
            return _respond(state, call, command, context)
        case c.NomineeSays(signal):
            if not their_turn(state):
                return Rejected(_("The person proposed is not asked now."))
            return _nominee(state, call, signal, context)
        case c.CountHands(consent, concern):
            if call.closed:
                return _shown()
            return [] if call.hands == (consent, concern) else [e.HandsCounted(call.number, consent, concern)]
        case c.CloseCall():
            if call.closed:
                return []
            if not answers(call):
                return Rejected(_("Nobody has answered yet. Wait for the first answers."), "nobody")
            return [_closed(state, call, call.signals, context)]


def answers(call: Call) -> int:
    """How many have answered, on phones or by hand."""
    return len(call.signals) + sum(call.hands)


def _shown() -> Rejected:
    return Rejected(_("The answers are shown already. Tell the facilitator what you see."), "closed")


def _respond(state: State, call: Call, command: c.Respond, context: Context) -> Decision:
    if command.call != call.number:
        return Rejected(_("The proposal has changed since. Look at it again, then answer."), "changed")
    who = proposed(state)
    nominee = who is not None and who.person == context.actor
    if nominee and (their_turn(state) or apart(state)):
        if not their_turn(state):
            return Rejected(_("You are asked after the others."), "not-yet") if not call.nominee else _shown()
        return _nominee(state, call, command.signal, context)
    if call.closed:
        return _shown()
    if not others_turn(state):
        return Rejected(_("The person proposed is asked first."), "not-yet")
    if call.signals.get(context.actor) == command.signal:
        return []
    given = e.Responded(call.number, context.actor, command.signal)
    signals = call.signals.set(context.actor, command.signal)
    awaited = others(state, context)
    return [given, _closed(state, call, signals, context)] if awaited and awaited <= set(signals) else [given]


def _nominee(state: State, call: Call, signal: Signal, context: Context) -> Decision:
    """The open answer of the person proposed; where nobody else is here, that was all."""
    given = e.NomineeAnswered(call.number, context.id, signal)
    alone = not call.closed and not others(state, context) and signal != "objection"
    return [given, _closed(state, call, call.signals, context)] if alone else [given]


def others(state: State, context: Context) -> frozenset[str]:
    """Who is asked together: all who are here, but for somebody who is asked apart."""
    who = proposed(state)
    return context.people - ({who.person} if who is not None and apart(state) else set())


def unasked(state: State, number: int, context: Context) -> Sequence[e.Event]:
    """A call in which only the person proposed is asked, last: nobody else is here."""
    alone = state.settings.nominee == "last" and not others(state, context)
    return [e.CallClosed(number, 0, 0, 0, 0, (), "", context.now)] if alone else []


def _closed(state: State, call: Call, signals: Map[str, Signal], context: Context) -> e.CallClosed:
    """The end of a call; the arguments come in drawn order, so that the order says nothing."""
    given, who = list(signals.values()), proposed(state)
    owners = sorted(person for person, signal in signals.items() if signal != "consent")
    Random(context.seed).shuffle(owners)
    raised = tuple(
        e.Raised(derived_id(context.id, str(place)), owner, "objection" if signals[owner] == "objection" else "concern")
        for place, owner in enumerate(owners)
    )
    counts = (given.count("consent"), given.count("concern"), given.count("objection"))
    nominee = signals.get(who.person, "") if who is not None and who.person and not apart(state) else ""
    return e.CallClosed(call.number, *counts, len(others(state, context) - set(signals)), raised, nominee, context.now)
