"""What a seating reached, recomputed from nothing but its rounds."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from workshop.seating.bound import repeats_bound
from workshop.seating.mixing import mixing
from workshop.seating.request import Request

How = Literal["closed form", "bound reached", "best found"]
Round = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Report:
    """What a seating reached.

    `repeats`: meetings of two people beyond their first, of all pairs together; `again`: the pairs that meet more than once, and how
    often. People whom a wish puts together do not count. `revisits`: how often somebody of the people comes back to a table (hosts do not).
    `hosts_moved`: how often a host does not sit at the own table. `spread`: the largest table less the smallest, in the worst round.
    `mixing`: for each attribute 1 for as even as can be, 0 for all of a kind together. `unmet`: wishes that do not hold, ("together" or
    "apart", person, person). `bound`: no seating has fewer repeats; `proven`: this one has no more. `cut`: the time was up before the
    search was through, so another run may find another plan.
    """

    repeats: int
    again: tuple[tuple[str, str, int], ...]
    revisits: int
    hosts_moved: int
    spread: int
    mixing: tuple[float, ...]
    unmet: tuple[tuple[str, str, str], ...]
    pairs_met: int
    pairs: int
    bound: int
    proven: bool
    how: How
    cut: bool = False


def report(request: Request, rounds: Sequence[Round], how: How | None = None, cut: bool = False) -> Report:
    """What these rounds reach, those that were played among them."""
    met: Counter[tuple[str, str]] = Counter(pair for seats in rounds for pair in meetings(seats))
    free = {pair_of(*pair) for pair in request.together}
    again = tuple(sorted((*pair, times) for pair, times in met.items() if times > 1 and pair not in free))
    repeats = sum(times - 1 for _one, _other, times in again)
    bound = min(repeats, repeats_bound(request))
    everybody = set(request.people).union(*rounds)
    coming = rounds[len(request.played) :]
    staying = request.staying
    return Report(
        repeats=repeats,
        again=again,
        revisits=_revisits(request, rounds),
        hosts_moved=sum(seats.get(person) != table for seats in coming for person, table in staying.items()),
        spread=max((_spread(request, seats) for seats in coming), default=0),
        mixing=mixing(request, coming),
        unmet=_unmet(request, coming),
        pairs_met=len(met),
        pairs=len(everybody) * (len(everybody) - 1) // 2,
        bound=bound,
        proven=repeats == bound,
        how=how if how and repeats == bound else "bound reached" if repeats == bound else "best found",
        cut=cut,
    )


def pair_of(one: str, other: str) -> tuple[str, str]:
    """Two people, always in the same order."""
    return (one, other) if one < other else (other, one)


def meetings(seats: Round) -> Iterator[tuple[str, str]]:
    """The pairs who sit at a table together in a round."""
    tables: dict[int, list[str]] = {}
    for person, table in seats.items():
        tables.setdefault(table, []).append(person)
    for people in tables.values():
        yield from combinations(sorted(people), 2)


def _revisits(request: Request, rounds: Sequence[Round]) -> int:
    staying, here = request.staying, set(request.people)
    visits = Counter((who, table) for seats in rounds for who, table in seats.items() if who in here and staying.get(who) != table)
    return sum(times - 1 for times in visits.values())


def _spread(request: Request, seats: Round) -> int:
    sizes = Counter(seats.values())
    return max(sizes.values(), default=0) - min(sizes[table] for table in request.open)


def _unmet(request: Request, coming: Sequence[Round]) -> tuple[tuple[str, str, str], ...]:
    def side_by_side(one: str, other: str) -> list[bool]:
        return [seats[one] == seats[other] for seats in coming if one in seats and other in seats]

    wrong = [("together", *pair) for pair in request.together if not all(side_by_side(*pair))]
    return tuple(wrong + [("apart", *pair) for pair in request.apart if any(side_by_side(*pair))])
