"""What a phone may send, and how fast: checked before anything else of the house sees it."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

import orjson

from workshop.messages import BadMessage

Json = Any
EVENTS: Final = frozenset({"join", "do", "sync", "leave"})
PACES_KEPT: Final = 4096


@dataclass(frozen=True, slots=True)
class Call:
    """An event of a phone: `id` is the number under which it wants its acknowledgement, -1 for none."""

    id: int
    event: str
    data: Json


class BadCall(BadMessage):
    """An event that is not ours; `id` is the number under which it may be answered, -1 for none."""

    def __init__(self, id: int, message: str) -> None:
        super().__init__(message)
        self.id = id


def parse(text: str) -> Call:
    """The event in what follows `2/phone,` of a Socket.IO packet. Raises `BadCall`."""
    start = text.find("[", 0, 12)
    number = text[:start]
    if start < 0 or (number and not (number.isascii() and number.isdecimal())):
        raise BadCall(-1, "This is no event.")
    id = int(number) if number else -1
    try:
        parts = orjson.loads(text[start:])
    except ValueError:
        raise BadCall(id, "This is no JSON.") from None
    match parts:
        case [str(event)]:
            data: Json = {}
        case [str(event), dict(data)]:
            pass
        case _:
            raise BadCall(id, "An event is its name and one object.")
    if event not in EVENTS:
        raise BadCall(id, "There is no such message.")
    return Call(id, event, data)


@dataclass(slots=True)
class Pace:
    """How many messages somebody has left, and when that was so (s)."""

    left: float
    at: float


@dataclass(slots=True)
class Paces:
    """A bucket of `burst` messages for each key, filled again at `rate` a second; `now` is a clock in s."""

    rate: float
    burst: int
    now: Callable[[], float] = time.monotonic
    _paces: dict[str, Pace] = field(default_factory=dict)

    def take(self, key: str) -> float:
        """Takes one message; answers 0, or after how many seconds the next one is welcome."""
        now = self.now()
        pace = self._paces.get(key)
        if pace is None:
            if len(self._paces) >= PACES_KEPT:
                self._forget(now)
            pace = self._paces[key] = Pace(self.burst, now)
        pace.left = min(self.burst, pace.left + (now - pace.at) * self.rate)
        pace.at = now
        if pace.left < 1:
            return (1 - pace.left) / self.rate
        pace.left -= 1
        return 0.0

    def _forget(self, now: float) -> None:
        """Drops those who have been quiet for so long that their bucket is full again."""
        quiet = [key for key, pace in self._paces.items() if pace.left + (now - pace.at) * self.rate >= self.burst]
        for key in quiet:
            del self._paces[key]


@dataclass(slots=True)
class Door:
    """Lets people in one after the other, `rate` a second once a second's worth came at once; `now` is a clock in s."""

    rate: float
    now: Callable[[], float] = time.monotonic
    _next: float = 0.0

    def turn(self, longest: float) -> tuple[bool, float]:
        """Whether somebody may come in, and in how many seconds: theirs is the next turn, unless it is later than `longest`."""
        now = self.now()
        self._next = max(self._next, now - 1.0)
        wait = max(0.0, self._next - now)
        if wait > longest:
            return False, wait
        self._next += 1 / self.rate
        return True, wait
