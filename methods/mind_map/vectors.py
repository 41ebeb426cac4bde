"""Texts as vectors, so that the cosine of two says how alike they are."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from methods.mind_map.pieces import piece_vectors


def vectors_of(texts: Sequence[str], languages: Sequence[str] = ()) -> NDArray[np.float32]:
    """A row of length 1 for each text (0 where it has no letter); `languages` are those of the texts, guessed where none is given.

    >>> near = vectors_of(["trees in the park", "a tree", "buses at night"])
    >>> bool(near[0] @ near[1] > near[0] @ near[2])
    True
    """
    return piece_vectors(texts)
