"""How alike short texts are: cosine of tf-idf vectors over the pieces of 3 to 5 letters of their words.

Pieces of words work in every language without a list of its words, and find "tree" in "trees" and "arbre" in "arbres".
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def plain(text: str) -> str:
    """The text in lower case, without accents and signs: what is compared."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return re.sub(r"[\W_]+", " ", "".join(c for c in letters if not unicodedata.combining(c))).strip()


def vectors(texts: Sequence[str]) -> Any:
    """A sparse matrix of len(texts) rows of length 1 (0 where a text has no letter at all)."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # a second to load, and only the background process needs it

    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, preprocessor=plain, dtype=np.float64)
    # the extra text keeps the vocabulary from being empty when nobody wrote a letter
    return vectorizer.fit_transform([*texts, "palabre"])[: len(texts)]


def similarities(texts: Sequence[str]) -> Floats:
    """The cosine of each pair, as an n x n matrix with zeros on its diagonal, rounded so that every machine gets the same."""
    rows = vectors(texts)
    cosine: Floats = np.asarray((rows @ rows.T).todense())
    np.fill_diagonal(cosine, 0.0)
    return np.round(cosine, 6)
