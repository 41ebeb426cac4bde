"""Seats: who is asked for them, how the answer is taken, and where those sit who come while a round is on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from random import Random

from immutables import Map

from methods.world_cafe import events as e
from methods.world_cafe.evolve import evolve
from methods.world_cafe.state import State, present, seats_of
from methods.world_cafe.vocabulary import TakeSeats
from workshop.method import Context
from workshop.seating import Request, place, tables_for

MOST = 60  # tables in one room


def ask(state: State, context: Context, first: int) -> e.SeatsAsked:
    """Asks for seats from the round `first` on, with a host for each table where the café has hosts."""
    people = present(state, context.people)
    if not state.played and state.stage == "welcome":  # nobody has sat anywhere yet: as many tables as it takes
        count = min(MOST, tables_for(max(len(people), state.settings.badges), state.settings.size))
        state = replace(state, count=count, closed=frozenset(), hosts=Map())
    badges = _badges(state, people, context)
    found = _badge_hosts(state, people, badges) if badges else _hosts(state, people, first, context.seed)
    hosts = tuple(e.Hosting(table, person) for table, person in sorted(found.items()))
    devices = tuple(e.Device(id, table) for id, table in sorted(context.tables.items()) if table)
    return e.SeatsAsked(state.asks + 1, first, state.count, tuple(sorted(state.closed)), hosts, people, devices, context.seed, badges)


def _badges(state: State, people: Sequence[str], context: Context) -> tuple[int, ...]:
    """The badge of each, by the numbers of their coming; empty where none were printed."""
    most = state.settings.badges
    numbers = (context.numbers.get(person, 0) for person in people)
    return tuple(number if number <= most else 0 for number in numbers) if most else ()


def _badge_hosts(state: State, people: Sequence[str], badges: Sequence[int]) -> Mapping[int, str]:
    """Those whose badge says so, unless somebody else has taken over."""
    if not state.hosted:
        return {}
    printed = {number: person for number, person in zip(badges, people, strict=True) if number in state.open}
    return printed | {table: host for table, host in state.hosts.items() if table in state.open and host in people}


def _hosts(state: State, people: Sequence[str], first: int, seed: int) -> Mapping[int, str]:
    """Who hosts stays; then those who were named, who would like to, who sat at the table last, and whoever is drawn."""
    if not state.hosted:
        return {}
    here = {person for person in people if person not in state.guests}
    hosts = {table: host for table, host in state.hosts.items() if table in state.open and host in here}
    chance = Random(seed)
    order = chance.sample(sorted(here), len(here))
    willing = state.volunteers if state.settings.hosts == "volunteers" else frozenset[str]()
    order.sort(key=lambda person: (person not in state.named, person not in willing))
    last = state.rounds[first - 2] if 1 < first <= len(state.rounds) + 1 else None
    for table in state.open:
        if table in hosts:
            continue
        free = [person for person in order if person not in hosts.values()]
        stayed = [person for person in free if last and last.seats.get(person) == table]
        if free:
            hosts[table] = (stayed or free)[0]
    return hosts


def request_of(state: State, asked: e.SeatsAsked) -> Request:
    """What the seating is asked: the rounds before are played, those that were planned are where it starts from."""
    return Request(
        people=asked.people,
        tables=asked.tables,
        rounds=max(state.settings.rounds, asked.first),
        hosts={one.table: one.person for one in asked.hosts},
        attributes={person: (state.values.get(person, ""),) for person in asked.people} if state.settings.mix else {},
        apart=tuple(_apart(state, asked.people)),
        played=seats_of(state.rounds[: asked.first - 1]),
        planned=seats_of(state.rounds[asked.first - 1 :]),
        closed=frozenset(asked.closed),
        seed=asked.seed,
    )


def _apart(state: State, people: Sequence[str]) -> Iterable[tuple[str, str]]:
    """The pairs of those who gave the same word."""
    if not state.settings.apart:
        return
    together: dict[str, list[str]] = {}
    for person in people:
        word = state.words.get(person, "").casefold()
        if word:
            together.setdefault(word, []).append(person)
    for ones in together.values():
        yield from combinations(ones, 2)


def take(state: State, answer: TakeSeats, context: Context) -> Sequence[e.Event]:
    """The machine's answer, if it is to what was asked last; who came or left meanwhile is minded."""
    asked = state.asked
    if asked is None or asked.number != answer.asked:
        return []
    here = set(present(state, context.people))
    kept = [place for place, person in enumerate(answer.people) if person in here]
    people = tuple(answer.people[place] for place in kept)
    rounds = tuple(tuple(tables[place] for place in kept) for tables in answer.rounds)
    hosts = tuple(one for one in asked.hosts if one.person in here)
    proven = answer.proven and set(people) == set(asked.people)
    seated = e.Seated(asked.first, asked.tables, asked.closed, hosts, people, rounds, asked.devices, proven)
    return [seated, *latecomers(evolve(state, seated), context, asked.first)]


