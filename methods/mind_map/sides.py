"""What is on the right of a map and what on the left, from top to bottom, so that little changes sides when something changes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from workshop.language import Words


@dataclass(frozen=True)
class Branch:
    """A group to draw: its ideas (id, text) with those to show first in front; even places are on the right, odd ones on the left.

    `count` is how many ideas it has, of which only the first need be given; `family` the group of groups that it is in; `subtitle` says
    more than its title.
    """

    id: str
    title: str
    color: int
    ideas: Sequence[tuple[str, str]]
    place: int
    count: int
    family: str = ""
    subtitle: Words = ""


@dataclass(frozen=True)
class Family:
    """A group of groups; those without a group are not drawn."""

    id: str
    title: str


Unit = list[Branch]


def sides_of(branches: Iterable[Branch]) -> tuple[list[Branch], list[Branch]]:
    """The groups of the right and of the left from top to bottom; those of a family stand together, where its first one stands.

    Only when one side has too many does the last that may go change sides.
    """
    units = _units(branches)
    right, left = [unit for unit in units if unit[0].place % 2 == 0], [unit for unit in units if unit[0].place % 2]
    while going := _going(right, left):
        shorter, longer, unit = going
        longer.remove(unit)
        shorter.append(unit)
    return [*chain(*right)], [*chain(*left)]


def _units(branches: Iterable[Branch]) -> list[Unit]:
    """What stays together: the groups of a family, or one group alone; in their order."""
    units: dict[tuple[bool, str], Unit] = {}
    for branch in sorted(branches, key=lambda branch: branch.place):
        units.setdefault((bool(branch.family), branch.family or branch.id), []).append(branch)
    return list(units.values())


def _going(right: list[Unit], left: list[Unit]) -> tuple[list[Unit], list[Unit], Unit] | None:
    """From the longer side to the shorter: the last unit with which both are nearer to each other than before."""
    shorter, longer = sorted((right, left), key=rows_of)
    more = rows_of(longer) - rows_of(shorter)
    return next(((shorter, longer, unit) for unit in reversed(longer) if len(unit) < more), None)


def rows_of(units: Sequence[Unit]) -> int:
    """How many groups there are in some units."""
    return sum(map(len, units))
