"""The board for a room: what was played counted in, and a first plan laid out."""

from workshop.seating.board import Board
from workshop.seating.ledger import Ledger
from workshop.seating.room import Room

Plan = list[list[int]]


def board_of(room: Room, plan: Plan, revisits: bool = True) -> Board:
    """A board with a plan for the rounds to come: for each round the table of every person and ghost. Revisits count, or not."""
    everybody, people = room.everybody, room.people
    ghosts = ((1 << everybody) - 1) ^ ((1 << people) - 1)
    board = Board(
        seats=[list(seats) for seats in plan],
        rows=[_rows(seats, len(room.tables)) for seats in plan],
        once=[0] * everybody,
        again=[0] * everybody,
        met=[[0] * everybody for _ in range(everybody)],
        visits=[[0] * len(room.tables) if revisits and person < people and person not in room.pins else [] for person in range(everybody)],
        apart=_apart(room, ghosts),
        free=[ghosts] * people + [(1 << everybody) - 1] * (everybody - people),
        alike=[],
        pinned=sum(1 << person for person in room.pins) | sum(1 << person for unit in room.units for person in unit),
        repeated=Ledger(),
        returned=Ledger(),
    )
    for one, other in room.request.together:
        if one in room.numbers and other in room.numbers:
            _set(board.free, room.numbers[one], room.numbers[other])
    _count(room, board)
    board.count()
    return board


def _count(room: Room, board: Board) -> None:
    indices = {table: index for index, table in enumerate(room.tables)}
    for played in room.request.played:
        tables: dict[int, int] = {}
        for name, table in played.items():
            if name in room.numbers:
                number = room.numbers[name]
                tables[table] = tables.get(table, 0) | 1 << number
                if table in indices:
                    board.moves(number, None, indices[table])
        for people in tables.values():
            board.sits(people)
    for seats, rows in zip(board.seats, board.rows, strict=True):
        for row in rows:
            board.sits(row)
        for person, table in enumerate(seats):
            board.moves(person, None, table)


def _rows(seats: list[int], tables: int) -> list[int]:
    rows = [0] * tables
    for person, table in enumerate(seats):
        rows[table] |= 1 << person
    return rows


def _apart(room: Room, ghosts: int) -> list[int]:
    apart = [0] * room.people + [ghosts ^ (1 << ghost) for ghost in range(room.people, room.everybody)]
    for one, other in room.request.apart:
        if one in room.numbers and other in room.numbers and one != other:
            _set(apart, room.numbers[one], room.numbers[other])
    return apart


def alike_of(room: Room) -> list[list[int]]:
    """For each attribute the set of those who are like each person."""
    attributes, people = room.request.attributes, room.request.people
    found = []
    for place in range(max((len(attributes.get(person, ())) for person in people), default=0)):
        values = [attributes.get(person, ())[place] if len(attributes.get(person, ())) > place else "" for person in people]
        kinds = {value: sum(1 << number for number, one in enumerate(values) if one == value) for value in values if value}
        found.append([kinds.get(value, 0) & ~(1 << number) for number, value in enumerate(values)] + [0] * (room.everybody - len(people)))
    return found


def _set(masks: list[int], one: int, other: int) -> None:
    masks[one] |= 1 << other
    masks[other] |= 1 << one
