"""What a seating is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Request:
    """Who is to be seated, in how many rounds at how many tables, and what is to be minded.

    `people` are those of the rounds to come, `rounds` counts all rounds, with those that were played. `hosts` stay at their table;
    without any, nobody stays. `attributes` are values to mix (district, role), for each person in the same order, "" where unknown.
    `together` and `apart` are pairs. `played` are rounds that were played: frozen, person -> table, without those who were absent.
    `planned` are rounds that were planned after them, to start from, so that little changes for most. `closed` tables are
    not used in the rounds to come.
    """

    people: tuple[str, ...]
    tables: int
    rounds: int
    hosts: Mapping[int, str] = field(default_factory=dict)
    attributes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    together: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    played: tuple[Mapping[str, int], ...] = ()
    planned: tuple[Mapping[str, int], ...] = ()
    closed: frozenset[int] = frozenset()
    seed: int = 0

    @property
    def open(self) -> tuple[int, ...]:
        """The tables of the rounds to come; all of them, should all be closed."""
        every = range(1, max(1, self.tables) + 1)
        return tuple(table for table in every if table not in self.closed) or tuple(every)

    @property
    def staying(self) -> dict[str, int]:
        """Who stays, and at which table: the hosts who are there and whose tables are open."""
        here, tables = set(self.people), set(self.open)
        found: dict[str, int] = {}
        for table, person in sorted(self.hosts.items()):
            if person in here and table in tables:
                found.setdefault(person, table)
        return found

    @property
    def to_come(self) -> int:
        """How many rounds are still to be planned."""
        return max(0, self.rounds - len(self.played))


def tables_for(people: int, size: int) -> int:
    """How many tables of about `size` seats fit so many people: none has more than `size` where that can be helped.

    >>> tables_for(40, 5), tables_for(41, 5), tables_for(3, 5)
    (8, 9, 1)
    """
    return max(1, -(-people // max(1, size)))
