"""How much better a grouping of a graph would be with two groups as one: the gain in modularity.

Source: M. Newman, M. Girvan, "Finding and evaluating community structure in networks" (2004): within less what chance would give.
"""

import numpy as np
from numpy.typing import NDArray

from methods.mind_map.graph import Ints

Gains = NDArray[np.float64]


def gains(pairs: Ints, weight: Ints, label: Ints, count: int) -> Gains:
    """The gain of joining each two of the groups below `count`, as a symmetric matrix; below 0 where they are better apart.

    >>> triangles = np.array([[0, 1], [1, 2], [0, 2], [3, 4], [4, 5], [3, 5], [2, 3]])
    >>> gains(triangles, np.ones(7, np.int64), np.array([0, 0, 0, 1, 1, 1]), 2).round(2)[0, 1]
    np.float64(-0.36)
    """
    total, wide = int(weight.sum()), count + 1
    one, other = (np.minimum(label[pairs[:, side]], count) for side in (0, 1))
    between = np.bincount(one * wide + other, weight, wide * wide).reshape(wide, wide)
    between = between + between.T
    if not total:
        return np.zeros((count, count))
    ends = between.sum(axis=1)
    found: Gains = (between / total - np.outer(ends, ends) / (2 * total * total))[:count, :count]
    np.fill_diagonal(found, -np.inf)
    return found
