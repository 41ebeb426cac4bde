"""The way of each number, for badges that are printed before anybody has come."""

from collections import Counter

import pytest

from methods.world_cafe.badges import foresee
from methods.world_cafe.method import method
from methods.world_cafe.state import Settings


def test_the_first_ones_host_and_the_others_change_tables() -> None:
    plan = foresee(Settings(rounds=3, size=4, questions=("What is a good street?",)), 16)
    assert [(table.number, table.host, table.text) for table in plan.tables] == [
        (1, "1", "What is a good street?"),
        (2, "2", "What is a good street?"),
        (3, "3", "What is a good street?"),
        (4, "4", "What is a good street?"),
    ]
    ways = {person: [seats[person] for _name, seats in plan.rounds] for person in map(str, range(1, 17))}
    assert all(ways[str(host)] == [host] * 3 for host in range(1, 5))
    assert all(len(set(ways[str(guest)])) == 3 for guest in range(5, 17))


@pytest.mark.parametrize("people", [1, 2, 5, 43])
def test_tables_are_even_whatever_the_number(people: int) -> None:
    plan = foresee(Settings(rounds=2), people)
    for _name, seats in plan.rounds:
        sizes = Counter(seats.values())
        assert set(seats) == {str(person) for person in range(1, people + 1)}
        assert max(sizes.values()) - min(sizes.values()) <= 1


def test_without_hosts_nobody_stays() -> None:
    assert {table.host for table in foresee(Settings(hosts="none"), 12).tables} == {""}


def test_the_same_number_gives_the_same_ways() -> None:
    assert method.foresee(Settings(), 23) == method.foresee(Settings(), 23)
