"""Lines of a log whose words were erased, and how what is left of them is still proven.

The digest of an erased line stays, so the chain holds; its salt goes, so that nobody can try out what stood there. What is left gets a new
salt, and a later line of the same log, `WordsErased`, says its digest: from then on that line vouches for it.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, Final

from workshop.chain import payload_digest
from workshop.messages import BadMessage, Entry, read

Json = Any
GONE: Final = "…"
SALT_BYTES: Final = 16


@dataclass(frozen=True, slots=True)
class ErasedLine:
    """What is left of a line of the log: the digest of its payload with its new salt, "" where nothing is left."""

    seq: int
    digest: str


@dataclass(frozen=True, slots=True)
class WordsErased:
    """Words were erased from these lines."""

    lines: tuple[ErasedLine, ...]


def resalted(entry: Entry, payload: Mapping[str, Json] | None) -> Entry:
    """The entry with what is left of it, under a new salt."""
    return replace(entry, payload=payload, salt="" if payload is None else os.urandom(SALT_BYTES).hex())


def vouching(entries: Iterable[Entry]) -> WordsErased:
    """The event that vouches for what is left of some lines."""
    return WordsErased(tuple(ErasedLine(one.seq, _digest(one)) for one in entries))


def vouched(entries: Sequence[Entry]) -> Mapping[int, str]:
    """The erased lines of a log by their seqs, each with the digest that holds for it now."""
    found: dict[int, str] = {}
    for entry in entries:
        if entry.type == WordsErased.__name__ and entry.activity is None and entry.payload is not None:
            with suppress(BadMessage):
                found |= {line.seq: line.digest for line in read(WordsErased, entry.payload).lines if line.seq < entry.seq}
    return found


def proven(entry: Entry, vouched: Mapping[int, str]) -> bool:
    """Whether the payload of a line is the one that was logged, or what an erasure left of it."""
    return _digest(entry) == vouched.get(entry.seq, entry.payload_digest)


def _digest(entry: Entry) -> str:
    return "" if entry.payload is None else payload_digest(entry.salt, entry.payload)
