"""Where everything stands on the map: the topic in the middle, groups on both sides with their first ideas under them.

Deterministic, and calm: every group of a side has a row of the same height, whatever is in it. So an idea that comes moves nothing
but its own group within its row; a group that comes or goes moves those of its own side, each by less than a row, and those of the
other side only as much as letters become smaller, unless one side would have two more than the other. What does not fit into a row
is in the group's count, not squeezed in. The rows lie on an ellipse around the topic; the strip in the middle holds what relations
are called, and what is not yet placed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from methods.mind_map.rows import FAMILY_IN, FAMILY_ROOM, GAP, LINE, MARGIN, SENT_LETTERS, Row, held, high_of, inner_at, pill_high, rows_of
from methods.mind_map.sides import Branch, Family, sides_of
from methods.mind_map.ties import Tie, linked
from workshop.blocks import Graph, Node
from workshop.blocks.lettering import LEAST, letters_of_map, lines_of, shortened
from workshop.language import Words

WIDTH, HEIGHT = 1800.0, 820.0
ROW = 46.0  # of a row at least
TOPIC_ROOM, TRAY_ROOM, NEWEST_ROOM = 370.0, 500.0, 390.0
TOPIC_LETTERS, TITLE_LETTERS = 45, 40  # a longer topic is also said above the map; a longer title has two lines where its group is alone
NEWEST, CROWDED = 2, 6  # of those not yet placed; with groups of groups letters are as small as with so many rows


@dataclass(frozen=True)
class Tray:
    """What is not yet placed: how much, and the newest of it (id, text)."""

    text: Words
    count: int
    newest: tuple[tuple[str, str], ...] = ()


def placed(
    topic: Words,
    total: int,
    branches: Sequence[Branch],
    families: Sequence[Family] = (),
    ties: Sequence[Tie] = (),
    tray: Tray | None = None,
) -> Graph:
    """The map, 820 units high, or higher where there are very many groups."""
    right, left = sides_of(branches)
    most, known = max(len(right), len(left), 1), {branch.family for branch in branches} & {family.id for family in families}
    height = max(HEIGHT, most * ROW)
    allowed = max(most, CROWDED) if known else most
    letter = letters_of_map(allowed, height)
    rows = [*rows_of("right", right, height, known, letter), *rows_of("left", left, height, known, letter)]
    parents = {row.branch.id: row.branch.family if row.branch.family in known else "topic" for row in rows}
    groups = (node for row in rows for node in held(row, parents[row.branch.id]))
    nodes = (_topic(topic, total, height), *_families(rows, families, height), *groups, *_tray(tray, height, min(letter, LEAST)))
    links = linked(ties, {row.branch.id: row.middle for row in rows}, WIDTH, height)
    return Graph(id="map", pos=20, items=nodes, links=links, width=WIDTH, height=height, rows=allowed)


def focused(topic: Words, total: int, branch: Branch) -> Graph:
    """One group with all its ideas, to be read from the back of the room."""
    lines = len(lines_of(branch.title, TITLE_LETTERS, 2))
    pill = Node(
        branch.id, branch.title, WIDTH / 2, 0, 1, "topic", branch.count, branch.color, lines=lines, room=WIDTH, detail=branch.subtitle
    )
    leaves = (
        Node(f"{branch.id}.{id}", text, WIDTH / 2, place, 2, branch.id, color=branch.color, lines=4)
        for place, (id, text) in enumerate(branch.ideas, start=1)
    )
    return Graph(id="map", pos=20, items=(_topic(topic, total, HEIGHT), pill, *leaves), focus=branch.id)


def _topic(topic: Words, total: int, height: float) -> Node:
    return Node("topic", topic, WIDTH / 2, height / 2, 0, count=total, room=TOPIC_ROOM, lines=4)


def _families(rows: Sequence[Row], families: Sequence[Family], height: float) -> Iterator[Node]:
    """Each group of groups stands between the topic and the middle of its rows."""
    for family in families:
        own = [row for row in rows if row.branch.family == family.id]
        if own:
            side, y = own[0].side, (own[0].top + own[-1].top + own[-1].high) / 2
            x = WIDTH / 2 + (inner_at(y, height) - FAMILY_IN) * (1 if side == "right" else -1)
            count, high = sum(row.branch.count for row in own), own[0].high * len(own)
            lines = 3 if high > 3 * ROW else 2 if high > 2 * ROW else 1
            yield Node(family.id, family.title, x, y, 1, "topic", count, side=side, room=FAMILY_ROOM, lines=lines)


def _tray(tray: Tray | None, height: float, letter: float) -> Iterator[Node]:
    """At the foot of the strip in the middle, so that nothing moves when it comes or goes."""
    if tray is None or not tray.count:
        return
    pill, newest = pill_high(letter, 0), tray.newest[:NEWEST]
    y = height - MARGIN - high_of(1, letter) * len(newest) - pill / 2
    yield Node("unplaced", tray.text, WIDTH / 2, y, 1, count=tray.count, room=TRAY_ROOM, high=height - y)
    for place, (id, text) in enumerate(newest):
        middle = y + pill / 2 + high_of(1, letter) * place + (GAP + LINE / 2) * letter
        yield Node(f"unplaced.{id}", shortened(text, SENT_LETTERS), WIDTH / 2, middle, 2, "unplaced", room=NEWEST_ROOM)
