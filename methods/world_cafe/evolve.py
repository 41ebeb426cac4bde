"""How each event changes a World Café. What no longer fits, after something was taken back, changes nothing."""

from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import assert_never

from immutables import Map

from methods.world_cafe import events as e
from methods.world_cafe.state import Cloth, Note, Pattern, Plan, Round, State


def evolve(state: State, event: e.Event) -> State:
    """The state after an event."""
    match event:
        case e.Volunteered() | e.Belonged() | e.CameWith() | e.HostsNamed() | e.GuestAdded():
            return _before(state, event)
        case e.SeatsAsked() | e.Seated() | e.Placed() | e.Gone() | e.DeviceSet() | e.Entered():
            return _seating(state, event)
        case e.HostChanged() | e.TableAdded() | e.TableClosed() | e.TableOpened():
            return _tables(state, event)
        case e.Wrote() | e.Withdrew() | e.Carried() | e.Hidden() | e.Restored() | e.Spotted() | e.HeardAgain():
            return _words(state, event)
        case e.PictureAttached(id, by, table, round, picture, alt):
            return replace(state, cloths=(*state.cloths, Cloth(id, by, table, round, picture, alt)))
        case e.TakenDown(cloth):
            return replace(state, cloths=tuple(one for one in state.cloths if one.id != cloth))
        case e.Looked(table, below):
            return replace(state, looked=table, below=below)
        case e.Listed(people):
            return replace(state, listed=people)
        case _:
            assert_never(event)


def _before(state: State, event: e.Volunteered | e.Belonged | e.CameWith | e.HostsNamed | e.GuestAdded) -> State:
    match event:
        case e.Volunteered(by, on):
            return replace(state, volunteers=_with(state.volunteers, by, on))
        case e.Belonged(by, value):
            return replace(state, values=state.values.set(by, value))
        case e.CameWith(by, word):
            return replace(state, words=state.words.set(by, word))
        case e.HostsNamed(people):
            return replace(state, named=frozenset(people), listed=())
        case e.GuestAdded(person, name):
            return replace(state, guests=state.guests.set(person, name), stale=True)
        case _:
            assert_never(event)


def _seating(state: State, event: e.SeatsAsked | e.Seated | e.Placed | e.Gone | e.DeviceSet | e.Entered) -> State:
    match event:
        case e.SeatsAsked(number):
            return replace(state, asked=event, asks=max(number, state.asks))
        case e.Seated():
            return _seated(state, event)
        case e.Placed(person, table, round):
            return _placed(state, person, table, round)
        case e.Gone(person):
            return _gone(state, person)
        case e.DeviceSet(device):
            return replace(state, devices=_devices(state.devices, [device]))
        case e.Entered(stage, round, table):
            round = min(round, len(state.rounds))
            played = max(state.played, round) if stage == "talk" else state.played
            return replace(state, stage=stage, round=round, table=table, played=played, asked=None)
        case _:
            assert_never(event)


def _seated(state: State, event: e.Seated) -> State:
    """The rounds before the first of the new ones stay as they are."""
    if event.first - 1 > len(state.rounds):
        return replace(state, asked=None)
    fresh = tuple(_round(event.people, seats) for seats in event.rounds)
    plan = Plan((*state.rounds[: event.first - 1], *fresh))
    return replace(
        state,
        stage="move",
        round=event.first,
        count=event.tables,
        closed=frozenset(event.closed),
        plan=plan,
        played=min(state.played, len(plan.rounds)),
        hosts=Map({one.table: one.person for one in event.hosts}),
        devices=_devices(state.devices, event.devices),
        gone=frozenset(),
        stale=False,
        proven=event.proven,
        asked=None,
    )


def _round(people: Sequence[str], tables: Sequence[int]) -> Round:
    at: dict[int, list[str]] = {}
    seats = {person: table for person, table in zip(people, tables, strict=False) if table}
    for person, table in seats.items():
        at.setdefault(table, []).append(person)
    return Round(Map(seats), Map({table: tuple(here) for table, here in at.items()}))


