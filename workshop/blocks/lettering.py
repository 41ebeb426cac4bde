"""How much room a text takes where nobody can measure it: in letters, of which some are wide; lines are cut between words."""

import unicodedata

LEAST = 27.4  # of a map that is 820 high: 1/40 of the height of the whole wall


def lines_of(text: str, letters: int, most: int = 2) -> list[str]:
    """The text on as many lines as it needs, at most so many, the last cut where it is too long.

    >>> lines_of("Benches with backs, in the shade of the trees", 24)
    ['Benches with backs, in', 'the shade of the trees']
    """
    rest, lines = text.strip(), list[str]()
    while len(lines) < most - 1 and width(rest) > letters:
        lines.append(_first_line(rest, letters))
        rest = rest[len(lines[-1]) :].strip()
    return [*lines, shortened(rest, letters)]


def spread(text: str, lines: int) -> int:
    """How many letters the longest line has when a text is spread over so many lines as evenly as its words allow.

    >>> spread("Places to sit and to meet", 2)
    13
    """
    whole = width(text)
    least = max([whole // lines, *map(width, text.split())])
    fitting = (letters for letters in range(least, whole) if not lines_of(text, letters, lines)[-1].endswith("…"))
    return next(fitting, whole)


def shortened(text: str, letters: int) -> str:
    """The text, cut at a word where it is wider than `letters`."""
    return text if width(text) <= letters else _fitting(text, letters - 1).rstrip(" ,;.:") + "…"


def _first_line(text: str, letters: int) -> str:
    """The words that fit, where the next one fits on a line of its own; else as many letters as fit."""
    fitting = _fitting(text, letters)
    whole, _space, _started = text[: len(fitting) + 1].rpartition(" ")
    following = text[len(whole) :].split(maxsplit=1)
    return whole.rstrip() if whole.strip() and following and width(following[0]) <= letters else fitting


def _fitting(text: str, letters: int) -> str:
    """The words at the start that fit, or letters where the first word is too long for that."""
    end, used = 0, 0
    while end < len(text) and (used := used + _wide(text[end])) <= letters:
        end += 1
    cut = text[:end] if end == len(text) or text[end] == " " else text[:end].rpartition(" ")[0]
    return (cut if width(cut) > letters // 2 else text[:end]).rstrip()


def width(text: str) -> int:
    """How many letters of ours a text takes as much room as: those of East Asia, and pictures, count for two."""
    return sum(map(_wide, text))


def letters_of_map(rows: int, height: float) -> float:
    """The size of the letters of a map with so many groups below each other, in its units: smaller only where rows are low."""
    row = height / max(1, rows)
    return min(max(LEAST, min(row / 5, 1.3 * LEAST)), row * 0.6)


def size_of_title(count: int) -> float:
    """How much larger the title of a group of so many ideas is: in few steps, that it does not grow with every idea."""
    return 1 if count < 10 else 1.1 if count < 25 else 1.2


def _wide(letter: str) -> int:
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 0 if unicodedata.combining(letter) else 1
