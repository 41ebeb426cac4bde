"""The nominations, hidden until all have written; then the rounds in which they are heard and changed."""

from collections.abc import Sequence
from dataclasses import replace

from immutables import Map

from methods.selection import commands as c
from methods.selection import events as e
from methods.selection.guards import ready
from methods.selection.standing import named
from methods.selection.state import Given, Phase, State
from workshop import circle
from workshop.language import Message, _
from workshop.method import Context, Rejected, Role

Decision = Sequence[e.Event] | Rejected
Nominating = c.Nominate | c.Abstain | c.AddPaper | c.CloseNominations | c.ReopenNominations
Speaking = c.Explain | c.Ask | c.Answer | c.Hide | c.Restore


def rules_of(state: State) -> circle.Rules:
    """How the rounds go."""
    return circle.Rules(order=state.settings.order, seconds=state.settings.seconds)


def round_of(state: State) -> circle.Circle:
    """The round of the phase, which calls people as the list of names does."""
    return with_names(state, state.changing if state.phase == "change" else state.heard)


def with_names(state: State, now: circle.Circle) -> circle.Circle:
    """A round that calls people as the list of names does."""
    known = {person: state.names[id].name for person, id in state.persons.items() if id in state.names}
    return replace(now, names=Map(known))


def decide_round(state: State, command: c.Command | circle.Command, context: Context) -> Decision:
    """The events that a command about nominations and rounds leads to, or why it may not be done now."""
    if isinstance(command, circle.Command):
        if state.phase not in ("reasons", "change"):
            return Rejected(_("No round is going on now."), "closed")
        return circle.decide(round_of(state), command, context, rules_of(state))
    if isinstance(command, Nominating):
        return _nominate(state, command, context)
    if isinstance(command, c.Change):
        return _change(state, command, context)
    return _speak(state, command, context) if isinstance(command, Speaking) else []


def entered(state: State, to: Phase, context: Context) -> Decision:
    """What follows when a phase is entered: a round begins with it, or is taken up again."""
    refused = ready(state, to)
    if isinstance(refused, Message):
        return Rejected(refused, "guard")
    now = state.changing if to == "change" else state.heard
    if to not in ("reasons", "change"):
        return [e.PhaseEntered(to)]
    if not now.number or (to == "change" and state.phase == "propose"):
        return [e.PhaseEntered(to), circle.begun(now, context, rules_of(state))]
    return [e.PhaseEntered(to), *circle.minded(now, context, rules_of(state))]


def _nominate(state: State, command: Nominating, context: Context) -> Decision:
    if isinstance(command, c.ReopenNominations):
        return [e.NominationsReopened()] if state.phase == "reasons" else []
    if state.phase != "nominate":
        return Rejected(_("The nominations are closed. Listen to the reasons; you can change yours afterwards."), "closed")
    match command:
        case c.Nominate(nominee, reason):
            if nominee not in state.names:
                return _unknown()
            old = state.given.get(context.actor)
            if old is not None and (old.nominee, old.reason) == (nominee, reason):
                return []
            return _complete(state, e.Nominated(context.id, context.actor, nominee, reason), context)
        case c.Abstain():
            if not state.settings.abstain:
                return Rejected(_("Here everybody is asked to name somebody. You can name yourself."), "no-abstention")
            return [] if context.actor in state.abstaining else _complete(state, e.Abstained(context.actor), context)
        case c.AddPaper(nominee, reason, name):
            return [e.PaperAdded(context.id, nominee, reason, name)] if nominee in state.names else _unknown()
        case c.CloseNominations():
            refused = ready(state, "reasons")
            if isinstance(refused, Message):
                return Rejected(refused, "nobody")
            return [_closed(state, dict(state.given), state.abstaining, context), circle.begun(state.heard, context, rules_of(state))]


def _unknown() -> Rejected:
    return Rejected(_("This name is not on the list any more. Choose again."), "gone")


def _complete(state: State, new: e.Nominated | e.Abstained, context: Context) -> Decision:
    """As soon as everybody here has answered, all nominations are shown at once."""
    given, abstaining = dict(state.given), state.abstaining - {new.by}
    if isinstance(new, e.Nominated):
        given[new.by] = Given(new.id, new.by, new.nominee, new.reason)
    else:
        given.pop(new.by, None)
        abstaining |= {new.by}
    answered = given.keys() | abstaining
    if not context.people or not context.people <= answered or not any(one.nominee in state.names for one in given.values()):
        return [new]
    return [new, _closed(state, given, abstaining, context), circle.begun(state.heard, context, rules_of(state))]


def _closed(state: State, given: dict[str, Given], abstaining: frozenset[str], context: Context) -> e.NominationsClosed:
    valid = [one for one in (*given.values(), *state.paper) if one.nominee in state.names]
    answered = given.keys() | abstaining
    shown = tuple(sorted(valid, key=lambda one: one.id))
    return e.NominationsClosed(shown, len(abstaining), len(context.people - answered), context.now)


def _speak(state: State, command: Speaking, context: Context) -> Decision:
    match command:
        case c.Explain(reason, nomination):
            return _explain(state, reason, nomination, context)
        case c.Ask(nominee, text):
            if state.phase != "questions":
                return Rejected(_("Questions are asked in the round of questions."))
            if not text:
                return Rejected(_("Write your question first."), "missing")
            return [e.Asked(context.id, context.actor, nominee, text)] if nominee in named(state) else _unknown()
        case c.Answer(question, text):
            known = any(one.id == question for one in state.questions)
            return [e.Answered(question, text)] if known else Rejected(_("That question is no longer there."), "unknown")
        case c.Hide(what) | c.Restore(what):
            given = {one.id for one in (*state.first, *state.now)}
            if what not in given | {one.id for one in state.questions}:
                return Rejected(_("That contribution is no longer there."), "unknown")
            hide = isinstance(command, c.Hide)
            if hide == (what in state.hidden):
                return []
            return [e.Hidden(what) if hide else e.Restored(what)]


def _explain(state: State, reason: str, nomination: str, context: Context) -> Decision:
    if not state.shown:
        return Rejected(_("Reasons are heard once all nominations are shown."))
    own = context.role is Role.PARTICIPANT
    found = next((one for one in state.now if (one.by == context.actor if own else one.id == nomination)), None)
    if found is None:
        return Rejected(_("There is no nomination of yours to explain."), "unknown")
    return [] if found.reason == reason else [e.Explained(found.id, reason)]


def _change(state: State, command: c.Change, context: Context) -> Decision:
    if state.phase != "change":
        return Rejected(_("Nominations can be changed in the change round."))
    if command.nominee not in state.names:
        return _unknown()
    if state.settings.only_named and command.nominee not in named(state):
        return Rejected(_("In this round only those who were named can be chosen."), "not-named")
    if not command.reason:
        return Rejected(_("Write the reason that changed your mind."), "missing")
    old = next((one for one in state.now if one.by == context.actor), None)
    if old is not None and old.nominee == command.nominee:
        return Rejected(_("You nominate this person already."), "same")
    return [e.Changed(context.id, context.actor, command.nominee, command.reason)]
