"""The plan of a workshop as it goes: when each coming step begins, how far behind it is, and the same agenda with a step elsewhere."""

from collections.abc import Mapping
from dataclasses import replace

from workshop.agenda import Agenda, Step, replanned
from workshop.session.state import Session

MINUTE = 60_000
FORGOTTEN = 12 * 60  # a workshop that was left for half a day is not behind: it is another day


def coming(session: Session) -> tuple[Step, ...]:
    """The steps that follow the running one."""
    ids = [step.id for step in session.agenda.steps]
    return session.agenda.steps[ids.index(session.current) + 1 :] if session.current in ids else session.agenda.steps


def ends(session: Session, now: int) -> int:
    """When the running step ends, as its time stands (ms since 1970): now, where its time is over."""
    if session.activity is None or session.stage != "open":
        return now
    clock = session.clock
    return max(now, clock.ends) if clock.ends else now + clock.left


def starts(session: Session, now: int) -> Mapping[str, int]:
    """When each coming step begins, if all goes on as planned from now."""
    at, found = ends(session, now), {}
    for step in coming(session):
        found[step.id] = at
        at += step.minutes * MINUTE
    return found


def finish(session: Session, now: int) -> int:
    """When the last step ends, if all goes on as planned from now."""
    return ends(session, now) + sum(step.minutes for step in coming(session)) * MINUTE


def behind(session: Session, now: int) -> int:
    """By how many minutes the workshop will end later than planned when it began; below 0 earlier."""
    began = min((activity.opened for activity in session.activities.values()), default=0)
    if not began or session.stage != "open":
        return 0
    late = round((finish(session, now) - began) / MINUTE) - session.agenda.minutes
    return late if abs(late) < FORGOTTEN else 0


def over(session: Session, now: int) -> int:
    """For how many whole minutes the time of the running step has been over."""
    running = session.stage == "open" and session.activity is not None and session.clock.ends
    late = (now - session.clock.ends) // MINUTE if running else 0
    return late if 0 < late < FORGOTTEN else 0


def movable(session: Session, step: str) -> bool:
    """Whether a step can be put elsewhere: it was never opened."""
    return step not in session.activities and any(one.id == step for one in session.agenda.steps)


def moved(session: Session, step: str, by: int) -> Agenda | None:
    """The agenda with a step so many places later (below 0 earlier), never before one that was held; None where it stays."""
    steps = list(session.agenda.steps)
    place = next((n for n, one in enumerate(steps) if one.id == step), 0)
    first = max((n + 1 for n, one in enumerate(steps) if one.id in session.activities), default=0)
    to = max(min(place + by, len(steps) - 1), min(first, place))
    if not movable(session, step) or to == place:
        return None
    one = steps.pop(place)
    steps.insert(to, one)
    return replanned(session.agenda, steps)


def dropped(session: Session, step: str, onto: str) -> Agenda | None:
    """The agenda with a step where another one stands."""
    ids = [one.id for one in session.agenda.steps]
    return moved(session, step, ids.index(onto) - ids.index(step)) if step in ids and onto in ids else None


def lasting(session: Session, step: str, more: int) -> Agenda | None:
    """The agenda with a step that lasts some minutes more, or less."""
    agenda = session.agenda
    changed = (replace(one, minutes=max(1, min(one.minutes + more, 600))) if one.id == step else one for one in agenda.steps)
    new = replace(agenda, steps=tuple(changed))
    return None if new == agenda else new
