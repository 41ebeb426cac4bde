"""The call for consent: everybody answers at the same moment, and nothing is shown before it is closed."""

from collections.abc import Sequence
from random import Random

from methods.consent import commands as c
from methods.consent import events as e
from methods.consent.guards import answers, circle_of, current, last_round, qualified
from methods.consent.speaking import entered
from methods.consent.state import Counts, Round, State
from workshop import circle
from workshop.language import _
from workshop.messages import derived_id
from workshop.method import Context, Rejected

Decision = Sequence[e.Event] | Rejected


def opened(state: State, context: Context) -> Decision:
    """Opens a call on the proposal as it stands, or goes back to the call that is open on it."""
    now, last = current(state), last_round(state)
    if now is None:
        return Rejected(_("There is no proposal yet. Write it first."), "missing")
    if qualified(state):
        return Rejected(_("An objection is still open. Resolve it before consent is asked again."), "guard")
    if last is not None and not last.closed and last.version == now.number:
        return [e.PhaseEntered("check"), *entered(state, context, f"check {len(state.rounds)}", "check")]
    fresh = entered(state, context, f"check {len(state.rounds) + 1}", "check")
    return [e.CallOpened(state.asked + len(state.rounds) + 1, now.number, context.now), *fresh]


def decide_call(state: State, command: c.Signal | c.CloseCall | c.CountHands | c.AddPaper, context: Context) -> Decision:
    """The events that a command about the call leads to, or why it may not be done now."""
    last = last_round(state)
    if isinstance(command, c.AddPaper):
        return _paper(state, command, context)
    if last is None or state.phase != "check":
        return Rejected(_("Consent is not being asked now."))
    match command:
        case c.Signal():
            return _signal(state, last, command, context)
        case c.CloseCall():
            if last.closed:
                return []
            if not answers(state):
                return Rejected(_("Nobody has answered yet. Wait for the first answers."), "nobody")
            return _closed(last, context)
        case c.CountHands(consent, concern):
            return [] if last.hands == Counts(consent, concern) else [e.HandsCounted(last.number, consent, concern)]


def _signal(state: State, last: Round, command: c.Signal, context: Context) -> Decision:
    if last.closed:
        return Rejected(_("The answers are shown already. Tell the facilitator what you see."), "closed")
    if command.round != last.number:
        return Rejected(_("The text has changed since. Look at it again, then answer."), "changed")
    turn = circle_of(state)
    if turn.now and context.actor != turn.now and context.actor not in last.signals:
        return Rejected(_("It is not your turn yet: in this round one speaks after the other."), "not-yet")
    if last.signals.get(context.actor) == command.signal:
        return []
    given = e.Signalled(last.number, context.actor, command.signal)
    after = Round(last.number, last.version, last.signals.set(context.actor, command.signal))
    complete = len(after.signals) >= len(context.people) and all(person in after.signals for person in context.people)
    spoken = [circle.TurnEnded(context.actor, "spoke", context.now)] if turn.open and context.actor == turn.now else []
    return [given, *spoken, *(_closed(after, context) if complete else ())]


def _closed(last: Round, context: Context) -> Sequence[e.Event]:
    """The end of a call; the arguments come in drawn order, so that the order says nothing."""
    given = list(last.signals.values())
    owners = sorted(person for person, signal in last.signals.items() if signal != "consent")
    Random(context.seed).shuffle(owners)
    raised = tuple(
        e.Raised(derived_id(context.id, str(place)), owner, "objection" if last.signals[owner] == "objection" else "concern")
        for place, owner in enumerate(owners)
    )
    silent = len(context.people - set(last.signals))
    left = [e.OwnerLeft(one) for one in owners if last.signals[one] == "objection" and one not in context.people]
    counts = (given.count("consent"), given.count("concern"), given.count("objection"))
    closed = e.CallClosed(last.number, *counts, silent, raised, context.now)
    return [closed, *sorted(left, key=lambda one: one.person)]


def _paper(state: State, command: c.AddPaper, context: Context) -> Decision:
    last = last_round(state)
    if last is None or state.phase not in ("check", "test", "agreed"):
        return Rejected(_("Arguments on paper are added once consent is asked."))
    if state.phase == "agreed" and command.kind == "objection":
        return Rejected(_("This decision is closed. Reopen it to test another objection."), "closed")
    if not command.text:
        return Rejected(_("Write the argument first."), "missing")
    return [e.PaperAdded(context.id, last.number, command.kind, command.text, context.now)]
