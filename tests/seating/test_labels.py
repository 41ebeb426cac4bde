"""Numbers for tables."""

from itertools import permutations
from random import Random

from workshop.seating.labels import assigned, numbered, revisits


def test_an_assignment_is_the_cheapest_of_all() -> None:
    random = Random(1)
    for size in range(1, 7):
        costs = [[random.randrange(9) for _ in range(size)] for _ in range(size)]
        best = min(sum(costs[row][column] for row, column in enumerate(order)) for order in permutations(range(size)))
        found = assigned(costs)
        assert sorted(found) == list(range(size))
        assert sum(costs[row][column] for row, column in enumerate(found)) == best


def test_the_same_groups_get_numbers_where_few_come_back() -> None:
    rounds = [[0b000011, 0b001100, 0b110000]] * 3
    before = revisits(rounds, [0, 0, 0], 0b111111)
    found = numbered(rounds, [0, 0, 0], Random(1), 0, 0b111111, lambda: False)
    assert [set(rows) for rows in found] == [set(rows) for rows in rounds]
    assert (before, revisits(found, [0, 0, 0], 0b111111)) == (12, 0)


def test_people_who_are_not_counted_do_not_decide() -> None:
    assert revisits([[0b01, 0b10], [0b01, 0b10]], [0, 0], people=0b01) == 1
