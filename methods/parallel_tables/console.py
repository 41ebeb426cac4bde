"""What the facilitator of parallel tables sees: the tables, one of them in detail, topics to add, notes from paper."""

from collections.abc import Sequence

from methods.parallel_tables.cards import console_card
from methods.parallel_tables.room import room_of
from methods.parallel_tables.shared import shared
from methods.parallel_tables.state import State, tables_of
from workshop.blocks import Block, Button, Buttons, Cards, Field, Form, Option, Text
from workshop.language import _
from workshop.method import Viewer

SHOWN = 40


def console(state: State, viewer: Viewer) -> Sequence[Block]:
    """What everybody sees, and what the facilitator can do with it."""
    everybody = [block for block in shared(state, viewer) if block.id != "tables"]
    asked = (Text(id="asked", pos=11, text=_("The seats are being worked out. It takes a moment."), tone="now"),) if state.asked else ()
    if state.stage == "done":
        return everybody
    return (*everybody, *asked, room_of(state, "Look"), *_one(state), *_topic(state), *_paper(state))


def _one(state: State) -> Sequence[Block]:
    """The table that was opened."""
    table = state.looked
    if table not in tables_of(state) or not state.played:
        return ()
    items = [Button("back", _("All tables"), "Look")]
    if state.stage == "harvest" and table != state.table and state.notes.count(("table", table)):
        items.insert(0, Button("tell", _("Let table {table} tell", table=table), "Enter", {"stage": "harvest", "table": table}))
    label = ("console", table)
    cards = tuple(console_card(note) for note in state.notes.latest(label, SHOWN))
    return (
        Buttons(id="table", pos=25, items=tuple(items), label=_("Table {table}", table=table)),
        Cards(id="table-notes", pos=26, items=cards, label=_("Notes of table {table}", table=table), total=state.notes.count(label),
              empty=_("Nothing was written at this table yet."), layout="list"),
    )  # fmt: skip


def _topic(state: State) -> Sequence[Block]:
    if state.stage == "harvest":
        return ()
    field = Field("text", _("The topic of another table"))
    return (Form(id="topic", pos=60, fields=(field,), command="AddTopic", send=_("Add a table")),)


def _paper(state: State) -> Sequence[Block]:
    """What stands on the paper of a table."""
    if not state.played:
        return ()
    options = tuple(Option(str(table), _("Table {table}", table=table)) for table in tables_of(state))
    fields = (
        Field("table", _("Table"), input="choice", options=options, value=str(state.looked or state.table or 1)),
        Field("text", _("A note from the paper"), hint=_("What somebody without a phone wrote or said")),
    )
    return (Form(id="paper", pos=70, fields=fields, command="Write", send=_("Add for somebody")),)
