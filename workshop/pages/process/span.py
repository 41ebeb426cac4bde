"""The months of a process, and where in them something lies; pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

MOST_MONTHS: Final = 48
SEVERAL: Final = 3


@dataclass(frozen=True, slots=True)
class Span:
    """From the first day of a month to the first day of another one."""

    first: date
    last: date

    def place(self, day: date) -> float:
        """Where a day lies, from 0 to 100; days outside lie at the edges."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return round(100 * min(1.0, max(0.0, share)), 2)

    def months(self, most: int = 12) -> tuple[date, ...]:
        """The first days of its months; where there are many, every second, third, sixth or twelfth, and none in the last stretch."""
        count = months_between(self.first, self.last)
        step = next((one for one in (1, 2, 3, 6, 12) if count <= one * most), 24)
        return tuple(after(self.first, place) for place in range(0, count, step))


def span_of(days: Iterable[date], today: date) -> Span:
    """Whole months around some days and today, three at least; what lies years away is not waited for."""
    known = sorted((*days, today))
    first = max(known[0], after(today, -MOST_MONTHS)).replace(day=1)
    last = after(min(known[-1], after(today, MOST_MONTHS)), 1)
    return Span(first, max(last, after(first, SEVERAL)))


def after(day: date, months: int) -> date:
    """The first day of the month so many months later."""
    place = day.year * 12 + day.month - 1 + months
    return date(place // 12, place % 12 + 1, 1)


def months_between(first: date, last: date) -> int:
    """How many months lie between the first days of two."""
    return (last.year - first.year) * 12 + last.month - first.month


def current(phases: Sequence[str], held: Sequence[str]) -> str:
    """The phase in which the process is: that of the session that was held last, or the first one."""
    return next((one for one in reversed(held) if one in phases), phases[0] if phases else "")
