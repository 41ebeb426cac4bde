"""Seating measured beside a random rotation, "everybody one table on", and OR-Tools CP-SAT given ten times our time.

    make bench-seating

It writes the table of the README, and ends with an error where any of them is better.
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import thread_time

from workshop.seating import Report, Request, report, seat

try:
    from tests.seating.solver import at_random, solve, table_plus_one
except ImportError:
    sys.exit("This benchmark compares with OR-Tools. Install it with: .venv/bin/pip install -e '.[bench]'")

README = Path(__file__).parents[2] / "README.md"
BEGIN, END = "<!-- seating: written by make bench-seating -->\n", "<!-- /seating -->"
SECONDS = 0.8
LARGEST = 150  # with more people the solver does not even begin within its time
CASES = (  # people, tables, rounds, hosts
    (8, 2, 3, True),
    (12, 3, 4, False),
    (13, 3, 4, True),
    (15, 5, 7, False),
    (16, 4, 5, True),
    (18, 6, 8, False),
    (24, 6, 4, True),
    (27, 6, 5, True),
    (30, 5, 5, False),
    (30, 6, 6, True),
    (40, 8, 4, True),
    (41, 8, 6, True),
    (60, 10, 8, True),
    (120, 24, 4, True),
    (300, 60, 5, True),
)
HEAD = """
Repeats / revisits:

| people, tables, rounds | Palabre | processor | | CP-SAT, {seconds:.0f} s | random | table + 1 |
| --- | --- | --- | --- | --- | --- | --- |
"""


def asked(people: int, tables: int, rounds: int, hosts: bool) -> Request:
    """A request with people called 1, 2, 3 ..."""
    names = tuple(map(str, range(1, people + 1)))
    return Request(names, tables, rounds, hosts=dict(enumerate(names[:tables], start=1)) if hosts else {})


def measured(worse: list[str]) -> Iterator[str]:
    """A line of the table for each case; where somebody else is better, the case goes to `worse`."""
    for case in CASES:
        request = asked(*case)
        start = thread_time()
        ours = seat(request, SECONDS).report
        took = thread_time() - start
        solved = solve(request, 10 * SECONDS) if case[0] <= LARGEST else None
        others = [rounds and report(request, rounds) for rounds in (solved, at_random(request), table_plus_one(request))]
        name = f"{case[0]}, {case[1]}, {case[2]}, {'hosts' if case[3] else 'no hosts'}"
        worse += [name for other in others if isinstance(other, Report) and _rank(other) < _rank(ours)]
        cells = [name, _told(ours), f"{took * 1000:.0f} ms", ours.how]
        cells += [_told(other) if isinstance(other, Report) else "no plan" for other in others]
        cells[4] = cells[4] if case[0] <= LARGEST else "not tried"
        yield f"| {' | '.join(cells)} |\n"


def replanned() -> str:
    """How long it takes when people come and leave after the second of four rounds."""
    first = asked(120, 24, 4, True)
    plan = seat(first)
    people = (*first.people[:-15], *(f"late {number}" for number in range(20)))
    start = thread_time()
    found = seat(replace(first, people=people, played=plan.rounds[:2], planned=plan.rounds[2:]), 0.2).report
    took = thread_time() - start
    return f"\n20 come and 15 leave among 120 people, after two of four rounds: {_told(found)}, in {took * 1000:.0f} ms.\n"


def main() -> None:
    """Measures every case, writes the table, and ends with an error where we are worse."""
    worse: list[str] = []
    text = HEAD.format(seconds=10 * SECONDS)
    for line in measured(worse):
        print(line, end="", flush=True)
        text += line
    text += replanned()
    readme = README.read_text("utf-8")
    before, _begin, rest = readme.partition(BEGIN)
    README.write_text(before + BEGIN + text + "\n" + END + rest.partition(END)[2], "utf-8")
    if worse:
        sys.exit(f"Something was better than Palabre at: {'; '.join(worse)}")


def _rank(found: Report) -> tuple[int, int, int]:
    return found.spread > 1, found.repeats, found.revisits


def _told(found: Report) -> str:
    return f"{found.repeats} / {found.revisits}"


if __name__ == "__main__":
    main()
