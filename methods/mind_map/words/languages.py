"""In what language a text is, by the words of the table: each knows in which languages it is usual."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from methods.mind_map.pieces import plain
from methods.mind_map.words.table import Table

KEPT = 20_000  # texts
ROUNDS = 3
USUAL = 6.0  # how much stronger the languages of the session count than others


def languages_of(texts: Sequence[str], table: Table, given: Sequence[str] = ()) -> list[str]:
    """The language of each text: the given one, or the likeliest by its words and by the other texts; "" where no word is known."""
    marks = np.array([_marks(text, table) for text in texts]).reshape(len(texts), len(table.languages))
    known = marks.sum(axis=1) > 0
    if not known.any():
        return [*given] if given else [""] * len(texts)
    usual = np.zeros(len(table.languages))
    for _round in range(ROUNDS):
        best = (marks + usual).argmax(axis=1)
        share = np.bincount(best[known], minlength=len(usual)) / known.sum()
        usual = np.log1p(USUAL * share)
    guessed = [table.languages[one] if some else "" for one, some in zip(best.tolist(), known.tolist(), strict=True)]
    return [(given[place] if place < len(given) else "") or one for place, one in enumerate(guessed)]


@lru_cache(maxsize=KEPT)
def _marks(text: str, table: Table) -> NDArray[np.float64]:
    """For each language how many words speak for it; a word of several languages says less."""
    rows = [table.rows[word] for word in plain(text).split() if word in table.rows]
    bits = table.masks[rows][:, None] >> np.arange(len(table.languages), dtype=np.uint32) & 1
    shares = bits / np.maximum(1, bits.sum(axis=1, keepdims=True))
    total: NDArray[np.float64] = shares.sum(axis=0)
    return total
