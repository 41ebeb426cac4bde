"""Bounds, beside the best of all plans of a few people."""

from itertools import combinations, product

import pytest

from tests.seating.asked import asked
from workshop.seating import Request, report
from workshop.seating.bound import repeats_bound


def rounds_of(request: Request) -> list[dict[str, int]]:
    """Every round there can be: tables of almost the same size, hosts at theirs."""
    tables, people = request.open, request.people
    found = [dict(zip(people, seats, strict=True)) for seats in product(tables, repeat=len(people))]
    sizes = [[list(seats.values()).count(table) for table in tables] for seats in found]
    hosts = request.staying
    return [
        seats
        for seats, size in zip(found, sizes, strict=True)
        if max(size) - min(size) <= 1 and all(seats[person] == table for person, table in hosts.items())
    ]


@pytest.mark.parametrize("hosts", [True, False])
@pytest.mark.parametrize(("people", "tables"), [(4, 2), (5, 2), (6, 2), (6, 3), (7, 3)])
def test_no_plan_of_two_rounds_goes_below_the_bound(people: int, tables: int, hosts: bool) -> None:
    request = asked(people, tables, 2, hosts)
    every = rounds_of(request)
    best = min(report(request, [every[0], second]).repeats for second in every)
    assert repeats_bound(request) <= best


def test_no_plan_of_three_rounds_goes_below_the_bound() -> None:
    request = asked(6, 2, 3)
    every = rounds_of(request)
    assert repeats_bound(request) <= min(report(request, three).repeats for three in combinations(every, 3))


def test_repeats_that_were_played_are_in_it() -> None:
    played = {"1": 1, "2": 2, "3": 1, "4": 2}
    assert repeats_bound(asked(4, 2, 2, played=(played, played))) == 2
