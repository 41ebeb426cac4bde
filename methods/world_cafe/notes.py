"""Who may write at a table, mark what it carries on, and say what is heard across the tables."""

from collections.abc import Sequence
from typing import assert_never

from methods.world_cafe import events as e
from methods.world_cafe import vocabulary as v
from methods.world_cafe.state import PAPER, Note, State, marks, table_of
from workshop.language import _
from workshop.method import Context, Rejected, Role

Answer = Sequence[e.Event] | Rejected


def write(state: State, command: v.Write, context: Context) -> Answer:
    """A note belongs where it was written: one that was kept back by the network comes to that table, and that round."""
    if not command.text:
        return Rejected(_("Please write something first."), "empty")
    if not state.played or state.stage == "done":
        return Rejected(_("The tables are not open for notes now."), "not-now")
    if context.role is Role.FACILITATOR:
        round = min(command.round or state.round, state.played)
        if not 0 < command.table <= state.count:
            return Rejected(_("There is no such table."), "no-table")
        return [e.Wrote(context.id, PAPER, command.table, round, command.text)]
    return _own(state, command, context)


def _own(state: State, command: v.Write, context: Context) -> Answer:
    actor, here = context.actor, table_of(state, context.actor)
    round = command.round or state.round
    if not 0 < round <= state.played:
        return Rejected(_("The tables are not open for notes now."), "not-now")
    seat = here if actor in state.devices else state.rounds[round - 1].seats.get(actor, 0)
    table = command.table or seat
    if not 0 < table <= state.count or table != seat:
        return Rejected(_("You did not sit at this table."), "not-your-table")
    return [e.Wrote(context.id, actor, table, round, command.text)]


def change_note(state: State, command: v.Withdraw | v.Carry | v.Hide | v.Restore, context: Context) -> Answer:
    """Authors take back, hosts and devices mark, the facilitator hides; of a pattern only the last."""
    note, pattern = state.notes.get(command.note), state.patterns.get(command.note)
    if isinstance(command, v.Hide | v.Restore):
        found = note if note is not None and not note.withdrawn else pattern
        if found is None:
            return _gone()
        wanted = isinstance(command, v.Hide)
        return [] if found.hidden == wanted else [e.Hidden(found.id) if wanted else e.Restored(found.id)]
    if note is None or note.withdrawn:
        return _gone()
    return _marked(state, note, command, context) if isinstance(command, v.Carry) else _withdrawn(state, note, context)


def _withdrawn(state: State, note: Note, context: Context) -> Answer:
    if note.by != context.actor:
        return Rejected(_("Only its author can take a note back."), "not-yours")
    if state.stage not in ("move", "talk"):
        return Rejected(_("The tables are not open for notes now."), "ended")
    return [e.Withdrew(note.id)]


def _marked(state: State, note: Note, command: v.Carry, context: Context) -> Answer:
    if note.hidden:
        return _gone()
    if state.stage == "done":
        return Rejected(_("The café is over."), "ended")
    if context.role is not Role.FACILITATOR and not marks(state, context.actor, note.table):
        return Rejected(_("The host of the table marks what it carries on."), "not-host")
    return [] if note.carried == command.on else [e.Carried(note.id, command.on)]


def spot(state: State, command: v.Spot | v.HearAgain, context: Context) -> Answer:
    """In the harvest, anybody says what they hear across the tables."""
    if state.stage != "harvest":
        return Rejected(_("Patterns are gathered in the harvest."), "not-now")
    match command:
        case v.Spot(text):
            if not text:
                return Rejected(_("Please write something first."), "empty")
            by = PAPER if context.role is Role.FACILITATOR else context.actor
            return [e.Spotted(context.id, by, state.table, text)]
        case v.HearAgain(id):
            pattern = state.patterns.get(id)
            if pattern is None or not state.table:
                return _gone()
            return [e.HeardAgain(id, state.table, state.table not in pattern.tables)]
        case _:
            assert_never(command)


def _gone() -> Rejected:
    return Rejected(_("This note is not there any more."), "gone")
