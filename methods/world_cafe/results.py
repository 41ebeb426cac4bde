"""What a World Café hands on: what the tables carry on, and the patterns that were heard across them."""

from collections.abc import Sequence

from methods.world_cafe.state import State, carried_at
from workshop.method import Item


def results(state: State) -> Sequence[Item]:
    """Each with its table and its round; a pattern comes from what the tables carry on at which it was heard."""
    carried = {table: carried_at(state, table) for table in range(1, state.count + 1)}
    notes = [
        Item(note.id, "idea", note.text, facts={"table": str(table), "round": str(note.round)})
        for table, ones in carried.items()
        for note in ones
    ]
    patterns = [
        Item(
            one.id,
            "idea",
            one.text,
            sources=tuple(note.id for table in one.tables for note in carried.get(table, ())),
            support=len(one.tables),
            facts={"table": ", ".join(map(str, one.tables))},
        )
        for one in state.patterns.all_shown()
    ]
    return [*notes, *patterns]
