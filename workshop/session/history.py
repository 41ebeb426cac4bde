"""From the log to the state.

The state is the fold of the log. What was taken back (`TakenBack`) is left out of the fold, so undo is a refold: `fold` is the
only truth, and `evolve` gives the same for every log without such an event at its end.
"""

from collections.abc import Sequence
from dataclasses import replace

from workshop.agenda import Agenda
from workshop.messages import BadMessage, Entry, read
from workshop.redacted import WordsErased
from workshop.session.events import (
    EVENTS,
    AgendaChanged,
    Brought,
    Closed,
    Created,
    HandLowered,
    HandRaised,
    Joined,
    Left,
    NamesErased,
    NoteTaken,
    PictureKept,
    Reopened,
    RoomOpened,
    StepOpened,
    TakenBack,
    TimerSet,
    WheelTaken,
)
from workshop.session.state import HOST, NOTHING, SYSTEM, Activity, Clock, Methods, Note, Person, Picture, Session, Undoable
from workshop.session.yields import given_to, report


def fold(methods: Methods, entries: Sequence[Entry]) -> Session:
    """The session after a whole log."""
    undos = {entry.seq: frozenset[int]((entry.payload or {})["seqs"]) for entry in entries if entry.type == TakenBack.__name__}
    again = {seq for seq, seqs in undos.items() if seqs <= undos.keys()}
    without = taken_back(entries) | again
    session = NOTHING
    for entry in entries:
        session = replace(session, seq=entry.seq) if entry.seq in without else evolve(methods, session, entry)
    return session


def taken_back(entries: Sequence[Entry]) -> frozenset[int]:
    """The lines that count as if they had not been; a line that took others back can itself be taken back."""
    back: set[int] = set()
    for entry in reversed(entries):
        if entry.type == TakenBack.__name__ and entry.seq not in back:
            back.update((entry.payload or {})["seqs"])
    return frozenset(back)


def evolve(methods: Methods, session: Session, entry: Entry) -> Session:
    """The session after one more line of its log (not after a `TakenBack`: that asks for a refold)."""
    if entry.activity is not None:
        return _evolve_activity(methods, session, entry)
    session = replace(session, seq=entry.seq)
    event = _event(EVENTS.get(entry.type), entry)
    match event:
        case Created(code, agenda):
            return replace(session, agenda=agenda, code=code)
        case RoomOpened() | Reopened():
            return replace(session, stage="open")
        case Joined(person, number, table):
            return _joined(session, person, Person(number, entry.at, table))
        case Left(person):
            tables = session.tables.delete(person) if person in session.tables else session.tables
            return replace(session, present=session.present - {person}, tables=tables, hands=_without(session.hands, person))
        case HandRaised(person):
            return replace(session, hands=(*_without(session.hands, person), person))
        case HandLowered(person):
            return replace(session, hands=_without(session.hands, person))
        case WheelTaken(host):
            return replace(session, wheel=host)
        case AgendaChanged(agenda):
            return _replanned(session, agenda)
        case Brought():
            return _bring(methods, session, event)
        case StepOpened():
            return _open(methods, session, event, entry)
        case TimerSet(total, ends, left):
            return replace(session, clock=Clock(total, ends, left), undoable=_with_clock(session, entry))
        case Closed():
            return replace(session, stage="closed")
        case NoteTaken(text):
            return replace(session, notes=(*session.notes, Note(entry.at, text, session.current)))
        case PictureKept(picture, sha256, size):
            return replace(session, pictures=session.pictures.set(picture, Picture(entry.actor, sha256, size)))
        case WordsErased() | NamesErased():
            return session
        case TakenBack():
            return replace(session, undone=(*session.undone, entry.seq))
        case _:
            return replace(session, skipped=session.skipped + 1)


def _joined(session: Session, id: str, person: Person) -> Session:
    people = session.people.set(id, person)
    if person.table:
        return replace(session, people=people, present=session.present - {id}, tables=session.tables.set(id, person.table))
    tables = session.tables.delete(id) if id in session.tables else session.tables
    return replace(session, people=people, present=session.present | {id}, tables=tables, joined=max(person.number, session.joined))


def _without(people: tuple[str, ...], one: str) -> tuple[str, ...]:
    return tuple(person for person in people if person != one)


