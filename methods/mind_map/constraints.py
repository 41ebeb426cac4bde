"""What people fixed, as the grouping needs it: ideas that stay together are one node, and some nodes never share a group."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from methods.mind_map.graph import Floats
from methods.mind_map.pieces import unit
from methods.mind_map.sketch import Present, Rules


@dataclass(frozen=True)
class Bonds:
    """`nodes` has the node of each idea, numbered from 0; `anchors` the group in which a node stays; `foes` who is kept apart from whom."""

    nodes: tuple[int, ...]
    anchors: Mapping[int, str]
    foes: Mapping[int, frozenset[int]]

    @property
    def count(self) -> int:
        """How many nodes there are."""
        return max(self.nodes, default=-1) + 1

    def quarrel(self, some: Iterable[int], others: Iterable[int]) -> bool:
        """Whether a node among some and one among others cannot share a group."""
        others = set(others)
        return any(self.foes.get(node, frozenset()) & others for node in some)


FREE = Bonds((), {}, {})


def bonds(ids: Sequence[str], groups: Collection[str], rules: Rules) -> Bonds:
    """The nodes of ideas, where `groups` are the ids of those that there are.

    >>> bonds(["a", "b", "c"], ["g"], Rules(pins={"a": "g", "c": "g"}, apart=(("a", "b"),))).nodes
    (0, 1, 0)
    """
    place = {id: number for number, id in enumerate(ids)}
    home: dict[int, int] = {number: number for number in range(len(ids))}
    pins = {place[id]: group for id, group in rules.pins.items() if id in place and group in groups}
    first: dict[str, int] = {}
    for number in sorted(pins):
        home[number] = first.setdefault(pins[number], number)
    foes: dict[int, set[int]] = {number: set() for number in range(len(ids))}
    pairs = [(home[place[one]], home[place[other]]) for one, other in rules.apart if one in place and other in place]
    anchors = sorted(first.values())
    for left, right in [*pairs, *((a, b) for a in anchors for b in anchors if a < b)]:
        if left != right:
            foes[left].add(right)
            foes[right].add(left)
    for one, other in rules.together:
        if one in place and other in place:
            _tie(_root(home, place[one]), _root(home, place[other]), home, foes)
    return _numbered(home, pins, foes)


def node_rows(rows: Floats, bound: Bonds, ids: Sequence[str], groups: Iterable[Present]) -> Floats:
    """What each node says: the middle of its ideas; a node that stays in a group says what that group says.

    So a card that somebody dragged there does not draw those after it that were like it.
    """
    if bound.count == len(rows) and not bound.anchors:
        return rows
    node = np.array(bound.nodes, np.int64)
    order = np.argsort(node, kind="stable")
    sums = np.add.reduceat(rows[order], np.flatnonzero(np.diff(node[order], prepend=-1)), axis=0)
    place = {id: number for number, id in enumerate(ids)}
    members = {group.id: [place[idea] for idea in group.ideas if idea in place] for group in groups}
    for anchor, group in bound.anchors.items():
        if members[group]:
            sums[anchor] = rows[members[group]].sum(axis=0)
    return unit(sums)


def _root(home: dict[int, int], number: int) -> int:
    while home[number] != number:
        number = home[number]
    return number


def _tie(one: int, other: int, home: dict[int, int], foes: dict[int, set[int]]) -> None:
    """Two become one node, unless they are kept apart."""
    if one == other or other in foes[one]:
        return
    kept, gone = min(one, other), max(one, other)
    home[gone] = kept
    foes[kept] |= foes[gone]
    for foe in foes[gone]:
        foes[foe] = (foes[foe] - {gone}) | {kept}


def _numbered(home: dict[int, int], pins: Mapping[int, str], foes: Mapping[int, set[int]]) -> Bonds:
    roots = {number: _root(home, number) for number in home}
    node = {root: count for count, root in enumerate(dict.fromkeys(roots[number] for number in sorted(home)))}
    anchors = {node[roots[number]]: group for number, group in sorted(pins.items())}
    kept_apart = {node[root]: frozenset(node[foe] for foe in foes[root]) for root in node if foes[root]}
    return Bonds(tuple(node[roots[number]] for number in sorted(home)), anchors, kept_apart)
