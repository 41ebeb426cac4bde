"""What can be read off a workshop's state: where it can go, what is to be computed, what Undo takes back."""

from workshop.language import Message, Words, _
from workshop.method import Moves, Work
from workshop.session.state import Methods, Session, Undoable
from workshop.session.yields import report


def moves_of(methods: Methods, session: Session) -> Moves:
    """Where the running method can go; nowhere when none runs, or when it fails."""
    activity = session.activity
    method = methods.get(activity.step.method) if activity and not activity.error else None
    if activity is None or method is None or session.stage != "open":
        return Moves()
    try:
        return method.moves(activity.state)
    except Exception as error:
        report(method.name, error)
        return Moves()


def work_of(methods: Methods, session: Session) -> Work | None:
    """What the running method asks to be computed in the background."""
    activity = session.activity
    method = methods.get(activity.step.method) if activity and not activity.error else None
    if activity is None or method is None or session.stage != "open":
        return None
    try:
        work = method.work(activity.state)
        return work.told(session.agenda.language) if work else None
    except Exception as error:
        report(method.name, error)
        return None


def undo_of(session: Session) -> Undoable | None:
    """What Undo would take back: the last thing that a facilitator did in the running step."""
    last = session.undoable[-1] if session.undoable else None
    return last if last is not None and last.activity == session.current else None


def undo_label(methods: Methods, session: Session) -> Words:
    """What Undo would take back, in a few words: as the method says it, or else the step; "" when there is nothing."""
    last, activity = undo_of(session), session.activity
    method = methods.get(activity.step.method) if activity and not activity.error else None
    if last is None or activity is None:
        return ""
    try:
        label = method.describe(activity.state, last.event) if method else ""
    except Exception as error:
        report(activity.step.method, error)
        label = ""
    return label or _("the last thing in “{step}”", step=activity.step.title)


def reason_of(session: Session) -> Message | None:
    """Why the running step cannot go on, if it cannot."""
    activity = session.activity
    return _("This step has an error: {reason}", reason=activity.error) if activity and activity.error else None


def came_in(session: Session) -> frozenset[str]:
    """Everybody who came in as a person; a device that a table shares is nobody of their own."""
    return frozenset(id for id, known in session.people.items() if known.number)


def called(session: Session, person: str) -> Words:
    """How somebody who gave no name is called; a device that a table shares goes by its table."""
    known = session.people.get(person)
    if known is None:
        return ""
    return _("Table {number}", number=known.table) if known.table else _("Person {number}", number=known.number)
