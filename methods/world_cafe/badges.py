"""Badges that are printed before anybody has come: the way of each number."""

from methods.world_cafe.seats import MOST
from methods.world_cafe.state import Settings, color_of, question_of
from workshop.language import _
from workshop.method import Plan, PlannedTable
from workshop.seating import Request, seat, tables_for

SECONDS = 2  # so that even a slow machine finds the same plan again


def foresee(settings: Settings, people: int) -> Plan | None:
    """Who would sit where, were so many people to come: the first ones host, unless nobody does."""
    people = people or settings.badges
    if not people:
        return None
    count = min(MOST, tables_for(people, settings.size))
    hosts = {} if settings.hosts == "none" else {table: str(table) for table in range(1, min(count, people) + 1)}
    seating = seat(Request(tuple(str(one) for one in range(1, people + 1)), count, settings.rounds, hosts), SECONDS)
    question = question_of(settings, 1)
    tables = tuple(PlannedTable(table, color_of(table), question, hosts.get(table, "")) for table in range(1, count + 1))
    return Plan(tables, tuple((_("Round {round}", round=number), seats) for number, seats in enumerate(seating.rounds, start=1)))
