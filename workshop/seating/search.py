"""Local search: swaps of two people in a round, with a memory of what was just undone (tabu search).

After Dotú and Van Hentenryck, "Scheduling social golfers locally" (CPAIOR 2005): only people with whom something is wrong move, the
best swap is taken even when it makes things worse, and nobody returns at once to where they were.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from workshop.seating.board import REPEAT, REVISIT, Board, bits, weighed

CANDIDATES = 48
STALL = 400


@dataclass(slots=True)
class Search:
    """A search on a board: the best plan so far, its cost, the steps left, and who may not go where until which step."""

    board: Board
    random: Random
    steps: int
    late: Callable[[], bool]
    mix: bool = False
    goal: int = 0
    step: int = 0
    best: int = 0
    plan: list[list[int]] = field(default_factory=list)
    barred: dict[tuple[int, int, int], int] = field(default_factory=dict)


def improve(search: Search) -> None:
    """Searches until the goal is reached, or the steps or the time are used up; the best plan is in `search.plan`."""
    board = search.board
    search.best, search.plan = board.cost, [list(seats) for seats in board.seats]
    stalled = 0
    while search.step < search.steps and search.best > search.goal and not (search.step & 63 == 0 and search.late()):
        search.step += 1
        found = _choose(search)
        move = found and _best_swap(search, *found)
        if move:
            _apply(search, *move)
        stalled += 1
        if board.cost < search.best:
            search.best, search.plan, stalled = board.cost, [list(seats) for seats in board.seats], 0
        elif stalled >= STALL:
            stalled = 0
            _shake(search)


def _choose(search: Search) -> tuple[int, int] | None:
    """A round, and somebody in it who may move and with whom something is wrong."""
    board, random = search.board, search.random
    repeated, returned = board.repeated.entries, board.returned.entries
    if repeated and not (returned and random.random() < 0.1):
        one, other = random.choice(repeated)
        rounds = [number for number, seats in enumerate(board.seats) if seats[one] == seats[other]]
        person = one if random.random() < 0.5 else other
        person = one + other - person if board.pinned >> person & 1 else person
    elif returned and not (search.mix and random.random() < 0.5):
        person, table = random.choice(returned)
        rounds = [number for number, seats in enumerate(board.seats) if seats[person] == table]
    else:
        person, rounds = random.randrange(len(board.visits)), list(range(len(board.seats)))
    if not rounds or board.pinned >> person & 1:
        return None
    return random.choice(rounds), person


def _best_swap(search: Search, round: int, person: int) -> tuple[int, int, int, int] | None:
    """The best swap of somebody in a round that is not barred: (round, person, other, change of cost)."""
    board, random, step = search.board, search.random, search.step
    seats, barred = board.seats[round], search.barred
    x = seats[person]
    others = range(len(seats))
    chosen = others if len(seats) <= CANDIDATES else random.sample(others, CANDIDATES)
    price = pricing(board, round, person, search.mix)
    least, best = 0, list[int]()
    for other in chosen:
        y = seats[other]
        if y == x or board.pinned >> other & 1:
            continue
        change = price(other)
        if best and change > least:
            continue
        held = barred.get((round, person, y), 0) > step or barred.get((round, other, x), 0) > step
        if held and board.cost + change >= search.best:
            continue
        if best and change == least:
            best.append(other)
        else:
            least, best = change, [other]
    return (round, person, random.choice(best), least) if best else None


def pricing(board: Board, round: int, one: int, mix: bool) -> Callable[[int], int]:
    """What the cost of a swap of somebody with another in a round would be."""
    seats, rows, once, again = board.seats[round], board.rows[round], board.once, board.again
    x = seats[one]
    left = rows[x] ^ (1 << one)
    once_one, masks = once[one], weighed(board, mix)
    stay = (again[one] & left).bit_count()
    visits = board.visits
    mine = visits[one]
    back = [(count > 0) - (mine[x] > 1) for count in mine] if mine else [0] * len(rows)

    def price(other: int) -> int:
        y = seats[other]
        right = rows[y] ^ (1 << other)
        met = once[other]
        change = (
            REPEAT * ((once_one & right).bit_count() - stay + (met & left).bit_count() - (again[other] & right).bit_count())
            + REVISIT * back[y]
        )
        theirs = visits[other]
        if theirs:
            change += REVISIT * ((theirs[x] > 0) - (theirs[y] > 1))
        for weight, of in masks:
            mine, yours = of[one], of[other]
            change += weight * (
                (mine & right).bit_count() - (mine & left).bit_count() + (yours & left).bit_count() - (yours & right).bit_count()
            )
        return change

    return price


def _apply(search: Search, round: int, person: int, other: int, change: int) -> None:
    board, step, random = search.board, search.step, search.random
    seats = board.seats[round]
    search.barred[round, person, seats[person]] = step + random.randint(4, 20)
    search.barred[round, other, seats[other]] = step + random.randint(4, 20)
    board.swap(round, person, other)
    board.cost += change


def _shake(search: Search) -> None:
    """Back to the best plan, and a few swaps away from it, to look elsewhere."""
    board, random = search.board, search.random
    if random.random() < 0.5:
        restore(board, search.plan, search.mix)
    movable = [person for person in range(len(board.seats[0])) if not board.pinned >> person & 1]
    for _ in range(random.randint(2, 6)):
        round, one, other = random.randrange(len(board.seats)), random.choice(movable), random.choice(movable)
        if board.seats[round][one] != board.seats[round][other]:
            _apply(search, round, one, other, pricing(board, round, one, search.mix)(other))


def restore(board: Board, plan: list[list[int]], mix: bool) -> None:
    """Brings the board to a plan by swaps."""
    for round, wanted in enumerate(plan):
        seats = board.seats[round]
        for person, table in enumerate(wanted):
            if seats[person] != table:
                other = next(one for one in bits(board.rows[round][table]) if wanted[one] != table)
                change = pricing(board, round, person, mix)(other)
                board.swap(round, person, other)
                board.cost += change
