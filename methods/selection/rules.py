"""What may be done when: the role and the names here, the nominations and rounds in `rounds`, the proposal in `proposing`."""

from collections.abc import Sequence
from typing import get_args

from methods.selection import commands as c
from methods.selection import events as e
from methods.selection.proposing import decide_proposal
from methods.selection.rounds import decide_round, entered
from methods.selection.standing import candidate_of
from methods.selection.state import MOST_NAMES, Phase, State, clipped
from workshop import circle
from workshop.language import _
from workshop.messages import derived_id, is_day
from workshop.method import Context, Rejected

Decision = Sequence[e.Event] | Rejected
NAMING = ("role", "nominate")


def decide(state: State, command: c.Command | circle.Command, context: Context) -> Decision:
    """The events that a command leads to, or why it may not be done now."""
    if state.outcome is not None and not isinstance(command, c.Reopen | c.Argue | c.Hide | c.Restore):
        return Rejected(_("This selection is closed. Reopen it to go on."), "closed")
    if isinstance(command, circle.Command):
        return decide_round(state, command, context)
    match command:
        case c.DescribeRole():
            return _describe(state, command)
        case c.PutName() | c.ListNames() | c.DropName():
            return _name(state, command, context)
        case c.Go(to):
            return _go(state, to, context)
        case c.Postpone(reason, when):
            return _postpone(reason, when, context)
        case c.Reopen():
            return [e.Reopened()] if state.outcome else []
        case _ if isinstance(command, get_args(ROUND)):
            return decide_round(state, command, context)
        case _:
            return decide_proposal(state, command, context)


ROUND = (
    c.Nominate | c.Abstain | c.AddPaper | c.CloseNominations | c.ReopenNominations | c.Explain | c.Ask | c.Answer | c.Hide | c.Restore
    | c.Change
)  # fmt: skip


def _describe(state: State, command: c.DescribeRole) -> Decision:
    if not command.title:
        return Rejected(_("Write what the role is called."), "missing")
    for day in (command.term, command.review_date):
        if day and not is_day(day):
            return bad_date(day)
    if state.phase not in ("role", "nominate", "reasons", "questions"):
        return Rejected(_("The role is fixed once it is about to be decided. Go back to change it."))
    return [e.RoleDescribed(command.title, command.tasks, command.qualities, command.term, command.review_date)]


def bad_date(text: str) -> Rejected:
    """A date that is none."""
    return Rejected(_("“{date}” is no date. Write year-month-day, for example 2027-03-21.", date=text), "bad-date")


def _name(state: State, command: c.PutName | c.ListNames | c.DropName, context: Context) -> Decision:
    if state.phase not in NAMING:
        return Rejected(_("The list of names is closed. The facilitator can go back to it."))
    match command:
        case c.PutName(name):
            return _put(state, clipped(name), context)
        case c.ListNames(names):
            known = {one.name.casefold() for one in state.names.values()}
            new = dict.fromkeys(clipped(line) for line in names.splitlines() if line.strip() and clipped(line).casefold() not in known)
            if len(state.names) + len(new) > MOST_NAMES:
                return _too_many()
            return [e.NamePut(derived_id(context.id, str(place)), name) for place, name in enumerate(new)]
        case c.DropName(candidate):
            return [e.NameDropped(candidate)] if candidate in state.names else []


def _put(state: State, name: str, context: Context) -> Decision:
    """A name that the facilitator wrote becomes that of the first one who says that it is theirs."""
    own = candidate_of(state, context.actor)
    if not name:
        return Rejected(_("Please write something first."), "empty")
    same = next((one for one in state.names.values() if one.name.casefold() == name.casefold()), None)
    if same is not None and same.person not in ("", context.actor):
        return Rejected(_("Somebody is on the list with this name already. Add a letter, so that you can be told apart."), "taken")
    if own is None and same is None and len(state.names) >= MOST_NAMES:
        return _too_many()
    if own is not None and same is not None and own.id != same.id:
        return [e.NameDropped(own.id), e.NamePut(same.id, name, context.actor)]
    kept = own or same
    return [] if kept == own and own is not None and own.name == name else [e.NamePut(kept.id if kept else context.id, name, context.actor)]


def _too_many() -> Rejected:
    return Rejected(_("The list has as many names as it can hold."), "too-many")


def _go(state: State, to: Phase, context: Context) -> Decision:
    ways: dict[Phase, tuple[Phase, ...]] = {
        "role": ("nominate",),
        "nominate": ("role",),
        "reasons": ("questions", "change"),
        "questions": ("reasons",),
        "change": ("reasons", "questions", "propose"),
        "propose": ("change", "consent", "objections", "accept"),
        "consent": ("objections", "accept"),
        "objections": ("consent",),
        "accept": ("consent", "objections"),
    }
    if to == state.phase:
        return []
    if state.phase not in ways.get(to, ()):
        return Rejected(_("This cannot be done now. See what “Next” says."), "guard")
    return entered(state, to, context)


def _postpone(reason: str, when: str, context: Context) -> Decision:
    if not reason:
        return Rejected(_("Write why nobody is selected today."), "missing")
    if when and not is_day(when):
        return bad_date(when)
    return [e.Postponed(context.id, reason, when, context.now)]
