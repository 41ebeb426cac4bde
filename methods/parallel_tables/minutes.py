"""The record of parallel tables, and what they hand on: who talked about what, what was written and carried on."""

from collections.abc import Sequence

from methods.parallel_tables.state import PAPER, Note, State, carried_at, color_of, tables_of, topic_of
from workshop.blocks import Block, Card, Cards, Heading, Table, Tables, Text
from workshop.language import Words, _, n_
from workshop.method import Item
from workshop.seating import Request, report


def record(state: State) -> Sequence[Block]:
    """The minutes, with numbers of people and no names."""
    top = Heading(id="question", text=_("Parallel tables"))
    if not state.played:
        return (top, Text(id="none", text=_("Nobody talked at a table.")))
    people = n_("{count} person", "{count} people", len({person for seats in state.seats.values() for person in seats}))
    text = n_("{people} talked at {count} table.", "{people} talked at {count} tables.", len(state.topics), people=people)
    tables = [block for table in tables_of(state) for block in _table(state, table)]
    return (top, Text(id="people", text=text), *_mixed(state), *_seats(state), *tables)


def _mixed(state: State) -> Sequence[Block]:
    """How well the tables were mixed by what people said."""
    settings, seats = state.settings, dict(state.of(1))
    if settings.join != "balanced" or not settings.mix or not any(person in state.values for person in seats):
        return ()
    attributes = {person: (state.values.get(person, ""),) for person in seats}
    (found,) = report(Request(tuple(seats), len(state.topics), 1, attributes=attributes), [seats]).mixing
    share = f"{round(100 * found)}\u00a0%"
    return (Text(id="mixing", text=_("{what}: mixed to {share} of what is possible.", what=settings.mix, share=share)),)


def _seats(state: State) -> Sequence[Block]:
    """How many sat where in each turn."""
    found = []
    for turn in range(1, state.played + 1):
        seats = state.of(turn)
        counts = {table: sum(at == table for at in seats.values()) for table in tables_of(state)}
        items = tuple(Table(f"t{table}", table, color_of(table), topic_of(state, table), count=counts[table]) for table in counts)
        label: Words = _("Turn {turn} of {turns}", turn=turn, turns=state.turns) if state.turns > 1 else ""
        found.append(Tables(id=f"seats-{turn}", items=items, label=label))
    return found


def _table(state: State, table: int) -> Sequence[Block]:
    cards = tuple(_card(note) for note in state.notes.under_label(("table", table)))
    if not cards:
        return ()
    title = _("Table {table}: {topic}", table=table, topic=topic_of(state, table))
    return (Heading(id=f"t{table}", text=title), Cards(id=f"notes-{table}", items=cards, total=len(cards), layout="list"))


def _card(note: Note) -> Card:
    return Card(note.id, note.text, _("Carried on") if note.carried else "", _("On paper") if note.by == PAPER else "")


def results(state: State) -> Sequence[Item]:
    """What the tables carry on, each with its table and its topic; it comes from the item that was the topic."""
    return [
        Item(note.id, "idea", note.text, _source(state, table), facts={"table": str(table), "topic": topic_of(state, table)})
        for table in tables_of(state)
        for note in carried_at(state, table)
    ]


def _source(state: State, table: int) -> tuple[str, ...]:
    source = state.topics[table - 1].source
    return (source,) if source else ()
