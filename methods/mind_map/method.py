"""Mind map: ideas come together in groups; the machine proposes, people decide.

Use it after a brainstorm, to see what a room has said: ten to fifteen minutes, for ten to several hundred ideas. The machine groups
ideas whose words are alike, and proposes a title for each group. Then the facilitator, with the room, moves cards, renames, merges
and divides groups, relates them, and puts them together in frames; or the whole room sorts: each phone gets a few cards at a time,
each card goes to three phones, and it goes where most of them put it. What people fixed stays so when the machine groups again, and a
new grouping is shown before anything moves. Ideas that come late, on paper, from phones or from a spreadsheet, go to the group that
is nearest, or wait as "not yet placed"; every 25 ideas the machine suggests what could be divided, put together, or begun. Cards that
say the same are shown as one, and apart again at any time. Nothing that people look at is reshuffled behind their backs. The wall
shows a map, phones a list that unfolds.
"""

import sys
from collections.abc import Iterable
from typing import get_args

from methods.mind_map import ballots, commands, events
from methods.mind_map.arrivals import received
from methods.mind_map.commands import Add
from methods.mind_map.deeds import describe
from methods.mind_map.evolve import evolve
from methods.mind_map.minutes import record, results
from methods.mind_map.moves import moves
from methods.mind_map.question import work
from methods.mind_map.rehearsal import rehearse
from methods.mind_map.rules import decide
from methods.mind_map.screens import view
from methods.mind_map.settings_form import LABELS
from methods.mind_map.spreadsheet import Bring
from methods.mind_map.state import Settings, State, start
from methods.mind_map.turns import comes, goes
from workshop.language import _
from workshop.method import ANYBODY, FACILITATORS, MACHINE, PARTICIPANTS, Method


def touches(state: State, event: events.Event) -> Iterable[str]:
    """Who gets cards to sort sees them."""
    return tuple(event.hands) if isinstance(event, ballots.Dealt) else ()


method = Method(
    name="mind_map",
    title=_("Mind map"),
    purpose=_("Ideas come together in groups: the machine proposes, people decide."),
    settings=Settings,
    commands={
        **dict.fromkeys(get_args(commands.Answer), MACHINE),
        **dict.fromkeys(get_args(commands.Edit), FACILITATORS),
        **dict.fromkeys(get_args(commands.Looking), FACILITATORS),
        **dict.fromkeys((commands.Separate, commands.Lock, commands.Unlock), FACILITATORS),
        ballots.OpenSorting: FACILITATORS,
        ballots.CloseSorting: FACILITATORS,
        ballots.Sort: PARTICIPANTS,
        Add: ANYBODY,
        Bring: FACILITATORS,
    },
    events=tuple(get_args(events.Event)),
    looking=frozenset({events.Turned, events.Shown}),
    secret=frozenset({ballots.Sorted}),
    start=start,
    decide=decide,
    evolve=evolve,
    view=view,
    record=record,
    results=results,
    receive=received,
    moves=moves,
    work=work,
    touches=touches,
    comes=comes,
    goes=goes,
    describe=describe,
    rehearse=rehearse,
    takes=frozenset({"idea"}),
    yields=frozenset({"group", "wording"}),
    labels=LABELS,
    brings=Bring,
    minutes=15,
    module=sys.modules[__name__],
)
