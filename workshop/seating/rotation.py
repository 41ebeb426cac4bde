"""Rotations: one round that is turned on, so that a search for a few rounds becomes a search for one.

People are a few classes of m, each a ring, and a few who do not turn. Round r is the first round with every ring turned by r. Two people
meet again when two pairs at the first tables have the same difference in the same classes; so all differences must be distinct (a
*starter*, see the Handbook of Combinatorial Designs, VI.55). Nobody stays at a table.
"""

from collections import Counter
from functools import lru_cache
from itertools import combinations
from math import exp
from random import Random

STEPS = 25_000
WIDER = 2
HEAT = 0.37
MOST = 72  # people; with more the search takes too long, and there are columns for nearly everything
Key = tuple[int, int, int]


@lru_cache(maxsize=128)
def rotation(tables: int, seats: int, rounds: int) -> list[list[int]] | None:
    """The table, from 0, of each of tables * seats people in each round; None where a short search finds no such plan.

    >>> [len(set(seats)) for seats in rotation(5, 3, 7)]
    [5, 5, 5, 5, 5, 5, 5]
    """
    people = tables * seats
    if people > MOST or seats > tables or rounds < 2:
        return None
    for turn in range(rounds, rounds + WIDER):
        classes, still = divmod(people, turn)
        needed = tables * seats * (seats - 1) // 2
        there = classes * ((turn - 1) // 2) + classes * (classes - 1) // 2 * turn + still * classes
        if classes and still <= tables and there >= needed:
            first = _starter(tables, seats, turn, classes)
            if first:
                return [_turned(first, turn, classes, round) for round in range(rounds)]
    return None


def _turned(first: list[int], turn: int, classes: int, round: int) -> list[int]:
    rings = [first[ring * turn + (place - round) % turn] for ring in range(classes) for place in range(turn)]
    return rings + first[classes * turn :]


def _starter(tables: int, seats: int, turn: int, classes: int) -> list[int] | None:
    """A first round with no difference twice, by simulated annealing."""
    people, random = tables * seats, Random(turn)
    rows = [list(range(table, people, tables)) for table in range(tables)]
    keys = {(one, other): _key(one, other, turn, classes) for one, other in combinations(range(people), 2)}
    keys |= {(other, one): key for (one, other), key in keys.items()}
    barred = {key for key in keys.values() if _barred(key, turn)}
    count = Counter(barred)
    count.update(keys[pair] for row in rows for pair in combinations(row, 2))
    wrong = sum(times - 1 for times in count.values() if times > 1)
    for _step in range(STEPS):
        if not wrong:
            return [table for _person, table in sorted((person, table) for table, row in enumerate(rows) for person in row)]
        (x, y), a, b = random.sample(range(tables), 2), random.randrange(seats), random.randrange(seats)
        one, other = rows[x][a], rows[y][b]
        old = [keys[one, mate] for mate in rows[x] if mate != one] + [keys[other, mate] for mate in rows[y] if mate != other]
        new = [keys[other, mate] for mate in rows[x] if mate != one] + [keys[one, mate] for mate in rows[y] if mate != other]
        change = _exchange(count, old, new)
        if change <= 0 or random.random() < exp(-change / HEAT):
            rows[x][a], rows[y][b] = other, one
            wrong += change
        else:
            _exchange(count, new, old)
    return None


def _exchange(count: Counter[Key], old: list[Key], new: list[Key]) -> int:
    """Counts some differences out and others in; how many more of them are there twice."""
    change = 0
    for key in old:
        count[key] -= 1
        change -= count[key] > 0
    for key in new:
        change += count[key] > 0
        count[key] += 1
    return change


def _key(one: int, other: int, turn: int, classes: int) -> Key:
    """The classes of two people, the lower number first, and the difference between them; those who do not turn have no class."""
    (i, x), (j, y) = divmod(one, turn), divmod(other, turn)
    if j >= classes:
        return (i, classes + y, 0) if i < classes else (classes, classes, 0)
    return i, j, min((y - x) % turn, (x - y) % turn) if i == j else (y - x) % turn


def _barred(key: Key, turn: int) -> bool:
    """Whether a pair of this kind meets more than once: two who do not turn, or half a turn apart."""
    one, other, difference = key
    return one == other and difference in (0, turn / 2)
