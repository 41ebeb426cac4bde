"""Who may change the tables: another host, one table more, one less."""

from collections.abc import Sequence

from methods.world_cafe import events as e
from methods.world_cafe import vocabulary as v
from methods.world_cafe.evolve import evolve
from methods.world_cafe.seats import MOST, ask
from methods.world_cafe.state import State, at_table, host_of, table_of
from workshop.language import _
from workshop.method import Context, Rejected

Answer = Sequence[e.Event] | Rejected


def take_over(state: State, person: str) -> Answer:
    """Whoever sits at a table without a host can host it."""
    table = table_of(state, person)
    if state.stage not in ("move", "talk") or person not in at_table(state, table):
        return Rejected(_("You do not sit at a table now."), "no-table")
    if not state.hosted or host_of(state, table):
        return Rejected(_("This table has a host."), "hosted")
    return [e.HostChanged(table, person)]


def change_host(state: State, command: v.SetHost) -> Answer:
    """Another host, of those who sit there."""
    if command.person not in at_table(state, command.table) or command.person in state.guests:
        return Rejected(_("This person does not sit at this table."), "not-there")
    return [] if host_of(state, command.table) == command.person else [e.HostChanged(command.table, command.person)]


def change_table(state: State, command: v.AddTable | v.CloseTable | v.OpenTable, context: Context) -> Answer:
    """It counts from the next round on; while people still walk to this one, they are seated anew at once."""
    if not state.rounds or state.stage not in ("move", "talk"):
        return Rejected(_("Seat the room first."), "not-seated")
    changed = _changed(state, command)
    walking = state.stage == "move" and state.round > state.played
    if isinstance(changed, Rejected) or not changed or not walking:
        return changed
    return [*changed, ask(evolve(state, changed[0]), context, state.round)]


def _changed(state: State, command: v.AddTable | v.CloseTable | v.OpenTable) -> list[e.Event] | Rejected:
    if isinstance(command, v.AddTable):
        return [e.TableAdded()] if state.count < MOST else Rejected(_("There are as many tables as a room can hold."), "limit")
    if not 0 < command.table <= state.count:
        return Rejected(_("There is no such table."), "no-table")
    if isinstance(command, v.OpenTable):
        return [e.TableOpened(command.table)] if command.table in state.closed else []
    if state.open == (command.table,):
        return Rejected(_("This is the last table."), "last")
    return [e.TableClosed(command.table)] if command.table not in state.closed else []
