"""What everybody sees of parallel tables, on the wall and on each phone."""

from collections.abc import Sequence

from methods.parallel_tables.cards import plain_card
from methods.parallel_tables.room import room_of
from methods.parallel_tables.state import State, carried_at, tables_of, topic_of
from workshop.blocks import Block, Cards, Heading, Text
from workshop.language import Message, Words, _, n_
from workshop.method import Viewer

TELLING = 12


def shared(state: State, viewer: Viewer) -> Sequence[Block]:
    """The phase: where one goes, writes, or listens."""
    phone = viewer.role == "room"
    match state.stage:
        case "welcome":
            text = state.settings.context or _ours(state)
            rooms = (room_of(state, "Choose" if phone and state.choosing else ""),)
            return (heading(state), Text(id="context", pos=12, text=text), *rooms)
        case "move":
            said = _go(state)
            return (heading(state), Text(id="way", pos=14, text=said, tone="now"), *_rooms(state, phone))
        case "talk":
            return (heading(state), *(() if phone else _rooms(state, phone)))
        case "harvest":
            return (heading(state), *_telling(state))
        case "done":
            carried = sum(state.notes.count(("carried", table)) for table in tables_of(state))
            text = n_("{count} note is carried on.", "{count} notes are carried on.", carried)
            return (heading(state), Text(id="carried", pos=12, text=text))


def heading(state: State) -> Heading:
    """What is on, and where we are."""
    title = _("Parallel tables")
    above: Words = _("Turn {turn} of {turns}", turn=state.turn, turns=state.turns) if state.turns > 1 else title
    match state.stage:
        case "welcome":
            text = _("Which table do you choose?") if state.choosing else title
            return Heading(id="question", pos=10, text=text, above=title if state.choosing else "")
        case "move":
            return Heading(id="question", pos=10, text=_("To the tables"), above=above)
        case "talk":
            return Heading(id="question", pos=10, text=_("We talk at our tables"), above=above)
        case "harvest" if state.table:
            text = _("Table {table} tells: {topic}", table=state.table, topic=topic_of(state, state.table))
            return Heading(id="question", pos=10, text=text, above=_("Harvest"))
        case "harvest" | "done":
            return Heading(id="question", pos=10, text=title, above=_("Harvest"))


def _ours(state: State) -> Words:
    match state.settings.join:
        case "choice":
            return _("Each table has its own topic. Choose the one to which you can give something; you can change until we begin.")
        case "draw":
            return _("Each table has its own topic. It is drawn who sits where.")
        case "balanced":
            return _("Each table has its own topic. People are spread so that every table is mixed.")


def _go(state: State) -> Message:
    if state.turn > 1:
        return _("You may stay, or go to another table, where you can learn or give more.")
    return _("Please go to your table: your phone says which one.")


def _rooms(state: State, phone: bool) -> Sequence[Block]:
    if phone and not state.choosing:
        return ()
    return (room_of(state, "Choose" if phone else ""),)


def _telling(state: State) -> Sequence[Block]:
    """What the table carries on; where nothing is marked, what was written there last."""
    if not state.table:
        return ()
    carried = carried_at(state, state.table)
    notes = carried[:TELLING] or state.notes.latest(("table", state.table), TELLING)[::-1]
    label: Words = "" if carried else _("Nothing is marked yet. This was written:")
    total = len(carried) or state.notes.count(("table", state.table))
    return (Cards(id="telling", pos=20, items=tuple(plain_card(note) for note in notes), label=label, total=total, layout="list"),)
