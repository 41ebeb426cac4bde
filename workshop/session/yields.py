"""What the steps of a workshop yield and are given; and what is said when a method fails at it."""

import logging
from collections.abc import Iterable

from workshop.agenda import Step
from workshop.method import Item
from workshop.session.state import Methods, Session

log = logging.getLogger("palabre.session")


def results_of(methods: Methods, session: Session, step: str) -> tuple[Item, ...]:
    """What a step yields so far; nothing when it was not opened, or fails."""
    activity = session.activities.get(step)
    method = methods.get(activity.step.method) if activity and not activity.error else None
    if activity is None or method is None:
        return ()
    try:
        return tuple(method.results(activity.state))
    except Exception as error:
        report(method.name, error)
        return ()


def given_to(methods: Methods, session: Session, step: Step) -> tuple[Item, ...]:
    """What a step is given: of what its source yields and of what came from elsewhere in the process, the kinds that its method takes."""
    method = methods.get(step.method)
    takes = method.takes if method else frozenset()
    there = (*results_of(methods, session, step.source), *session.brought.get(step.id, ()))
    return tuple(item for item in there if item.kind in takes)


def all_results(methods: Methods, session: Session) -> Iterable[tuple[str, tuple[Item, ...]]]:
    """What each opened step yields, in the order of the agenda."""
    return ((step.id, results_of(methods, session, step.id)) for step in session.agenda.steps)


def report(name: str, error: Exception) -> str:
    """Says in the log that a method failed, and gives the sentence for the console."""
    log.warning("the method %s failed: %s: %s", name, type(error).__name__, error)
    return f"{name}: {type(error).__name__}: {error}"
