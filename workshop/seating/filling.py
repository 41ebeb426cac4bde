"""A first plan for the rounds to come, to search from: what was planned before, and everybody else where they have met few."""

from random import Random

from workshop.seating.room import Room

Plan = list[list[int]]


def filled(room: Room, rounds: int, random: Random, begun: Plan = []) -> Plan:  # noqa: B006
    """Round by round: those who stay, those whom wishes put together, those who were planned there, and everybody else.

    `begun` are rounds that are settled: so many less are filled.
    """
    known = [0] * room.everybody
    visited = [0] * room.everybody
    places = {table: place for place, table in enumerate(room.tables)}
    for played in room.request.played:
        rows: dict[int, list[int]] = {}
        for person, table in played.items():
            if person in room.numbers:
                rows.setdefault(places.get(table, -table), []).append(room.numbers[person])
        _remember(rows, known, visited)
    plan = [list(seats) for seats in begun]
    for seats in begun:
        tables = [[person for person in range(room.people) if seats[person] == table] for table in range(len(room.tables))]
        _remember(dict(enumerate(tables)), known, visited)
    for round in range(len(begun), rounds):
        planned = room.request.planned[round] if round < len(room.request.planned) else {}
        wanted = {room.numbers[one]: places[table] for one, table in planned.items() if one in room.numbers and table in places}
        tables = _round(room, wanted, known, visited, random)
        _remember(dict(enumerate(tables)), known, visited)
        plan.append(_seats(room, tables))
    return plan


def _remember(rows: dict[int, list[int]], known: list[int], visited: list[int]) -> None:
    for table, people in rows.items():
        for one in people:
            known[one] |= sum(1 << other for other in people)
            visited[one] |= 1 << table if table >= 0 else 0


def _round(room: Room, wanted: dict[int, int], known: list[int], visited: list[int], random: Random) -> list[list[int]]:
    rows: list[list[int]] = [[] for _ in room.tables]
    for person, table in room.pins.items():
        rows[table].append(person)
    sizes = _sizes(room, wanted, random)
    loose = [person for person in range(room.people) if person not in room.pins and not any(person in unit for unit in room.units)]
    random.shuffle(loose)
    loose.sort(key=lambda person: person not in wanted)
    for unit in [*sorted(room.units, key=len, reverse=True), *((person,) for person in loose)]:
        free = [table for table, people in enumerate(rows) if sizes[table] - len(people) >= len(unit)]
        if not free:  # two pairs for one seat each, at the end: the search, and the report, see to them
            for person in unit:
                rows[next(table for table, people in enumerate(rows) if len(people) < sizes[table])].append(person)
        elif wanted.get(unit[0]) in free:
            rows[wanted[unit[0]]].extend(unit)
        else:
            rows[_best(unit, rows, free, known, visited, random)].extend(unit)
    return rows


def _best(unit: tuple[int, ...], rows: list[list[int]], free: list[int], known: list[int], visited: list[int], random: Random) -> int:
    def cost(table: int) -> tuple[int, int, float]:
        met = sum(known[person] >> other & 1 for person in unit for other in rows[table])
        return met, sum(visited[person] >> table & 1 for person in unit), random.random()

    return min(free, key=cost)


def _sizes(room: Room, wanted: dict[int, int], random: Random) -> list[int]:
    """The size of each table: those with the fewest wanted seats are the smaller ones."""
    wishes = [0] * len(room.tables)
    for table in wanted.values():
        wishes[table] += 1
    order = list(range(len(room.tables)))
    random.shuffle(order)
    order.sort(key=lambda table: wishes[table])
    smaller = set(order[: room.everybody - room.people])
    return [room.seats - (table in smaller) for table in range(len(room.tables))]


def _seats(room: Room, rows: list[list[int]]) -> list[int]:
    seats = [0] * room.everybody
    ghosts = iter(range(room.people, room.everybody))
    for table, people in enumerate(rows):
        for person in [*people, *(next(ghosts) for _ in range(room.seats - len(people)))]:
            seats[person] = table
    return seats
