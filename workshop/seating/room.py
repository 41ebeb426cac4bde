"""A request in numbers: people and tables from 0, who never moves, and who moves only together."""

from dataclasses import dataclass

from workshop.seating.request import Request


@dataclass(frozen=True, slots=True)
class Room:
    """`seats` is the size of a table; people are 0 to `people` - 1, and ghosts follow, up to tables * seats.

    `pins` are those who stay: person -> table. `units` are those whom wishes put together, apart from the pinned ones.
    """

    request: Request
    numbers: dict[str, int]
    tables: tuple[int, ...]
    seats: int
    pins: dict[int, int]
    units: tuple[tuple[int, ...], ...]

    @property
    def people(self) -> int:
        """How many people there are."""
        return len(self.request.people)

    @property
    def everybody(self) -> int:
        """People and ghosts."""
        return len(self.tables) * self.seats


def room_of(request: Request) -> Room:
    """The request in numbers. Wishes that cannot hold (two hosts together, more people than a table seats) are left out."""
    tables = request.open
    numbers = {person: number for number, person in enumerate(request.people)}
    seats = max(1, -(-len(numbers) // len(tables)))
    pins = {numbers[person]: tables.index(table) for person, table in request.staying.items()}
    units = _units(request, numbers, pins, _smallest(len(numbers), len(tables)))
    hosted = {member: pins[host] for unit in units for host in unit if host in pins for member in unit}
    loose = tuple(unit for unit in units if not any(member in pins for member in unit))
    return Room(request, numbers, tables, seats, hosted | pins, loose)


def _smallest(people: int, tables: int) -> int:
    return max(1, people // tables)


def _units(request: Request, numbers: dict[str, int], pins: dict[int, int], most: int) -> list[tuple[int, ...]]:
    apart = {(numbers[one], numbers[other]) for one, other in request.apart if one in numbers and other in numbers}
    unit: dict[int, tuple[int, ...]] = {number: (number,) for number in numbers.values()}
    for one, other in request.together:
        if one in numbers and other in numbers and unit[numbers[one]] is not unit[numbers[other]]:
            joined = tuple(sorted({*unit[numbers[one]], *unit[numbers[other]]}))
            hosts = sum(member in pins for member in joined)
            if len(joined) <= most and hosts < 2 and not any((a, b) in apart or (b, a) in apart for a in joined for b in joined):
                unit |= dict.fromkeys(joined, joined)
    return sorted({members for members in unit.values() if len(members) > 1})
