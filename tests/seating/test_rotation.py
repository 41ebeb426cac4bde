"""Rounds that are the first round, turned."""

from itertools import combinations

import pytest

from tests.seating.asked import asked, document
from tests.seating.checker import agrees
from workshop.seating import seat
from workshop.seating.rotation import rotation


@pytest.mark.parametrize(("tables", "seats", "rounds"), [(5, 3, 7), (7, 3, 9), (9, 4, 8), (10, 3, 12)])
def test_a_turned_round_lets_nobody_meet_twice(tables: int, seats: int, rounds: int) -> None:
    plan = rotation(tables, seats, rounds)
    assert plan
    assert all(sorted(there) == sorted(list(range(tables)) * seats) for there in plan)
    for one, other in combinations(range(tables * seats), 2):
        assert sum(there[one] == there[other] for there in plan) <= 1


def test_more_differences_than_there_are_cannot_be() -> None:
    assert rotation(3, 4, 4) is None


def test_fifteen_schoolgirls_walk_out_for_seven_days() -> None:
    request = asked(15, 5, 7, hosts=False)
    plan = seat(request)
    found = agrees(document(request, plan))
    assert (found["repeats"], found["pairs_met"], plan.report.how) == (0, 105, "closed form")
