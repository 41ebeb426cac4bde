"""Parallel tables: each table has its own topic or question, and people talk at the same time.

Use it for focus groups, or to work on several topics at once: twenty minutes to an hour, for six to three hundred people. The topics are
given one a line, or come from an earlier step (the groups of a map, the priorities of a vote).

1. Welcome: people choose a table, as long as it has a seat, and can change until the talk begins; or it is drawn who sits where; or
   people say where they belong (their district, their role), and every table is mixed by it.
2. The talk: everybody at a table writes notes for it, from their own phone or from the one that the table shares. Somebody speaks for the
   table, and marks what it carries on; as long as nobody does, everybody marks.
3. A second turn, if wanted: who can learn or give more elsewhere goes to another table (the law of two feet).
4. The harvest: table by table tells what it carries on.

Who comes late has a seat at one of the smallest tables at once; the facilitator adds a table when a topic comes up, and types what stands
on the paper of a table. What is carried on are ideas for a map or a vote, each with its table and its topic.
"""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import get_args

from methods.parallel_tables import events as e
from methods.parallel_tables.console import console
from methods.parallel_tables.deeds import describe
from methods.parallel_tables.evolve import evolve
from methods.parallel_tables.minutes import record, results
from methods.parallel_tables.moves import moves, span
from methods.parallel_tables.phone import own
from methods.parallel_tables.rehearsal import rehearse
from methods.parallel_tables.rules import decide
from methods.parallel_tables.seats import comes, goes, request_of, seated
from methods.parallel_tables.settings_form import LABELS
from methods.parallel_tables.shared import shared
from methods.parallel_tables.state import MOST, Settings, State, Topic, color_of, everybody_at, speaker_of, tables_of, topic_of
from methods.parallel_tables.vocabulary import ROLES
from workshop.blocks import Block
from workshop.language import Words, _
from workshop.method import EVERYBODY, Item, Method, Plan, PlannedTable, Viewer, Work


def start(settings: Settings, items: tuple[Item, ...], seed: int) -> State:
    """The tables, and nobody sits at one yet."""
    return State(settings, _topics(settings, items))


def receive(state: State, items: tuple[Item, ...]) -> State:
    """Other topics only as long as nobody has sat down."""
    return state if state.seats or state.played else replace(state, topics=_topics(state.settings, items))


def _topics(settings: Settings, items: tuple[Item, ...]) -> tuple[Topic, ...]:
    given = tuple(Topic(f"topic-{place}", text) for place, text in enumerate(settings.topics, start=1) if text)
    return given or tuple(Topic(item.id, item.text, item.id) for item in items[:MOST])


def view(state: State, viewer: Viewer) -> Sequence[Block]:
    """What somebody sees."""
    match viewer.role:
        case "person":
            return own(state, viewer)
        case "console":
            return console(state, viewer)
        case "room" | "wall":
            return shared(state, viewer)


def work(state: State) -> Work | None:
    """The balanced seats that were asked for."""
    asked = state.asked
    return None if asked is None else Work(f"seats-{asked.number}", seated, (asked.number, request_of(state, asked)), "TakeSeats")


def touches(state: State, event: e.Event) -> Iterable[str]:
    """Those who sit at the table where something happened, and its devices."""
    match event:
        case e.Placed(_person, table, left):
            return (*everybody_at(state, table), *everybody_at(state, left))
        case e.Gone() | e.SpeakerSet() | e.Wrote():
            return tuple(everybody_at(state, event.table))
        case e.Withdrew(id) | e.Carried(id):
            note = state.notes.get(id)
            return tuple(everybody_at(state, note.table)) if note else ()
        case e.DeviceSet():
            return (EVERYBODY,)
        case _:
            return ()


def plan(state: State) -> Plan | None:
    """Who sits where in each turn, to be printed."""
    if not state.seats:
        return None
    tables = tuple(PlannedTable(table, color_of(table), topic_of(state, table), speaker_of(state, table)) for table in tables_of(state))
    rounds: list[tuple[Words, dict[str, int]]] = [(_("Turn {turn}", turn=turn), dict(state.seats[turn])) for turn in sorted(state.seats)]
    return Plan(tables, tuple(rounds))


method = Method(
    name="parallel_tables",
    title=_("Parallel tables"),
    purpose=_("Each table has its own topic; people choose one, are drawn, or are balanced."),
    settings=Settings,
    minutes=45,
    commands=ROLES,
    events=get_args(e.Event),
    looking=frozenset({e.Looked}),
    start=start,
    receive=receive,
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
    describe=describe,
    rehearse=rehearse,
    takes=frozenset({"idea", "group"}),
    yields=frozenset({"idea"}),
    labels=LABELS,
    module=sys.modules[__name__],
)