def _replanned(session: Session, agenda: Agenda) -> Session:
    """The session with another plan; a step that was opened goes on as it is, under the title and the time of the new plan."""
    activities = session.activities
    for step in agenda.steps:
        before = activities.get(step.id)
        if before is not None:
            activities = activities.set(step.id, replace(before, step=replace(before.step, title=step.title, minutes=step.minutes)))
    return replace(session, agenda=agenda, activities=activities)


def _open(methods: Methods, session: Session, event: StepOpened, entry: Entry) -> Session:
    step = next((one for one in session.agenda.steps if one.id == event.step), None)
    if step is None:
        return replace(session, skipped=session.skipped + 1)
    before = session.activities.get(step.id)
    method = methods.get(step.method)
    try:
        if method is None:
            raise LookupError(f"the method {step.method!r} is not installed")
        if before is None or before.error:
            state = method.start(read(method.settings, step.settings), event.items, event.seed)
        else:
            state = method.receive(before.state, event.items)
        activity = Activity(step, state, opened=entry.at)
    except Exception as error:
        activity = Activity(step, before.state if before else None, report(step.method, error), entry.at)
    total = step.minutes * 60_000
    return replace(
        session,
        current=step.id,
        stage="open",
        undone=(),
        activities=session.activities.set(step.id, activity),
        clock=Clock(total, entry.at + total),
    )


def _bring(methods: Methods, session: Session, event: Brought) -> Session:
    """Things from elsewhere are kept for their step; one that was opened takes them in at once."""
    session = replace(session, brought=session.brought.set(event.step, event.items))
    before, method = session.activities.get(event.step), None
    if before is not None and not before.error:
        method = methods.get(before.step.method)
    if before is None or method is None:
        return session
    try:
        after = replace(before, state=method.receive(before.state, given_to(methods, session, before.step)))
    except Exception as error:
        after = replace(before, error=report(before.step.method, error))
    return replace(session, activities=session.activities.set(event.step, after))


def _evolve_activity(methods: Methods, session: Session, entry: Entry) -> Session:
    activity = session.activities.get(entry.activity or "")
    method = methods.get(activity.step.method) if activity else None
    event = _event(method.event(entry.type), entry) if method else None
    if activity is None or method is None or event is None:
        return replace(session, seq=entry.seq, skipped=session.skipped + 1)
    try:
        activity = replace(activity, state=method.evolve(activity.state, event))
    except Exception as error:
        activity = replace(activity, error=report(method.name, error))
    activities = session.activities.set(activity.step.id, activity)
    if type(event) in method.looking:
        return replace(session, seq=entry.seq, activities=activities)
    undone = () if entry.actor.startswith(HOST) else session.undone
    undoable = _remember(session.undoable, entry, event)
    return replace(session, seq=entry.seq, activities=activities, undoable=undoable, undone=undone)


def _remember(undoable: tuple[Undoable, ...], entry: Entry, event: object) -> tuple[Undoable, ...]:
    """What a facilitator did can be taken back; what the machine added to it goes with it."""
    command = entry.id.partition("/")[0]
    last = undoable[-1] if undoable else None
    same = last is not None and last.activity == entry.activity
    if last is not None and same and (last.command == command or entry.actor == SYSTEM):
        return (*undoable[:-1], replace(last, seqs=(*last.seqs, entry.seq)))
    if not entry.actor.startswith(HOST):
        return undoable
    return (*undoable[-49:], Undoable(command, entry.activity or "", (entry.seq,), entry.type, event))


def _with_clock(session: Session, entry: Entry) -> tuple[Undoable, ...]:
    """The time that a phase brought with it goes back with the phase."""
    last = session.undoable[-1] if session.undoable else None
    brought = last is not None and (last.command == entry.id.partition("/")[0] or entry.actor == SYSTEM)
    if last is None or not brought or last.activity != session.current:
        return session.undoable
    return (*session.undoable[:-1], replace(last, seqs=(*last.seqs, entry.seq)))


def _event(cls: type | None, entry: Entry) -> object | None:
    if cls is None or entry.payload is None:
        return None
    try:
        event: object = read(cls, entry.payload)
    except BadMessage:
        return None
    return event
