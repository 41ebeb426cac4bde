"""Difference columns, and the fields behind some of them."""

from itertools import combinations, product

import pytest

from workshop.seating.columns import columns
from workshop.seating.galois import elements, times


@pytest.mark.parametrize(("prime", "degree"), [(2, 3), (3, 2), (5, 1), (2, 4)])
def test_a_field_has_no_two_ways_to_one_product(prime: int, degree: int) -> None:
    field = elements(prime, degree)
    for factor in field[1:]:
        assert len({times(factor, other, prime) for other in field}) == len(field)


@pytest.mark.parametrize("tables", [4, 5, 6, 8, 9, 10, 12, 14, 16, 20, 25, 36])
def test_columns_let_nobody_meet_twice_and_nobody_come_back(tables: int) -> None:
    found = columns(tables, 4, 4)
    assert found
    people = list(product(range(tables), range(4)))
    routes = {(home, seat): [found.table(home, round, seat) for round in range(4)] for home, seat in people}
    assert all(len(set(route)) == (1 if seat == 0 else 4) for (_home, seat), route in routes.items())
    for one, other in combinations(people, 2):
        assert sum(a == b for a, b in zip(routes[one], routes[other], strict=True)) <= 1


def test_where_there_are_none_there_are_none() -> None:
    assert columns(3, 4, 2) is None
    assert columns(6, 6, 3) is None
