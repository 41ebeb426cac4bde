"""Texts as vectors, so that the cosine of two says how alike they are.

What texts mean (by the word table, or by a sentence model where it is installed and asked for) stands beside the pieces of their
words, which find names, and words that no table knows. Of what texts mean, the mean of their language in this session is taken away:
else a session in several languages would fall apart by language. The same texts have the same vectors on every machine.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from methods.mind_map.pieces import piece_vectors, unit
from methods.mind_map.sentences import sentence_vectors
from methods.mind_map.words.languages import languages_of
from methods.mind_map.words.meanings import meanings
from methods.mind_map.words.table import table

PIECES = 0.15  # the share of the pieces in a cosine
MODEL, WORDS = 0.6, 0.3  # where there is a sentence model, its share and that of the table
FEW = 8.0  # with so many texts in a language, its mean is half its own and half the session's
DIGITS = 5


def vectors_of(texts: Sequence[str], languages: Sequence[str] = ()) -> NDArray[np.float32]:
    """A row of length 1 for each text (0 where it has no letter); `languages` are those of the texts, guessed where none is given.

    >>> near = vectors_of(["trees in the park", "a tree", "buses at night"])
    >>> bool(near[0] @ near[1] > near[0] @ near[2])
    True
    """
    words = table()
    spoken = languages_of(texts, words, languages)
    meant = understood(meanings(texts, words), spoken)
    said = sentence_vectors([text.strip() for text in texts])
    if said is None:
        return beside([(meant, 1 - PIECES), (piece_vectors(texts), PIECES)])
    lettered = piece_vectors(texts)
    said[~np.any(lettered, axis=1)] = 0
    return beside([(understood(said, spoken), MODEL), (meant, WORDS), (lettered, 1 - MODEL - WORDS)])


def understood(rows: NDArray[np.float64], languages: Sequence[str]) -> NDArray[np.float64]:
    """Rows of length 1 without what is usual in their language."""
    return _unit(centred(_unit(rows), languages))


def beside(parts: Sequence[tuple[NDArray[np.floating], float]]) -> NDArray[np.float32]:
    """Rows side by side, each with its share in a cosine; where one says nothing of a text, the others have its share too."""
    rows = np.hstack([part * np.sqrt(share) for part, share in parts])
    return unit(np.round(_unit(rows), DIGITS).astype(np.float32))


def centred(rows: NDArray[np.float64], languages: Sequence[str]) -> NDArray[np.float64]:
    """Rows without what is usual in their language; where a language has few, without what is usual in the session."""
    some = np.any(rows, axis=1)
    if not some.any():
        return rows
    usual = rows[some].mean(axis=0)
    moved = rows.copy()
    for language in sorted(set(languages)):
        own = some & (np.array(languages) == language)
        count = int(own.sum())
        if count:
            moved[own] -= usual + (rows[own].mean(axis=0) - usual) * (count / (count + FEW))
    return moved


def _unit(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    length = np.sqrt((rows * rows).sum(axis=1))[:, None]
    scaled: NDArray[np.float64] = np.divide(rows, length, out=np.zeros_like(rows), where=length > 0)
    return scaled
