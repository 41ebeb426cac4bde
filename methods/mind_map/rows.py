"""The row of a group on the map: where it is, and what of the group it has room for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from methods.mind_map.sides import Branch
from workshop.blocks import Node, Side
from workshop.blocks.lettering import lines_of, shortened, size_of_title
from workshop.language import Words

MIDDLE, MARGIN = 900.0, 4.0  # of the map's width; what is left free above and below what a row holds
STRIP, BULGE = 200.0, 110.0  # from the middle to the groups at the top, and how much farther away the others are
LINE, AROUND, GAP, INDENT = 1.2, 0.45, 0.16, 1.6  # in letters: of a line, around a title, above an idea, to the text of an idea
WIDE = 0.53  # of a letter, as a rule
FAMILY_ROOM, FAMILY_GAP, FAMILY_IN = 215.0, 40.0, 20.0  # of a group of groups; how much nearer to the middle it begins
SENT_LETTERS, TWO_LINES = 140, 4  # more than that is never drawn; ideas have two lines where there are so many groups, or fewer


@dataclass(frozen=True)
class Row:
    """The place of a group: `near` is where its branch comes in, `room` how wide it may be, `letter` the size of the letters."""

    branch: Branch
    side: Side
    top: float
    high: float
    near: float
    room: float
    letter: float
    most: int

    @property
    def middle(self) -> float:
        """Its middle, from the top of the map."""
        return self.top + self.high / 2


def rows_of(side: Side, branches: Sequence[Branch], height: float, families: set[str], letter: float) -> list[Row]:
    """The rows of a side from top to bottom, all of one height."""
    out, most = 1 if side == "right" else -1, 2 if len(branches) <= TWO_LINES else 1
    high = height / max(1, len(branches))
    rows = []
    for place, branch in enumerate(branches):
        inner = inner_at((place + 0.5) * high, height) + (FAMILY_ROOM + FAMILY_GAP - FAMILY_IN if branch.family in families else 0)
        rows.append(Row(branch, side, place * high, high, MIDDLE + out * inner, MIDDLE - inner, letter, most))
    return rows


def inner_at(y: float, height: float) -> float:
    """How far from the middle of the map what stands at this height begins: on an ellipse around the topic."""
    return STRIP + BULGE * sqrt(max(0.0, 1 - (2 * y / height - 1) ** 2))


def held(row: Row, parent: str) -> Iterator[Node]:
    """A group and as many of its ideas as its row has room for, together in the middle of the row."""
    branch, free, lines = row.branch, row.high - 2 * MARGIN, _title_lines(row)
    pill = pill_high(row.letter, branch.count, lines)
    subtitle: Words = branch.subtitle if free >= pill + high_of(1, row.letter) else ""
    used = pill + (high_of(1, row.letter) if subtitle else 0)
    leaves = _leaves(row, free - used)
    top = row.top + (row.high - used - sum(high_of(one, row.letter) for _id, _text, one in leaves)) / 2
    y, end = top + pill / 2, row.top + row.high - MARGIN
    look = (branch.color, row.side)
    yield Node(branch.id, branch.title, row.near, y, 1, parent, branch.count, *look, row.room, end - y, lines, subtitle)
    indent = INDENT * row.letter
    x, y = row.near + (indent if row.side == "right" else -indent), top + used
    for id, text, many in leaves:
        first = y + (GAP + LINE / 2) * row.letter
        yield Node(f"{branch.id}.{id}", text, x, first, 2, branch.id, 0, *look, row.room - indent, lines=many)
        y += high_of(many, row.letter)


def pill_high(letter: float, count: int, lines: int = 1) -> float:
    """The height of a title on so many lines."""
    return letter * (LINE * size_of_title(count) * lines + AROUND)


def high_of(lines: int, letter: float) -> float:
    """The height of an idea on so many lines."""
    return letter * (LINE * lines + GAP)


def _title_lines(row: Row) -> int:
    """A title takes a second line where it needs one and its row has room for it, and for an idea."""
    branch, size = row.branch, row.letter * size_of_title(row.branch.count)
    if row.high - 2 * MARGIN < pill_high(row.letter, branch.count, 2):
        return 1
    return len(lines_of(f"● {branch.title} · {branch.count}", int((row.room - 1.6 * size) / (size * WIDE)), 2))


def _leaves(row: Row, free: float) -> list[tuple[str, str, int]]:
    """The ideas that fit into so much height: id, text and how many lines; a long one takes two where rows are high."""
    letters, found = int((row.room - INDENT * row.letter) / (row.letter * WIDE)), []
    for id, text in row.branch.ideas:
        lines = len(lines_of(text, letters, row.most if free >= high_of(row.most, row.letter) else 1))
        free -= high_of(lines, row.letter)
        if free < 0:
            break
        found.append((id, shortened(text, SENT_LETTERS), lines))
    return found
