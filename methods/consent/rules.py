"""What may be done when: the preparation and the end here, the call for consent in `calls`, the objections in `objections`."""

from collections.abc import Sequence

from methods.consent import commands as c
from methods.consent import events as e
from methods.consent.calls import decide_call, opened
from methods.consent.guards import PREPARING, circle_of, current, forward, is_open, qualified
from methods.consent.objections import decide_objection
from methods.consent.offers import bad_date
from methods.consent.origin import chosen_origin, origins
from methods.consent.speaking import decide_turn, entered
from methods.consent.state import Phase, State
from methods.consent.variants import order, preparing
from workshop import circle
from workshop.language import Message, _
from workshop.messages import is_day
from workshop.method import Context, Rejected

Decision = Sequence[e.Event] | Rejected
AFTERWARDS = c.Reopen | c.Argue | c.AddPaper | c.Hide | c.Restore | c.Leaf | c.Another


def decide(state: State, command: c.Command, context: Context) -> Decision:
    """The events that a command leads to, or why it may not be done now."""
    if state.outcome is not None and not isinstance(command, AFTERWARDS):
        return Rejected(_("This decision is closed. Reopen it to go on."), "closed")
    if isinstance(command, circle.Command):
        return decide_turn(state, command, context)
    match command:
        case c.TakeUp() | c.LayDown():
            return _propose(state, command, context)
        case c.Another():
            return [e.AnotherBegun()] if state.outcome else Rejected(_("This proposal has no outcome yet. End it first."))
        case c.StateDriver() | c.ConfirmDriver() | c.Propose():
            return _prepare(state, command, context)
        case c.Ask() | c.Answer():
            return _clarify(state, command, context)
        case c.React(text):
            return _react(state, text, context)
        case c.Pass():
            return _react(state, "", context)
        case c.Hide() | c.Restore():
            return _hide(state, command)
        case c.Leaf(below):
            return [] if below == state.below else [e.Leafed(below)]
        case c.Go(to):
            return _go(state, to, context)
        case c.Signal() | c.CloseCall() | c.CountHands() | c.AddPaper():
            return decide_call(state, command, context)
        case c.Close():
            return _close(command, context)
        case c.Reopen():
            return [e.Reopened()] if state.outcome else []
        case _:
            return decide_objection(state, command, context)


def _prepare(state: State, command: c.StateDriver | c.ConfirmDriver | c.Propose, context: Context) -> Decision:
    if state.phase not in PREPARING:
        return Rejected(_("The text is fixed while consent is asked. Go back, or amend it when an objection is resolved."))
    match command:
        case c.StateDriver(happens, matters):
            return [e.DriverStated(happens, matters)]
        case c.ConfirmDriver():
            if not state.happens:
                return Rejected(_("Write first what happens and why it matters."), "missing")
            return [] if state.ours else [e.DriverConfirmed()]
        case c.Propose() if state.settings.variant == "holacracy" and state.phase in ("clarify", "react"):
            return Rejected(_("Here the text stays as it is until everybody has reacted; then the proposer amends it."), "guard")
        case c.Propose(text, responsible, criteria, review_date, origin):
            if not text:
                return Rejected(_("There is no proposal yet. Write it first."), "missing")
            if review_date and not is_day(review_date):
                return bad_date(review_date)
            new = e.Proposed(text, responsible, criteria, review_date, context.now, origin or chosen_origin(state))
            if new.origin not in origins(state):
                return Rejected(_("What the proposal comes from is not here any more. Choose again."), "unknown-origin")
            now = current(state)
            kept = now and (now.text, now.responsible, now.criteria, now.review_date, state.origin)
            same = kept == (text, responsible, criteria, review_date, new.origin)
            return [] if same else [new]


def _propose(state: State, command: c.TakeUp | c.LayDown, context: Context) -> Decision:
    if state.phase not in PREPARING:
        return Rejected(_("Who proposes is said before consent is asked."))
    person = context.actor if isinstance(command, c.TakeUp) else ""
    if person and state.proposer and person != state.proposer:
        return Rejected(_("Somebody else is the proposer already."), "taken")
    return [] if person == state.proposer else [e.ProposerNamed(person)]


def _clarify(state: State, command: c.Ask | c.Answer, context: Context) -> Decision:
    match command:
        case c.Ask(text):
            if state.phase != "clarify":
                return Rejected(_("Questions are asked in the round of questions."))
            if not text:
                return Rejected(_("Write your question first."), "missing")
            return [e.Asked(context.id, context.actor, text)]
        case c.Answer(question, text):
            if question not in state.questions:
                return Rejected(_("That question is no longer there."), "unknown")
            return [e.Answered(question, text)]


def _react(state: State, text: str, context: Context) -> Decision:
    if state.phase != "react":
        return Rejected(_("Reactions are given in the round of reactions."))
    silent = state.settings.variant == "holacracy" and context.actor == state.proposer
    if silent:
        return Rejected(_("The proposer listens in this round, and does not react."), "proposer")
    turn = circle_of(state)
    if turn.now and context.actor != turn.now and context.actor not in turn.how:
        return Rejected(_("It is not your turn yet: in this round one speaks after the other."), "not-yet")
    if state.reactions.count(("by", context.actor)):
        return Rejected(_("You have reacted already: each person speaks once in this round."), "once")
    return [e.Reacted(context.id, context.actor, text)]


def _hide(state: State, command: c.Hide | c.Restore) -> Decision:
    if not any(command.what in said for said in (state.questions, state.reactions, state.suggestions)):
        return Rejected(_("That contribution is no longer there."), "unknown")
    hide = isinstance(command, c.Hide)
    if hide == (command.what in state.hidden):
        return []
    return [e.Hidden(command.what) if hide else e.Restored(command.what)]


def _go(state: State, to: Phase, context: Context) -> Decision:
    ahead = forward(state)
    if to == state.phase != ahead:
        return []
    skips = state.phase in PREPARING and to in (*preparing(state), "check") and (state.versions or to == "present")
    if to == ahead or skips or _is_back(state, to):
        return _entered(state, to, context)
    return Rejected(ahead if isinstance(ahead, Message) else _("This cannot be done now. See what “Next” says."), "guard")


def _is_back(state: State, to: str) -> bool:
    steps = order(state)
    match state.phase:
        case "driver" | "present" | "clarify" | "react" | "amend":
            return to in steps[: steps.index(state.phase)]
        case "check":
            return to in steps[:-4] and not qualified(state)
        case "test":
            return to == "check" and not is_open(state)
        case "resolve":
            return to == "test"
        case _:
            return False


def _entered(state: State, to: Phase, context: Context) -> Decision:
    match to:
        case "clarify" | "react":
            return [e.PhaseEntered(to), *entered(state, context, to, to)]
        case "driver" | "present" | "amend" | "test" | "resolve":
            return [e.PhaseEntered(to)]
        case "check" if state.phase == "test" and to != forward(state):
            return [e.PhaseEntered("check")]
        case "check":
            return opened(state, context)
        case _:
            now = current(state)
            return [e.Agreed(context.id, "agreed_shorter" if now and now.term else "agreed", context.now)]


def _close(command: c.Close, context: Context) -> Decision:
    if command.result != "withdrawn" and not command.who:
        return Rejected(_("Write who takes it on from here."), "missing")
    if command.result == "deferred" and not command.when:
        return Rejected(_("Write by when it is taken up again."), "missing")
    if command.when and not is_day(command.when):
        return bad_date(command.when)
    return [e.Closed(context.id, command.result, command.who, command.when, command.reason, context.now)]
