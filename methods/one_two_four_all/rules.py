"""Who may do what in a 1-2-4-All, and when."""

from collections.abc import Sequence
from typing import assert_never

from methods.one_two_four_all import events as e
from methods.one_two_four_all import vocabulary as v
from methods.one_two_four_all.seats import form
from methods.one_two_four_all.state import PAPER, State, group_of, ideas_of, on_the_table
from workshop.language import _
from workshop.method import Context, Rejected, Role

Answer = Sequence[e.Event] | Rejected


def decide(state: State, command: v.Command, context: Context) -> Answer:
    """What comes of a command."""
    match command:
        case v.Enter(stage):
            return _enter(state, stage, context)
        case v.Write():
            return _write(state, command, context)
        case v.Withdraw(id):
            return _withdraw(state, id, context.actor)
        case v.Carry():
            return _carry(state, command, context.actor)
        case v.Support(id, on):
            return _support(state, id, on, context.actor)
        case v.Turn(start):
            return [] if state.turned.get(context.actor, 0) == start else [e.Turned(context.actor, start)]
        case v.Hide(id) | v.Restore(id):
            note, wanted = state.notes.get(id), isinstance(command, v.Hide)
            if note is None or note.withdrawn:
                return _gone()
            return [] if note.hidden == wanted else [e.Hidden(id) if wanted else e.Restored(id)]
        case _:
            assert_never(command)


def _enter(state: State, stage: v.Stage, context: Context) -> Answer:
    if stage == state.stage:
        return []
    entered: list[e.Event] = [e.Entered(stage)]
    match stage:
        case "pairs" | "fours":
            return [*entered, *form(state, stage, context)]
        case "all" | "done" if not state.of("fours").members:
            return [*entered, *form(state, "fours", context)]
        case _:
            return entered


def _write(state: State, command: v.Write, context: Context) -> Answer:
    """What was kept back by the network belongs where it was written."""
    if not command.text:
        return Rejected(_("Please write something first."), "empty")
    if state.stage in ("welcome", "done"):
        return Rejected(_("It is not the time to write now."), "not-now")
    if context.role is Role.FACILITATOR:
        return _for_a_group(state, command, context)
    if command.stage == "alone":
        if context.actor in context.tables:
            return Rejected(_("A device of a group writes for the group."), "not-alone")
        return [e.Wrote(context.id, context.actor, "alone", 0, command.text)]
    group = group_of(state, context.actor, command.stage)
    if not group or command.group not in (0, group):
        return Rejected(_("You are not in this group."), "not-your-group")
    return _in_a_group(state, command.stage, group, command.text, context.id, context.actor)


def _for_a_group(state: State, command: v.Write, context: Context) -> Answer:
    if command.group not in state.of("fours").members:
        return Rejected(_("There is no such group."), "no-group")
    return _in_a_group(state, "fours", command.group, command.text, context.id, PAPER)


def _in_a_group(state: State, stage: v.Together, group: int, text: str, id: str, by: str) -> Answer:
    """What is marked is what it was made of; what is full gives way to it."""
    marked = state.picked.get((stage, group), ())
    return [e.Wrote(id, by, stage, group, text, marked)]


def _withdraw(state: State, id: str, actor: str) -> Answer:
    note = state.notes.get(id)
    if note is None or note.withdrawn:
        return _gone()
    if note.by != actor:
        return Rejected(_("Only its author can take a note back."), "not-yours")
    if state.stage in ("all", "done"):
        return Rejected(_("It is not the time to write now."), "ended")
    return [e.Withdrew(id)]


def _carry(state: State, command: v.Carry, actor: str) -> Answer:
    """Anybody in the group marks; where only one idea may go on, another one takes its place."""
    stage, group = command.stage, command.group
    if state.stage == "done":
        return Rejected(_("It is over."), "ended")
    if not group or group_of(state, actor, stage) != group:
        return Rejected(_("You are not in this group."), "not-your-group")
    known = state.picked.get((stage, group), ())
    if not command.on or command.note in known:
        return [e.Carried(command.note, stage, group, False)] if command.note in known and not command.on else []
    if all(note.id != command.note for note in on_the_table(state, stage, group)):
        return _gone()
    most = state.settings.ideas
    instead = known[: len(known) - most + 1] if stage == "fours" and len(known) >= most else ()
    return [e.Carried(command.note, stage, group, True, instead)]


def _support(state: State, id: str, on: bool, actor: str) -> Answer:
    if state.stage != "all" or not state.settings.support:
        return Rejected(_("Ideas are supported when all groups have told theirs."), "not-now")
    note = next((note for note, _groups in ideas_of(state) if note.id == id), None)
    if note is None:
        return _gone()
    return [] if (actor in note.supporters) == on else [e.Supported(id, actor, on)]


def _gone() -> Rejected:
    return Rejected(_("This note is not there any more."), "gone")
