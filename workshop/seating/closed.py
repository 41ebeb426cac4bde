"""Plans without any repeat by a rule: difference columns, laid out for the people of a room."""

from collections.abc import Mapping
from random import Random

from workshop.seating.columns import Columns, columns
from workshop.seating.room import Room
from workshop.seating.rotation import rotation

Plan = list[list[int]]


def closed_form(room: Room, rounds: int, random: Random, turned: bool = True) -> Plan | None:
    """A plan without any repeat by a rule, or None where none is known for these numbers; `turned` plans take longest to find."""
    tables, request = len(room.tables), room.request
    hosts = {table: person for person, table in room.pins.items()}
    if request.played or request.planned or room.units or len(hosts) != len(room.pins) or (hosts and len(hosts) != tables):
        return None
    if hosts:
        found = columns(tables, room.seats, rounds)
        return _laid_out(room, found, rounds, random, hosts, 0) if found else None
    if found := columns(tables, room.seats + 1, rounds):  # the hosts' seats are left out, and nobody ever comes back
        return _laid_out(room, found, rounds, random, hosts, 1)
    if found := columns(tables, room.seats, rounds):
        return _laid_out(room, found, rounds, random, hosts, 0)
    if room.people != room.everybody:
        return None
    slots = nested(tables, room.seats, rounds) or (rotation(tables, room.seats, rounds) if turned else None)
    people = random.sample(range(room.people), room.people)
    return [[seats[slot] for slot in people] for seats in slots] if slots else None


def nested(tables: int, seats: int, rounds: int) -> Plan | None:
    """More rounds than tables allow by columns: those who have the same seat never met, and sit together in the last rounds.

    >>> [len(set(seats)) for seats in nested(4, 4, 5)]
    [4, 4, 4, 4, 4]
    """
    if tables % seats:
        return columns_plan(tables, seats, rounds)
    for last in range(1, rounds):
        within = nested(tables // seats, seats, last) if tables > seats else [[0] * seats][:last]
        first = columns_plan(tables, seats, rounds - last)
        if within is None or len(within) < last:
            return None
        if first:
            step = tables // seats
            return first + [[seat * step + table for seat in range(seats) for table in inner] for inner in within]
    return columns_plan(tables, seats, rounds)


def columns_plan(tables: int, seats: int, rounds: int) -> Plan | None:
    """The plan of difference columns; slot seat * tables + home is a person."""
    found = columns(tables, seats, rounds)
    if found is None:
        return None
    return [[found.table(home, round, seat) for seat in range(seats) for home in range(tables)] for round in range(rounds)]


def _laid_out(room: Room, found: Columns, rounds: int, random: Random, hosts: Mapping[int, int], first: int) -> Plan:
    """People and ghosts on the columns; ghosts have the last seats, so that no table gets two of them."""
    tables, seats = len(room.tables), room.seats
    travellers = [person for person in range(room.people) if person not in room.pins]
    random.shuffle(travellers)
    order = [hosts[home] for home in range(tables)] if hosts else []
    order += travellers + list(range(room.people, room.everybody))
    plan = [[0] * room.everybody for _ in range(rounds)]
    for number, person in enumerate(order):
        seat, home = divmod(number, tables)
        for round in range(rounds):
            plan[round][person] = found.table(home, round, seat + first)
    assert seats * tables == len(order)
    return plan
