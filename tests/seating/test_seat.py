"""Plans as somebody who asks for them gets them, each checked by an independent count."""

from dataclasses import replace
from random import Random

import pytest

from tests.seating.asked import asked, document
from tests.seating.checker import agrees
from workshop.seating import Request, Seating, seat, tables_for

PATIENT = 60  # seconds that never end a search early, however busy the machine is, in cases where a rule or a bound ends it


@pytest.mark.parametrize("hosts", [True, False])
@pytest.mark.parametrize(
    ("tables", "seats", "rounds"),
    [
        (4, 4, 3),
        (5, 5, 5),
        (6, 4, 4),
        (7, 5, 7),
        (8, 5, 3),
        (9, 5, 3),
        (10, 4, 6),
        (12, 5, 3),
        (25, 6, 4),
        (34, 6, 5),
        (8, 4, 8),
        (15, 6, 6),
    ],
)
def test_nobody_meets_twice(tables: int, seats: int, rounds: int, hosts: bool) -> None:
    request = asked(tables * seats, tables, rounds, hosts)
    plan = seat(request, PATIENT)
    found = agrees(document(request, plan))
    assert (found["repeats"], found["spread"], found["hosts_moved"]) == (0, 0, 0)
    assert plan.report.proven
    assert plan.report.how == "closed form"
    assert not (hosts and found["revisits"])


@pytest.mark.parametrize("hosts", [True, False])
def test_every_number_of_people_gets_tables_of_almost_the_same_size(hosts: bool) -> None:
    for people in range(6, 301):
        request = asked(people, tables_for(people, 5), 3, hosts)
        plan = seat(request, 0.05)
        found = agrees(document(request, plan))
        assert found["spread"] <= 1, people
        assert found["hosts_moved"] == 0, people
        assert people <= 30 or plan.report.how == "closed form", people


def test_where_repeats_must_be_they_are_as_few_as_a_bound_allows() -> None:
    for request in (asked(8, 2, 6), asked(24, 4, 4), asked(15, 5, 7), asked(8, 2, 6, hosts=False)):
        plan = seat(request, PATIENT)
        assert agrees(document(request, plan))["repeats"] == plan.report.bound > 0
        assert plan.report.how == "bound reached"


def test_a_search_finds_what_no_rule_gives() -> None:
    plan = seat(asked(36, 6, 3), PATIENT)  # there are no two orthogonal Latin squares of order 6
    assert plan.report.repeats == 0
    assert plan.report.how == "bound reached"


def test_the_same_seed_gives_the_same_plan_and_another_one_another() -> None:
    request = asked(40, 8, 4, seed=3)
    assert seat(request) == seat(request)
    assert seat(request).rounds != seat(replace(request, seed=4)).rounds


def replanned(request: Request, plan: Seating, played: int, late: int, gone: int) -> Request:
    """After some rounds, people have come and travellers have left."""
    travellers = [person for person in request.people if person not in request.hosts.values()]
    left = set(Random(1).sample(travellers, gone))
    people = (*(person for person in request.people if person not in left), *(f"late {number}" for number in range(late)))
    return replace(request, people=people, played=plan.rounds[:played], planned=plan.rounds[played:])


@pytest.mark.parametrize(("people", "tables", "rounds", "played"), [(120, 24, 4, 2), (300, 60, 5, 1), (60, 12, 4, 1)])
def test_people_come_and_leave_between_rounds(people: int, tables: int, rounds: int, played: int) -> None:
    first = asked(people, tables, rounds)
    plan = seat(first, PATIENT)
    request = replanned(first, plan, played, late=20, gone=15)
    again = seat(request, PATIENT)
    assert again.rounds[:played] == plan.rounds[:played]
    assert all(set(seats) == set(request.people) for seats in again.rounds[played:])
    assert (again.report.repeats, again.report.revisits, again.report.hosts_moved, again.report.spread) == (0, 0, 0, 1)
    stayed = [person for person in first.people if person in request.people]
    kept = sum(again.rounds[number][person] == plan.rounds[number][person] for person in stayed for number in range(played, rounds))
    assert kept > 0.8 * len(stayed) * (rounds - played), "badges that were printed hold for most"


def test_a_closed_table_is_used_no_more_and_its_host_travels() -> None:
    plan = seat(asked(30, 6, 3))
    request = replace(asked(30, 6, 3), played=plan.rounds[:1], closed=frozenset({6}))
    again = seat(request, 0.2)
    assert all(6 not in seats.values() for seats in again.rounds[1:])
    assert again.report.spread == 0
    assert "6" in again.rounds[1]


def test_wishes_hold() -> None:
    request = asked(24, 6, 3, together=(("10", "11"), ("1", "12")), apart=(("20", "21"), ("2", "3"), ("22", "23")))
    plan = seat(request, 0.3)
    assert plan.report.unmet == ()
    for seats in plan.rounds:
        assert seats["10"] == seats["11"]
        assert seats["12"] == 1
        assert seats["20"] != seats["21"]
        assert seats["22"] != seats["23"]
    agrees(document(request, plan), request.together)


def test_wishes_that_cannot_hold_are_told() -> None:
    request = asked(12, 3, 2, together=(("1", "2"), ("7", "8")), apart=(("7", "8"),))
    unmet = seat(request, 0.1).report.unmet
    assert ("together", "1", "2") in unmet, "two hosts stay at two tables"
    assert len(unmet) == 2


def test_attributes_are_mixed_without_a_repeat() -> None:
    names = tuple(map(str, range(1, 41)))
    attributes = {name: ("north" if number < 20 else "south", "fr" if number % 4 else "nl") for number, name in enumerate(names)}
    mixed = seat(asked(40, 8, 4, attributes=attributes))
    plain = seat(asked(40, 8, 4))
    assert mixed.report.repeats == mixed.report.revisits == 0
    assert min(mixed.report.mixing) > 0.85
    assert plain.report.mixing == ()


@pytest.mark.parametrize(("people", "tables", "rounds"), [(0, 3, 2), (1, 1, 3), (2, 5, 2), (3, 1, 4), (5, 2, 0)])
def test_small_numbers_are_no_trouble(people: int, tables: int, rounds: int) -> None:
    plan = seat(asked(people, tables, rounds), 0.1)
    assert len(plan.rounds) == rounds
    assert all(len(seats) == people for seats in plan.rounds)
    assert plan.report.spread <= 1


def test_time_that_is_up_is_told() -> None:
    plan = seat(asked(30, 6, 6), seconds=1e-9)
    assert not plan.report.cut or plan.report.how == "best found"
    assert all(len(seats) == 30 for seats in plan.rounds)
