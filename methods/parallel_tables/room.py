"""The tables of the room as a block: what each is about, who speaks for it, how many sit there."""

from methods.parallel_tables.state import State, color_of, sizes, speaker_of, tables_of, topic_of
from workshop.blocks import Button, Table, Tables
from workshop.language import Name, Words, _, n_


def room_of(state: State, button: str = "") -> Tables:
    """All tables; the button is "Choose" for those who choose, "Look" for the facilitator."""
    counts = sizes(state)
    items = tuple(_table(state, table, counts[table], button) for table in tables_of(state))
    return Tables(id="tables", pos=30, items=items, empty=_("The tables appear here."))


def _table(state: State, table: int, count: int, button: str) -> Table:
    notes, seats = state.notes.count(("table", table)), state.settings.seats
    detail: Words = n_("{count} note", "{count} notes", notes) if notes else ""
    label = _("Sit here") if button == "Choose" else _("Open")
    if state.choosing and seats:
        detail = _("Full") if count >= seats else n_("{count} free seat", "{count} free seats", seats - count)
    buttons = (Button("press", label, button, {"table": table}),) if button else ()
    return Table(f"t{table}", table, color_of(table), topic_of(state, table), spoken(state, table), (), count, detail, buttons, table)


def spoken(state: State, table: int) -> Words:
    """Who speaks for a table."""
    person = speaker_of(state, table)
    return _("Speaker: {name}", name=Name(person)) if person else ""
