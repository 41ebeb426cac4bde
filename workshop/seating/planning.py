"""From a room to the tables of everybody in the rounds to come: the order in which one thing is tried after the other."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from workshop.seating.board import REPEAT, REVISIT, Board, bits
from workshop.seating.bound import repeats_bound, revisits_bound
from workshop.seating.closed import closed_form
from workshop.seating.filling import filled
from workshop.seating.labels import numbered
from workshop.seating.room import Room
from workshop.seating.routes import change_routes, least_alike
from workshop.seating.search import MEET, MIX, MOVE, NEAR, Heat, Search, anneal
from workshop.seating.setup import alike_of, board_of

Plan = list[list[int]]


def plan(room: Room, random: Random, steps: int, late: Callable[[], bool]) -> tuple[Plan, bool]:
    """The table, from 0, of every person and ghost in each round to come; and whether it is a closed form.

    First few repeats, by a rule or by a search; then few revisits; then mixing. None of the later costs what came before.
    """
    request, rounds = room.request, room.request.to_come
    if not room.people or not rounds:
        return [[] for _ in range(rounds)], False
    fewest = revisits_bound(request)
    goal = REPEAT * repeats_bound(request) + REVISIT * fewest
    ruled = closed_form(room, rounds, random)
    found = ruled or _searched(room, random, steps, late, goal)
    if not room.pins:
        found = _renumbered(room, found, random, fewest, late)
    search = _search(room, board_of(room, found), random, late, goal)
    if search.board.cost > goal:
        anneal(search, MOVE, steps // 4)
    return (_mixed(room, search, steps // 4) if request.attributes else search.board.seats), ruled is not None


def _searched(room: Room, random: Random, steps: int, late: Callable[[], bool], goal: int) -> Plan:
    """Few repeats, from several starts; where somebody stays few revisits too, where nobody does tables get their numbers afterwards."""
    goal = goal if room.pins else goal // REPEAT * REPEAT
    starts = _starts(room, random)
    best: Board | None = None
    for start, pinned, heat in starts:
        search = _search(room, board_of(pinned, start, bool(room.pins)), random, late, goal)
        anneal(search, heat, steps // len(starts))
        best = search.board if best is None or search.board.cost < best.cost else best
        if best.cost <= goal:
            break
    assert best is not None
    return best.seats


def _starts(room: Room, random: Random) -> list[tuple[Plan, Room, Heat]]:
    """Where to search from: as planned, or everybody where they have met few; with somebody who stays; a closed form of fewer rounds."""
    rounds = room.request.to_come
    starts = [(filled(room, rounds, random), room, NEAR if room.request.planned else MEET)]
    if not room.pins and not room.units and not room.request.planned and room.people >= len(room.tables):
        anchored = replace(room, pins={person: table for table, person in enumerate(random.sample(range(room.people), len(room.tables)))})
        starts.append((filled(anchored, rounds, random), anchored, MEET))
    fewer = dict.fromkeys(min(rounds - 1, most) for most in (rounds - 1, len(room.tables), rounds - 2, rounds - 3))
    near = next((found for number in fewer if number > 0 and (found := closed_form(room, number, random, turned=False))), None)
    return [*starts, (filled(room, rounds, random, near), room, NEAR)] if near else starts


def _mixed(room: Room, search: Search, steps: int) -> Plan:
    """Mixing, at no cost of repeats and revisits."""
    board = search.board
    board.alike = alike_of(room)
    board.count()
    least = room.request.to_come * sum(least_alike(room, kinds) for kinds in board.alike)
    search.goal = search.goal + least
    change_routes(room, board, search.random, steps // 10)
    anneal(search, MIX, steps)
    return board.seats


def _search(room: Room, board: Board, random: Random, late: Callable[[], bool], goal: int) -> Search:
    numbers = room.numbers
    apart = [(numbers[one], numbers[other]) for one, other in room.request.apart if one in numbers and other in numbers and one != other]
    return Search(board, random, room.units, tuple(apart), late, goal)


def _renumbered(room: Room, found: Plan, random: Random, goal: int, late: Callable[[], bool]) -> Plan:
    visited = [0] * len(room.tables)
    for played in room.request.played:
        for person, table in played.items():
            if person in room.numbers and table in room.tables:
                visited[room.tables.index(table)] |= 1 << room.numbers[person]
    rounds = [_rows(room, seats) for seats in found]
    rounds = numbered(rounds, visited, random, goal, (1 << room.people) - 1, late)
    plan = [[0] * room.everybody for _ in rounds]
    for seats, rows in zip(plan, rounds, strict=True):
        for table, row in enumerate(rows):
            for number in bits(row):
                seats[number] = table
    return plan


def _rows(room: Room, seats: list[int]) -> list[int]:
    rows = [0] * len(room.tables)
    for person, table in enumerate(seats):
        rows[table] |= 1 << person
    return rows
