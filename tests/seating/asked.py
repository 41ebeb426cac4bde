"""Requests as tests ask them."""

from typing import Any

from workshop.seating import Request, Seating


def asked(people: int, tables: int, rounds: int, hosts: bool = True, **more: Any) -> Request:
    """People called 1, 2, 3 ...; the first ones stay at their tables, or nobody does."""
    names = tuple(map(str, range(1, people + 1)))
    return Request(names, tables, rounds, hosts=dict(enumerate(names[:tables], start=1)) if hosts else {}, **more)


def document(request: Request, seating: Seating) -> dict[str, Any]:
    """The plan as JSON has it, written here once more."""
    rounds = [
        [[person for person in sorted(seats) if seats[person] == table] for table in range(1, request.tables + 1)]
        for seats in seating.rounds
    ]
    found = seating.report
    names = ("repeats", "revisits", "spread", "hosts_moved", "pairs_met", "bound", "proven")
    report = {name: getattr(found, name) for name in names} | {"again": [list(one) for one in found.again]}
    return {"rounds": rounds, "hosts": {str(table): person for table, person in request.hosts.items()}, "report": report}
