"""The proposal on the strength of the reasons, the call for consent, the objections one at a time, the acceptance."""

from collections.abc import Sequence
from random import Random

from methods.selection import commands as c
from methods.selection import events as e
from methods.selection.answering import decide_answer, unasked
from methods.selection.guards import ready
from methods.selection.standing import call_of, named, open_objections, proposal_of, proposed, tied
from methods.selection.state import State
from workshop import circle
from workshop.language import Message, _
from workshop.messages import is_day
from workshop.method import Context, Rejected, Role

Decision = Sequence[e.Event] | Rejected
Answering = c.Respond | c.NomineeSays | c.CountHands | c.CloseCall


def decide_proposal(state: State, command: c.Command, context: Context) -> Decision:
    """The events that a command leads to, or why it may not be done now."""
    if isinstance(command, Answering):
        return decide_answer(state, command, context)
    match command:
        case c.Draw():
            return _draw(state, context)
        case c.Propose():
            return _propose(state, command)
        case c.OpenCall():
            refused = ready(state, "consent")
            last = call_of(state)
            if isinstance(refused, Message):
                return Rejected(refused, "guard")
            if state.phase not in ("propose", "consent", "objections"):
                return Rejected(_("This cannot be done now. See what “Next” says."), "guard")
            if last is not None and not last.closed:
                return [e.PhaseEntered("consent")] if state.phase != "consent" else []
            number = len(state.calls) + 1
            return [e.CallOpened(number, context.now), *unasked(state, number, context)]
        case c.Argue() | c.Drop() | c.Shorten() | c.Require():
            return _objection(state, command, context)
        case c.Accept() | c.Refuse():
            return _accept(state, command, context)
        case _:
            return []


def _draw(state: State, context: Context) -> Decision:
    front = tied(state)
    if state.phase != "propose" or state.settings.tie != "draw" or not front:
        return Rejected(_("There is no tie to draw for."))
    return [e.Drawn(Random(context.seed).choice(front))]


def _propose(state: State, command: c.Propose) -> Decision:
    if state.phase not in ("propose", "objections", "consent", "accept"):
        return Rejected(_("The proposal comes after the change round."))
    if command.nominee not in named(state):
        return Rejected(_("Propose somebody who was named."), "not-named")
    if not command.reason:
        return Rejected(_("Write the reasons on which you propose this person: they count, not the number."), "missing")
    if command.term and not is_day(command.term):
        return _bad_date(command.term)
    now, same = proposal_of(state), (command.nominee, command.reason, command.term, command.condition)
    if state.phase == "propose" and now is not None and same == (now.nominee, now.reason, now.term, now.condition):
        return []
    return [e.Proposed(command.nominee, command.reason, command.term, command.condition)]


def _bad_date(text: str) -> Rejected:
    return Rejected(_("“{date}” is no date. Write year-month-day, for example 2027-03-21.", date=text), "bad-date")


def _objection(state: State, command: c.Argue | c.Drop | c.Shorten | c.Require, context: Context) -> Decision:
    found = next((one for one in state.objections if one.id == command.objection), None)
    if found is None:
        return Rejected(_("This argument is not there any more."), "gone")
    own = context.role is Role.PARTICIPANT
    if own and found.owner != context.actor:
        return Rejected(_("Only the person who raised it can say that."), "not-yours")
    if isinstance(command, c.Argue):
        if not command.text:
            return Rejected(_("Please write something first."), "empty")
        return [] if found.text == command.text else [e.Argued(found.id, command.text)]
    if found not in open_objections(state):
        return []
    if found != open_objections(state)[0] and not own:
        return Rejected(_("One objection at a time. That of the person proposed comes first."), "not-yet")
    if isinstance(command, c.Drop):
        return [e.Dropped(found.id, told=not own)]
    if state.phase != "objections":
        return Rejected(_("Objections are resolved one at a time, after the answers."))
    return _resolve(command)


def _resolve(command: c.Shorten | c.Require) -> Decision:
    match command:
        case c.Shorten(objection, term):
            return [e.Shortened(objection, term)] if is_day(term) else _bad_date(term)
        case c.Require(objection, condition):
            return [e.Required(objection, condition)] if condition else Rejected(_("Please write something first."), "empty")


def _accept(state: State, command: c.Accept | c.Refuse, context: Context) -> Decision:
    who = proposed(state)
    if state.phase != "accept" or who is None:
        return Rejected(_("Nobody is asked to accept now."))
    if context.role is Role.PARTICIPANT and who.person != context.actor:
        return Rejected(_("Only the person proposed can say that."), "not-yours")
    match command:
        case c.Accept():
            refused = ready(state, "accept")
            return Rejected(refused, "guard") if isinstance(refused, Message) else [e.Selected(context.id, context.now)]
        case c.Refuse(reason):
            return [e.Refused(reason, context.now)]


def comes(state: State, context: Context) -> Sequence[e.Event]:
    """Who comes while a round goes on speaks at the end."""
    now = {"reasons": state.heard, "change": state.changing}.get(state.phase)
    return circle.comes(now, context) if now else ()


def goes(state: State, context: Context) -> Sequence[e.Event]:
    """Who leaves while a round goes on is passed over."""
    now = {"reasons": state.heard, "change": state.changing}.get(state.phase)
    return circle.goes(now, context) if now else ()
