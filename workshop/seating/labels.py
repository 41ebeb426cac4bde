"""Numbers for the tables of each round, so that few come back to a table: the same people sit together as before.

Only where nobody stays at a table. Round by round the best numbers are found exactly (the assignment problem, by the
Hungarian method: Kuhn 1955, Munkres 1957), until no round can be bettered by itself; then again from a few other starts.
"""

from collections.abc import Callable
from random import Random

STARTS, WORK = 6, 400_000


def numbered(
    rounds: list[list[int]], visited: list[int], random: Random, goal: int, people: int, late: Callable[[], bool]
) -> list[list[int]]:
    """The sets of people of each round in the order of their tables; `visited[table]` are those who were there before."""
    if revisits(rounds, visited, people) <= goal:
        return rounds
    best = _bettered(rounds, visited, people, late)
    for _start in range(min(STARTS, WORK // (len(rounds) * len(visited) ** 3))):
        if late() or revisits(best, visited, people) <= goal:
            break
        other = _bettered([random.sample(rows, len(rows)) for rows in rounds], visited, people, late)
        best = min(best, other, key=lambda found: revisits(found, visited, people))
    return best


def revisits(rounds: list[list[int]], visited: list[int], people: int) -> int:
    """How often somebody of these people comes back to a table."""
    found, seen = 0, list(visited)
    for rows in rounds:
        for table, row in enumerate(rows):
            found += (row & seen[table] & people).bit_count()
            seen[table] |= row
    return found


def _bettered(rounds: list[list[int]], visited: list[int], people: int, late: Callable[[], bool]) -> list[list[int]]:
    rounds, before, now = [list(rows) for rows in rounds], -1, revisits(rounds, visited, people)
    while now != before:
        for number, rows in enumerate(rounds):
            if late():
                return rounds
            seen = [there & people for there in visited]
            for other in rounds[:number] + rounds[number + 1 :]:
                seen = [there | row & people for there, row in zip(seen, other, strict=True)]
            tables = assigned([[(row & there).bit_count() for there in seen] for row in rows])
            rounds[number] = [row for _table, row in sorted(zip(tables, rows, strict=True))]
        before, now = now, revisits(rounds, visited, people)
    return rounds


def assigned(costs: list[list[int]]) -> list[int]:
    """A column for each row of a square matrix, all different, with the least sum.

    >>> assigned([[4, 1, 3], [2, 0, 5], [3, 2, 2]])
    [1, 0, 2]
    """
    size = len(costs)
    high, low, owner = [0] * (size + 1), [0] * (size + 1), [0] * (size + 1)
    for row in range(1, size + 1):
        owner[0], column = row, 0
        least, used, way = [10**9] * (size + 1), [False] * (size + 1), [0] * (size + 1)
        while owner[column]:
            used[column] = True
            at, step, nearest = owner[column], 10**9, 0
            for other in range(1, size + 1):
                if not used[other]:
                    slack = costs[at - 1][other - 1] - high[at] - low[other]
                    if slack < least[other]:
                        least[other], way[other] = slack, column
                    if least[other] < step:
                        step, nearest = least[other], other
            for other in range(size + 1):
                if used[other]:
                    high[owner[other]] += step
                    low[other] -= step
                else:
                    least[other] -= step
            column = nearest
        while column:
            owner[column], column = owner[way[column]], way[column]
    tables = [0] * size
    for column in range(1, size + 1):
        tables[owner[column] - 1] = column - 1
    return tables
