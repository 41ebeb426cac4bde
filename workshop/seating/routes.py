"""Mixing for nothing: two people who change their whole routes meet other people, but nobody more often."""

from random import Random

from workshop.seating.board import Board, weighed
from workshop.seating.room import Room


def change_routes(room: Room, board: Board, random: Random, tries: int) -> None:
    """Changes routes as long as it mixes people better, where nothing was played, planned or wished together."""
    movable = [person for person in range(room.people) if not board.pinned >> person & 1]
    if room.request.played or room.request.planned or room.request.together or len(movable) < 2:
        return
    for _try in range(tries):
        one, other = random.sample(movable, 2)
        rounds = [number for number, seats in enumerate(board.seats) if seats[one] != seats[other]]
        changes = [board.change(round, one, other) for round in rounds]
        if weighed((sum(change[0] for change in changes), 0, 0, sum(change[3] for change in changes))) < 0:
            for round in rounds:
                board.swap(round, one, other, board.change(round, one, other))


def least_alike(room: Room, kinds: list[int]) -> int:
    """How many pairs of a kind share a table in a round at least, when each kind is spread evenly."""
    tables, seen, pairs = len(room.tables), 0, 0
    for person, others in enumerate(kinds):
        if others and not seen >> person & 1:
            seen |= others | 1 << person
            each, more = divmod(others.bit_count() + 1, tables)
            pairs += (tables - more) * each * (each - 1) // 2 + more * each * (each + 1) // 2
    return pairs
