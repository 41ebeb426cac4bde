"""From the model's vectors of single words to rows whose weighted sums come near to what the model says of whole sentences.

Each language's mean is taken away, so that a word and its translation are near. Then one linear map, learnt from sentences by ridge
regression, turns words so that the sum of the words of a sentence is the sentence; its largest directions are kept, two bits each.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from methods.mind_map.pieces import plain
from methods.mind_map.words.finding import ENDING, beginning, found

Floats = NDArray[np.float32]
RARE = 1e-5  # words that stand so often in a text of a hundred languages count half (SIF)
RIDGE = 1.0
COLUMNS = 256
FEW = 50  # words of a language, of which no mean is taken
SAME = 0.85  # the cosine of words that mean the same
STEP = 0.98  # between the second and the third of four levels, for what is spread normally (Lloyd, Max)


@dataclass(frozen=True)
class Corpus:
    """Sentences, their languages, and the model's vectors of them."""

    sentences: Sequence[str]
    languages: Sequence[str]
    vectors: Floats


def rows(
    vectors: Floats, languages: Sequence[str], rarity: NDArray[np.float64], words: dict[str, int], corpus: Corpus
) -> tuple[Floats, Floats]:
    """Of each word a row of length 1, and its weight: how rare it is times how much it says."""
    own = _unit(_apart(vectors - vectors.mean(axis=0), languages, FEW))
    rare = (RARE / (RARE + np.exp(rarity))).astype(np.float32)
    sums = np.array([_sum(sentence, own, rare, words) for sentence in corpus.sentences])
    some = np.any(sums, axis=1)
    spoken = [language for language, one in zip(corpus.languages, some.tolist(), strict=True) if one]
    known, aim = (_unit(_apart(one[some], spoken, 0)).astype(np.float64) for one in (_unit(sums), corpus.vectors))
    turn = np.linalg.solve(known.T @ known + RIDGE * np.eye(known.shape[1]), known.T @ aim)
    turned = own.astype(np.float64) @ turn
    _values, axes = np.linalg.eigh(turned.T @ turned)
    kept = turned @ axes[:, ::-1][:, :COLUMNS] @ _rotation(COLUMNS)
    length = np.linalg.norm(kept, axis=1)
    return _unit(kept.astype(np.float32)), (rare * length).astype(np.float32)


def needed(kept: Floats, words: Sequence[str]) -> list[int]:
    """The places of the words that mean something else than the word that they bend: for the others that one is enough."""
    places: dict[str, int] = {}
    for place in sorted(range(len(words)), key=lambda place: (len(words[place]), place)):
        base = beginning(words[place], places, len(words[place]) - ENDING)
        if not base or kept[place] @ kept[base[0]] < SAME:
            places[words[place]] = place
    return sorted(places.values())


def codes(kept: Floats) -> NDArray[np.uint8]:
    """Rows of length 1 in two bits a column, four columns in a byte."""
    level = np.searchsorted([-STEP, 0, STEP], kept * np.sqrt(kept.shape[1])).astype(np.uint8).reshape(len(kept), -1, 4)
    return np.asarray(level[:, :, 0] | level[:, :, 1] << 2 | level[:, :, 2] << 4 | level[:, :, 3] << 6, np.uint8)


def weights(weight: Floats) -> NDArray[np.uint8]:
    """Weights in a byte; those of the few words that weigh most are cut."""
    return np.asarray(np.clip(np.rint(255 * weight / np.quantile(weight, 0.995)), 0, 255), np.uint8)


def _sum(sentence: str, own: Floats, rare: Floats, words: dict[str, int]) -> Floats:
    total = np.zeros(own.shape[1], np.float32)
    for word in plain(sentence).split():
        for row in found(word, words):
            total += own[row] * rare[row]
    return total


def _apart(vectors: Floats, languages: Sequence[str], few: int) -> Floats:
    """Vectors without the mean of their language."""
    moved, of = vectors.copy(), np.array(languages)
    for language in sorted(set(languages)):
        same = of == language
        if same.sum() > few:
            moved[same] -= vectors[same].mean(axis=0)
    return moved


def _rotation(columns: int) -> NDArray[np.float64]:
    """Any rotation, so that all columns say about as much as each other, and two bits are right for each."""
    turned, _triangle = np.linalg.qr(np.random.default_rng(1).normal(size=(columns, columns)))
    return np.asarray(turned)


def _unit(vectors: Floats) -> Floats:
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled: Floats = np.divide(vectors, length, out=np.zeros_like(vectors), where=length > 0)
    return scaled
