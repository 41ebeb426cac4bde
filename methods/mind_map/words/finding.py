"""The rows that stand for a word: its own, that of the word it bends, those of the two it is made of, or that of its beginning."""

from collections.abc import Iterator, Mapping

LEAST = 4  # letters of a part
LONGEST = 40
ENDING = 3  # letters that bend a word rather than make another of it
JOINTS = ("", "s", "n", "en", "e", "es")  # what stands between the two words of a compound in Dutch and German


def found(word: str, rows: Mapping[str, int]) -> tuple[int, ...]:
    """The rows of a word; none where nothing is known of it.

    >>> rows = {"fiets": 0, "pad": 1, "paden": 2, "stal": 3}
    >>> found("fiets", rows), found("fietspaden", rows), found("fietsig", rows), found("xyz", rows)
    ((0,), (0, 2), (0,), ())
    """
    word = word[:LONGEST]
    if word in rows:
        return (rows[word],)
    return beginning(word, rows, len(word) - ENDING) or next(_parts(word, rows), ()) or beginning(word, rows, (len(word) + 1) // 2)


def _parts(word: str, rows: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """Compounds, the longest last part first: it says what kind of thing it is."""
    for cut in range(LEAST, len(word) - LEAST + 1):
        last = rows.get(word[cut:])
        if last is None:
            continue
        for joint in JOINTS:
            first = word[:cut].removesuffix(joint) if joint else word[:cut]
            if len(first) >= LEAST and word[:cut] == first + joint and first in rows:
                yield rows[first], last


def beginning(word: str, rows: Mapping[str, int], least: int) -> tuple[int, ...]:
    """The row of the longest known beginning of a word, of at least so many letters."""
    for cut in range(len(word) - 1, max(LEAST, least) - 1, -1):
        if word[:cut] in rows:
            return (rows[word[:cut]],)
    return ()