def simply(state: State, context: Context) -> Sequence[e.Event]:
    """Where the machine does not answer: hosts stay, the others go to the tables one, two, three ... further on."""
    asked = state.asked
    if asked is None:
        return []
    request = request_of(state, asked)
    tables, staying = request.open, request.staying
    travellers = [person for person in asked.people if person not in staying]
    rounds = []
    for round in range(request.to_come):
        seats = staying | {person: tables[_further(place, len(tables), round)] for place, person in enumerate(travellers)}
        rounds.append(tuple(seats[person] for person in asked.people))
    return take(state, TakeSeats(asked.number, asked.people, tuple(rounds)), context)


def _further(place: int, tables: int, round: int) -> int:
    """The next table for those in the first seats, the one after it for those in the second, and so on."""
    return (place + round * (place // tables + 1)) % tables


def latecomers(state: State, context: Context, round: int) -> list[e.Event]:
    """A seat in a round for everybody who is here and has none in it."""
    found: list[e.Event] = []
    for person in present(state, context.people):
        seats = state.rounds[round - 1].seats if 0 < round <= len(state.rounds) else {}
        if person not in seats or person in state.gone:
            event = e.Placed(person, table_for(state, person, round), round)
            found.append(event)
            state = evolve(state, event)
    return found


def table_for(state: State, person: str, round: int) -> int:
    """The table for somebody who comes in while a round is on: one that is used in it, or again the own one."""
    known = state.rounds[round - 1]
    seats = {one: table for one, table in known.seats.items() if one not in state.gone or one == person}
    if person in seats and seats[person] in state.open:
        return seats[person]
    used = {table for one, table in seats.items() if one != person} & set(state.open) or set(state.open)
    rounds = [*seats_of(state.rounds[: round - 1]), seats]
    closed = frozenset(range(1, state.count + 1)) - used
    pairs = tuple(pair for pair in _apart(state, (*seats, person)) if person in pair)
    request = Request((*seats, person), state.count, state.settings.rounds, apart=pairs, closed=closed)
    return place(request, rounds, round - 1, person)


def comes(state: State, context: Context) -> Sequence[e.Event]:
    """Who comes late is seated at once; a device is known by its table."""
    actor = context.actor
    table = context.tables.get(actor, "")
    if table:
        device = [] if state.devices.get(actor) == table else [e.DeviceSet(e.Device(actor, table))]
        return [*_left(state, actor), *device]
    person: list[e.Event] = [e.DeviceSet(e.Device(actor, ""))] if actor in state.devices else []
    if state.stage in ("move", "talk"):
        person += sit(state, context)
    return person


def goes(state: State, context: Context) -> Sequence[e.Event]:
    """A seat stays empty, a table may be without a host."""
    actor = context.actor
    if actor in state.devices:
        return [e.DeviceSet(e.Device(actor, ""))]
    unwilling: list[e.Event] = [e.Volunteered(actor, False)] if actor in state.volunteers else []
    return [*unwilling, *_left(state, actor)]


def sit(state: State, context: Context) -> Sequence[e.Event]:
    """A seat for one person who is here and has none."""
    return [one for one in latecomers(state, context, state.round) if isinstance(one, e.Placed) and one.person == context.actor]


def _left(state: State, person: str) -> list[e.Event]:
    hosted = next((table for table, host in state.hosts.items() if host == person), 0)
    seated = any(person in one.seats for one in state.rounds) and person not in state.gone
    return [left(state, person)] if seated or hosted else []


def left(state: State, person: str) -> e.Gone:
    """Somebody leaves the table that they host, or at which they sit."""
    hosted = next((table for table, host in state.hosts.items() if host == person), 0)
    return e.Gone(person, hosted or state.running.seats.get(person, 0))
