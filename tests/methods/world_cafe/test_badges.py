"""The way of each number, for badges that are printed before anybody has come."""

from collections import Counter

import pytest

from methods.world_cafe.badges import foresee
from methods.world_cafe.method import method
from methods.world_cafe.state import Settings
from tests.methods.room import FACILITATOR
from tests.methods.world_cafe.cafe import Cafe
from workshop.method import Plan


def test_the_first_ones_host_and_the_others_change_tables() -> None:
    plan = planned(Settings(rounds=3, size=4, questions=("What is a good street?",)), 16)
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
    plan = planned(Settings(rounds=2), people)
    for _name, seats in plan.rounds:
        sizes = Counter(seats.values())
        assert set(seats) == {str(person) for person in range(1, people + 1)}
        assert max(sizes.values()) - min(sizes.values()) <= 1


def test_without_hosts_nobody_stays() -> None:
    assert {table.host for table in planned(Settings(hosts="none"), 12).tables} == {""}


def test_the_same_number_gives_the_same_ways() -> None:
    assert method.foresee(Settings(), 23) == method.foresee(Settings(), 23)


def test_everybody_sits_as_the_badge_with_their_number_says_and_phones_say_which_one() -> None:
    cafe = Cafe(people=12, badges=12, rounds=3, size=4)
    assert cafe.sees("p7")["badge"]["text"] == "You are number 7: please take the badge with this number."
    cafe.to("talk", 1)
    printed = [dict(seats) for _name, seats in planned(Settings(rounds=3, size=4), 12).rounds]
    for place, seats in enumerate(printed):
        assert {person: cafe.cafe.rounds[place].seats[f"p{person}"] for person in seats} == seats


def test_who_has_no_badge_sits_where_seats_are_free_and_the_others_stay_with_theirs() -> None:
    cafe = Cafe(people=10, badges=12, rounds=3, size=4)
    cafe.to("talk", 1)
    for late in ("p11", "p12", "p13", "p14"):
        cafe.come(late)
    cafe.to("talk", 2)
    second = dict(planned(Settings(rounds=3, size=4), 12).rounds[1][1])
    seats = cafe.cafe.rounds[1].seats
    assert {person: seats[f"p{person}"] for person in second} == second
    assert {"p13", "p14"} <= set(seats)
    assert max(Counter(seats.values()).values()) == 5


def test_a_badge_for_a_table_that_is_closed_leads_to_another_one() -> None:
    cafe = Cafe(people=12, badges=12, rounds=3, size=4)
    cafe.to("talk", 1)
    assert cafe.do(FACILITATOR, "CloseTable", table=3) == ""
    cafe.to("talk", 2)
    assert set(cafe.cafe.rounds[1].seats.values()) == {1, 2}


def planned(settings: Settings, people: int) -> Plan:
    plan = foresee(settings, people)
    assert plan is not None
    return plan
