"""Where everything stands on the map: the topic in the middle, groups on both sides with their first ideas under them.

Deterministic, and calm: a group keeps its side and its rank when others come or go, so that little moves. Texts are shortened to
fit their column, and rows never overlap: what does not fit is in the group's count, not squeezed in. Units are those of the block
(1800 x 820).
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from workshop.blocks import Node
from workshop.language import Words

Side = Literal["left", "right"]
WIDTH, HEIGHT = 1800.0, 820.0
COLUMN = 580.0  # the width of a side; what is left between the sides holds the widest topic, with room around it
PILL_ROW, LEAF_ROW, NEXT_LINE, GAP = 80.0, 50.0, 38.0, 22.0
PILL_LETTER, LEAF_LETTER = 21.0, 17.0  # of a wide typeface, so that texts also fit in whatever a reader has
INDENT = 20.0
TOPIC_LETTERS, TITLE_LETTERS = 22, 21
LEAF_LETTERS = int((COLUMN - INDENT) / LEAF_LETTER)


@dataclass(frozen=True)
class Branch:
    """A group to draw: its ideas (id, text) with those to show first in front; even places are on the right, odd ones on the left.

    `count` is how many ideas it has, where only the first are given.
    """

    id: str
    title: str
    color: int
    ideas: Sequence[tuple[str, str]]
    place: int = 0
    count: int = 0


def placed(topic: Words, total: int, branches: Sequence[Branch]) -> tuple[tuple[Node, ...], float]:
    """The nodes of the map, and the height that it needs (820, or more where there are very many groups)."""
    right, left = _sides(branches)
    height = max(HEIGHT, max(len(right), len(left)) * (PILL_ROW + GAP) + GAP)
    middle = shortened(topic, TOPIC_LETTERS) if isinstance(topic, str) else topic
    root = Node("topic", middle, WIDTH / 2, height / 2, 0, count=total)
    return (root, *_nodes("right", right, height), *_nodes("left", left, height)), height


def _sides(branches: Sequence[Branch]) -> tuple[list[Branch], list[Branch]]:
    """The groups of the right and of the left; only when one side has two more than the other does its last group change sides."""
    ranked = sorted(branches, key=lambda branch: branch.place)
    sides = [branch for branch in ranked if branch.place % 2 == 0], [branch for branch in ranked if branch.place % 2]
    while abs(len(sides[0]) - len(sides[1])) > 1:
        longer, shorter = sorted(sides, key=len, reverse=True)
        shorter.append(longer.pop())
    return sides


def _nodes(side: Side, branches: Sequence[Branch], height: float) -> Iterator[Node]:
    """One side from top to bottom: each group's pill, and under it as many of its ideas as there is room for."""
    shown = _room(branches, height)
    used = sum(PILL_ROW + _high(leaves) for leaves in shown)
    space = (height - used) / (len(branches) + 1)
    y = space
    for branch, leaves in zip(branches, shown, strict=True):
        yield _pill(branch, side, y + PILL_ROW / 2)
        yield from _leaves(branch, leaves, side, y + PILL_ROW)
        y += PILL_ROW + _high(leaves) + space


def _pill(branch: Branch, side: Side, y: float) -> Node:
    title = shortened(branch.title, TITLE_LETTERS)
    half = ((len(title) + 5) * PILL_LETTER + 30) / 2
    x = WIDTH - COLUMN + half if side == "right" else COLUMN - half
    return Node(branch.id, title, x, y, 1, "topic", branch.count or len(branch.ideas), branch.color, side)


def _leaves(branch: Branch, leaves: Sequence[Sequence[str]], side: Side, y: float) -> Iterator[Node]:
    """The ideas that are shown; the second line of one hangs on the first, as a node of level 3."""
    x = WIDTH - COLUMN + INDENT if side == "right" else COLUMN - INDENT
    for (id, _text), lines in zip(branch.ideas, leaves, strict=False):
        yield Node(id, lines[0], x, y + LEAF_ROW / 2, 2, branch.id, color=branch.color, side=side)
        if len(lines) > 1:
            yield Node(f"{id}.2", lines[1], x, y + LEAF_ROW / 2 + NEXT_LINE, 3, id, color=branch.color, side=side)
        y += LEAF_ROW + NEXT_LINE * (len(lines) - 1)


Leaves = list[list[str]]


def _room(branches: Sequence[Branch], height: float) -> list[Leaves]:
    """The lines of the ideas that are shown: in turn, each group gets one more idea, or the second line of its last one."""
    shown: list[Leaves] = [[] for _branch in branches]
    free = height - len(branches) * PILL_ROW - (len(branches) + 1) * GAP
    full: set[int] = set()
    while len(full) < len(branches):
        for place, (branch, leaves) in enumerate(zip(branches, shown, strict=True)):
            more = _grown(branch, leaves)
            cost = _high(more) - _high(leaves)
            if place in full or more == leaves or cost > free:
                full.add(place)
                continue
            free -= cost
            shown[place] = more
    return shown


def _grown(branch: Branch, leaves: Leaves) -> Leaves:
    """One idea more, or the rest of the last one where it was cut."""
    if leaves:
        whole = wrapped(branch.ideas[len(leaves) - 1][1], LEAF_LETTERS)
        if whole != leaves[-1]:
            return [*leaves[:-1], whole]
    if len(leaves) == len(branch.ideas):
        return leaves
    return [*leaves, [shortened(branch.ideas[len(leaves)][1], LEAF_LETTERS)]]


def _high(leaves: Leaves) -> float:
    return sum(LEAF_ROW + NEXT_LINE * (len(lines) - 1) for lines in leaves)


def wrapped(text: str, letters: int) -> list[str]:
    """The text on one line or on two, the second cut where it is too long.

    >>> wrapped("Benches with backs, in the shade of the trees", 24)
    ['Benches with backs, in', 'the shade of the trees']
    """
    if width(text) <= letters:
        return [text]
    first = _fitting(text, letters)
    return [first, shortened(text[len(first) :].strip(), letters)]


def shortened(text: str, letters: int) -> str:
    """The text, cut at a word where it is wider than `letters`."""
    return text if width(text) <= letters else _fitting(text, letters - 1).rstrip(" ,;.:") + "…"


def _fitting(text: str, letters: int) -> str:
    """The words at the start that fit, or letters where the first word is too long for that."""
    end, used = 0, 0
    while end < len(text) and (used := used + _wide(text[end])) <= letters:
        end += 1
    cut = text[:end] if end == len(text) or text[end] == " " else text[:end].rpartition(" ")[0]
    return (cut if width(cut) > letters // 2 else text[:end]).rstrip()


def width(text: str) -> int:
    """How many letters of ours a text takes as much room as: those of East Asia, and pictures, count for two."""
    return sum(map(_wide, text))


def _wide(letter: str) -> int:
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 0 if unicodedata.combining(letter) else 1
