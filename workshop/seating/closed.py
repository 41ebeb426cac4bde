"""Plans without any repeat by a rule: difference columns, laid out for the people of a room."""

from collections.abc import Mapping
from random import Random

from workshop.seating.columns import Columns, columns
from workshop.seating.room import Room

Plan = list[list[int]]


def closed_form(room: Room, rounds: int, random: Random) -> Plan | None:
    """A plan without any repeat by difference columns, or None where none is known for these numbers."""
    tables, request = len(room.tables), room.request
    if request.played or room.units or rounds == 0:
        return None
    hosts = {table: person for person, table in room.pins.items()}
    if len(hosts) != len(room.pins) or (hosts and len(hosts) != tables):
        return None
    found = columns(tables, room.seats, rounds) if hosts else None
    if hosts and found:
        return _laid_out(room, found, rounds, random, hosts, 0)
    if not hosts and (found := columns(tables, room.seats + 1, rounds)):
        return _laid_out(room, found, rounds, random, hosts, 1)
    if not hosts and (found := columns(tables, room.seats, rounds)):
        return _laid_out(room, found, rounds, random, hosts, 0)
    return None


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
