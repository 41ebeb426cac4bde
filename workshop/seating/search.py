"""Local search: swaps of two people in a round, by simulated annealing on people with whom something is wrong.

After Kirkpatrick, Gelatt and Vecchi, "Optimization by simulated annealing" (Science 220, 1983): a swap that makes things worse is
taken the more often the hotter it is, and it cools down with every step. The best plan on the way is what remains.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import exp
from random import Random

from workshop.seating.board import Board, Change, bits

Pick = tuple[int, int]
CHECK = 256


@dataclass(frozen=True, slots=True)
class Heat:
    """How much a change weighs (wishes, repeats, revisits, people alike), and from which temperature to which it cools."""

    weights: tuple[float, float, float, float]
    first: float
    last: float

    def rise(self, change: Change) -> float:
        """How much worse a change makes it."""
        (a, b, c, d), (wishes, repeats, revisits, alike) = self.weights, change
        return a * wishes + b * repeats + c * revisits + d * alike


MEET = Heat((60, 1, 0.02, 0), 0.4, 0.15)
NEAR = Heat((60, 1, 0.02, 0), 0.25, 0.12)
MOVE = Heat((400, 20, 1, 0), 1.0, 0.15)
MIX = Heat((9000, 400, 20, 1), 2.0, 0.25)


@dataclass(slots=True)
class Search:
    """A search on a board, with units who move together, pairs who should be apart, and what to stop for."""

    board: Board
    random: Random
    units: tuple[tuple[int, ...], ...]
    apart: tuple[tuple[int, int], ...]
    late: Callable[[], bool]
    goal: int = 0


def anneal(search: Search, heat: Heat, steps: int) -> None:
    """Searches in so many steps, or until the goal is reached or the time is up; the board then has the best plan found."""
    board, random, goal = search.board, search.random.random, search.goal
    movable = [person for person in range(len(board.once)) if not board.pinned >> person & 1]
    best, plan, temperature = board.cost, [list(seats) for seats in board.seats], heat.first
    if not movable or not board.seats:
        return
    for step in range(steps):
        if best <= goal:
            break
        if step % CHECK == 0:
            temperature = heat.first * (heat.last / heat.first) ** (step / steps)
            if search.late():
                break
        if search.units and random() < 0.02:
            _swap_unit(search, heat, temperature, movable)
        elif pick := _pick(search, heat, movable):
            round, one = pick
            other = movable[int(random() * len(movable))]
            if board.seats[round][one] != board.seats[round][other]:
                change = board.change(round, one, other)
                rise = heat.rise(change)
                if rise <= 0 or random() < exp(-rise / temperature):
                    board.swap(round, one, other, change)
        if board.cost < best:
            best, plan = board.cost, [list(seats) for seats in board.seats]
    restore(board, plan)


def _pick(search: Search, heat: Heat, movable: list[int]) -> Pick | None:
    """A round, and somebody in it who may move: with whom something is wrong, if anything that weighs is."""
    board, random = search.board, search.random.random
    rounds = len(board.seats)
    repeated, returned = board.repeated.entries, board.returned.entries
    chance = random()
    if chance < 0.1 and search.apart:
        one, other = search.apart[int(random() * len(search.apart))]
        found = [round for round, seats in enumerate(board.seats) if seats[one] == seats[other]]
    elif repeated and chance < 0.8:
        one, other = repeated[int(random() * len(repeated))]
        found = [round for round, seats in enumerate(board.seats) if seats[one] == seats[other]]
    elif returned and chance < 0.9:
        one, table = returned[int(random() * len(returned))]
        other, found = one, [round for round, seats in enumerate(board.seats) if seats[one] == table]
    else:
        return int(random() * rounds), movable[int(random() * len(movable))]
    if not found:
        return None
    if board.pinned >> one & 1 or random() < 0.5:
        one = other
    return None if board.pinned >> one & 1 else (found[int(random() * len(found))], one)


def _swap_unit(search: Search, heat: Heat, temperature: float, movable: list[int]) -> None:
    """People who stay together change places with as many people of another table."""
    board, random = search.board, search.random
    unit, round = random.choice(search.units), random.randrange(len(board.seats))
    seats, free = board.seats[round], set(movable)
    there = [person for person in bits(board.rows[round][random.randrange(len(board.rows[round]))]) if person in free]
    if len(there) < len(unit) or seats[there[0]] in {seats[person] for person in unit}:
        return
    pairs = list(zip(unit, random.sample(there, len(unit)), strict=True))
    rise = 0.0
    for one, other in pairs:
        change = board.change(round, one, other)
        rise += heat.rise(change)
        board.swap(round, one, other, change)
    if rise > 0 and random.random() >= exp(-rise / temperature):
        for one, other in reversed(pairs):
            board.swap(round, one, other, board.change(round, one, other))


def restore(board: Board, plan: list[list[int]]) -> None:
    """Brings the board to a plan by swaps."""
    for round, wanted in enumerate(plan):
        seats = board.seats[round]
        for person, table in enumerate(wanted):
            if seats[person] != table:
                other = next(one for one in bits(board.rows[round][table]) if wanted[one] != table)
                board.swap(round, person, other, board.change(round, person, other))
