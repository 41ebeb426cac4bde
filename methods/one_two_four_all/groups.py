"""Groups that form by themselves: pairs of those in the room, and foursomes of two pairs each."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from immutables import Map

MOST = {"pairs": 3, "fours": 6}


@dataclass(frozen=True)
class Groups:
    """Who is in which group, by person and by group; those who left are still in theirs."""

    of: Map[str, int] = Map()
    members: Map[int, tuple[str, ...]] = Map()

    def put(self, person: str, group: int) -> "Groups":
        """With somebody in a group, and in no other."""
        if self.of.get(person) == group:
            return self
        members = self.members
        if person in self.of:
            before = self.of[person]
            members = members.set(before, tuple(one for one in members[before] if one != person))
        return Groups(self.of.set(person, group), members.set(group, (*members.get(group, ()), person)))

    def joined(self, group: int, into: int) -> "Groups":
        """With everybody of a group in another one."""
        found = self
        for person in self.members.get(group, ()):
            found = found.put(person, into)
        return found


def listed(groups: Sequence[Sequence[str]]) -> Groups:
    """Groups with their numbers from 1 on."""
    of = {person: number for number, group in enumerate(groups, start=1) for person in group}
    return Groups(Map(of), Map({number: tuple(group) for number, group in enumerate(groups, start=1)}))


def pairs_of(people: Sequence[str], seed: int) -> tuple[tuple[str, ...], ...]:
    """Pairs, drawn; of an odd number three are together.

    >>> sorted(map(len, pairs_of("abcdefg", 1)))
    [2, 2, 3]
    """
    drawn = Random(seed).sample(sorted(people), len(people))
    pairs = [tuple(drawn[place : place + 2]) for place in range(0, len(drawn), 2)]
    if len(pairs) > 1 and len(pairs[-1]) == 1:
        pairs[-2:] = [(*pairs[-2], *pairs[-1])]
    return tuple(pairs)


def fours_of(sizes: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """Which pairs go together, by their places: the largest with the smallest; a pair that is left goes into a small foursome.

    >>> fours_of([2, 2, 2, 3]), fours_of([2, 2, 2]), fours_of([2, 2, 3])
    (((0, 3), (1, 2)), ((0, 1, 2),), ((0, 1), (2,)))
    """
    order = sorted(range(len(sizes)), key=lambda place: (sizes[place], place))
    if not order:
        return ()
    odd = len(order) % 2 == 1 and len(order) > 1
    if odd and len(order) == 3 and sum(sizes) > MOST["fours"]:  # seven people: four, and the three as they are
        return _tidy([order[:2], order[2:]])
    alone, rest = (order[0], order[1:]) if odd else (None, order)
    half = len(rest) // 2
    fours = [[small, large] for small, large in zip(rest[:half], reversed(rest[half:]), strict=False)] or [rest]
    if alone is not None:
        min(fours, key=lambda four: (sum(sizes[place] for place in four), four)).append(alone)
    return _tidy(fours)


def _tidy(fours: list[list[int]]) -> tuple[tuple[int, ...], ...]:
    return tuple(sorted(tuple(sorted(four)) for four in fours))
