"""What somebody looks for: words, "a phrase", and the beginning of the last word while they type. Any text is a query.

>>> look_for('shade "old tree" ben').for_sqlite()
'"shade" AND "old tree" AND "ben" *'
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

LONGEST: Final = 300
MOST_PARTS: Final = 20
AROUND: Final = 110
WORD: Final = re.compile(r"[^\W_]+")
PART: Final = re.compile(r'"([^"]*)("|$)|([^\s"]+)')

QUOTES: Final = str.maketrans(dict.fromkeys("“”„«»＂", '"'))

Word = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words and phrases that all must be there, each as its words in plain letters; of the last one, maybe only the beginning."""

    parts: tuple[tuple[str, ...], ...] = ()
    begun: bool = False

    def for_sqlite(self) -> str:
        """As FTS5 asks for it."""
        asked = [f'"{" ".join(part)}"' for part in self.parts]
        return " AND ".join((*asked[:-1], f"{asked[-1]} *" if self.begun else asked[-1]))

    def for_postgresql(self) -> str:
        """As `to_tsquery` asks for it."""
        asked = [" <-> ".join(part) for part in self.parts]
        return " & ".join(f"({one})" for one in (*asked[:-1], f"{asked[-1]}:*" if self.begun else asked[-1]))


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text, and whether it is what was looked for."""

    text: str
    hit: bool = False


def look_for(query: str) -> Wanted:
    """What a query asks for."""
    parts: list[tuple[str, ...]] = []
    begun = False
    query = query[:LONGEST].translate(QUOTES)
    for found in PART.finditer(query):
        phrase, closed, word = found.groups()
        words = tuple(folded(one) for one, _start, _end in words_of(word if phrase is None else phrase))
        if words and len(parts) < MOST_PARTS:
            parts.append(words)
            begun = not closed and found.end() == len(query)
    return Wanted(tuple(parts), begun)


def excerpt(text: str, wanted: Wanted) -> tuple[Piece, ...]:
    """The text around the first thing that was looked for, in pieces."""
    text = " ".join(text.split())
    spans = list(_hits(text, wanted))
    first = spans[0][0] if spans else 0
    start, end = max(0, first - AROUND // 2), min(len(text), first + 2 * AROUND)
    start = 0 if start < AROUND // 4 else text.find(" ", start, first) + 1 or start
    end = len(text) if len(text) - end < AROUND // 4 else max(text.rfind(" ", first, end), first + 1)
    pieces, place = [Piece("… ")] if start else [], start
    for begin, stop in spans:
        if begin >= place and stop <= end:
            pieces += [Piece(text[place:begin]), Piece(text[begin:stop], True)]
            place = stop
    pieces += [Piece(text[place:end]), Piece(" …" if end < len(text) else "")]
    return tuple(one for one in pieces if one.text)


def words_of(text: str) -> Iterator[Word]:
    """The words of a text, each with where it begins and ends."""
    text = text if text.isascii() else unicodedata.normalize("NFC", text)
    return ((found[0], found.start(), found.end()) for found in WORD.finditer(text))


@lru_cache(maxsize=4096)
def folded(word: str) -> str:
    """A word without capitals and accents."""
    return "".join(one for one in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(one))


def _hits(text: str, wanted: Wanted) -> Iterator[tuple[int, int]]:
    words = list(words_of(text))
    plain = [folded(word) for word, _start, _end in words]
    for place, (_word, start, _end) in enumerate(words):
        for number, part in enumerate(wanted.parts):
            if _is_at(plain, place, part, wanted.begun and number == len(wanted.parts) - 1):
                yield start, words[place + len(part) - 1][2]
                break


def _is_at(plain: Sequence[str], place: int, part: tuple[str, ...], begun: bool) -> bool:
    there = tuple(plain[place : place + len(part)])
    return there == part or (begun and len(there) == len(part) and there[:-1] == part[:-1] and there[-1].startswith(part[-1]))
