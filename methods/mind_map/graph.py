"""Who is near to whom among rows of length 1: cosines, and the graph of nearest neighbours.

Cosines are computed of rows rounded to whole numbers whose sums of products stay below 2**24: those are exact in any order of
summing, so that every machine gets the same. They come as whole numbers out of `ONE`.
"""

import math

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
LENGTH = 4000
ONE = LENGTH * LENGTH
BLOCK = 512
NEAREST = 3


def whole(rows: Floats) -> Floats:
    """Rows of length 1 as whole numbers (kept in floats, whose products are fast)."""
    rounded: Floats = np.rint(rows * np.float32(LENGTH))
    return rounded


def cosines(rows: Floats, others: Floats | None = None) -> Floats:
    """The cosine of each row with each of the others (with each row, and 0 with itself, where there are no others), -1 to 1."""
    near = shares(whole(rows), whole(rows if others is None else others))
    if others is None:
        np.fill_diagonal(near, 0)
    return near


def shares(exact: Floats, others: Floats) -> Floats:
    """The cosines of rows that are whole numbers already."""
    near: Floats = exact @ others.T / np.float32(ONE)
    return near


def nearness(near: Floats) -> NDArray[np.float64]:
    """Of each row of cosines the mean of the three largest (of all, where there are fewer)."""
    mean: NDArray[np.float64] = np.sort(near, axis=1)[:, -NEAREST:].mean(axis=1, dtype=np.float64)
    return mean


def neighbours(count: int) -> int:
    """To how many others each of so many is tied: 1.5 log2, within 5 to 15."""
    return min(max(0, count - 1), max(5, min(15, round(1.5 * math.log2(max(2, count))))))


def nearest(rows: Floats, k: int) -> tuple[Ints, Ints]:
    """For each row the numbers of its k nearest others, and their cosines out of `ONE`; of equals the first. Both n x k.

    A block of rows at a time is compared with all, so that ten thousand rows need no n x n matrix.

    >>> nearest(np.array([[1, 0], [0, 1], [0.6, 0.8]], np.float32), 1)[0].ravel().tolist()
    [2, 2, 1]
    """
    exact, n = whole(rows), len(rows)
    found, cosine = np.zeros((n, k), np.int64), np.zeros((n, k), np.int64)
    order = np.arange(n, 0, -1, dtype=np.float64)
    for start in range(0, n if k else 0, BLOCK):
        key = (exact[start : start + BLOCK] @ exact.T).astype(np.float64) * n + order  # unique, so that no choice is left to chance
        key[np.arange(len(key)), np.arange(start, start + len(key))] = -np.inf
        best = np.argpartition(key, n - k, axis=1)[:, n - k :]
        ranked = np.take_along_axis(best, np.argsort(-np.take_along_axis(key, best, 1), axis=1), 1)
        found[start : start + BLOCK] = ranked
        cosine[start : start + BLOCK] = np.ceil(np.take_along_axis(key, ranked, 1) / n) - 1
    return found, cosine


def ties(rows: Floats, k: int | None = None) -> tuple[Ints, Ints]:
    """The pairs of rows of which one is among the nearest of the other, each once (m x 2), and their cosines out of `ONE`, all above 0."""
    n = len(rows)
    found, cosine = nearest(rows, neighbours(n) if k is None else k)
    one, other = np.repeat(np.arange(n), found.shape[1]), found.ravel()
    pair = np.minimum(one, other) * n + np.maximum(one, other)
    pair, first = np.unique(pair, return_index=True)
    weight = cosine.ravel()[first]
    kept = weight > 0
    return np.column_stack((pair // max(1, n), pair % max(1, n)))[kept], weight[kept]
