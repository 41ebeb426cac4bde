"""The way through a World Café: welcome, then for each round the way to the tables and the talk, then the harvest, table by table."""

from collections.abc import Sequence

from methods.world_cafe import events as e
from methods.world_cafe import vocabulary as v
from methods.world_cafe.seats import ask, latecomers
from methods.world_cafe.state import State, present, told
from workshop.language import Words, _
from workshop.method import Context, Move, Moves, Rejected, Span

Answer = Sequence[e.Event] | Rejected
WALK = 3  # minutes to change tables
HARVEST = 3  # minutes for a table to tell


def seat_room(state: State, context: Context) -> Answer:
    """Asks for seats; where people have sat already, goes on with them."""
    if state.stage != "welcome" or state.asked is not None:
        return []
    return _walk(state, 1, context) if state.played else [ask(state, context, 1)]


def enter(state: State, command: v.Enter, context: Context) -> Answer:
    """Goes to a phase; before a round that has not begun, those who came and left meanwhile are minded."""
    stage, round = command.stage, command.round
    if stage in ("move", "talk") and not 0 < round <= min(len(state.rounds), state.played + 1):
        return Rejected(_("Seat the room first."), "not-seated")
    if stage in ("harvest", "done") and not state.played:
        return Rejected(_("Nobody has talked at a table yet."), "not-seated")
    table = command.table if stage == "harvest" and command.table in told(state) else 0
    entered = e.Entered(stage, round if stage in ("move", "talk") else state.round if stage != "welcome" else 0, table)
    if (entered.stage, entered.round, entered.table) == (state.stage, state.round, state.table) and state.asked is None:
        return []
    if stage == "move":
        return _walk(state, round, context)
    if stage == "talk":
        return [entered, *latecomers(state, context, round)]
    return [entered]


def _walk(state: State, round: int, context: Context) -> Answer:
    if round > state.played and state.asked is None and _changed(state, round, context):
        return [ask(state, context, round)]
    return [e.Entered("move", round, 0), *latecomers(state, context, round)]


def _changed(state: State, round: int, context: Context) -> bool:
    """Whether somebody came or left, or a table or a host is another one, since the seats were found."""
    return state.stale or set(state.rounds[round - 1].seats) != set(present(state, context.people))


def moves(state: State) -> Moves:
    """The next phase, and the one before."""
    if state.asked is not None:
        return Moves(back=_stay(state), blocked=_("The seats are being worked out. It takes a moment."))
    round, last = state.round, state.settings.rounds
    match state.stage:
        case "welcome":
            return Moves(next=Move(_("Seat the room"), "SeatRoom"))
        case "move":
            back = _to(_("Back to the welcome"), "welcome") if round < 2 else _to(_back_to(round - 1), "talk", round - 1)
            return Moves(_to(_("Begin round {round}", round=round), "talk", round), back)
        case "talk":
            forth = _harvest(state, 0) if round >= min(last, len(state.rounds)) else _on(round)
            return Moves(forth, _to(_("Back to the seats"), "move", round))
        case "harvest":
            return _among(state)
        case "done":
            tables = told(state)
            return Moves(back=_to(_("Back to the harvest"), "harvest", table=tables[-1] if tables else 0))


def _stay(state: State) -> Move:
    label = _("Leave the seats as they are") if state.rounds else _("Do not seat yet")
    return _to(label, state.stage, state.round, state.table)


def _on(round: int) -> Move:
    return _to(_("End round {round}, and change tables", round=round), "move", round + 1)


def _back_to(round: int) -> Words:
    return _("Back to round {round}", round=round)


def _harvest(state: State, place: int) -> Move:
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
    return Moves(forth, _to(_back_to(max(1, state.round)), "talk", max(1, state.round)))


def _to(label: Words, stage: v.Stage, round: int = 0, table: int = 0) -> Move:
    return Move(label, "Enter", {"stage": stage, "round": round, "table": table})


def span(state: State) -> Span | None:
    """How long the phase takes."""
    match state.stage:
        case "move":
            return Span(f"move-{state.round}", WALK)
        case "talk":
            return Span(f"talk-{state.round}", state.settings.minutes)
        case "harvest":
            return Span(f"harvest-{state.table}", HARVEST)
        case _:
            return None
