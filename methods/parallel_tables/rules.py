"""Who may do what at parallel tables, and when."""

from collections.abc import Sequence
from typing import assert_never

from methods.parallel_tables import events as e
from methods.parallel_tables import vocabulary as v
from methods.parallel_tables.seats import choose, latecomers, seat_room, take
from methods.parallel_tables.state import MOST, PAPER, State, marks, speaker_of, table_of, tables_of, told
from workshop.language import _
from workshop.method import Context, Rejected, Role

Answer = Sequence[e.Event] | Rejected


def decide(state: State, command: v.Command, context: Context) -> Answer:
    """What comes of a command."""
    match command:
        case v.Belong(value):
            return _belong(state, value, context)
        case v.Choose(table):
            return choose(state, table, context)
        case v.AddTopic(text):
            return _add(state, text, context.id)
        case v.SeatRoom():
            return seat_room(state, context)
        case v.TakeSeats():
            return take(state, command, context)
        case v.Enter():
            return _enter(state, command, context)
        case v.Speak():
            return _speak(state, context)
        case v.Write():
            return _write(state, command, context)
        case v.Withdraw() | v.Carry() | v.Hide() | v.Restore():
            return _change(state, command, context)
        case v.Look(table):
            return [] if table == state.looked else [e.Looked(table)]
        case _:
            assert_never(command)


def _belong(state: State, value: str, context: Context) -> Answer:
    if state.stage != "welcome" or context.actor in context.tables:
        return Rejected(_("People are at their tables already."), "ended")
    if value not in state.settings.mix_choices:
        return Rejected(_("Please choose one of the answers."), "bad-choice")
    return [] if state.values.get(context.actor) == value else [e.Belonged(context.actor, value)]


def _add(state: State, text: str, id: str) -> Answer:
    if not text:
        return Rejected(_("Please write something first."), "empty")
    if state.stage in ("harvest", "done"):
        return Rejected(_("People have left their tables already."), "ended")
    if len(state.topics) >= MOST:
        return Rejected(_("There are as many tables as a room can hold."), "limit")
    return [e.TopicAdded(id, text)]


def _enter(state: State, command: v.Enter, context: Context) -> Answer:
    """Goes to a phase; when a talk begins, everybody has a seat."""
    stage, turn = command.stage, command.turn or state.turn
    if stage in ("move", "talk") and (
        not state.topics or not 0 < turn <= min(state.turns, state.played + 1) or (state.stage == "welcome" and not state.seats)
    ):
        return Rejected(_("Seat the room first."), "not-seated")
    if stage in ("harvest", "done") and not state.played:
        return Rejected(_("Nobody has talked at a table yet."), "not-seated")
    table = command.table if stage == "harvest" and command.table in told(state) else 0
    entered = e.Entered(stage, 1 if stage == "welcome" else min(turn, max(1, state.turns)), table)
    if (entered.stage, entered.turn, entered.table) == (state.stage, state.turn, state.table) and state.asked is None:
        return []
    return [entered, *(latecomers(state, context) if stage == "talk" else ())]


def _speak(state: State, context: Context) -> Answer:
    table = table_of(state, context.actor)
    if state.stage != "talk" or not table or context.actor in context.tables:
        return Rejected(_("You do not sit at a table now."), "no-table")
    if speaker_of(state, table):
        return Rejected(_("Somebody speaks for this table already."), "spoken")
    return [e.SpeakerSet(table, context.actor)]


def _write(state: State, command: v.Write, context: Context) -> Answer:
    """A note belongs to the table where it was written."""
    if not command.text:
        return Rejected(_("Please write something first."), "empty")
    if not state.played or state.stage == "done":
        return Rejected(_("The tables are not open for notes now."), "not-now")
    turn = min(state.turn, state.played)
    if context.role is Role.FACILITATOR:
        if command.table not in tables_of(state):
            return Rejected(_("There is no such table."), "no-table")
        return [e.Wrote(context.id, PAPER, command.table, turn, command.text)]
    sat = {table_of(state, context.actor), *(seats.get(context.actor, 0) for seats in state.seats.values())} & set(tables_of(state))
    table = command.table or table_of(state, context.actor)
    if table not in sat:
        return Rejected(_("You did not sit at this table."), "not-your-table")
    return [e.Wrote(context.id, context.actor, table, turn, command.text)]


def _change(state: State, command: v.Withdraw | v.Carry | v.Hide | v.Restore, context: Context) -> Answer:
    """Authors take back, who speaks for a table marks, the facilitator hides."""
    note = state.notes.get(command.note)
    if note is None or note.withdrawn:
        return Rejected(_("This note is not there any more."), "gone")
    match command:
        case v.Withdraw():
            if note.by != context.actor:
                return Rejected(_("Only its author can take a note back."), "not-yours")
            return [e.Withdrew(note.id)] if state.stage == "talk" else Rejected(_("The tables are not open for notes now."), "ended")
        case v.Hide() | v.Restore():
            wanted = isinstance(command, v.Hide)
            return [] if note.hidden == wanted else [e.Hidden(note.id) if wanted else e.Restored(note.id)]
        case v.Carry(_id, on):
            if state.stage == "done" or note.hidden:
                return Rejected(_("The tables are not open for notes now."), "ended")
            if context.role is not Role.FACILITATOR and not marks(state, context.actor, note.table):
                return Rejected(_("Who speaks for the table marks what it carries on."), "not-speaker")
            return [] if note.carried == on else [e.Carried(note.id, on)]
        case _:
            assert_never(command)
