"""What is printed of who sits where: people with the way that each goes, and tables; from a plan, or worked out for a number of people."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

from workshop.agenda import Step
from workshop.language import Speaker
from workshop.live import Live
from workshop.messages import read
from workshop.method import Plan, PlannedTable
from workshop.session.yields import report


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody to be seated: the number of their coming (0: none), their name if they gave one, and the table of each round (0: none)."""

    number: int
    name: str
    tables: tuple[int, ...]
    hosts: int = 0


@dataclass(frozen=True, slots=True)
class Seats:
    """The tables by their number, the names of the rounds, and the people in order; `foreseen`: nobody has been seated yet."""

    tables: Mapping[int, PlannedTable]
    rounds: tuple[str, ...]
    guests: tuple[Guest, ...]
    foreseen: bool = False


def seating_step(live: Live) -> Step | None:
    """The step whose seats are printed: the running one if it seats people, else the first of the agenda that does."""
    session = live.session
    steps = [step for step in session.agenda.steps if step.id == session.current]
    steps += [step for step in session.agenda.steps if step.id != session.current]
    return next((step for step in steps if _plan_of(live, step) or _foreseen(live, step, 1)), None)


async def seats_of(live: Live, step: Step, people: int, say: Speaker) -> Seats | None:
    """The seats that people have in a step, else those that so many (0: as its settings say) would have; None where there are none."""
    plan = _plan_of(live, step)
    foreseen = plan is None
    if foreseen:
        plan = await asyncio.to_thread(_foreseen, live, step, people)
    return _seats(live, plan, say, foreseen) if plan and plan.rounds else None


def _plan_of(live: Live, step: Step) -> Plan | None:
    activity, method = live.session.activities.get(step.id), live.methods.get(step.method)
    if activity is None or method is None or activity.error:
        return None
    try:
        return method.plan(activity.state)
    except Exception as error:
        report(method.name, error)
        return None


def _foreseen(live: Live, step: Step, people: int) -> Plan | None:
    method = live.methods.get(step.method)
    if method is None:
        return None
    try:
        return method.foresee(read(method.settings, step.settings), people)
    except Exception as error:
        report(method.name, error)
        return None


def _seats(live: Live, plan: Plan, say: Speaker, foreseen: bool) -> Seats:
    ids = {id for _name, round in plan.rounds for id in round}
    hosts = {table.host: table.number for table in plan.tables if table.host}
    guests = [
        Guest(
            number=int(id) if foreseen and id.isdecimal() else _number(live, id),
            name=say(plan.names[id]) if id in plan.names else live.names.get(id, ""),
            tables=tuple(round.get(id, 0) for _name, round in plan.rounds),
            hosts=hosts.get(id, 0),
        )
        for id in ids
    ]
    guests.sort(key=lambda guest: (guest.number == 0, guest.number, guest.name))
    rounds = tuple(say(name) for name, _round in plan.rounds)
    return Seats({table.number: table for table in plan.tables}, rounds, tuple(guests), foreseen)


def _number(live: Live, id: str) -> int:
    known = live.session.people.get(id)
    return known.number if known else 0
