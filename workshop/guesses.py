"""How many wrong codes somebody may try, so that a code cannot be guessed and a hall behind one address is never locked out.

Nothing here waits or looks anything up: `judge` says whether a code may be looked up now. A look-up is a guess, charged to its source
and to everybody together, and given back when the code was right.

- What worked from a source once is free from there for half a day: one joker cannot lock the others out.
- The same code within a minute is one guess, also when three hundred phones send it in the same second.
- Beyond the burst, a code is looked up only for those who come back with it a little later, out of a budget of its own. A phone does
  that by itself; a script that tries code after code does not. Against one that does, a hall is in within seconds all the same, as
  its phones all ask for one code; a phone that is the only one behind that address may need half a minute.

Guessing one of ten open codes among 31^6 takes some 85 million tries. A source has 6 a second: five months. All sources together
have 40 a second: 25 days; the chance in a day of eight hours is 1.4 %. The prize is a seat in the room, no more.

Nothing is written down: sources and codes are kept in memory only, some thousands at most, the oldest forgotten first.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Final, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
Pair = tuple[str, str]
WORKED_S: Final = 12 * 3600.0
SAME_S: Final = 60.0
BACK_S: Final = 1.0
AFTER_S: Final = 1.2
MOST_WORKED: Final = 20_000
MOST_TRIED: Final = 20_000
MOST_SOURCES: Final = 5_000


@dataclass(slots=True)
class Bucket:
    """Holds `size` at most, and fills by `rate` a second; `left` was in it at `at`."""

    size: float
    rate: float
    left: float
    at: float

    def level(self, now: float) -> float:
        """What is in it now."""
        self.left, self.at = min(self.size, self.left + (now - self.at) * self.rate), now
        return self.left


@dataclass(slots=True)
class Budget:
    """The guesses that are left: with codes that are new, and with those that somebody comes back with."""

    new: Bucket
    back: Bucket


@dataclass(slots=True)
class Tried:
    """A code that a source sent: since when, the buckets that its look-up was taken from, and whether it was wrong."""

    since: float
    paid: tuple[Bucket, ...] = ()
    wrong: bool = False


class Guesses:
    """The accounts of all sources; `now` is a clock in s that never goes back."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._everybody = _budget(now(), 500, 20, 200, 20)
        self._sources: OrderedDict[str, Budget] = OrderedDict()
        self._tried: OrderedDict[Pair, Tried] = OrderedDict()
        self._worked: OrderedDict[Pair, float] = OrderedDict()

    def judge(self, source: str, code: str) -> float:
        """0 when the code may be looked up for this source now; else in how many seconds to come back with it."""
        now = self._now()
        if self.known(source, code):
            return 0.0
        tried = self._lately(source, code) or _keep(self._tried, (source, code), Tried(now), MOST_TRIED)
        return 0.0 if tried.paid or self._paid(source, tried, now) else AFTER_S

    def known(self, source: str, code: str) -> bool | None:
        """Whether the code was right (within hours) or wrong (within a minute) when this source last tried it; None: not known."""
        if self._worked.get((source, code), 0.0) > self._now():
            return True
        tried = self._lately(source, code)
        return False if tried is not None and tried.wrong else None

    def worked(self, source: str, code: str) -> None:
        """The code was right: it is free for this source from now on, and the guess is given back."""
        _keep(self._worked, (source, code), self._now() + WORKED_S, MOST_WORKED)
        tried = self._tried.pop((source, code), None)
        for bucket in tried.paid if tried else ():
            bucket.left += 1

    def failed(self, source: str, code: str) -> None:
        """The code was wrong, and need not be looked up again for a while."""
        if tried := self._lately(source, code):
            tried.wrong = True

    def _lately(self, source: str, code: str) -> Tried | None:
        tried = self._tried.get((source, code))
        return tried if tried is not None and self._now() - tried.since <= SAME_S else None

    def _paid(self, source: str, tried: Tried, now: float) -> bool:
        budget = self._sources.get(source) or _budget(now, 30, 1, 30, 5)
        _keep(self._sources, source, budget, MOST_SOURCES)
        for one, everybody in ((budget.new, self._everybody.new), (budget.back, self._everybody.back)):
            due = one is budget.new or now - tried.since >= BACK_S
            if due and one.level(now) >= 1 and everybody.level(now) >= 1:
                one.left -= 1
                everybody.left -= 1
                tried.paid = (one, everybody)
                return True
        return False


def _budget(now: float, new: float, new_rate: float, back: float, back_rate: float) -> Budget:
    return Budget(Bucket(new, new_rate, new, now), Bucket(back, back_rate, back, now))


def _keep(kept: "OrderedDict[K, V]", key: K, value: V, most: int) -> V:
    """Puts a value last in order, and drops the first ones beyond `most`."""
    kept[key] = value
    kept.move_to_end(key)
    while len(kept) > most:
        kept.popitem(last=False)
    return value
