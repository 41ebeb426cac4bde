"""Seating measured beside a random rotation, "everybody one table on", and OR-Tools CP-SAT given ten times our time.

    python -m tests.seating.bench            (it needs ortools: pip install ortools)

It ends with an error where any of them is better.
"""

import sys
from time import perf_counter

from rich import box
from rich.console import Console
from rich.table import Table

from workshop.seating import Report, Request, report, seat

try:
    from tests.seating.solver import at_random, solve, table_plus_one
except ImportError:
    sys.exit("This benchmark compares with OR-Tools. Install it with: .venv/bin/pip install -e '.[bench]'")

SECONDS = 0.8
CASES = (  # people, tables, rounds, hosts
    (8, 2, 3, True),
    (13, 3, 4, True),
    (12, 3, 4, False),
    (16, 4, 5, True),
    (15, 5, 7, False),
    (18, 6, 8, False),
    (24, 6, 4, True),
    (27, 6, 5, True),
    (30, 6, 6, True),
    (30, 5, 5, False),
    (40, 8, 4, True),
    (41, 8, 6, True),
    (60, 10, 8, True),
    (120, 24, 4, True),
)


def asked(people: int, tables: int, rounds: int, hosts: bool) -> Request:
    """A request with people called 1, 2, 3 ..."""
    names = tuple(map(str, range(1, people + 1)))
    return Request(names, tables, rounds, hosts=dict(enumerate(names[:tables], start=1)) if hosts else {})


def main() -> None:
    """Measures every case, prints the table, and ends with an error where we are worse."""
    table = Table("people, tables, rounds", "Palabre", "proven", "CP-SAT, 8 s", "random", "table + 1", box=box.MARKDOWN)
    worse = []
    for case in CASES:
        request = asked(*case)
        start = perf_counter()
        ours = seat(request, SECONDS)
        took = perf_counter() - start
        found = solve(request, 10 * SECONDS)
        others = [report(request, found) if found else None, report(request, at_random(request)), report(request, table_plus_one(request))]
        worse += [case for other in others if other and _rank(other) < _rank(ours.report)]
        name = f"{case[0]}, {case[1]}, {case[2]}, {'hosts' if case[3] else 'no hosts'}"
        told = f"{_told(ours.report)} in {took * 1000:.0f} ms"
        table.add_row(name, told, "yes" if ours.report.proven else "no", *map(_told, others))
        print(name, told, *map(_told, others), sep=" | ", file=sys.stderr, flush=True)
    Console(width=140).print(table)
    if worse:
        sys.exit(f"Something was better than Palabre at: {worse}")


def _rank(found: Report) -> tuple[int, int, int]:
    return found.spread > 1, found.repeats, found.revisits


def _told(found: Report | None) -> str:
    return f"{found.repeats} / {found.revisits}" if found else "no plan"


if __name__ == "__main__":
    main()
