"""Things in the order of their coming: immutable, and quick however many there are.

What is asked of a shelf costs what it gives back, not what it holds: a state that keeps thousands of contributions on one can show the
latest, or the next from anywhere, at every beat.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Final, Generic, TypeVar

from immutables import Map

ROW: Final = 64
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Numbers:
    """A set of whole numbers in their order, kept in rows of 64; `full` are the rows that hold any."""

    rows: Map[int, tuple[int, ...]] = Map()
    full: tuple[int, ...] = ()
    count: int = 0

    def __len__(self) -> int:
        return self.count

    def __contains__(self, number: int) -> bool:
        return number in self.rows.get(number // ROW, ())

    def __iter__(self) -> Iterator[int]:
        return chain.from_iterable(self.rows[row] for row in self.full)

    def added(self, number: int) -> "Numbers":
        """With one number more."""
        row = number // ROW
        before = self.rows.get(row, ())
        if number in before:
            return self
        full = self.full if before else _with(self.full, row)
        return Numbers(self.rows.set(row, _with(before, number)), full, self.count + 1)

    def removed(self, number: int) -> "Numbers":
        """Without a number."""
        row = number // ROW
        before = self.rows.get(row, ())
        if number not in before:
            return self
        left = tuple(one for one in before if one != number)
        if left:
            return Numbers(self.rows.set(row, left), self.full, self.count - 1)
        return Numbers(self.rows.delete(row), tuple(one for one in self.full if one != row), self.count - 1)

    def upward(self, start: int) -> Iterator[int]:
        """The numbers from `start` on, in their order."""
        row = start // ROW
        first = self.rows.get(row, ())
        yield from first[bisect_left(first, start) :]
        for one in self.full[bisect_right(self.full, row) :]:
            yield from self.rows[one]

    def downward(self, start: int | None = None) -> Iterator[int]:
        """The numbers below `start`, or all of them, the greatest first."""
        end = len(self.full)
        if start is not None:
            row = start // ROW
            first = self.rows.get(row, ())
            yield from reversed(first[: bisect_left(first, start)])
            end = bisect_left(self.full, row)
        for place in range(end - 1, -1, -1):
            yield from reversed(self.rows[self.full[place]])

    def around(self, start: int) -> Iterator[int]:
        """All of them, in their order from `start` on, and then from the first to there."""
        yield from self.upward(start)
        for number in self:
            if number >= start:
                return
            yield number


def _with(numbers: tuple[int, ...], new: int) -> tuple[int, ...]:
    if not numbers or new > numbers[-1]:
        return (*numbers, new)
    ordered = list(numbers)
    insort(ordered, new)
    return tuple(ordered)


@dataclass(frozen=True)
class Shelf(Generic[T]):
    """Things by id, numbered from 0 as they came; those that are put away stay known, but no window shows them."""

    places: Map[str, int] = Map()
    things: Map[int, T] = Map()
    shown: Numbers = Numbers()

    def __len__(self) -> int:
        return len(self.places)

    def __contains__(self, id: object) -> bool:
        return id in self.places

    def __iter__(self) -> Iterator[T]:
        """All things, also those that are put away."""
        return (self.things[place] for place in range(len(self.places)))

    def get(self, id: str) -> T | None:
        """The thing of an id."""
        place = self.places.get(id)
        return None if place is None else self.things[place]

    def put(self, id: str, thing: T, shown: bool = True) -> "Shelf[T]":
        """With a thing more, or with another one in the place of that id."""
        place = self.places.get(id)
        places = self.places.set(id, len(self.places)) if place is None else self.places
        place = len(self.places) if place is None else place
        numbers = self.shown.added(place) if shown else self.shown.removed(place)
        return replace(self, places=places, things=self.things.set(place, thing), shown=numbers)

    def all_shown(self) -> Iterator[T]:
        """The things that are not put away, in their order."""
        return (self.things[place] for place in self.shown)

    def latest(self, most: int, below: int | None = None) -> list[T]:
        """The last things that are shown, or the last below a place, the newest first."""
        return [self.things[place] for place in islice(self.shown.downward(below), most)]

    def around(self, start: int) -> Iterator[T]:
        """Everything that is shown, from a place on and then from the first to there."""
        return (self.things[place] for place in self.shown.around(start))


@dataclass(frozen=True, slots=True)
class Ranking:
    """Numbers with a score each: the highest first, and of those that are equal the latest."""

    scores: Map[int, int] = Map()
    levels: Map[int, Numbers] = Map()
    heights: Numbers = Numbers()

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
