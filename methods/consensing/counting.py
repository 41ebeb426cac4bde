"""Adding up resistance: the lowest sum wins, a tie goes to the lower strongest resistance, and else it is a tie.

Systemic consensing after Erich Visotschnig and Siegfried Schrotta (2005): each option gets from each person a resistance from 0 to 10.
"""

from collections.abc import Sequence
from statistics import pstdev
from typing import Final

from methods.consensing.state import Paper, State
from methods.consensing.vocabulary import Counted, Total

FULL: Final = 10
LEAST_ORDER: Final = 3  # with fewer ballots than this even the order would tell what somebody thinks


def counted(state: State) -> Counted:
    """The result of the ratings; without totals where too few rated for these to stay secret."""
    ballots = [ballot for ballot in state.ballots.values() if all(one.id in ballot for one in state.choices)]
    totals = {
        one.id: total([ballot[one.id] for ballot in ballots], state.paper.get(one.id, Paper(0, 0)))
        for one in state.choices
    }  # fmt: skip
    order = sorted(totals, key=lambda id: (totals[id].points, totals[id].strongest))
    tied = sum(_key(totals[id]) == _key(totals[order[0]]) for id in order)
    if not enough(state, 1):
        order, tied = [one.id for one in state.choices], len(state.choices)
    shown = totals if enough(state, state.settings.least_ballots) else {}
    return Counted(state.voters + state.people, state.people, tuple(order), tied, shown)


def enough(state: State, least: int) -> bool:
    """Whether so many rated that nothing shown gives a ballot away: on phones, or none at all beside open paper."""
    return state.voters >= max(least, LEAST_ORDER) or (state.people > 0 and not state.voters)


def total(ratings: Sequence[int], paper: Paper) -> Total:
    """What one option comes to.

    >>> total([0, 10, 2], Paper(0, 0))
    Total(points=12, strongest=10, spread=43)
    """
    points, strongest = sum(ratings) + paper.points, max((*ratings, paper.strongest))
    return Total(points, strongest, round(10 * pstdev(ratings)) if ratings else 0)


def _key(one: Total) -> tuple[int, int]:
    return one.points, one.strongest


def acceptance(one: Total, voters: int) -> int:
    """How much of the resistance that there could be is not there, in per cent."""
    return round(100 - 100 * one.points / (FULL * voters)) if voters else 100
