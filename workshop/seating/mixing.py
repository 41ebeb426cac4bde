"""How evenly the values of an attribute (district, role, language) are spread over the tables."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from workshop.seating.request import Request

Round = Mapping[str, int]


def mixing(request: Request, rounds: Sequence[Round]) -> tuple[float, ...]:
    """For each attribute from 0 (all of a kind sit together) to 1 (as even as the numbers allow), over these rounds."""
    width = max((len(values) for values in request.attributes.values()), default=0)
    return tuple(_of_one(request, rounds, attribute) for attribute in range(width))


def _of_one(request: Request, rounds: Sequence[Round], attribute: int) -> float:
    values = {person: found[attribute] for person, found in request.attributes.items() if attribute < len(found) and found[attribute]}
    alike = best = worst = 0
    for seats in rounds:
        here = [(seats[person], value) for person, value in values.items() if person in seats]
        sizes = sorted((Counter(seats.values())[table] for table in request.open), reverse=True)
        counts = sorted(Counter(value for _table, value in here).values(), reverse=True)
        alike += _pairs(Counter(here).values())
        best += sum(_pairs(_even(count, len(sizes))) for count in counts)
        worst += _pairs(_crowded(counts, sizes))
    return 1.0 if worst <= best else round(max(0.0, min(1.0, (worst - alike) / (worst - best))), 4)


def _pairs(counts: Iterable[int]) -> int:
    return sum(count * (count - 1) // 2 for count in counts)


def _even(count: int, tables: int) -> list[int]:
    return [count // tables + (table < count % tables) for table in range(tables)]


def _crowded(counts: list[int], sizes: list[int]) -> list[int]:
    """How many of a kind sit together when each kind fills table after table."""
    seats, together = list(sizes), []
    for count in counts:
        while count and seats:
            taken = min(count, seats[0])
            together.append(taken)
            count -= taken
            seats[0] -= taken
            seats = seats if seats[0] else seats[1:]
    return together
