"""What an amendment changed in a text, word by word."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from workshop.blocks import Part


@lru_cache(maxsize=256)
def changes(before: str, after: str) -> tuple[Part, ...]:
    """The runs that stayed, went and came; without what was added it is `before`, without what was removed `after`.

    >>> [(part.text, part.change) for part in changes("Closed for good.", "Closed for a year.")]
    [('Closed for ', ''), ('good', 'removed'), ('a year', 'added'), ('.', '')]
    """
    old, new = _words(before), _words(after)
    parts: list[Part] = []
    for _tag, i1, i2, j1, j2 in _bridged(SequenceMatcher(None, old, new).get_opcodes()):
        gone, come = "".join(old[i1:i2]), "".join(new[j1:j2])
        same = come if gone == come else _space_before(gone, come)
        gone, come = gone[len(same) :], come[len(same) :]
        if same and parts and not parts[-1].change:
            parts[-1] = Part(parts[-1].text + same)
        elif same:
            parts.append(Part(same))
        parts += [Part(gone, "removed")] * bool(gone) + [Part(come, "added")] * bool(come)
    return tuple(parts)


def _space_before(gone: str, come: str) -> str:
    """The space with which both begin: it did not change."""
    space = gone[: len(gone) - len(gone.lstrip())]
    return space if come.startswith(space) else ""


def _words(text: str) -> list[str]:
    return re.findall(r"\s*\w+|\s*[^\w\s]|\s+", text)


Step = tuple[str, int, int, int, int]


def _bridged(steps: Sequence[Step]) -> list[Step]:
    """The steps, with a lone word or sign between two changes taken into them: easier to read."""
    joined: list[Step] = []
    for place, (tag, i1, i2, j1, j2) in enumerate(steps):
        inside = 0 < place < len(steps) - 1
        short = tag == "equal" and inside and i2 - i1 == 1
        if joined and joined[-1][0] != "equal" and (short or tag != "equal"):
            _tag, start, _end, from_, _to = joined[-1]
            joined[-1] = ("replace", start, i2, from_, j2)
        else:
            joined.append((tag, i1, i2, j1, j2))
    return joined
