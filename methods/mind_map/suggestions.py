"""What could be better in a grouping, to be offered: groups to split, groups to merge, new groups.

All is computed from the present grouping, so that whoever takes an offer sees only that change.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from methods.mind_map.communities import communities, numbered
from methods.mind_map.constraints import Bonds, bonds
from methods.mind_map.graph import Floats, Ints, ties
from methods.mind_map.modularity import Gains, gains
from methods.mind_map.naming import changed, named
from methods.mind_map.placing import floor, togetherness
from methods.mind_map.sketch import Present, Rules
from methods.mind_map.sorting import typical
from methods.mind_map.vectors import vectors_of
from workshop.messages import derived_id

FEWEST = 3
OFFERS = 3  # so many at once: nobody reads more in a workshop
WORTH = 0.0003  # so much better a grouping must become: less is not worth anybody's attention


@dataclass(frozen=True)
class Offer:
    """A change: the groups that it concerns, what there would be instead (rows of ideas), and how much better the grouping would be."""

    kind: str
    groups: tuple[int, ...]
    parts: tuple[tuple[int, ...], ...]
    gain: float


@dataclass(frozen=True)
class Scene:
    """The ideas as a graph, and the number of the group in which each is (-1: in none)."""

    rows: Floats
    pairs: Ints
    weight: Ints
    label: Ints
    bound: Bonds
    seed: int

    def nodes(self, some: Ints) -> list[int]:
        """The nodes of some rows."""
        return [self.bound.nodes[row] for row in some.tolist()]


def suggest(
    round: int, ideas: Sequence[tuple[str, str]], groups: Sequence[Present], seed: int, topic: str, language: str, rules: Rules
) -> dict[str, Any]:
    """Offers, the clearest first; see `methods.mind_map.work`."""
    texts = dict(ideas)
    ids = list(texts)
    rows = vectors_of(list(texts.values()))
    home = {idea: number for number, group in enumerate(groups) for idea in group.ideas}
    label = np.array([home.get(id, -1) for id in ids], np.int64)
    scene = Scene(rows, *ties(rows), label, bonds(ids, {group.id for group in groups}, rules), seed)
    offers = chosen([*merges(scene, len(groups)), *splits(scene), *beginnings(scene)])
    told = [_told(offer, scene, ids, texts, groups, topic, language) for offer in offers]
    return {"round": round, "offers": told, "titles": retitled(scene, ids, texts, groups, topic, language)}


def retitled(
    scene: Scene, ids: Sequence[str], texts: dict[str, str], groups: Sequence[Present], topic: str, language: str
) -> list[dict[str, str]]:
    """New titles for groups that the machine named and that have changed."""
    members = [[ids[row] for row in typical(scene.rows, np.flatnonzero(scene.label == number))] for number in range(len(groups))]
    titles = named(members, groups, texts, topic, language)
    return [
        {"group": group.id, "title": title, "best": ideas[0]}
        for group, title, ideas in zip(groups, titles, members, strict=True)
        if title and ideas and changed(group, ideas)
    ]


def chosen(offers: Sequence[Offer]) -> list[Offer]:
    """The best offers of which no two concern the same group."""
    taken: set[int] = set()
    found: list[Offer] = []
    worth = [offer for offer in offers if offer.gain >= WORTH]
    for offer in sorted(worth, key=lambda offer: (-offer.gain, offer.kind, offer.groups, offer.parts)):
        if not taken & set(offer.groups) and len(found) < OFFERS:
            taken |= set(offer.groups)
            found.append(offer)
    return found


def merges(scene: Scene, count: int) -> Iterator[Offer]:
    """Two groups that are more tied to each other than chance would have it; the smaller goes into the larger."""
    gain = gains(scene.pairs, scene.weight, np.where(scene.label >= 0, scene.label, count), count)
    members = [np.flatnonzero(scene.label == number) for number in range(count)]
    for one in range(count):
        for other in range(one + 1, count):
            if gain[one, other] <= 0 or scene.bound.quarrel(scene.nodes(members[one]), scene.nodes(members[other])):
                continue
            small, large = sorted((one, other), key=lambda number: (_anchored(scene, members[number]), len(members[number]), -number))
            whole = np.concatenate((members[large], members[small]))
            yield Offer("merge", (small, large), (tuple(typical(scene.rows, whole)),), float(gain[one, other]))


def _anchored(scene: Scene, some: Ints) -> bool:
    return bool(set(scene.nodes(some)) & set(scene.bound.anchors))


def splits(scene: Scene) -> Iterator[Offer]:
    """A group whose two halves are less tied to each other than chance would have it."""
    for number in range(int(scene.label.max(initial=-1)) + 1):
        own = np.flatnonzero(scene.label == number)
        if len(own) < 2 * FEWEST:
            continue
        part = _within(scene, own)
        while part.max() > 1:
            part = numbered(_nearest_as_one(scene, own, part))
        sizes = np.bincount(part)
        gain = _gain(scene, own, part)
        if part.max() == 1 and sizes.min() >= FEWEST and gain[0, 1] < 0:
            halves = sorted((own[part == side] for side in (0, 1)), key=lambda half: (not _anchored(scene, half), -len(half), half[0]))
            yield Offer("split", (number,), tuple(tuple(typical(scene.rows, half)) for half in halves), -float(gain[0, 1]))


def _within(scene: Scene, own: Ints) -> Ints:
    """The communities of a part of the graph alone, with what is bound together as one node."""
    node = np.full(len(scene.label), -1)
    node[own] = np.unique(np.array(scene.nodes(own)), return_inverse=True)[1]
    ends = np.sort(node[scene.pairs], axis=1)
    inside = (ends >= 0).all(axis=1)
    pairs, place = np.unique(ends[inside], axis=0, return_inverse=True)
    weight = np.bincount(place.ravel(), scene.weight[inside], len(pairs)).astype(np.int64)
    return numbered(communities(pairs, weight, int(node.max()) + 1, scene.seed)[node[own]])


def _gain(scene: Scene, own: Ints, part: Ints) -> Gains:
    """The gain of joining each two parts of a group, in the whole graph."""
    count = int(part.max()) + 1
    label = np.full(len(scene.label), count)
    label[own] = part
    return gains(scene.pairs, scene.weight, label, count)


def _nearest_as_one(scene: Scene, own: Ints, part: Ints) -> Ints:
    gain = _gain(scene, own, part)
    one, other = np.unravel_index(int(np.argmax(gain)), gain.shape)
    return np.where(part == other, one, part)


def beginnings(scene: Scene) -> Iterator[Offer]:
    """New groups of ideas that are in none."""
    own, least = np.flatnonzero(scene.label < 0), floor(scene.rows)
    if len(own) < FEWEST:
        return
    part = _within(scene, own)
    for number in range(int(part.max()) + 1):
        rows = own[part == number]
        near = rows[togetherness(scene.rows[rows]) > least]
        if len(near) >= FEWEST:
            yield Offer("new", (), (tuple(typical(scene.rows, near)),), float(len(near)) / len(scene.label))


def _told(
    offer: Offer, scene: Scene, ids: Sequence[str], texts: dict[str, str], groups: Sequence[Present], topic: str, language: str
) -> dict[str, Any]:
    parts = [[ids[row] for row in part] for part in offer.parts]
    others = [group for number, group in enumerate(groups) if number not in offer.groups]
    stays = offer.groups[-1:]
    going_on = [*(groups[number] for number in stays), *[None] * (len(parts) - len(stays)), *others]
    titles = named([*parts, *(group.ideas for group in others)], going_on, texts, topic, language)
    home = {ids[row]: number for row, number in enumerate(scene.label.tolist())}
    moved = sum(home[id] not in stays for id in parts[0]) + sum(map(len, parts[1:]))
    names = [groups[number].id for number in offer.groups]
    return {
        "key": derived_id(offer.kind, *names, *(word for part in parts for word in ("/", *sorted(part)))),
        "kind": offer.kind,
        "groups": names,
        "parts": [{"title": title, "best": part[0], "ideas": part} for title, part in zip(titles, parts, strict=False)],
        "moved": moved,
    }
