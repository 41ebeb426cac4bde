"""From a command to events: who may do what in a workshop, and when. What belongs to a step is handed to its method."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from workshop.agenda import Step, TemplateError, parse
from workshop.language import Name, _
from workshop.messages import BadMessage, Command, read
from workshop.method import Context, Method, Rejected, Role, fold
from workshop.session.events import (
    AgendaChanged,
    Brought,
    Closed,
    NoteTaken,
    Reopened,
    RoomOpened,
    StepOpened,
    TakenBack,
    TimerSet,
    WheelTaken,
)
from workshop.session.pictures import keep_picture, may_name
from workshop.session.presence import Draft, join, leave, lower_hand, raise_hand
from workshop.session.reading import moves_of, undo_of
from workshop.session.state import HOST, Methods, Session
from workshop.session.yields import given_to, report


def decide(methods: Methods, session: Session, command: Command, context: Context) -> Sequence[Draft] | Rejected:
    """What comes of a command: events, each with the activity it belongs to, or a rejection."""
    driving = context.role is not Role.FACILITATOR or context.actor == session.wheel
    if not driving and (command.activity is not None or command.name not in BESIDE):
        return Rejected(_("{name} has the wheel. Take it first.", name=Name(session.wheel)), "not-driving")
    if command.activity is not None:
        return _decide_activity(methods, session, command, context)
    rule = RULES.get(command.name)
    if rule is None:
        return Rejected(_("There is no command of that name."), "unknown-command")
    if context.role is Role.PARTICIPANT and command.name not in PARTICIPANTS_OWN:
        return Rejected(_("Only the facilitator can do that."), "not-allowed")
    return rule(methods, session, command, context)


def _decide_activity(methods: Methods, session: Session, command: Command, context: Context) -> Sequence[Draft] | Rejected:
    activity = session.activity
    if session.stage != "open" or activity is None or activity.step.id != command.activity:
        return Rejected(_("This step is over. Please look at the screen: the workshop has gone on."), "step-over")
    if context.role is Role.PARTICIPANT and not session.inside(context.actor):
        return Rejected(_("Please come in first: open the page again and choose “Come in”."), "not-in")
    method = methods.get(activity.step.method)
    if method is None or activity.error:
        return Rejected(_("This step cannot go on: its method has an error. Go on with the next step."), "method-failed")
    cls = method.command(command.name)
    if cls is None:
        return Rejected(_("There is no command of that name."), "unknown-command")
    if context.role not in method.commands[cls]:
        return Rejected(_("You cannot do that in this step."), "not-allowed")
    try:
        wanted: object = read(cls, command.args)
    except BadMessage as error:
        return Rejected(_("That could not be read: {reason}", reason=str(error)), "bad-arguments")
    if not may_name(session, wanted, context.actor):
        return Rejected(_("This picture is not here, or is not yours. Please add it again."), "unknown-picture")
    try:
        answer = method.decide(activity.state, wanted, context)
        if isinstance(answer, Rejected):
            return answer
        return [*((activity.step.id, event) for event in answer), *_clock_of(method, activity.state, answer, context)]
    except Exception as error:
        reason = report(method.name, error)
        return Rejected(_("This step could not do that ({reason}). Go on with the next step.", reason=reason), "method-failed")


def _clock_of(method: Method, state: Any, events: Sequence[Any], context: Context) -> Sequence[Draft]:
    """The time of a phase begins with the phase."""
    if context.role is Role.PARTICIPANT or not events or method.span is Method.span:
        return []
    before, after = method.span(state), method.span(fold(method, state, events))
    if after is None or (before is not None and before.key == after.key):
        return []
    total = round(after.minutes * 60_000)
    return [(None, TimerSet(total, context.now + total, 0))]


def _wheel(methods: Methods, session: Session, command: Command, context: Context) -> Sequence[Draft] | Rejected:
    """The one who drives gives it to another `host`; another one takes it."""
    host = command.args.get("host", "") if command.name == "GiveWheel" else context.actor
    if not isinstance(host, str) or not host.startswith(HOST):
        return Rejected(_("There is no such facilitator."), "unknown-host")
    return [] if host == session.wheel else [(None, WheelTaken(host))]


def _change_agenda(methods: Methods, session: Session, command: Command, context: Context) -> Sequence[Draft] | Rejected:
    """Another plan, as its TOML in `agenda`; what was opened stays in it."""
    try:
        agenda = parse(str(command.args.get("agenda", "")), methods, "agenda")
    except TemplateError as error:
        return Rejected(_("This agenda cannot be used: {reason}", reason=str(error)), "bad-agenda")
    planned = {step.id: step.method for step in agenda.steps}
    missing = [one.step.title for id, one in session.activities.items() if planned.get(id) != one.step.method]
    if missing:
        return Rejected(_("“{step}” was held already and must stay in the agenda.", step=missing[0]), "held")
    return [] if agenda == session.agenda else [(None, AgendaChanged(agenda))]


def _open_room(methods: Methods, session: Session, command: Command, context: Context) -> Sequence[Draft]:
    return [(None, RoomOpened())] if session.stage == "planned" else []


def _next(methods: Methods, session: Session, command: Command, context: Context) -> Sequence[Draft] | Rejected:
    moves = moves_of(methods, session)
    if session.stage == "planned":
        return [(None, RoomOpened())]
    if moves.blocked is not None:
        return Rejected(moves.blocked, "blocked")
    if moves.next is not None:
        return _decide_activity(methods, session, Command(command.id, session.current, moves.next.command, moves.next.args), context)
    step = session.step_beside(1)
    return [_opened(methods, session, step, context)] if step else [(None, Closed())]


def _back(methods: Methods, session: Session, command: Command, context: Context) -> Sequence[Draft] | Rejected:
    if session.stage == "closed":
        return [(None, Reopened())]
    back = moves_of(methods, session).back
    if back is not None:
        return _decide_activity(methods, session, Command(command.id, session.current, back.command, back.args), context)
    step = session.step_beside(-1)
    if step is None:
        return Rejected(_("This is the first step: there is nothing to go back to."), "first")
    return [_opened(methods, session, step, context)]


def _go(methods: Methods, session: Session, command: Command, context: Context) -> Sequence[Draft] | Rejected:
    step = next((one for one in session.agenda.steps if one.id == command.args.get("step")), None)
    if step is None:
        return Rejected(_("There is no such step."), "unknown-step")
    return [] if step.id == session.current else [_opened(methods, session, step, context)]


def _opened(methods: Methods, session: Session, step: Step, context: Context) -> Draft:
    return (None, StepOpened(step.id, given_to(methods, session, step), context.seed))


def _bring(methods: Methods, session: Session, command: Command, context: Context) -> Sequence[Draft] | Rejected:
    """Things from elsewhere in the process come into a step; of what is given, the kinds that its method takes."""
    try:
        wanted = read(Brought, command.args)
    except BadMessage as error:
        return Rejected(_("That could not be read: {reason}", reason=str(error)), "bad-arguments")
    step = next((one for one in session.agenda.steps if one.id == wanted.step), None)
    method = methods.get(step.method) if step else None
    if step is None or method is None:
        return Rejected(_("There is no such step."), "unknown-step")
    if session.stage == "closed":
        return Rejected(_("This workshop is over: nothing can be brought into it any more."), "closed")
    items = tuple(item for item in wanted.items if item.kind in method.takes)
    if wanted.items and not items:
        return Rejected(_("“{step}” does not take such things. Choose another step.", step=step.title), "not-taken")
    return [] if items == session.brought.get(step.id, ()) else [(None, Brought(step.id, items))]


def _undo(methods: Methods, session: Session, command: Command, context: Context) -> Sequence[Draft] | Rejected:
    last = undo_of(session)
    if last is None:
        return Rejected(_("There is nothing to undo in this step."), "nothing-to-undo")
    return [(None, TakenBack(last.seqs))]


def _redo(methods: Methods, session: Session, command: Command, context: Context) -> Sequence[Draft] | Rejected:
    """What was taken back last happens again."""
    if not session.undone:
        return Rejected(_("There is nothing to do again in this step."), "nothing-to-redo")
    return [(None, TakenBack(session.undone[-1:]))]


def _timer(methods: Methods, session: Session, command: Command, context: Context) -> Sequence[Draft] | Rejected:
    clock, now = session.clock, context.now
    remaining = max(0, clock.ends - now) if clock.ends else clock.left
    try:
        match command.name:
            case "SetTimer":
                total = max(0, min(int(command.args.get("seconds", 0)), 24 * 3600)) * 1000
                return [(None, TimerSet(total, now + total, 0))]
            case "ExtendTimer":
                more = max(-3600, min(int(command.args.get("seconds", 60)), 3600)) * 1000
                left = max(0, remaining + more)
                return [
                    (
                        None,
                        TimerSet(max(clock.total + more, left, 60_000), now + left if clock.ends else 0, 0 if clock.ends else left),
                    )
                ]
            case _ if clock.ends:
                return [(None, TimerSet(clock.total, 0, remaining))]
            case _:
                return [(None, TimerSet(clock.total, now + remaining, 0))]
    except (TypeError, ValueError):
        return Rejected(_("The time must be a number of seconds."), "bad-arguments")


def _note(methods: Methods, session: Session, command: Command, context: Context) -> Sequence[Draft] | Rejected:
    try:
        return [(None, read(NoteTaken, command.args))]
    except BadMessage as error:
        return Rejected(_("That could not be read: {reason}", reason=str(error)), "bad-arguments")


def _close(methods: Methods, session: Session, command: Command, context: Context) -> Sequence[Draft]:
    return [(None, Closed())] if session.stage == "open" else []


def _reopen(methods: Methods, session: Session, command: Command, context: Context) -> Sequence[Draft]:
    return [(None, Reopened())] if session.stage == "closed" else []


PARTICIPANTS_OWN: Final = frozenset({"Join", "Leave", "RaiseHand", "LowerHand", "KeepPicture"})
BESIDE: Final = frozenset({"TakeWheel", "TakeNote", "LowerHand", "KeepPicture", "Bring"})  # what a facilitator may do who does not drive
Rule = Callable[[Methods, Session, Command, Context], Sequence[Draft] | Rejected]
RULES: Mapping[str, Rule] = {
    "Join": join,
    "Leave": leave,
    "RaiseHand": raise_hand,
    "LowerHand": lower_hand,
    "TakeWheel": _wheel,
    "GiveWheel": _wheel,
    "ChangeAgenda": _change_agenda,
    "OpenRoom": _open_room,
    "Next": _next,
    "Back": _back,
    "Go": _go,
    "Bring": _bring,
    "Undo": _undo,
    "Redo": _redo,
    "SetTimer": _timer,
    "ExtendTimer": _timer,
    "PauseTimer": _timer,
    "TakeNote": _note,
    "KeepPicture": keep_picture,
    "Close": _close,
    "Reopen": _reopen,
}
