"""Who may do what in a pact, and when: nobody is bound to words that they have not confirmed."""

from collections.abc import Sequence
from typing import assert_never

from methods.commitments import commands as c
from methods.commitments import events as e
from methods.commitments.state import HOST, Commitment, State
from workshop.language import _
from workshop.method import Context, Rejected, Role

Decision = Sequence[e.Event] | Rejected


def decide(state: State, command: c.Command, context: Context) -> Decision:
    """The events of a command, or why it may not be done now."""
    match command:
        case c.Close():
            return [] if state.closed else [e.Closed()]
        case c.Reopen():
            return [e.Reopened()] if state.closed else []
        case c.Leaf(below):
            return [] if below == state.below else [e.Leafed(below)]
    if state.closed:
        return Rejected(_("The pact is closed. What is in it can be changed only if it is opened again."), "closed")
    match command:
        case c.Commit() | c.Note():
            return _written(state, command, context)
        case c.Pick(id):
            return _pick(state, id, context)
        case _:
            one = state.get(command.commitment)
            return _about(state, one, command, context) if one else Rejected(_("This commitment was withdrawn."), "gone")


def _written(state: State, command: c.Commit | c.Note, context: Context) -> Decision:
    if isinstance(command, c.Commit) and not state.settings.phones:
        return Rejected(_("Say it aloud: in this step the facilitator writes the commitments down."), "aloud")
    refused = _unreadable(state, command, "")
    if refused:
        return refused
    what = (command.text, command.who, command.side, command.due, command.seen, command.origin)
    if isinstance(command, c.Note):
        return [e.Noted(context.id, *what)] if command.who else _nobody()
    if context.actor in context.tables and not command.who:
        return _nobody()
    return [e.Committed(context.id, context.actor, context.numbers.get(context.actor, 0), *what)]


def _nobody() -> Rejected:
    return Rejected(_("Write who commits to it: a person, or a body."), "missing")


def _unreadable(state: State, command: c.Commit | c.Note | c.Correct, before: str) -> Rejected | None:
    if not command.text:
        return Rejected(_("Please write what is done."), "empty")
    if command.origin not in (c.NONE, before) and command.origin not in {item.id for item in state.offered}:
        return Rejected(_("What it comes from is not there any more. Choose again."), "gone-origin")
    return None


def _pick(state: State, id: str, context: Context) -> Decision:
    by = HOST if context.role is Role.FACILITATOR else context.actor
    if state.picked.get(by, c.NONE) == id:
        return []
    if id == c.NONE:
        return [e.Picked(id, by)]
    one = state.get(id)
    if one is None:
        return Rejected(_("This commitment was withdrawn."), "gone")
    return [e.Picked(id, by)] if _may_change(one, context) else _not_yours()


def _may_change(one: Commitment, context: Context) -> bool:
    return context.role is Role.FACILITATOR or context.actor == one.owner


def _not_yours() -> Rejected:
    return Rejected(_("Only whoever makes a commitment, or the facilitator, can change it."), "not-yours")


def _about(
    state: State, one: Commitment, command: c.Correct | c.Withdraw | c.Confirm | c.ConfirmAloud | c.Unconfirm | c.Help, context: Context
) -> Decision:
    match command:
        case c.Correct():
            return _correct(state, one, command, context) if _may_change(one, context) else _not_yours()
        case c.Withdraw():
            return [e.Withdrawn(one.id)] if _may_change(one, context) else _not_yours()
        case c.Confirm():
            return _confirm(one, context)
        case c.ConfirmAloud(_id, who):
            if not who:
                return Rejected(_("Write who confirmed it aloud."), "missing")
            return _already() if one.confirmation else [e.ConfirmedAloud(one.id, who)]
        case c.Unconfirm():
            return _unconfirm(one, context)
        case c.Help(_id, yes):
            if not state.settings.helping and yes:
                return Rejected(_("In this step nobody is asked who helps."), "no-helping")
            if context.actor == one.owner:
                return Rejected(_("This is your own commitment."), "your-own")
            return [] if (context.actor in one.helpers) == yes else [e.Helped(one.id, context.actor, yes)]
        case _:
            assert_never(command)


def _correct(state: State, one: Commitment, command: c.Correct, context: Context) -> Decision:
    """In other words than those that were confirmed, it is to be confirmed again; unless whoever makes it changed them."""
    refused = _unreadable(state, command, one.origin)
    if refused:
        return refused
    if not command.who and (not one.maker or context.tables.get(one.maker)):
        return _nobody()
    what = (command.text, command.who, command.side, command.due, command.seen, command.origin)
    changed = what != (one.text, one.who, one.side, one.due, one.seen, one.origin)
    bound = (command.text, command.who, command.due, command.seen) != (one.text, one.who, one.due, one.seen)
    again = bound and one.confirmation is not None and context.actor != one.owner
    by = HOST if context.role is Role.FACILITATOR else context.actor
    return [
        *([e.Corrected(one.id, *what)] if changed else []),
        *([e.Unconfirmed(one.id)] if again else []),
        *([e.Picked(c.NONE, by)] if by in state.picked else []),
    ]


def _confirm(one: Commitment, context: Context) -> Decision:
    if one.confirmation is not None:
        return _already()
    if one.maker and one.maker != context.actor:
        return Rejected(_("Only whoever wrote this commitment can confirm it."), "not-yours")
    return [e.Confirmed(one.id, context.actor, context.numbers.get(context.actor, 0))]


def _already() -> Rejected:
    return Rejected(_("This commitment is confirmed already."), "confirmed")


def _unconfirm(one: Commitment, context: Context) -> Decision:
    """What was tapped by mistake; who wrote a commitment withdraws it instead."""
    how = one.confirmation
    if how is None:
        return []
    if context.role is Role.FACILITATOR:
        aloud = Rejected(_("It was confirmed on a phone: only the person who did that can take it back."), "not-yours")
        return [e.Unconfirmed(one.id)] if how.how == "aloud" else aloud
    if how.how != "phone" or how.by != context.actor:
        return _not_yours()
    return [e.Unconfirmed(one.id)]
