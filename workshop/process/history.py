"""From the log of a process to its state."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final

from workshop.messages import BadMessage, Entry, read
from workshop.process.events import (
    EVENTS,
    Answered,
    AnswerWithdrawn,
    Contributed,
    Described,
    Founded,
    Marked,
    NamesErased,
    Noted,
    Published,
    SessionAdded,
    SessionMoved,
    SessionRemoved,
    TakenBack,
)
from workshop.process.state import NOTHING, Answer, Mark, Note, Process, Sitting, ref_of
from workshop.redacted import WordsErased


def fold(entries: Sequence[Entry]) -> Process:
    """The process after a whole log."""
    without = taken_back(entries)
    process = NOTHING
    with_contributions = process.contributions.mutate(), process.arrived.mutate()
    for entry in entries:
        if entry.type == Contributed.__name__ and entry.seq not in without:
            event = event_of(entry)
            if isinstance(event, Contributed):  # tens of thousands of them: gathered, and set once
                with_contributions[0][ref_of(event.number)] = event
                with_contributions[1][ref_of(event.number)] = entry.at
                continue
        if entry.seq not in without:
            process = evolve(process, entry)
    last = entries[-1] if entries else None
    return replace(
        process,
        contributions=with_contributions[0].finish(),
        arrived=with_contributions[1].finish(),
        seq=last.seq if last else 0,
        changed_at=last.at if last else 0,
    )


def taken_back(entries: Sequence[Entry]) -> frozenset[int]:
    """The lines that count as if they had not been; a line that took others back can itself be taken back."""
    back: set[int] = set()
    for entry in reversed(entries):
        if entry.type == TakenBack.__name__ and entry.seq not in back and entry.payload is not None:
            back.update(entry.payload["seqs"])
    return frozenset(back)


def evolve(process: Process, entry: Entry) -> Process:
    """The process after one more line of its log (not after a `TakenBack`: that asks for a fold of the whole)."""
    process = replace(process, seq=entry.seq, changed_at=entry.at)
    event = event_of(entry)
    rule = RULES.get(type(event))
    return rule(process, event, entry.at) if rule else replace(process, skipped=process.skipped + 1)


def event_of(entry: Entry) -> object | None:
    """The event of a line; None where it cannot be read or was erased."""
    cls = EVENTS.get(entry.type)
    if cls is None or entry.payload is None:
        return None
    try:
        event: object = read(cls, entry.payload)
    except BadMessage:
        return None
    return event


def _founded(process: Process, event: Founded, at: int) -> Process:
    return replace(process, code=event.code, about=event.about, created_at=at)


def _described(process: Process, event: Described, at: int) -> Process:
    return replace(process, about=event.about)


def _added(process: Process, event: SessionAdded, at: int) -> Process:
    if event.workshop in process.workshops:
        return process
    return replace(process, sittings=(*process.sittings, Sitting(event.workshop, event.phase)))


def _moved(process: Process, event: SessionMoved, at: int) -> Process:
    if event.workshop not in process.workshops:
        return process
    others = [one for one in process.sittings if one.workshop != event.workshop]
    others.insert(event.place, Sitting(event.workshop, event.phase))
    return replace(process, sittings=tuple(others))


def _removed(process: Process, event: SessionRemoved, at: int) -> Process:
    return replace(process, sittings=tuple(one for one in process.sittings if one.workshop != event.workshop))


def _contributed(process: Process, event: Contributed, at: int) -> Process:
    ref = ref_of(event.number)
    return replace(process, contributions=process.contributions.set(ref, event), arrived=process.arrived.set(ref, at))


def _answered(process: Process, event: Answered, at: int) -> Process:
    answer = Answer(event.standing, event.text, at, event.decision)
    return replace(process, answers=process.answers.update(dict.fromkeys(event.refs, answer)))


def _withdrawn(process: Process, event: AnswerWithdrawn, at: int) -> Process:
    kept = process.answers
    for ref in event.refs:
        kept = kept.delete(ref) if ref in kept else kept
    return replace(process, answers=kept)


def _noted(process: Process, event: Noted, at: int) -> Process:
    return replace(process, notes=(*process.notes, Note(event.text, at, event.about)))


def _marked(process: Process, event: Marked, at: int) -> Process:
    marks = (*process.marks.get(event.ref, ()), Mark(event.status, event.note, at, event.day))
    return replace(process, marks=process.marks.set(event.ref, marks))


def _published(process: Process, event: Published, at: int) -> Process:
    return replace(process, published=dict(event.heads) if event.shown else None, published_at=at if event.shown else 0)


def _nothing(process: Process, event: object, at: int) -> Process:
    return process


RULES: Final[dict[type, Callable[[Process, Any, int], Process]]] = {
    Founded: _founded,
    Described: _described,
    SessionAdded: _added,
    SessionMoved: _moved,
    SessionRemoved: _removed,
    Contributed: _contributed,
    Answered: _answered,
    AnswerWithdrawn: _withdrawn,
    Noted: _noted,
    Marked: _marked,
    Published: _published,
    NamesErased: _nothing,
    WordsErased: _nothing,
    TakenBack: _nothing,
}