def _placed(state: State, person: str, table: int, round: int) -> State:
    if not 0 < round <= len(state.rounds):
        return state
    known = state.rounds[round - 1]
    now = known if known.seats.get(person) == table else known.put(person, table)
    rounds = (*state.rounds[: round - 1], now, *state.rounds[round:])
    return replace(state, plan=Plan(rounds), gone=state.gone - {person}, stale=True, proven=False)


def _gone(state: State, person: str) -> State:
    """Out of a round that has not begun; in one that has, the seat stays theirs, and empty."""
    begun = state.rounds[: max(state.played, state.round if state.stage != "move" else 0)]
    walking = state.rounds[len(begun) :]
    rounds = (*begun, *(one.without(person) for one in walking))
    hosts = Map({table: host for table, host in state.hosts.items() if host != person})
    away = state.away | {person} if person in state.guests else state.away
    return replace(state, plan=Plan(rounds), gone=state.gone | {person}, hosts=hosts, away=away, stale=True)


def _devices(known: Map[str, str], devices: Sequence[e.Device]) -> Map[str, str]:
    for one in devices:
        known = known.set(one.id, one.table) if one.table else _less(known, one.id)
    return known


def _less(known: Map[str, str], key: str) -> Map[str, str]:
    return known.delete(key) if key in known else known


def _tables(state: State, event: e.HostChanged | e.TableAdded | e.TableClosed | e.TableOpened) -> State:
    match event:
        case e.HostChanged(table, person):
            others = Map({of: host for of, host in state.hosts.items() if host != person})
            return replace(state, hosts=others.set(table, person), stale=True)
        case e.TableAdded():
            return replace(state, count=state.count + 1, stale=True)
        case e.TableClosed(table):
            return replace(state, closed=state.closed | {table}, stale=True)
        case e.TableOpened(table):
            return replace(state, closed=state.closed - {table}, stale=True)
        case _:
            assert_never(event)


def _words(state: State, event: e.Wrote | e.Withdrew | e.Carried | e.Hidden | e.Restored | e.Spotted | e.HeardAgain) -> State:
    match event:
        case e.Wrote(id, by, table, round, text):
            return state if id in state.notes else _put(state, Note(id, by, table, round, text, len(state.notes)))
        case e.Withdrew(id):
            note = state.notes.get(id)
            return _put(state, replace(note, withdrawn=True)) if note else state
        case e.Carried(id, on):
            note = state.notes.get(id)
            return _put(state, replace(note, carried=on)) if note else state
        case e.Hidden(id) | e.Restored(id):
            return _hidden(state, id, isinstance(event, e.Hidden))
        case e.Spotted(id, by, table, text):
            pattern = Pattern(id, by, text, (table,) if table else (), len(state.patterns))
            return state if id in state.patterns else _keep(state, pattern)
        case e.HeardAgain(id, table, on):
            known = state.patterns.get(id)
            return _keep(state, replace(known, tables=_listed(known.tables, table, on))) if known else state
        case _:
            assert_never(event)


def _hidden(state: State, id: str, hidden: bool) -> State:
    note, pattern = state.notes.get(id), state.patterns.get(id)
    if note is not None:
        return _put(state, replace(note, hidden=hidden))
    return _keep(state, replace(pattern, hidden=hidden)) if pattern is not None else state


def _put(state: State, note: Note) -> State:
    """A note is found under its table and round, and under what is carried on, as long as it is shown."""
    labels: list[Hashable] = []
    if not note.withdrawn:
        labels.append(("console", note.table))
        if not note.hidden:
            labels += [("table", note.table), ("at", note.table, note.round)]
            labels += [("carried", note.table)] if note.carried else []
    return replace(state, notes=state.notes.put(note.id, note, *labels))


def _keep(state: State, pattern: Pattern) -> State:
    return replace(state, patterns=state.patterns.put(pattern.id, pattern, not pattern.hidden))


def _with(known: frozenset[str], one: str, on: bool) -> frozenset[str]:
    return known | {one} if on else known - {one}


def _listed(tables: tuple[int, ...], table: int, on: bool) -> tuple[int, ...]:
    left = tuple(one for one in tables if one != table)
    return tuple(sorted((*left, table))) if on and table else left
