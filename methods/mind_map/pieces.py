"""Texts as weights of the pieces of 3 to 5 letters of their words, hashed into a fixed number of columns.

Pieces work in every language without a list of its words, and find "tree" in "trees" and "arbre" in "arbres".
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

COLUMNS = 768
SHORTEST, LONGEST = 3, 5
Floats = NDArray[np.float32]


def plain(text: str) -> str:
    """The text in lower case, without accents and signs: what is compared.

    >>> plain("Des BANCS à l’ombre !")
    'des bancs a l ombre'
    """
    letters = unicodedata.normalize("NFKD", text.casefold())
    return re.sub(r"[\W_]+", " ", "".join(c for c in letters if not unicodedata.combining(c))).strip()


@lru_cache(maxsize=20_000)
def hashed(text: str) -> tuple[NDArray[np.uint32], Floats]:
    """The hashes of a text's pieces, and for each 1 + the logarithm of how often it stands there."""
    counts = Counter(crc32(piece.encode()) for word in plain(text).split() for piece in _pieces(f" {word} "))
    return np.fromiter(counts, np.uint32, len(counts)), 1 + np.log(np.fromiter(counts.values(), np.float32, len(counts)))


def _pieces(word: str) -> list[str]:
    if len(word) <= SHORTEST:
        return [word]
    return [word[at : at + size] for size in range(SHORTEST, LONGEST + 1) for at in range(len(word) - size + 1)]


def piece_vectors(texts: Sequence[str]) -> Floats:
    """A row of length 1 for each text (0 where it has no letter): pieces weigh the more, the fewer of the texts have them."""
    parts = [hashed(text) for text in texts]
    rows = np.repeat(np.arange(len(texts)), [len(hashes) for hashes, _counts in parts])
    if not len(rows):
        return np.zeros((len(texts), COLUMNS), np.float32)
    hashes = np.concatenate([hashes for hashes, _counts in parts])
    _seen, which, spread = np.unique(hashes, return_inverse=True, return_counts=True)
    rarity = np.log((1 + len(texts)) / (1 + spread)) + 1
    weights = np.concatenate([counts for _hashes, counts in parts]) * rarity[which]
    sign = np.where(hashes >> 31, 1.0, -1.0)  # two pieces in one column rather cancel out than seem to be the same
    cells = rows * COLUMNS + (hashes % COLUMNS).astype(np.int64)
    sums = np.bincount(cells, weights * sign, len(texts) * COLUMNS).reshape(len(texts), COLUMNS)
    return unit(sums.astype(np.float32))


def unit(rows: Floats) -> Floats:
    """Each row with length 1; those of length 0 stay."""
    length = np.sqrt(np.einsum("ij,ij->i", rows, rows))[:, None]
    scaled: Floats = np.divide(rows, length, out=np.zeros_like(rows), where=length > 0)
    return scaled
