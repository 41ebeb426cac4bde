"""What the log tells about a workshop beside what its methods remember: who came, what was held when, what was noted.

It is made from the log as it may leave the house, so the record can be computed again by whoever has the exported events.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from workshop.blocks import Block
from workshop.chain import START
from workshop.messages import BadMessage, Entry, read
from workshop.method import Item, Method
from workshop.record.events import is_secret, secrets_of, withheld
from workshop.redacted import vouched
from workshop.session.events import Closed, NoteTaken, Reopened, RoomOpened, StepOpened, TakenBack
from workshop.session.history import fold, taken_back
from workshop.session.pictures import still_here
from workshop.session.reading import came_in
from workshop.session.state import Activity, Session
from workshop.session.yields import report, results_of

Methods = Mapping[str, Method]


@dataclass(frozen=True, slots=True)
class Period:
    """From when to when something was held, in ms since 1970."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Note:
    """What the facilitator noted, and when."""

    at: int
    text: str


@dataclass(frozen=True, slots=True)
class Held:
    """How a step was held: when, by how many, what was noted, what its method records and yields, and its error if it has one."""

    activity: Activity
    periods: tuple[Period, ...]
    people: int
    notes: tuple[Note, ...]
    blocks: tuple[Block, ...] = ()
    items: tuple[Item, ...] = ()
    error: str = ""


@dataclass(frozen=True, slots=True)
class Proceedings:
    """The whole workshop as its log tells it. `erased` are the lines whose payload is gone for good."""

    session: Session
    period: Period
    steps: Mapping[str, Held]
    notes: tuple[Note, ...]
    took_part: int
    events: int
    head: str
    taken_back: int = 0
    withheld: int = 0
    erased: tuple[int, ...] = ()
    skipped: int = 0
    closed: bool = False
    items: tuple[Item, ...] = field(default=())


def proceedings_of(entries: Sequence[Entry], methods: Methods) -> Proceedings:
    """What the log tells."""
    log = withheld(entries, methods)
    session = fold(methods, log)
    back = taken_back(log)
    valid = [entry for entry in log if entry.seq not in back]
    secrets = secrets_of(log, methods)
    empty = [entry for entry in valid if entry.payload is None]
    steps = {step: _held(methods, session, step, valid) for step in session.activities}
    ordered = [steps[step.id] for step in session.agenda.steps if step.id in steps]
    return Proceedings(
        session=session,
        period=_whole(valid),
        steps=steps,
        notes=_notes(valid, ""),
        took_part=_people(session, valid),
        events=len(log),
        head=log[-1].digest if log else START,
        taken_back=sum(entry.seq in back and entry.type != TakenBack.__name__ for entry in log),
        withheld=sum(is_secret(entry, secrets) for entry in log),
        erased=tuple(sorted(vouched(log))),
        skipped=session.skipped - len(empty),
        closed=session.stage == "closed",
        items=tuple(item for held in ordered for item in held.items),
    )


def _held(methods: Methods, session: Session, step: str, valid: Sequence[Entry]) -> Held:
    activity = session.activities[step]
    own = [entry for entry in valid if entry.activity == step]
    held = Held(activity, _periods(valid, step), _people(session, own), _notes(valid, step), error=_same(activity.error))
    method = methods.get(activity.step.method)
    if method is None or activity.error:
        return held
    try:
        return replace(held, blocks=tuple(still_here(session, method.record(activity.state))), items=results_of(methods, session, step))
    except Exception as error:
        return replace(held, error=_same(report(method.name, error)))


def _same(error: str) -> str:
    """An error in words that are the same in every run: without the addresses that Python gives to things."""
    return re.sub(r"0x[0-9a-fA-F]+", "…", error)


def _whole(valid: Sequence[Entry]) -> Period:
    """From the opening of the room (else the first line) to the end."""
    opened = (entry.at for entry in valid if entry.activity is None and entry.type in (RoomOpened.__name__, StepOpened.__name__))
    first, last = (valid[0].at, valid[-1].at) if valid else (0, 0)
    closings = [entry.at for entry in valid if entry.activity is None and entry.type == Closed.__name__]
    return Period(next(opened, first), closings[-1] if closings else last)


def _periods(valid: Sequence[Entry], step: str) -> tuple[Period, ...]:
    """When a step was held. A closed workshop that goes on is in the same step as before."""
    periods: list[Period] = []
    start: int | None = None
    current = ""
    for entry in (one for one in valid if one.activity is None):
        if entry.type == StepOpened.__name__ and entry.payload is not None:
            current = str(entry.payload.get("step"))
        elif entry.type not in (Closed.__name__, Reopened.__name__):
            continue
        running = current == step and entry.type != Closed.__name__
        if start is not None and not running:
            periods.append(Period(start, entry.at))
        start = (entry.at if start is None else start) if running else None
    return (*periods, Period(start, valid[-1].at)) if start is not None else tuple(periods)


def _notes(valid: Iterable[Entry], step: str) -> tuple[Note, ...]:
    """The notes taken while a step was the current one; those before the first step for ""."""
    notes: list[Note] = []
    current = ""
    for entry in valid:
        if entry.activity is not None or entry.payload is None:
            continue
        if entry.type == StepOpened.__name__:
            current = str(entry.payload.get("step"))
        elif entry.type == NoteTaken.__name__ and current == step:
            try:
                notes.append(Note(entry.at, read(NoteTaken, entry.payload).text))
            except BadMessage:
                continue  # it is counted among the events that could not be read
    return tuple(notes)


def _people(session: Session, entries: Iterable[Entry]) -> int:
    """How many people of the room did something in a step."""
    return len({entry.actor for entry in entries if entry.activity is not None} & came_in(session))
