"""Texts as the sum of what their words mean, each weighed by how rare it is (SIF).

Source: Arora, Liang, Ma, "A simple but tough-to-beat baseline for sentence embeddings" (2017). Sums are of whole numbers, so that
every machine gets the same.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from methods.mind_map.pieces import plain
from methods.mind_map.words.finding import found
from methods.mind_map.words.table import Table

KEPT = 20_000  # texts, of a kilobyte each


def meanings(texts: Sequence[str], table: Table) -> NDArray[np.float64]:
    """A row for each text, 0 where no word of it is known."""
    return np.array([_meaning(text, table) for text in texts], np.float64).reshape(len(texts), table.codes.shape[1] * 4)


@lru_cache(maxsize=KEPT)
def _meaning(text: str, table: Table) -> NDArray[np.int32]:
    rows = [row for word in plain(text).split() for row in found(word, table.rows)]
    where = np.array(rows, np.int64)
    weight = table.weights[where].astype(np.int32)
    return np.asarray((table.vectors(where) * weight[:, None]).sum(axis=0, dtype=np.int32))
