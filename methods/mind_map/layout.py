"""Where everything stands on the map: the topic in the middle, groups on both sides with their first ideas under them.

Deterministic, and calm: a group keeps its side and its rank when others come, so that little moves. Texts are shortened to fit
their column, and rows never overlap: what does not fit is counted, not squeezed in. Units are those of the block (1800 x 820).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from workshop.blocks import Node
from workshop.language import Words, n_

Side = Literal["left", "right"]
WIDTH, HEIGHT = 1800.0, 820.0
PILL_ROW, LEAF_ROW, GAP = 84.0, 46.0, 30.0
PILL_LETTER, LEAF_LETTER = 21.0, 17.0  # of a wide typeface, so that texts also fit in whatever a reader has
COLUMN = 620.0
TITLE_LETTERS = 22
LEAF_LETTERS = int((COLUMN - 20) / LEAF_LETTER)


@dataclass(frozen=True)
class Branch:
    """A group to draw: its ideas (id, text) with those to show first in front."""

    id: str
    title: str
    color: int
    ideas: Sequence[tuple[str, str]]


def placed(topic: Words, total: int, branches: Sequence[Branch]) -> tuple[tuple[Node, ...], float]:
    """The nodes of the map, and the height that it needs (820, or more where there are very many groups)."""
    sides = [branches[0::2], branches[1::2]]
    height = max(HEIGHT, max((len(side) for side in sides), default=0) * (PILL_ROW + LEAF_ROW + GAP) + GAP)
    middle = shortened(topic, TITLE_LETTERS) if isinstance(topic, str) else topic
    nodes = [Node("topic", middle, WIDTH / 2, height / 2, 0, count=total)]
    nodes.extend(_side("right", sides[0], height))
    nodes.extend(_side("left", sides[1], height))
    return tuple(nodes), height


def _side(side: Side, branches: Sequence[Branch], height: float) -> list[Node]:
    """One side from top to bottom: each group's pill, and under it as many of its ideas as there is room for."""
    shown = _room(branches, height)
    rows = sum(PILL_ROW + LEAF_ROW * _lines(one, count) for one, count in zip(branches, shown, strict=True))
    space = (height - rows) / (len(branches) + 1)
    y, nodes = space, list[Node]()
    for branch, count in zip(branches, shown, strict=True):
        nodes.append(_pill(branch, side, y + PILL_ROW / 2))
        y += PILL_ROW
        leaves: list[tuple[str, Words]] = [(id, shortened(text, LEAF_LETTERS)) for id, text in branch.ideas[:count]]
        more = len(branch.ideas) - count
        if more and count:
            leaves.append((f"{branch.id}.more", n_("and {count} more", "and {count} more", more)))
        for id, text in leaves:
            x = WIDTH - COLUMN + 20 if side == "right" else COLUMN - 20
            nodes.append(Node(f"{branch.id}/{id}", text, x, y + LEAF_ROW / 2, 2, branch.id, color=branch.color, side=side))
            y += LEAF_ROW
        y += space
    return nodes


def _pill(branch: Branch, side: Side, y: float) -> Node:
    title = shortened(branch.title, TITLE_LETTERS)
    half = ((len(title) + 5) * PILL_LETTER + 30) / 2
    x = WIDTH - COLUMN + half if side == "right" else COLUMN - half
    return Node(branch.id, title, x, y, 1, "topic", len(branch.ideas), branch.color, side)


def _room(branches: Sequence[Branch], height: float) -> list[int]:
    """How many ideas of each group are shown: one more for each in turn, while there is room for it and its "and n more"."""
    shown = [0] * len(branches)
    free = height - len(branches) * PILL_ROW - (len(branches) + 1) * GAP
    growing = True
    while growing:
        growing = False
        for place, branch in enumerate(branches):
            needed = (_lines(branch, shown[place] + 1) - _lines(branch, shown[place])) * LEAF_ROW
            if shown[place] < len(branch.ideas) and needed <= free:
                free -= needed
                shown[place] += 1
                growing = True
    return shown


def _lines(branch: Branch, count: int) -> int:
    """The lines under a pill that shows `count` ideas: these, and "and n more" where some are left out."""
    return count + (0 < count < len(branch.ideas))


def shortened(text: str, letters: int) -> str:
    """The text, cut at a word where it is longer than `letters`."""
    if len(text) <= letters:
        return text
    cut = text[: letters - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[letters // 2 :] else cut).rstrip(" ,;.:") + "…"
