"""The way through parallel tables: welcome, the way to the tables, the talk, perhaps a second turn, then the harvest, table by table."""

from methods.parallel_tables.state import State, told
from methods.parallel_tables.vocabulary import Stage
from workshop.language import Words, _
from workshop.method import Move, Moves, Span

WALK = 3  # minutes to come to a table
HARVEST = 3  # minutes for a table to tell


def moves(state: State) -> Moves:
    """The next phase, and the one before."""
    if state.asked is not None:
        return Moves(back=_to(_("Do not seat yet"), "welcome"), blocked=_("The seats are being worked out. It takes a moment."))
    turn = state.turn
    match state.stage:
        case "welcome" if not state.topics:
            return Moves()
        case "welcome":
            return Moves(next=Move(_("To the tables"), "SeatRoom"))
        case "move":
            back = _to(_("Back to the welcome"), "welcome") if turn < 2 else _to(_("Back to the first turn"), "talk", 1)
            return Moves(_to(_("Begin the talk"), "talk", turn), back)
        case "talk":
            forth = _to(_("Second turn: people may change tables"), "move", turn + 1) if turn < state.turns else _harvest(state)
            return Moves(forth, _to(_("Back to the seats"), "move", turn))
        case "harvest":
            return _among(state)
        case "done":
            tables = told(state)
            return Moves(back=_to(_("Back to the harvest"), "harvest", table=tables[-1] if tables else 0))


def _harvest(state: State) -> Move:
    tables = told(state)
    label = _("Begin the harvest at table {table}", table=tables[0]) if tables else _("Begin the harvest")
    return _to(label, "harvest", table=tables[0] if tables else 0)


def _among(state: State) -> Moves:
    tables = told(state)
    place = tables.index(state.table) if state.table in tables else len(tables)
    ahead, behind = tables[place + 1 : place + 2], tables[max(0, place - 1) : place]
    forth = _to(_("Table {table} tells", table=ahead[0]), "harvest", table=ahead[0]) if ahead else _to(_("End the harvest"), "done")
    if behind:
        return Moves(forth, _to(_("Back to table {table}", table=behind[0]), "harvest", table=behind[0]))
    return Moves(forth, _to(_("Back to the talk"), "talk", state.turn))


def _to(label: Words, stage: Stage, turn: int = 0, table: int = 0) -> Move:
    return Move(label, "Enter", {"stage": stage, "turn": turn, "table": table})


def span(state: State) -> Span | None:
    """How long the phase takes."""
    match state.stage:
        case "move":
            return Span(f"move-{state.turn}", WALK)
        case "talk":
            return Span(f"talk-{state.turn}", state.settings.minutes)
        case "harvest":
            return Span(f"harvest-{state.table}", HARVEST)
        case _:
            return None
