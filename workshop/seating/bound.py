"""How few repeats and revisits any plan can have: counting arguments that hold whatever the plan.

*People*: the pairs who can still meet for the first time are counted, and so are the meetings that so many tables make; what is
left over are repeats. Hosts and travellers are counted apart: hosts never meet each other, and each traveller meets a host in every
round. *Tables* (pigeonhole): those who sit at one table go on to so many tables, so some of them must meet again in the next round.
"""

from collections.abc import Mapping
from itertools import combinations

from workshop.seating.request import Request


def repeats_bound(request: Request) -> int:
    """A number of repeats that no plan goes below, those of the rounds that were played among them."""
    rounds, people = request.to_come, set(request.people)
    free = {frozenset(pair) for pair in request.together}
    played = [frozenset(pair) for seats in request.played for people_there in _tables(seats) for pair in combinations(people_there, 2)]
    known = set(played)
    done = len([pair for pair in played if pair not in free]) - len(known - free)
    if not rounds or not people:
        return done
    sizes = _sizes(len(people), len(request.open))
    return done + max(_by_people(request, sizes, known, free), 0 if free else _by_tables(request, sizes))


def revisits_bound(request: Request) -> int:
    """A number of revisits that no plan goes below that has no more repeats than it must have."""
    tables, rounds, staying = set(request.open), request.to_come, request.staying
    found = 0
    for person in request.people:
        visits = [seats[person] for seats in request.played if person in seats and seats[person] != staying.get(person)]
        to_come = rounds if person not in staying else 0
        found += len(visits) - len(set(visits)) + max(0, to_come - len(tables - set(visits)))
    square = len(request.people) == len(tables) ** 2 and not staying and not request.played and not request.together
    return max(found, len(tables) * (rounds - 1)) if square and rounds and not repeats_bound(request) else found


def _by_people(request: Request, sizes: list[int], known: set[frozenset[str]], free: set[frozenset[str]]) -> int:
    rounds, staying = request.to_come, request.staying
    everybody = list(request.people)
    if len(staying) < len(sizes):  # tables without a host: hosts are counted like everybody, except that they do not meet each other
        barred = {frozenset(pair) for pair in combinations(staying, 2)}
        return _left_over(everybody, sizes, rounds, known | barred, free)
    travellers = [person for person in everybody if person not in staying]
    unseen = {person: sum(frozenset((person, host)) not in known for host in staying) for person in travellers}
    hosted = {person for pair in free for person in pair if pair & staying.keys()}
    again = sum(max(0, rounds - unseen[person]) for person in travellers if person not in hosted)
    return again + _left_over(travellers, [size - 1 for size in sizes], rounds, known, free)


def _left_over(people: list[str], sizes: list[int], rounds: int, known: set[frozenset[str]], free: set[frozenset[str]]) -> int:
    """The meetings at tables of these sizes that cannot be first meetings: counted in all, or person by person."""
    fresh = dict.fromkeys(people, len(people) - 1)
    gone = [pair for pair in known | free if len(pair) == 2 and pair <= fresh.keys()]
    for pair in gone:
        for person in pair:
            fresh[person] -= 1
    total = len(people) * (len(people) - 1) // 2 - len(gone)
    pardoned = sum(pair <= fresh.keys() for pair in free)
    meetings = rounds * sum(size * (size - 1) // 2 for size in sizes)
    friends = {person: sum(person in pair for pair in free) for person in people} if free else {}
    least = rounds * max(0, min(sizes) - 1)
    alone = sum(max(0, least - rounds * friends.get(person, 0) - fresh[person]) for person in people)
    return max(0, meetings - rounds * pardoned - total, -(-alone // 2))


def _by_tables(request: Request, sizes: list[int]) -> int:
    tables, rounds = len(sizes), request.to_come
    if len(request.staying) == tables:
        between = sum(_hosted_again(size - 1, tables) for size in sizes)
    else:
        between = sum(_crowd(size, tables) for size in sizes)
    here = set(request.people)
    last = [[person for person in people if person in here] for people in _tables(request.played[-1])] if request.played else []
    return between * (rounds - 1) + sum(_crowd(len(people), tables) for people in last)


def _hosted_again(travellers: int, tables: int) -> int:
    """Of the travellers at a table some may stay, and meet its host again, and the others spread over the other tables."""
    return min(
        stay + stay * (stay - 1) // 2 + (_crowd(travellers - stay, tables - 1) if tables > 1 else 0)
        for stay in (range(travellers + 1) if tables > 1 else [travellers])
    )


def _crowd(people: int, tables: int) -> int:
    """How many pairs share a table at least when so many people spread over so many tables."""
    each, more = divmod(people, tables)
    return more * (each + 1) * each // 2 + (tables - more) * each * (each - 1) // 2


def _sizes(people: int, tables: int) -> list[int]:
    return [people // tables + (table < people % tables) for table in range(tables)]


def _tables(seats: Mapping[str, int]) -> list[list[str]]:
    rows: dict[int, list[str]] = {}
    for person, table in seats.items():
        rows.setdefault(table, []).append(person)
    return list(rows.values())
