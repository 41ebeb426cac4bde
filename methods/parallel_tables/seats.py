"""Who sits where: by choice with an eye on the seats, by draw, or balanced; and those who come late or leave."""

from collections.abc import Mapping, Sequence
from random import Random

from methods.parallel_tables import events as e
from methods.parallel_tables.evolve import evolve
from methods.parallel_tables.state import State, sizes, table_of, tables_of
from methods.parallel_tables.vocabulary import TakeSeats
from workshop.blocks import Json
from workshop.language import _
from workshop.method import Context, Rejected
from workshop.seating import Request, place, seat

Answer = Sequence[e.Event] | Rejected
SPARE = 2  # seats more at each table than it takes, so that there is a choice


def seat_room(state: State, context: Context) -> Answer:
    """Sends everybody to a table: where they chose, where they were drawn to, or where the machine puts them."""
    if not state.topics:
        return Rejected(_("There is no table yet: please add what it is about."), "no-table")
    if state.stage != "welcome" or state.asked is not None:
        return []
    if state.settings.join == "choice" or state.seats.get(1):
        return [e.Entered("move", 1, 0), *latecomers(state, context)]
    people = tuple(sorted(context.people))
    if state.settings.join == "balanced":
        return [e.SeatsAsked(state.asks + 1, people, context.seed)]
    chance, tables = Random(context.seed), list(tables_of(state))
    drawn = chance.sample(people, len(people))
    chance.shuffle(tables)
    return [e.Seated(tuple(drawn), tuple(tables[number % len(tables)] for number in range(len(drawn))))]


def request_of(state: State, asked: e.SeatsAsked) -> Request:
    """What the seating is asked: one round, mixed by what people said."""
    attributes = {person: (state.values.get(person, ""),) for person in asked.people}
    return Request(asked.people, len(state.topics), 1, attributes=attributes, seed=asked.seed)


def seated(asked: int, request: Request) -> Mapping[str, Json]:
    """The table of each person; computed off the event loop."""
    (round,) = seat(request).rounds
    return {"asked": asked, "people": list(request.people), "tables": [round.get(person, 0) for person in request.people]}


def take(state: State, answer: TakeSeats, context: Context) -> Answer:
    """The machine's answer, if it is to what was asked last; who came or left meanwhile is minded."""
    if state.asked is None or state.asked.number != answer.asked:
        return []
    pairs = [one for one in zip(answer.people, answer.tables, strict=False) if one[0] in context.people and one[1] in tables_of(state)]
    found = e.Seated(tuple(person for person, _table in pairs), tuple(table for _person, table in pairs))
    return [found, *latecomers(evolve(state, found), context)]


def choose(state: State, table: int, context: Context) -> Answer:
    """A seat at a table, as long as there is one."""
    if not state.choosing or context.actor in context.tables:
        return Rejected(_("Tables are not chosen now."), "not-now")
    if table not in tables_of(state):
        return Rejected(_("There is no such table."), "no-table")
    now = table_of(state, context.actor)
    if now == table:
        return []
    if 0 < limit(state, len(context.people)) <= sizes(state)[table]:
        return Rejected(_("This table is full. Please choose another one."), "full")
    return [e.Placed(context.actor, table, now)]


def limit(state: State, people: int) -> int:
    """How many may sit at a table; 0 for any number."""
    if state.settings.seats or state.turn > 1:
        return state.settings.seats
    return -(-people // max(1, len(state.topics))) + SPARE


def latecomers(state: State, context: Context) -> list[e.Event]:
    """A seat for everybody who is here and has none, at one of the smallest tables; those who left leave theirs."""
    found: list[e.Event] = []
    if not state.topics:
        return found
    for person in sorted(context.people):
        if not table_of(state, person):
            table = state.now.get(person, 0) or _smallest(state, person)
            found.append(e.Placed(person, table))
            state = evolve(state, found[-1])
    return found


def _smallest(state: State, person: str) -> int:
    seats = {one: table for one, table in state.now.items() if one not in state.gone and table in tables_of(state)}
    return place(Request((*seats, person), len(state.topics), 1), [seats], 0, person)


def comes(state: State, context: Context) -> Sequence[e.Event]:
    """Who comes late is seated at once, unless tables are chosen; a device is known by its table."""
    actor = context.actor
    table = context.tables.get(actor, "")
    if table:
        known = [] if state.devices.get(actor) == table else [e.DeviceSet(actor, table)]
        return [*left(state, actor), *known]
    found: list[e.Event] = [e.DeviceSet(actor, "")] if actor in state.devices else []
    for event in found:
        state = evolve(state, event)
    if state.stage in ("move", "talk") and not state.choosing:
        found += [one for one in latecomers(state, context) if isinstance(one, e.Placed) and one.person == actor]
    return found


def goes(state: State, context: Context) -> Sequence[e.Event]:
    """A seat is free again, a table may be without somebody who speaks for it."""
    if context.actor in state.devices:
        return [e.DeviceSet(context.actor, "")]
    return left(state, context.actor)


def left(state: State, person: str) -> list[e.Event]:
    """Somebody leaves the table at which they sit."""
    table = table_of(state, person)
    return [e.Gone(person, table)] if table else []
