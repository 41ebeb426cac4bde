"""Groups of like texts: Louvain communities in the graph of nearest neighbours.

Source: Blondel, Guillaume, Lambiotte, Lefebvre, "Fast unfolding of communities in large networks" (2008), as in networkx.
Each text is tied to its k nearest, k = 1.5 log2(n) within 5..15; groups of one or two join the nearest. The same texts and
seed give the same groups.
"""

from collections.abc import Sequence

import networkx as nx
import numpy as np

from methods.mind_map.constraints import Bonds, bonds
from methods.mind_map.graph import Floats, Ints, cosines, nearness, ties, whole
from methods.mind_map.sketch import Rules
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


def group_rows(rows: Floats, seed: int, bound: Bonds | None = None) -> Ints:
    """A group number for each row, from 0 by the first row in it; what is bound together or kept apart is so."""
    bound = bound or bonds([str(number) for number in range(len(rows))], (), Rules())
    label = louvain(rows, seed, bound)
    return numbered(joined(parted(label, rows, bound), rows, bound))


def louvain(rows: Floats, seed: int, bound: Bonds) -> Ints:
    """The communities of the graph of rows."""
    return communities(*ties(rows), np.array(bound.nodes, np.int64), seed)


def communities(pairs: Ints, weight: Ints, node: Ints, seed: int) -> Ints:
    """The community of each row, where `node` has the node that the row is part of: rows that are bound together are one."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(int(node.max(initial=-1)) + 1))
    for (one, other), cosine in zip(node[pairs].tolist(), weight.tolist(), strict=True):
        tie = graph.get_edge_data(one, other, {"weight": 0})
        graph.add_edge(one, other, weight=tie["weight"] + cosine)
    label = np.arange(len(graph))
    if graph.number_of_edges():
        for number, members in enumerate(nx.community.louvain_communities(graph, seed=seed)):
            label[sorted(members)] = number
    return label[node]


def parted(label: Ints, rows: Floats, bound: Bonds) -> Ints:
    """Where a group holds nodes that are kept apart, each goes to its own part, and the others to the part nearest to them."""
    node, label = np.array(bound.nodes, np.int64), label.copy()
    exact = whole(rows).astype(np.float64)
    for number in range(int(label.max(initial=-1)) + 1):
        here = np.flatnonzero(label == number)
        within = dict.fromkeys(node[here].tolist())
        fighting = [one for one in within if bound.quarrel([one], within)]
        if not fighting:
            continue
        parts: list[list[int]] = []
        for one in sorted(fighting, key=lambda one: one not in bound.anchors):
            free = next((part for part in parts if not bound.quarrel([one], part)), None)
            parts.append([one]) if free is None else free.append(one)
        centre = np.array([exact[np.isin(node, part)].mean(axis=0) for part in parts])
        fresh = int(label.max()) + 1 + np.arange(-1, len(parts) - 1)
        fresh[0] = number
        for one in within:
            own = here[node[here] == one]
            side = next((place for place, part in enumerate(parts) if one in part), None)
            label[own] = fresh[int(np.argmax(centre @ exact[own].sum(axis=0))) if side is None else side]
    return label


def joined(label: Ints, rows: Floats, bound: Bonds, least: float | None = None) -> Ints:
    """Groups of one or two join the group to which they are nearest on average, the smallest first.

    Where none is nearer than `least` they stay alone. A group in which people fixed an idea stays, and nobody joins those from whom
    they are kept apart.
    """
    label, node = label.copy(), np.array(bound.nodes, np.int64)
    exact = whole(rows).astype(np.float64)
    sums = np.array([exact[label == number].sum(axis=0) for number in range(int(label.max(initial=-1)) + 1)])
    size = np.bincount(label, minlength=len(sums))
    members = [set(node[label == number].tolist()) for number in range(len(sums))]
    waiting = [number for number in range(len(sums)) if 0 < size[number] <= SMALL and not members[number] & set(bound.anchors)]
    while waiting:
        own = min(waiting, key=lambda number: (size[number], number))
        waiting.remove(own)
        near = sums @ sums[own] / np.maximum(1, size)
        others = [other for other in np.flatnonzero(size).tolist() if other != own and not bound.quarrel(members[own], members[other])]
        if least is not None:
            others = [other for other in others if nearness(cosines(rows[label == own], rows[label == other])).mean() > least]
        best = max(others, key=lambda other: (near[other], -other), default=None)
        if best is None:
            continue
        label[label == own] = best
        sums[best] += sums[own]
        size[best] += size[own]
        size[own] = 0
        members[best] |= members[own]
        if best in waiting and size[best] > SMALL:
            waiting.remove(best)
    return label


def numbered(label: Ints) -> Ints:
    """The same groups, numbered from 0 by their first members."""
    seen: dict[int, int] = {}
    return np.array([seen.setdefault(one, len(seen)) for one in label.tolist()], np.int64)
