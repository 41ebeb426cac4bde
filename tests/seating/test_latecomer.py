"""Somebody who comes in while a round is running."""

from dataclasses import replace

from tests.seating.asked import asked
from workshop.seating import place

SECOND = {"1": 1, "2": 2, "3": 1, "4": 2, "5": 1, "6": 2}
FIRST = {"1": 1, "2": 2, "7": 2, "4": 2, "5": 1, "6": 1}
ROUND = asked(7, 2, 2)


def test_among_tables_of_one_size_it_is_the_one_with_the_fewest_whom_they_met() -> None:
    assert place(ROUND, [FIRST, SECOND], 1, "7") == 1


def test_a_smaller_table_comes_before_new_faces() -> None:
    smaller = {person: table for person, table in SECOND.items() if person != "6"}
    assert place(ROUND, [FIRST, smaller], 1, "7") == 2


def test_a_wish_decides() -> None:
    assert place(replace(ROUND, together=(("7", "2"),)), [FIRST, SECOND], 1, "7") == 2
    assert place(replace(ROUND, apart=(("7", "3"),)), [FIRST, SECOND], 1, "7") == 2


def test_a_host_goes_to_the_own_table() -> None:
    assert place(replace(ROUND, hosts={2: "7"}), [FIRST, SECOND], 1, "7") == 2


def test_a_closed_table_gets_nobody() -> None:
    assert place(replace(ROUND, closed=frozenset({1})), [FIRST, SECOND], 1, "7") == 2
