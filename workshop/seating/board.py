"""A plan while it is searched: who sits where in the rounds to come, and what a swap of two people would change.

People are numbers from 0, and a set of people is an integer with a bit for each, so that "how many of this table has she met" is one
`and` and one count. Tables with a seat less have a ghost on it, whom everybody may meet: so a move to a free seat is a swap too.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from workshop.seating.ledger import Ledger

WISH, REPEAT, REVISIT = 10**16, 10**11, 10**6
Change = tuple[int, int, int, int]


@dataclass(slots=True)
class Board:
    """The rounds to come, and what follows from them and from the rounds that were played.

    `seats[round][person]` is a table from 0, `rows[round][table]` the set of those who sit there. `once[person]` is the set of those
    whom somebody has met, `again[person]` of those met more than once; `met` counts. `visits[person][table]` counts too, and
    is empty for those who stay. `apart[person]` are those whom somebody should not meet, `free[person]` those who may be met again for
    nothing; `alike` has for each attribute the set of those like each person. `pinned` never move by themselves.
    """

    seats: list[list[int]]
    rows: list[list[int]]
    once: list[int]
    again: list[int]
    met: list[list[int]]
    visits: list[list[int]]
    apart: list[int]
    free: list[int]
    alike: list[list[int]]
    pinned: int
    repeated: Ledger
    returned: Ledger
    cost: int = 0

    def change(self, round: int, one: int, other: int) -> Change:
        """What a swap of two people at different tables would change: wishes that do not hold, repeats, revisits, people alike."""
        seats, rows, once, again, apart = self.seats[round], self.rows[round], self.once, self.again, self.apart
        x, y = seats[one], seats[other]
        left, right = rows[x] ^ (1 << one), rows[y] ^ (1 << other)
        repeats = (once[one] & right).bit_count() - (again[one] & left).bit_count()
        repeats += (once[other] & left).bit_count() - (again[other] & right).bit_count()
        wishes = revisits = alike = 0
        if apart[one] or apart[other]:
            wishes = (apart[one] & right).bit_count() - (apart[one] & left).bit_count()
            wishes += (apart[other] & left).bit_count() - (apart[other] & right).bit_count()
        if visits := self.visits[one]:
            revisits = (visits[y] > 0) - (visits[x] > 1)
        if visits := self.visits[other]:
            revisits += (visits[x] > 0) - (visits[y] > 1)
        for of in self.alike:
            alike += (of[one] & right).bit_count() - (of[one] & left).bit_count()
            alike += (of[other] & left).bit_count() - (of[other] & right).bit_count()
        return wishes, repeats, revisits, alike

    def swap(self, round: int, one: int, other: int, change: Change) -> None:
        """Two people change places in a round."""
        seats, rows = self.seats[round], self.rows[round]
        x, y = seats[one], seats[other]
        left, right = rows[x] ^ (1 << one), rows[y] ^ (1 << other)
        for person, old, new in ((one, left, right), (other, right, left)):
            for mate in bits(old & ~self.free[person]):
                self._parts(person, mate)
            for mate in bits(new & ~self.free[person]):
                self._meets(person, mate)
        rows[x], rows[y] = left | (1 << other), right | (1 << one)
        seats[one], seats[other] = y, x
        self.moves(one, x, y)
        self.moves(other, y, x)
        self.cost += weighed(change)

    def moves(self, person: int, old: int | None, new: int) -> None:
        """Somebody's visits change."""
        visits = self.visits[person]
        if not visits:
            return
        if old is not None:
            visits[old] -= 1
            if visits[old] == 1:
                self.returned.strike((person, old))
        visits[new] += 1
        if visits[new] == 2:
            self.returned.enter((person, new))

    def _meets(self, one: int, other: int) -> None:
        count = self.met[one][other] + 1
        self.met[one][other] = self.met[other][one] = count
        if count == 1:
            self.once[one] |= 1 << other
            self.once[other] |= 1 << one
        elif count == 2:
            self.again[one] |= 1 << other
            self.again[other] |= 1 << one
            self.repeated.enter((min(one, other), max(one, other)))

    def _parts(self, one: int, other: int) -> None:
        count = self.met[one][other] - 1
        self.met[one][other] = self.met[other][one] = count
        if count == 0:
            self.once[one] ^= 1 << other
            self.once[other] ^= 1 << one
        elif count == 1:
            self.again[one] ^= 1 << other
            self.again[other] ^= 1 << one
            self.repeated.strike((min(one, other), max(one, other)))

    def sits(self, people: int) -> None:
        """A table of a round, a set of people, is counted in."""
        for one, other in combinations(bits(people), 2):
            if not self.free[one] >> other & 1:
                self._meets(one, other)

    def count(self) -> None:
        """The cost, counted anew."""
        repeats = sum(count - 1 for row in self.met for count in row if count > 1) // 2
        revisits = sum(count - 1 for visits in self.visits for count in visits if count > 1)
        pairs = [pair for rows in self.rows for row in rows for pair in combinations(bits(row), 2)]
        wishes = sum(self.apart[one] >> other & 1 for one, other in pairs)
        self.cost = weighed((wishes, repeats, revisits, sum(of[one] >> other & 1 for of in self.alike for one, other in pairs)))


def bits(people: int) -> Iterable[int]:
    """The people of a set."""
    while people:
        low = people & -people
        yield low.bit_length() - 1
        people ^= low


def weighed(change: Change) -> int:
    """One number for wishes, repeats, revisits and people alike: the first that differs decides."""
    wishes, repeats, revisits, alike = change
    return WISH * wishes + REPEAT * repeats + REVISIT * revisits + alike
