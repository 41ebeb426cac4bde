"""A set of whole numbers in their order: immutable, and quick to read from anywhere."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Final

from immutables import Map

ROW: Final = 64


@dataclass(frozen=True, slots=True)
class Numbers:
    """A set of whole numbers in their order, kept in rows of 64; `full` are the rows that hold any."""

    rows: Map[int, tuple[int, ...]] = Map()
    full: tuple[int, ...] = ()
    count: int = 0

    @staticmethod
    def of(numbers: Iterable[int]) -> "Numbers":
        """These numbers, each once."""
        ordered = sorted(set(numbers))
        rows = {row: tuple(inside) for row, inside in groupby(ordered, lambda number: number // ROW)}
        return Numbers(Map(rows), tuple(rows), len(ordered))

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
