"""World Café: conversations at small tables, and everybody changes tables, so that ideas meet.

Use it to think about questions that matter with twelve to three hundred people: 60 to 120 minutes, three or more rounds of about twenty
minutes at tables of four or five. A host stays at each table, welcomes those who come, and sums up; the others travel, and carry ideas
along. Who sits where is worked out so that, as far as can be, nobody meets the same person twice and nobody comes back to a table.

1. Welcome: the context. Who would like to host says so; if you like, people say where they belong, and are mixed by it.
2. The way to the tables: each phone shows its table, with number and colour; the wall shows all of them.
3. The talk: everybody at a table writes notes for it, from their own phone or from the one that the table shares. The host marks what the
   table carries on, and sees what earlier rounds left. A host who has to leave is followed by somebody at the table.
4. The harvest: table by table tells what it carries on; everybody writes down the patterns that they hear across the tables.

Rounds that were played stay as they are. Who comes late has a seat at once; who leaves is minded in the next round; a table is added or
closed between rounds. People without a phone get a seat, and their notes come from paper. What is carried on, and the patterns, are ideas
for a mind map or a vote, each with its table and its round.
"""

import sys
from collections.abc import Iterable, Sequence
from typing import get_args

from methods.world_cafe import events as e
from methods.world_cafe.badges import foresee
from methods.world_cafe.console import console
from methods.world_cafe.deeds import describe
from methods.world_cafe.evolve import evolve
from methods.world_cafe.minutes import record
from methods.world_cafe.moves import moves, span
from methods.world_cafe.phone import own
from methods.world_cafe.rehearsal import rehearse
from methods.world_cafe.results import results
from methods.world_cafe.rules import decide
from methods.world_cafe.seats import comes, goes, request_of
from methods.world_cafe.settings_form import LABELS
from methods.world_cafe.shared import shared
from methods.world_cafe.state import Settings, State, color_of, everybody_at, host_of, question_of
from methods.world_cafe.vocabulary import ROLES
from methods.world_cafe.work import seat_by_badges, seat_room
from workshop.blocks import Block
from workshop.language import _
from workshop.memory import Memory
from workshop.method import Item, Method, Plan, PlannedTable, Viewer, Work


def start(settings: Settings, items: tuple[Item, ...], seed: int) -> State:
    """Nobody sits anywhere yet."""
    return State(settings)


def view(state: State, viewer: Viewer) -> Sequence[Block]:
    """What somebody sees of the café."""
    match viewer.role:
        case "person":
            return own(state, viewer)
        case "console":
            return console(state, viewer)
        case "room" | "wall":
            return shared(state, viewer)


def work(state: State) -> Work | None:
    """The seats that were asked for, put together once."""
    asked = state.asked
    if asked is None:
        return None
    known = WORK.recall(asked)
    return known or WORK.keep(asked, _seating(state, asked))


def _seating(state: State, asked: e.SeatsAsked) -> Work:
    key, request = f"seats-{asked.number}", request_of(state, asked)
    if asked.badges:
        return Work(key, seat_by_badges, (asked.number, request, asked.badges, state.settings), "TakeSeats")
    return Work(key, seat_room, (asked.number, request), "TakeSeats")


def touches(state: State, event: e.Event) -> Iterable[str]:
    """Those who sit at the table where something happened, and its devices."""
    match event:
        case e.Wrote() | e.PictureAttached() | e.TakenDown() | e.HostChanged() | e.Placed() | e.Gone():
            return everybody_at(state, event.table)
        case e.Withdrew(id) | e.Carried(id):
            note = state.notes.get(id)
            return everybody_at(state, note.table) if note else ()
        case _:
            return ()


def plan(state: State) -> Plan | None:
    """Who sits where in each round, to be printed."""
    if not state.rounds:
        return None
    question = question_of(state.settings, 1)
    tables = tuple(PlannedTable(table, color_of(table), question, host_of(state, table)) for table in state.open)
    rounds = tuple((_("Round {round}", round=number), dict(one.seats)) for number, one in enumerate(state.rounds, start=1))
    return Plan(tables, rounds, dict(state.guests))


WORK: Memory[Work] = Memory()

method = Method(
    name="world_cafe",
    title=_("World Café"),
    purpose=_("Talks at small tables; people change tables, and meet as many others as can be."),
    settings=Settings,
    minutes=90,
    commands=ROLES,
    events=get_args(e.Event),
    looking=frozenset({e.Looked, e.Listed}),
    start=start,
    decide=decide,
    evolve=evolve,
    view=view,
    record=record,
    results=results,
    moves=moves,
    work=work,
    span=span,
    touches=touches,
    comes=comes,
    goes=goes,
    plan=plan,
    foresee=foresee,
    describe=describe,
    rehearse=rehearse,
    yields=frozenset({"idea"}),
    labels=LABELS,
    module=sys.modules[__name__],
)
