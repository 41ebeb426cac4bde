"""Which group goes on from which: groups found anew take the ids of the present ones that they share most with."""

from collections import Counter
from collections.abc import Mapping, Sequence

from methods.mind_map.sketch import Present


def matched(found: Sequence[Sequence[str]], present: Sequence[Present], pins: Mapping[str, str]) -> list[str]:
    """For each group found the id of the present group that it goes on from, or "": those that share most come first.

    A group with an idea that is pinned is the one it is pinned to; else the two share more than half of the smaller one.

    >>> matched([["a", "b", "x"], ["c", "d"]], [Present("g", ideas=("a", "b", "c"))], {})
    ['g', '']
    """
    ids = {one.id for one in present}
    names = [next((pins[idea] for idea in ideas if pins.get(idea) in ids), "") for ideas in found]
    home = {idea: group.id for group in present for idea in group.ideas}
    sizes = {group.id: len(group.ideas) for group in present}
    shared = [
        (count, number, group)
        for number, ideas in enumerate(found)
        for group, count in Counter(home[idea] for idea in ideas if idea in home).items()
        if 2 * count > min(len(ideas), sizes[group])
    ]
    order = {group.id: place for place, group in enumerate(present)}
    for _count, number, group in sorted(shared, key=lambda one: (-one[0], one[1], order[one[2]])):
        if not names[number] and group not in names:
            names[number] = group
    return names


def moves(found: Sequence[Sequence[str]], names: Sequence[str], present: Sequence[Present]) -> list[dict[str, str | int]]:
    """What would change its group: {"idea", "from", "to", "number"}, where "number" is the place of the new group, or -1."""
    home = {idea: group.id for group in present for idea in group.ideas}
    new = {idea: number for number, ideas in enumerate(found) for idea in ideas}
    every = dict.fromkeys([*new, *home])
    told = [(idea, home.get(idea, ""), new.get(idea, -1)) for idea in every]
    return [
        {"idea": idea, "from": before, "to": names[number] if number >= 0 else "", "number": number}
        for idea, before, number in told
        if (before != names[number] or not before if number >= 0 else bool(before))
    ]
