"""Who may add, change, support and hide an idea, and when."""

from collections.abc import Sequence
from typing import assert_never

from methods.brainstorm.state import Idea, State
from methods.brainstorm.vocabulary import (
    PAPER,
    Add,
    Added,
    Amend,
    Amended,
    Ask,
    Asked,
    Command,
    Enter,
    Entered,
    Event,
    Hidden,
    Hide,
    Restore,
    Restored,
    Support,
    Supported,
    Withdraw,
    Withdrawn,
)
from workshop.language import _, n_
from workshop.method import Context, Rejected, Role


def decide(state: State, command: Command, context: Context) -> Sequence[Event] | Rejected:
    """Who may add, change, support and hide, and when."""
    match command:
        case Add(text):
            return _add(state, text, context)
        case Enter(stage):
            return [] if stage == state.stage else [Entered(stage)]
        case Amend(id) | Withdraw(id) | Support(id) | Ask(id) | Hide(id) | Restore(id):
            idea = state.ideas.get(id)
            if idea is None or idea.withdrawn:
                return Rejected(_("This idea is not there any more."), "gone")
            return _change(state, idea, command, context)
        case _:
            assert_never(command)


def _add(state: State, text: str, context: Context) -> Sequence[Event] | Rejected:
    paper = context.role is Role.FACILITATOR
    if not text:
        return Rejected(_("Please write something first."), "empty")
    if paper:
        return [Added(context.id, PAPER, text)]
    if state.stage != "gather":
        return Rejected(_("The gathering has ended. Tell the facilitator if your idea is still missing."), "ended")
    if state.settings.limit and len(state.own.get(context.actor, ())) >= state.settings.limit:
        limit = state.settings.limit
        return Rejected(
            n_(
                "Everybody has {count} idea here. Change or withdraw yours to make room.",
                "Everybody has {count} ideas here. Change or withdraw one of yours to make room.",
                limit,
            ),
            "limit",
        )
    return [Added(context.id, context.actor, text)]


def _change(state: State, idea: Idea, command: Command, context: Context) -> Sequence[Event] | Rejected:
    own = idea.by == context.actor
    match command:
        case Hide(id):
            return [] if idea.hidden else [Hidden(id)]
        case Restore(id):
            return [Restored(id)] if idea.hidden else []
        case Amend() | Withdraw() if not own:
            return Rejected(_("Only its author can change an idea."), "not-yours")
        case Amend() if idea.unclear and state.stage == "support":
            return _amended(command)
        case Amend() | Withdraw() if state.stage != "gather":
            return Rejected(_("The gathering has ended: ideas stay as they are."), "ended")
        case Amend():
            return _amended(command)
        case Withdraw(id):
            return [Withdrawn(id)]
        case Support(id) if not state.settings.support or state.stage == "closed":
            return Rejected(_("Ideas cannot be supported now."), "ended")
        case Support() | Ask() if idea.hidden or not state.revealed:
            return Rejected(_("This idea is not there any more."), "gone")
        case Support() if own:
            return Rejected(_("You stand behind your own idea already."), "own")
        case Support(id):
            return [Supported(id, context.actor, context.actor not in idea.supporters)]
        case Ask() if state.stage == "closed":
            return Rejected(_("The gathering has ended: ideas stay as they are."), "ended")
        case Ask(id):
            return [Asked(id)]
    return []


def _amended(command: Amend) -> Sequence[Event] | Rejected:
    return [Amended(command.idea, command.text)] if command.text else Rejected(_("Please write something first."), "empty")
