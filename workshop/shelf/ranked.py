"""Things in the order of a score, which may change one at a time."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Generic, TypeVar

from immutables import Map

from workshop.shelf.numbers import Numbers

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ranking:
    """Numbers with a score each: the highest first, and of those that are equal the latest."""

    scores: Map[int, int] = Map()
    levels: Map[int, Numbers] = Map()
    heights: Numbers = Numbers()

    @staticmethod
    def of(scores: Mapping[int, int]) -> "Ranking":
        """These numbers with their scores, none of which is 0."""
        levels: dict[int, list[int]] = {}
        for number, score in scores.items():
            levels.setdefault(score, []).append(number)
        return Ranking(Map(scores), Map({score: Numbers.of(one) for score, one in levels.items()}), Numbers.of(levels))

    def scored(self, number: int, score: int) -> "Ranking":
        """With another score for a number; 0 takes it out."""
        before = self.scores.get(number, 0)
        if before == score:
            return self
        levels, heights = self.levels, self.heights
        if before:
            left = levels[before].removed(number)
            levels = levels.set(before, left) if left else levels.delete(before)
            heights = heights if left else heights.removed(before)
        if score:
            levels = levels.set(score, levels.get(score, Numbers()).added(number))
            heights = heights.added(score)
        scores = self.scores.set(number, score) if score else self.scores.delete(number)
        return Ranking(scores, levels, heights)

    def __iter__(self) -> Iterator[int]:
        """The numbers, the highest score first."""
        return chain.from_iterable(self.levels[score].downward() for score in self.heights.downward())

    def below(self, number: int) -> Iterator[int]:
        """The number itself, and those that come after it."""
        score = self.scores[number]
        lower = (self.levels[one].downward() for one in self.heights.downward(score))
        return chain(self.levels[score].downward(number + 1), chain.from_iterable(lower))


@dataclass(frozen=True)
class Ranked(Generic[T]):
    """Things by id with a score each: the highest first, and of those that are equal the one that came first."""

    places: Map[str, int] = Map()
    things: Map[int, T] = Map()
    ranks: Ranking = Ranking()
    next: int = 0

    @staticmethod
    def of(things: Iterable[tuple[str, T, int]]) -> "Ranked[T]":
        """These things: the id of each, itself and its score."""
        known = {id: (thing, score) for id, thing, score in things}
        places = {id: -place for place, id in enumerate(known, start=1)}
        scores = {-place: score + 1 for place, (_thing, score) in enumerate(known.values(), start=1)}
        found = Map({-place: thing for place, (thing, _score) in enumerate(known.values(), start=1)})
        return Ranked(Map(places), found, Ranking.of(scores), -len(known))

    def __len__(self) -> int:
        return len(self.places)

    def __contains__(self, id: object) -> bool:
        return id in self.places

    def __iter__(self) -> Iterator[T]:
        """All things in their order."""
        return (self.things[place] for place in self.ranks)

    def as_they_came(self) -> Iterator[T]:
        """All things, the one that came first in front."""
        return (self.things[place] for place in sorted(self.things, reverse=True))

    def put(self, id: str, thing: T, score: int) -> "Ranked[T]":
        """With a thing more, or another one of that id; it keeps its place as long as its score (from 0) is the same."""
        place = self.places.get(id)
        if place is not None and self.ranks.scores[place] == score + 1:
            return replace(self, things=self.things.set(place, thing))
        left = self.removed(id)
        new = left.next - 1  # downwards, so that the first of those that are equal is the greatest number
        return Ranked(left.places.set(id, new), left.things.set(new, thing), left.ranks.scored(new, score + 1), new)

    def removed(self, id: str) -> "Ranked[T]":
        """Without the thing of an id."""
        place = self.places.get(id)
        if place is None:
            return self
        return Ranked(self.places.delete(id), self.things.delete(place), self.ranks.scored(place, 0), self.next)

    def first(self, most: int, start: str = "") -> list[T]:
        """The first things, or those from an id on; from the beginning where nothing has that id."""
        place = self.places.get(start)
        return [self.things[one] for one in islice(self.ranks if place is None else self.ranks.below(place), most)]
