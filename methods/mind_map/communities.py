"""Groups of like texts: Louvain communities in the graph of nearest neighbours.

Source: Blondel, Guillaume, Lambiotte, Lefebvre, "Fast unfolding of communities in large networks" (2008), as in networkx.
Each text is tied to its k nearest, k = 1.5 log2(n) within 5..15; groups of one or two join the nearest. The same texts and
seed give the same groups.
"""

from collections.abc import Sequence

import networkx as nx
import numpy as np

from methods.mind_map.constraints import FREE, Bonds
from methods.mind_map.graph import Floats, Ints, cosines, nearness, ties, whole
from methods.mind_map.vectors import vectors_of

SMALL = 2


def group_texts(texts: Sequence[str], seed: int) -> list[int]:
    """A group number for each text, groups numbered from 0 by the first text in them.

    >>> group_texts(["red apples", "green apples", "ripe apples", "blue cars", "fast cars", "old cars"], 1)
    [0, 0, 0, 1, 1, 1]
    """
    if len(texts) < SMALL + 2:
        return [0] * len(texts)
    return [int(number) for number in group_rows(vectors_of(texts), seed)]


def group_rows(rows: Floats, seed: int, bound: Bonds = FREE, size: Ints | None = None, least: float | None = None) -> Ints:
    """A group number for each row, from 0 by the first row in it, where a row may stand for a number of ideas (its `size`)."""
    label = parted(communities(*ties(rows), len(rows), seed), rows, bound)
    return numbered(joined(label, rows, bound, np.ones(len(rows), np.int64) if size is None else size, least))


def communities(pairs: Ints, weight: Ints, count: int, seed: int) -> Ints:
    """The Louvain communities of a graph of so many nodes."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_weighted_edges_from((one, other, cosine) for (one, other), cosine in zip(pairs.tolist(), weight.tolist(), strict=True))
    label = np.arange(count)
    if len(pairs):
        for number, members in enumerate(nx.community.louvain_communities(graph, seed=seed)):
            label[sorted(members)] = number
    return label


def parted(label: Ints, rows: Floats, bound: Bonds) -> Ints:
    """Where a group holds rows that are kept apart, each goes to its own part, and the others to the part nearest to them."""
    label = label.copy()
    for number in np.unique(label[sorted(bound.foes)]).tolist():
        here = np.flatnonzero(label == number).tolist()
        fighting = [one for one in here if bound.quarrel([one], here)]
        parts: list[list[int]] = []
        for one in sorted(fighting, key=lambda one: one not in bound.anchors):
            free = next((part for part in parts if not bound.quarrel([one], part)), None)
            parts.append([one]) if free is None else free.append(one)
        if len(parts) < 2:
            continue
        centre = np.array([whole(rows[part]).mean(axis=0, dtype=np.float64) for part in parts])
        side = {one: place for place, part in enumerate(parts) for one in part}
        fresh = [number, *range(int(label.max()) + 1, int(label.max()) + len(parts))]
        for one in here:
            label[one] = fresh[side[one] if one in side else int(np.argmax(centre @ whole(rows[one])))]
    return label


def joined(label: Ints, rows: Floats, bound: Bonds, size: Ints, least: float | None = None) -> Ints:
    """Groups of one or two join the group to which they are nearest on average, the smallest first.

    Where none is nearer than `least` they stay alone. A group in which people fixed an idea stays, and nobody joins those from whom
    they are kept apart.
    """
    label, numbers = label.copy(), range(int(label.max(initial=-1)) + 1)
    exact = whole(rows).astype(np.float64) * size[:, None]
    sums = np.array([exact[label == number].sum(axis=0) for number in numbers])
    count = np.bincount(label, size, len(numbers)).astype(np.int64)
    members = [set(np.flatnonzero(label == number).tolist()) for number in numbers]
    waiting = [number for number in numbers if 0 < count[number] <= SMALL and not members[number] & set(bound.anchors)]
    while waiting:
        own = min(waiting, key=lambda number: (count[number], number))
        waiting.remove(own)
        near = sums @ sums[own] / np.maximum(1, count)
        others = [other for other in np.flatnonzero(count).tolist() if other != own and not bound.quarrel(members[own], members[other])]
        if least is not None:
            others = [other for other in others if nearness(cosines(rows[label == own], rows[label == other])).mean() > least]
        best = max(others, key=lambda other: (near[other], -other), default=None)
        if best is None:
            continue
        label[label == own] = best
        sums[best] += sums[own]
        count[best] += count[own]
        count[own] = 0
        members[best] |= members[own]
        if best in waiting and count[best] > SMALL:
            waiting.remove(best)
    return label


def numbered(label: Ints) -> Ints:
    """The same groups, numbered from 0 by their first members."""
    seen: dict[int, int] = {}
    return np.array([seen.setdefault(one, len(seen)) for one in label.tolist()], np.int64)
