"""Pairs of ideas that seem to say the same, so that somebody can put them together."""

import re
from collections.abc import Sequence
from typing import Any

from methods.mind_map.graph import ONE, nearest
from methods.mind_map.vectors import vectors_of

LOOKED_AT = 3  # so many of the nearest of each idea
SAME = 0.8


def duplicates(round: int, ideas: Sequence[tuple[str, str]], apart: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Ideas that seem to say the same, the surest first; two that name different numbers never do. See `methods.mind_map.work`."""
    texts = dict(ideas)
    ids, said = list(texts), list(texts.values())
    different = {frozenset(pair) for pair in apart}
    found, cosine = nearest(vectors_of(said), min(LOOKED_AT, max(0, len(ids) - 1)))
    pairs: dict[tuple[int, int], float] = {}
    for row, (others, near) in enumerate(zip(found.tolist(), cosine.tolist(), strict=True)):
        for other, one in zip(others, near, strict=True):
            if one < SAME * ONE or frozenset((ids[row], ids[other])) in different or _figures(said[row]) != _figures(said[other]):
                continue
            pairs[min(row, other), max(row, other)] = _thousandths(one)
    told = sorted(pairs, key=lambda pair: (-pairs[pair], pair))
    return {"round": round, "pairs": [{"idea": ids[one], "same": ids[other], "alike": pairs[one, other]} for one, other in told]}


def _figures(text: str) -> list[str]:
    return sorted(re.findall(r"\d+", text))


def _thousandths(cosine: int) -> float:
    """A cosine out of `ONE` in thousandths, 1 at most."""
    return min(1.0, round(cosine / ONE, 3))
