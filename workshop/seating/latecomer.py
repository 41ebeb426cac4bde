"""Somebody who comes in while a round is running."""

from collections import Counter
from collections.abc import Mapping, Sequence

from workshop.seating.request import Request

Round = Mapping[str, int]


def place(request: Request, rounds: Sequence[Round], round: int, person: str) -> int:
    """The table for a latecomer in a round (from 0) that is running: among the smallest, the one with the fewest repeats.

    Nobody else moves. `rounds` are all rounds so far, this one among them. A host goes to the own table.
    """
    staying = {host: table for table, host in request.hosts.items() if table in request.open}
    if person in staying:
        return staying[person]
    running = rounds[round]
    sizes = Counter(table for one, table in running.items() if one != person)
    smallest = min(sizes[table] for table in request.open)
    apart = {other for pair in request.apart if person in pair for other in pair if other != person}
    together = {other for pair in request.together if person in pair for other in pair if other != person}
    met = Counter(one for seats in rounds if person in seats for one, table in seats.items() if table == seats[person])
    visited = Counter(seats[person] for number, seats in enumerate(rounds) if person in seats and number != round)

    def cost(table: int) -> tuple[int, ...]:
        there = [one for one, at in running.items() if at == table and one != person]
        wishes = sum(one in apart for one in there) - sum(one in together for one in there)
        return wishes, sum(met[one] > 0 for one in there), visited[table], table

    wanted = [running[one] for one in sorted(together) if running.get(one) in request.open]
    return min(wanted or [table for table in request.open if sizes[table] == smallest], key=cost)
