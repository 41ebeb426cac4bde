"""The work that is done off the event loop: a grouping of ideas with titles, and a place for ideas that came later."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from methods.mind_map.communities import group_texts
from methods.mind_map.similarity import similarities
from methods.mind_map.titles import titles_of

NEAREST = 3


def sort_ideas(round: int, ideas: Sequence[tuple[str, str]], seed: int, topic: str = "") -> dict[str, Any]:
    """Groups of ideas, the largest first: {"round": n, "groups": [{"title": ..., "ideas": [ids]}]}; ideas are (id, text).

    In a group those that are most like the others stand in front: they say best what it is about.
    """
    texts = [text for _id, text in ideas]
    labels, near = np.array(group_texts(texts, seed), dtype=int), similarities(texts)
    members = [np.flatnonzero(labels == number) for number in range(labels.max(initial=-1) + 1)]
    groups = [[ideas[place] for place in own[np.argsort(-near[np.ix_(own, own)].sum(axis=1), kind="stable")]] for own in members]
    groups.sort(key=len, reverse=True)
    titles = titles_of([[text for _id, text in group] for group in groups], topic)
    found = [{"title": title, "ideas": [id for id, _text in group]} for title, group in zip(titles, groups, strict=True)]
    return {"round": round, "groups": found}


def place_ideas(round: int, new: Sequence[tuple[str, str]], groups: Sequence[tuple[str, Sequence[str]]]) -> dict[str, Any]:
    """{"round": n, "places": {idea: group}}: for each new idea (id, text) the group (id, texts) whose three nearest are nearest."""
    known = [(group, text) for group, texts in groups for text in texts]
    near = similarities([text for _id, text in new] + [text for _group, text in known])[: len(new), len(new) :]
    owners = np.array([group for group, _text in known])
    places = {}
    for row, (id, _text) in enumerate(new):
        mean = {group: float(np.sort(near[row][owners == group])[-NEAREST:].mean()) for group, texts in groups if texts}
        best = max(mean, key=lambda group: mean[group], default="")
        if best and mean[best] > 0:
            places[id] = best
    return {"round": round, "places": places}
