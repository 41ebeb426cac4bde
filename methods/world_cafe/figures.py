"""What the seats reach: who meets whom, and who meets again."""

from collections.abc import Iterable
from dataclasses import replace

from immutables import Map

from methods.world_cafe.state import Plan, State, seats_of
from workshop.language import Words
from workshop.memory import remembered
from workshop.seating import Report, Request, report, verdict


def figures(state: State, played: bool = False) -> Report:
    """Of all rounds, or of those that were played."""
    rounds = state.played if played else len(state.rounds)
    values = state.values if state.settings.mix else Map[str, str]()
    found = _figures(state.plan, rounds, state.count, state.closed, state.hosts, values)
    return replace(found, proven=found.proven and (state.proven or not found.again))


@remembered
def _figures(plan: Plan, rounds: int, tables: int, closed: frozenset[int], hosts: Map[int, str], values: Map[str, str]) -> Report:
    seats = seats_of(plan.rounds[:rounds])
    people = tuple(sorted({person for one in seats for person in one}))
    attributes = {person: (values.get(person, ""),) for person in people} if values else {}
    request = Request(people, max(1, tables), rounds, dict(hosts), attributes, closed=closed)
    return report(request, seats)


def reached(state: State) -> Words:
    """Who meets again, in a sentence."""
    return verdict(figures(state))


def ever_seated(state: State, rounds: int) -> Iterable[str]:
    """Everybody who had a seat in the first rounds."""
    return sorted({person for one in state.rounds[:rounds] for person in one.seats})


def others_met(state: State, rounds: int) -> tuple[int, int]:
    """How many others sat at a table with somebody in the first rounds: the fewest, and the most."""
    met: dict[str, set[str]] = {}
    for people in (people for one in state.rounds[:rounds] for people in one.tables.values()):
        for person in people:
            met.setdefault(person, set()).update(people)
    counts = [len(others) - 1 for others in met.values()]
    return min(counts, default=0), max(counts, default=0)
