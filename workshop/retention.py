"""For how long names are kept: what is over, given when something happened last. Pure; the time is an argument."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Literal

Left = Literal["names", "texts", "nothing"]
MONTHS: Final = 24


@dataclass(frozen=True, slots=True)
class Keeping:
    """How many months names are kept after the last thing that happened (0: always); with `texts`, what people wrote goes with them."""

    months: int = MONTHS
    texts: bool = False


@dataclass(frozen=True, slots=True)
class Resting:
    """A workshop: the code of its process ("" for none), when something happened in it last (ms since 1970), and what is left of it to go:
    names and texts, texts only (its names went), or nothing.
    """

    code: str
    process: str
    last_at: int
    left: Left = "names"


@dataclass(frozen=True, slots=True)
class Due:
    """Workshops of one process ("" for none) whose time is over."""

    process: str
    workshops: tuple[str, ...]
    texts: bool


def over(last_at: int, months: int, now: int) -> bool:
    """Whether so many months went by since."""
    if not months:
        return False
    then, today = (datetime.fromtimestamp(ms / 1000, UTC) for ms in (last_at, now))
    gone = (today.year - then.year) * 12 + today.month - then.month
    return gone > months or (gone == months and (today.day, today.time()) >= (then.day, then.time()))


def due(resting: Iterable[Resting], processes: Mapping[str, tuple[Keeping, int]], alone: Keeping, now: int) -> list[Due]:
    """What is over: the workshops of a process all together, counted from the last thing that happened in any of them or in the process.

    `processes` has how each process keeps, and when something happened in it last; `alone` is for workshops without one.
    """
    groups: dict[str, list[Resting]] = {}
    for one in resting:
        groups.setdefault(one.process if one.process in processes else f"/{one.code}", []).append(one)
    found = []
    for group, workshops in groups.items():
        keeping, last_at = processes.get(group, (alone, 0))
        going = tuple(one.code for one in workshops if one.left == "names" or (one.left == "texts" and keeping.texts))
        if going and over(max(last_at, *(one.last_at for one in workshops)), keeping.months, now):
            found.append(Due(group if group in processes else "", going, keeping.texts))
    return found
