"""The tables of the room as a block: host, how many sit there, what is carried on."""

from methods.world_cafe.state import State, at_table, called, color_of, host_of
from workshop.blocks import Button, Table, Tables
from workshop.language import Words, _, n_


def room_of(state: State, names: bool = False, buttons: bool = False) -> Tables:
    """All tables; `names` of those who sit there where people are looking for their place."""
    tables = [table for table in range(1, state.count + 1) if table in state.open or state.running.tables.get(table)]
    items = tuple(_table(state, table, names, buttons) for table in tables)
    return Tables(id="tables", pos=30, items=items, empty=_("The tables appear here."))


def _table(state: State, table: int, names: bool, buttons: bool) -> Table:
    people = at_table(state, table)
    host = host_of(state, table)
    notes = state.notes.count(("table", table))
    kept = state.notes.latest(("carried", table), 1)
    return Table(
        f"t{table}",
        table,
        color_of(table),
        text=kept[0].text if kept and not names else "",
        host=hosted_by(state, table),
        people=tuple(called(state, person) for person in people if person != host) if names else (),
        count=len(people),
        detail=n_("{count} note", "{count} notes", notes) if notes else "",
        buttons=(Button("look", _("Open"), "Look", {"table": table}),) if buttons else (),
        pos=table,
    )


def hosted_by(state: State, table: int) -> Words:
    """Who hosts a table, or that nobody does."""
    host = host_of(state, table)
    if host:
        return _("Host: {name}", name=called(state, host))
    return _("No host") if state.hosted else ""
