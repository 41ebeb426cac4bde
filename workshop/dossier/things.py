"""The things of a process: what people wrote, groups, decisions, commitments; with their names in the whole process."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from workshop.dossier.meeting import Meeting
from workshop.dossier.refs import home_of, ref_in
from workshop.method import Item
from workshop.process.events import Contributed
from workshop.process.state import Process
from workshop.process.vocabulary import OWN

WRITTEN: Final = frozenset({"idea", "wording", "note", "question"})


@dataclass(frozen=True, slots=True)
class Thing:
    """Something of a process. `home` is the code of its workshop or "process"; `by` who wrote it (their id in that workshop, "" unknown).

    `origin` says in words where it comes from: the step, or the file and its row.
    """

    ref: str
    kind: str
    text: str
    home: str
    at: int
    sources: tuple[str, ...] = ()
    support: int = 0
    facts: Mapping[str, str] = field(default_factory=dict)
    origin: str = ""
    by: str = ""


def things_of(process: Process, meetings: Sequence[Meeting]) -> dict[str, Thing]:
    """Everything by its ref, in the order in which it came: first what belongs to the process, then workshop by workshop."""
    things = {ref: _own(ref, one, process.arrived[ref]) for ref, one in _numbered(process)}
    for meeting in meetings:
        for item in meeting.brought:
            things.setdefault(item.id, _stranger(item, meeting))
        for thing in _told(meeting):
            before = things.get(thing.ref)
            things[thing.ref] = thing if before is None else _known(before, thing)
    return things


def _numbered(process: Process) -> Iterable[tuple[str, Contributed]]:
    return sorted(process.contributions.items(), key=lambda one: one[1].number)


def _own(ref: str, one: Contributed, at: int) -> Thing:
    origin = f"{one.source}, {one.row}" if one.row else one.source
    return Thing(ref, "idea", one.text, OWN, at, (), one.support, one.facts, origin)


def _told(meeting: Meeting) -> Iterable[Thing]:
    titles = {stage.id: stage.title for stage in meeting.stages}
    for item in meeting.items:
        origin, step = meeting.origins.get(item.id), meeting.steps.get(item.id, "")
        sources = tuple(ref_in(meeting.code, source) for source in item.sources)
        yield Thing(
            ref_in(meeting.code, item.id),
            item.kind,
            item.text,
            meeting.code,
            origin.at if origin else meeting.end,
            sources,
            item.support,
            item.facts,
            titles.get(step, ""),
            origin.by if origin and origin.mine else "",
        )


def _known(before: Thing, again: Thing) -> Thing:
    """A thing that a later workshop took up and handed on: it stays what it was, and gains what it came from there, and support."""
    sources = tuple(dict.fromkeys((*before.sources, *again.sources)))
    return Thing(
        before.ref,
        before.kind,
        before.text,
        before.home,
        before.at,
        sources,
        max(before.support, again.support),
        before.facts,
        before.origin,
        before.by,
    )


def is_written(thing: Thing) -> bool:
    """Whether people wrote it: it has no source, or is one of its own."""
    return thing.kind in WRITTEN and (not thing.sources or thing.ref in thing.sources)


def _stranger(item: Item, meeting: Meeting) -> Thing:
    """A thing of another process: known by what came with it, from the time on at which it came."""
    return Thing(item.id, item.kind, item.text, home_of(item.id), meeting.start, (), item.support, item.facts, item.facts.get("origin", ""))
