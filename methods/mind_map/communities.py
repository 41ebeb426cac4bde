"""Groups of like texts: Louvain communities in the graph of nearest neighbours.

Source: Blondel, Guillaume, Lambiotte, Lefebvre, "Fast unfolding of communities in large networks" (2008), as in networkx.
Each text is tied to its k nearest, k = 1.5 log2(n) within 5..15; groups of one or two join the nearest. The same texts and
seed give the same groups.
"""

import math
from collections.abc import Sequence

import networkx as nx
import numpy as np

from methods.mind_map.similarity import Floats, similarities

SMALL = 2


def group_texts(texts: Sequence[str], seed: int) -> list[int]:
    """A group number for each text, groups numbered from 0 by the first text in them.

    >>> group_texts(["red apples", "green apples", "ripe apples", "blue cars", "fast cars", "old cars"], 1)
    [0, 0, 0, 1, 1, 1]
    """
    if len(texts) < SMALL + 2:
        return [0] * len(texts)
    near = similarities(texts)
    graph = neighbour_graph(near)
    found = nx.community.louvain_communities(graph, weight="weight", seed=seed)
    label = np.zeros(len(texts), dtype=int)
    for number, members in enumerate(found):
        label[list(members)] = number
    return _numbered(_joined(label, near))


def neighbour_graph(near: Floats) -> "nx.Graph[int]":
    """Each text tied to its nearest ones, in either direction, with their cosine as weight."""
    n = len(near)
    k = min(n - 1, max(5, min(15, round(1.5 * math.log2(n)))))
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(n))
    nearest = np.argsort(-near, axis=1, kind="stable")[:, :k]
    ties = {(min(a, int(b)), max(a, int(b))) for a in range(n) for b in nearest[a] if near[a, b] > 0}
    graph.add_weighted_edges_from((a, b, float(near[a, b])) for a, b in sorted(ties))
    return graph


def _joined(label: "np.ndarray[tuple[int], np.dtype[np.int_]]", near: Floats) -> "np.ndarray[tuple[int], np.dtype[np.int_]]":
    """Groups of one or two texts join the group to which they are nearest on average, the smallest first."""
    while True:
        numbers, sizes = np.unique(label, return_counts=True)
        small = [number for _size, number in sorted(zip(sizes, numbers, strict=True)) if _size <= SMALL]
        if not small or len(numbers) == 1:
            return label
        own = label == small[0]
        others = [number for number in numbers if number != small[0]]
        label[own] = max(others, key=lambda other: (float(near[np.ix_(own, label == other)].mean()), -int(other)))


def _numbered(label: "np.ndarray[tuple[int], np.dtype[np.int_]]") -> list[int]:
    seen: dict[int, int] = {}
    return [seen.setdefault(int(one), len(seen)) for one in label]
