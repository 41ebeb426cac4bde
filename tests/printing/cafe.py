"""A method that seats people, as small as can be: tables of four, three rounds, a host at each table."""

from dataclasses import replace

from tests.tiny import Settings, State
from tests.tiny import method as tiny
from workshop.language import _
from workshop.method import Plan, PlannedTable
from workshop.seating import Request, seat, tables_for


def foresee(settings: Settings, people: int) -> Plan | None:
    if not people:
        return None
    count = tables_for(people, 4)
    hosts = {table: str(table) for table in range(1, count + 1)}
    seating = seat(Request(tuple(str(one) for one in range(1, people + 1)), count, 3, hosts))
    tables = tuple(PlannedTable(table, (table - 1) % 8 + 1, host=host) for table, host in hosts.items())
    return Plan(tables, tuple((_("Round {number}", number=place), round) for place, round in enumerate(seating.rounds, start=1)))


def plan(state: State) -> Plan | None:
    """Once it is revealed: Ana hosts table 1, Bo and somebody without a phone change tables."""
    tables = (PlannedTable(1, 1, "Shade", "ana"), PlannedTable(2, 2, "Play"))
    rounds = ({"ana": 1, "bo": 2, "guest": 1}, {"ana": 1, "bo": 1, "guest": 2})
    return Plan(tables, (("Round 1", rounds[0]), ("Round 2", rounds[1])), {"guest": "Madame Peeters"}) if state.revealed else None


cafe = replace(tiny, name="cafe", foresee=foresee, plan=plan)
