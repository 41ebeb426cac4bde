"""1-2-4-All: everybody thinks alone, then two talk, then four, then all.

Use it to hear everybody within a quarter of an hour, from three to three hundred people, instead of the few who speak first: one minute
alone, two minutes in pairs, four in groups of four, five all together. It is one of the Liberating Structures (Lipmanowicz, McCandless).

1. Alone: everybody writes down what comes to their mind. Nobody else sees it yet.
2. In pairs: pairs form by themselves of those in the room, three where the number is odd. Both see what they wrote, mark what they
   carry on, or say it anew together.
3. In groups of four: two pairs come together, and agree on one idea (or a few, as set). Any phone of the group marks it.
4. All: the idea of each group is on the wall, and everybody supports what matters to them with a tap.

Each phone shows the number and colour of its group, and who is in it. Who comes late is in the smallest group at once; who leaves leaves a
gap, and who is left alone by that goes into another group. A tablet on a table speaks for the group of its number, and the
facilitator writes for a group without a phone. The ideas go on with what they were made of; what was written alone and not carried on goes
into no record.
"""

import sys
from collections.abc import Iterable, Sequence
from typing import get_args

from methods.one_two_four_all import events as e
from methods.one_two_four_all.console import console
from methods.one_two_four_all.deeds import describe
from methods.one_two_four_all.evolve import evolve
from methods.one_two_four_all.minutes import record
from methods.one_two_four_all.moves import moves, span
from methods.one_two_four_all.phone import own
from methods.one_two_four_all.rehearsal import rehearse
from methods.one_two_four_all.results import results
from methods.one_two_four_all.rules import decide
from methods.one_two_four_all.seats import comes, goes
from methods.one_two_four_all.settings_form import LABELS
from methods.one_two_four_all.shared import shared
from methods.one_two_four_all.state import Settings, State, color_of, everybody_in, here, used
from methods.one_two_four_all.vocabulary import ROLES
from workshop.blocks import Block
from workshop.language import Words, _
from workshop.method import EVERYBODY, Item, Method, Plan, PlannedTable, Viewer


def start(settings: Settings, items: tuple[Item, ...], seed: int) -> State:
    """Nobody is in a group yet."""
    return State(settings)


def view(state: State, viewer: Viewer) -> Sequence[Block]:
    """What somebody sees."""
    match viewer.role:
        case "person":
            return own(state, viewer)
        case "console":
            return console(state, viewer)
        case "room" | "wall":
            return shared(state, viewer)


def touches(state: State, event: e.Event) -> Iterable[str]:
    """Those in the groups where something happened; when all look at the ideas, everybody."""
    match event:
        case e.Placed(_person, stage, group, left):
            return (*everybody_in(state, stage, group), *everybody_in(state, stage, left))
        case e.Joined(stage, _group, into):
            return tuple(everybody_in(state, stage, into))
        case e.Gone(person):
            return _with(state, person)
        case e.Carried() | e.Wrote() | e.Withdrew() if state.stage == "all":
            return (EVERYBODY,)
        case e.Carried(_id, stage, group):
            return _around(state, stage, group)
        case e.Wrote(_id, by, stage, group):
            return _around(state, stage, group) if group else _with(state, by)
        case e.Withdrew(id):
            note = state.notes.get(id)
            return () if note is None else _around(state, note.stage, note.group) if note.group else _with(state, note.by)
        case _:
            return ()


def _around(state: State, stage: str, group: int) -> Iterable[str]:
    """A group, and the groups of four in which somebody of it is."""
    members = state.of(stage).members.get(group, ())
    return {*everybody_in(state, stage, group), *(one for person in members for one in _with(state, person))}


def _with(state: State, person: str) -> Iterable[str]:
    """Those who are in a group with somebody, who may have left."""
    groups = [(stage, found.of[person]) for stage, found in state.groups.items() if person in found.of]
    pair = [one for stage, group in groups for one in state.of(stage).members.get(group, ())]
    fours = {state.of("fours").of.get(one, 0) for one in pair}
    return {one for stage, group in (*groups, *(("fours", four) for four in fours)) for one in everybody_in(state, stage, group)}


def plan(state: State) -> Plan | None:
    """Who is in which group, to be printed."""
    named: tuple[tuple[str, Words], ...] = (("pairs", _("In pairs")), ("fours", _("In groups of four")))
    formed = [(stage, said) for stage, said in named if state.of(stage).members]
    if not formed:
        return None
    count = max(max(used(state, stage), default=0) for stage, _said in formed)
    tables = tuple(PlannedTable(group, color_of(group)) for group in range(1, count + 1))
    rounds = tuple(
        (said, {person: group for group in used(state, stage) for person in here(state, stage, group)}) for stage, said in formed
    )
    return Plan(tables, rounds)


method = Method(
    name="one_two_four_all",
    title=_("1-2-4-All"),
    purpose=_("Everybody thinks alone, then two talk, then four, then all."),
    settings=Settings,
    minutes=15,
    commands=ROLES,
    events=get_args(e.Event),
    looking=frozenset({e.Turned}),
    start=start,
    decide=decide,
    evolve=evolve,
    view=view,
    record=record,
    results=results,
    moves=moves,
    span=span,
    touches=touches,
    comes=comes,
    goes=goes,
    plan=plan,
    describe=describe,
    rehearse=rehearse,
    yields=frozenset({"idea", "note"}),
    labels=LABELS,
    module=sys.modules[__name__],
)
