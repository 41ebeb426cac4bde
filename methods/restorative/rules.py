"""Who may do what in a restorative circle, and when: nobody but those who said yes, and every yes can be taken back."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from methods.restorative import matters
from methods.restorative import vocabulary as v
from methods.restorative.state import REFLECTED, ROUNDS, State, listener_of
from workshop import circle
from workshop.language import _
from workshop.method import Context, Rejected, Role

Decision = Sequence[v.Event] | Rejected


def decide(state: State, command: v.Command, context: Context) -> Decision:
    """The events of a command, or why it may not be done now."""
    match command:
        case v.Agree():
            return _agree(state, context)
        case v.Stop(person):
            return _stop(state, person, context)
        case circle.AddSpeaker(name):
            return _add(state, name, context)
        case v.Enter(stage):
            return [] if stage == state.stage else [v.Entered(stage), *_round(state, stage, context)]
    if context.role is Role.PARTICIPANT and context.actor not in state.takers:
        return Rejected(_("This is for those who take part in the circle."), "not-in-circle")
    match command:
        case v.Prepare(text):
            return [] if state.notes.get(context.actor, "") == text else [v.Prepared(context.actor, text)]
        case v.BeReady(yes):
            return [] if (context.actor in state.ready) == yes else [v.BecameReady(context.actor, yes)]
        case v.Choose() | v.Reflect() | v.Heard() | v.SayMore():
            return _talk(state, command, context)
        case v.Propose() | v.Accept() | v.Withdraw() | v.Open():
            return matters.decide(state, command, context)
        case circle.EndTurn() if state.stage in REFLECTED and context.role is Role.PARTICIPANT:
            return Rejected(_("First the listener says what they heard."), "heard-first")
        case circle.BeginRound() if state.stage not in ROUNDS:
            return Rejected(_("There is no round in this part of the circle."))
        case circle.BeginRound() if state.now.open and state.now.now:
            return Rejected(_("The round goes on already."))
        case circle.BeginRound():
            return list(_begun(state, state.now, context))
        case _:
            return circle.decide(state.now, command, _among(state, context))


def _agree(state: State, context: Context) -> Decision:
    if context.actor not in context.people:
        return Rejected(_("A circle is for people: each says yes on their own phone."), "no-person")
    if context.actor in state.takers:
        return []
    if len(state.takers) >= state.settings.most:
        return Rejected(_("This circle is complete. Speak with the facilitator."), "full")
    after = replace(state, takers=state.takers.set(context.actor, ""))
    return [v.Agreed(context.actor), *circle.comes(state.now, _among(after, context))]


def _add(state: State, name: str, context: Context) -> Decision:
    """Somebody without a phone has said yes to the facilitator."""
    if len(state.takers) >= state.settings.most:
        return Rejected(_("This circle is complete. Speak with the facilitator."), "full")
    person = f"guest-{context.id}"
    came = circle.SpeakerCame(circle.Member(person, len(state.guests) + 1, name, guest=True), context.now)
    return [v.Agreed(person, name, guest=True), *([came] if state.now.open else [])]


def _stop(state: State, person: str, context: Context) -> Decision:
    """One's own will is enough; the facilitator says it for those who have no phone."""
    who = context.actor if context.role is Role.PARTICIPANT else person
    if context.role is Role.PARTICIPANT and person not in ("", context.actor):
        return Rejected(_("Everybody stops for themselves."), "not-yours")
    return gone(state, who, context)


def gone(state: State, person: str, context: Context) -> Sequence[v.Event]:
    """What follows when somebody stops, or leaves the room."""
    if person not in state.takers:
        return []
    return [*circle.goes(state.now, replace(context, actor=person)), v.Stopped(person)]


def _among(state: State, context: Context) -> Context:
    """The context with only those who take part."""
    return replace(context, people=context.people & set(state.takers))


def _round(state: State, stage: v.Stage, context: Context) -> Iterator[v.Event]:
    """The round of a part begins, or goes on with those who take part now."""
    if stage not in ROUNDS:
        return
    held = state.rounds.get(stage, circle.Circle())
    if not held.number:
        yield from _begun(state, held, context)
        return
    yield from circle.minded(held, _among(state, context))
    yield from (circle.SpeakerLeft(one, context.now) for one in sorted(held.members) if _has_stopped(state, held, one))
    yield from (came for came in _guests(state, context) if came.member.id not in held.members)


def _has_stopped(state: State, held: circle.Circle, person: str) -> bool:
    return held.members[person].guest and person not in state.takers and person not in held.gone


def _begun(state: State, held: circle.Circle, context: Context) -> Iterator[v.Event]:
    yield circle.begun(held, _among(state, context), circle.Rules("seated"))
    yield from _guests(state, context)


def _guests(state: State, context: Context) -> Iterator[circle.SpeakerCame]:
    for place, person in enumerate(sorted(state.guests), start=1):
        yield circle.SpeakerCame(circle.Member(person, place, state.takers.get(person, ""), guest=True), context.now)


def _talk(state: State, command: v.Choose | v.Reflect | v.Heard | v.SayMore, context: Context) -> Decision:
    """The speaker says it, the listener says what they heard, the speaker says whether that is it."""
    now = state.now
    if state.stage not in REFLECTED or not now.now or not now.open:
        return Rejected(_("Nobody has the word now."))
    if context.role is Role.PARTICIPANT and context.actor != now.now:
        return Rejected(_("Only the one who has the word can say that."), "not-yours")
    match command:
        case v.Choose(listener):
            if listener == now.now or listener not in state.takers or listener not in now.members or listener in now.gone:
                return Rejected(_("Choose somebody who takes part."), "no-listener")
            return [] if listener == listener_of(state) else [v.ListenerChosen(listener)]
        case v.Reflect():
            return [] if state.step == "hearing" else [v.Reflected()]
        case v.SayMore():
            return [] if state.step == "speaking" else [v.MoreSaid()]
        case v.Heard():
            if state.step == "speaking" and listener_of(state):
                return Rejected(_("First the listener says what they heard."), "heard-first")
            return [circle.TurnEnded(now.now, "spoke", context.now)]
