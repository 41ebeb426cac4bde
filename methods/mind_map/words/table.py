"""The word table: for some hundred thousand words of many languages what they mean, how rare they are, whose they are.

It is one file beside this one, made by `make word-table` and read when it is first asked for. The file: the magic word, the
checksum (CRC-32) of all that follows, the length of a head in JSON, the head, the words (sorted, compressed), a byte of weight
for each word, four bytes of languages (a bit for each language of the head), and the vectors, two bits a column.
"""

import json
import logging
import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

MAGIC = b"PALABRE WORDS 1\n"
COLUMNS = 256
FILE = Path(__file__).with_name("table.bin")
LEVELS = np.array([-10, -3, 3, 10], np.int8)  # what two bits stand for: the best four for what is spread normally (Lloyd, Max)
log = logging.getLogger(__name__)


class Spoilt(ValueError):
    """The file is not a word table, or not as it was made."""


@dataclass(frozen=True, eq=False)
class Table:
    """Words with their rows: weights 0 to 255, the rarer the more; languages as bits; four columns of a vector in each code."""

    rows: dict[str, int]
    weights: NDArray[np.uint8]
    masks: NDArray[np.uint32]
    codes: NDArray[np.uint8]
    languages: tuple[str, ...]

    def vectors(self, rows: NDArray[np.int64]) -> NDArray[np.int8]:
        """The vectors of some rows, in whole numbers, all about equally long."""
        codes = self.codes[rows]
        columns = np.stack([codes >> shift & 3 for shift in (0, 2, 4, 6)], axis=2)
        return LEVELS[columns.reshape(len(rows), codes.shape[1] * 4)]


def packed(table: Table) -> bytes:
    """The table as the bytes of its file; its words stand in the order of their rows."""
    words = zlib.compress("\n".join(table.rows).encode(), 9)
    head = {"languages": table.languages, "words": len(table.rows), "columns": table.codes.shape[1] * 4, "letters": len(words)}
    told = json.dumps(head).encode()
    rest = len(told).to_bytes(4, "little") + told + words + table.weights.tobytes() + table.masks.astype("<u4").tobytes()
    rest += table.codes.tobytes()
    return MAGIC + zlib.crc32(rest).to_bytes(4, "little") + rest


def unpacked(data: bytes) -> Table:
    """The table of a file's bytes."""
    start = len(MAGIC) + 4
    if data[: len(MAGIC)] != MAGIC or zlib.crc32(memoryview(data)[start:]) != int.from_bytes(data[len(MAGIC) : start], "little"):
        raise Spoilt("The word table is not as it was made. Install Palabre anew, or run make word-table.")
    at = start + 4 + int.from_bytes(data[start : start + 4], "little")
    head = json.loads(data[start + 4 : at])
    count, letters = head["words"], head["letters"]
    words = zlib.decompress(memoryview(data)[at : at + letters]).decode().split("\n") if count else []
    weights = np.frombuffer(data, np.uint8, count, at + letters)
    masks = np.frombuffer(data, "<u4", count, at + letters + count)
    codes = np.frombuffer(data, np.uint8, count * head["columns"] // 4, at + letters + 5 * count).reshape(count, -1)
    return Table({word: row for row, word in enumerate(words)}, weights, masks, codes, tuple(head["languages"]))


@lru_cache(maxsize=1)
def table(file: Path = FILE) -> Table:
    """The table that Palabre brings, read once in a process; an empty one where it is missing or spoilt, and a line in the log."""
    try:
        return unpacked(file.read_bytes())
    except (OSError, Spoilt) as error:
        log.error("Ideas are compared by their letters alone, and words that mean the same are not found: %s", error)
        return Table({}, np.zeros(0, np.uint8), np.zeros(0, np.uint32), np.zeros((0, COLUMNS // 4), np.uint8), ())
