"""All ideas grouped anew, with titles, and what that would change in the present map."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from methods.mind_map.communities import group_rows, numbered
from methods.mind_map.constraints import Bonds, bonds, node_rows
from methods.mind_map.graph import Floats, Ints, whole
from methods.mind_map.matching import matched, moves
from methods.mind_map.naming import named
from methods.mind_map.placing import floor, togetherness
from methods.mind_map.sketch import Present, Rules
from methods.mind_map.vectors import vectors_of


def sort_ideas(
    round: int, ideas: Sequence[tuple[str, str]], seed: int, topic: str, language: str, groups: Sequence[Present], rules: Rules
) -> dict[str, Any]:
    """Groups of ideas, the largest first; see `methods.mind_map.work`."""
    ids, texts = [id for id, _text in ideas], dict(ideas)
    rows = vectors_of(list(texts.values()))
    ids = list(texts)
    bound = bonds(ids, {group.id for group in groups}, rules)
    label = placed_anew(rows, seed, bound, ids, groups)
    members = [np.flatnonzero(label == number) for number in range(int(label.max(initial=-1)) + 1)]
    found = sorted(([ids[place] for place in typical(rows, own)] for own in members), key=len, reverse=True)
    names = matched(found, groups, rules.pins)
    present = {group.id: group for group in groups}
    titles = named(found, [present.get(name) for name in names], texts, topic, language)
    told = [{"id": name, "title": title, "best": one[0], "ideas": one} for name, title, one in zip(names, titles, found, strict=True)]
    return {
        "round": round,
        "groups": told,
        "unplaced": [id for id, number in zip(ids, label.tolist(), strict=True) if number < 0],
        "moved": moves(found, names, groups),
        "gone": [group.id for group in groups if group.id not in names],
    }


def placed_anew(rows: Floats, seed: int, bound: Bonds, ids: Sequence[str], groups: Sequence[Present]) -> Ints:
    """A group for each row from 0, and -1 for those that are near to nothing and that nobody fixed."""
    if not len(rows):
        return np.zeros(0, np.int64)
    least, node = floor(rows), np.array(bound.nodes, np.int64)
    size = np.bincount(node)
    label = group_rows(node_rows(rows, bound, ids, groups), seed, bound, size, least)[node]
    fixed = np.isin(node, list(bound.anchors)) | (size[node] > 1)
    lone = np.zeros(len(rows), dtype=bool)
    for number in np.unique(label):
        own = np.flatnonzero(label == number)
        lone[own] = togetherness(rows[own]) <= least
    label[lone & ~fixed] = -1
    placed = label >= 0
    label[placed] = numbered(label[placed])
    return label


def typical(rows: Floats, own: Ints) -> list[int]:
    """The rows of a group, those that are most like the others first: they say best what it is about."""
    exact = whole(rows[own]).astype(np.float64)
    like = exact @ exact.sum(axis=0) - np.einsum("ij,ij->i", exact, exact)
    return [int(row) for row in own[np.argsort(-like, kind="stable")]]
