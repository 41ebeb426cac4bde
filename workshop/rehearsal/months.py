"""A process over months, rehearsed: its workshops with simulated phones on their days, and staff who answer and look in between."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from workshop.agenda import Agenda, zone_of
from workshop.app import App
from workshop.dossier.carrying import carried
from workshop.dossier.dossier import Dossier
from workshop.dossier.things import Thing
from workshop.live import Live
from workshop.method import Rejected
from workshop.process.vocabulary import About
from workshop.processes import command
from workshop.rehearsal.course import Bringing, Course, Looking, Planned, Replying
from workshop.rehearsal.rehearse import Progress, RehearsalError, Report, hold

SPEED = 120


class Calendar:
    """A clock of its own: it is set to a day, and then goes `SPEED` times as fast as ours, so that an hour takes half a minute."""

    def __init__(self) -> None:
        self._at = 0
        self._since = time.monotonic()

    def __call__(self) -> int:
        """The time in ms since 1970."""
        return self._at + int((time.monotonic() - self._since) * 1000 * SPEED)

    def set(self, at: datetime) -> None:
        """It is this time now; never earlier than it was before."""
        self._at, self._since = max(self(), int(at.timestamp() * 1000)), time.monotonic()


@dataclass(frozen=True, slots=True)
class Told:
    """A process that was rehearsed: its code, its workshops with what happened in each, and its dossier."""

    code: str
    reports: tuple[Report, ...]
    dossier: Dossier


async def live_through(app: App, url: str, clock: Calendar, course: Course, texts: Sequence[str], progress: Progress) -> Told:
    """Runs a process from its first day to its last. Raises `RehearsalError` when it cannot go on."""
    clock.set(_when(course.about, course.sessions[0][0].starts) - timedelta(days=30))
    made = await app.processes.found(course.about)
    if isinstance(made, Rejected):
        raise RehearsalError(f"The process is refused: {app.rooms.speaker('en')(made.message)}")
    staff = Staff(app, made.code)
    reports = []
    for planned, agenda in course.sessions:
        begins = _when(course.about, planned.starts)
        clock.set(begins - timedelta(days=7))
        live = await staff.prepare(planned, agenda)
        clock.set(begins)
        reports.append(await hold(live, url, planned.people, planned.seed, texts, planned.words, progress))
        clock.set(begins + timedelta(days=3))
        await staff.work_up(planned)
    return Told(made.code, tuple(reports), await staff.dossier())


@dataclass(frozen=True, slots=True)
class Staff:
    """Those who keep the process: they do what the plan says."""

    app: App
    code: str

    async def dossier(self) -> Dossier:
        """All that is known now."""
        found = await self.app.processes.dossier(self.code)
        assert found is not None
        return found

    async def prepare(self, planned: Planned, agenda: Agenda) -> Live:
        """A workshop is announced, and things of those before are brought into it."""
        live = await self.app.processes.begin(self.code, agenda, planned.phase)
        if isinstance(live, Rejected):
            raise RehearsalError(self._said(live))
        found = await self.dossier()
        for bringing in planned.bring:
            answer = await self.app.processes.bring(live.row.code, bringing.step, carried(found, _wanted(found, bringing)))
            if isinstance(answer, Rejected):
                raise RehearsalError(self._said(answer))
        await self.app.processes.prepare(live)
        return live

    async def work_up(self, planned: Planned) -> None:
        """After a workshop: cards are typed, contributions are answered, decisions and commitments are looked at."""
        for cards in planned.cards:
            await self._do("Contribute", rows=[{"text": text} for text in cards.texts], source=cards.source)
        for replying in planned.replies:
            await self._reply(replying)
        for looking in planned.looks:
            await self._look(looking)
        if planned.note:
            await self._do("TakeNote", text=planned.note)

    async def _reply(self, replying: Replying) -> None:
        found = await self.dossier()
        refs = [
            thing.ref for thing in found.contributions if found.fate(thing.ref).answer is None and _contains(thing, replying.containing)
        ]
        waiting = [ref for ref in refs if replying.decision or found.fate(ref).state in ("open", "grouped")]
        decision = found.decisions[-1].thing.ref if replying.decision and found.decisions else ""
        if waiting:
            await self._do("Reply", refs=waiting, standing=replying.standing, text=replying.text, decision=decision)

    async def _look(self, looking: Looking) -> None:
        found = await self.dossier()
        there = found.decisions if looking.kind == "decision" else found.commitments
        for one in there:
            if looking.containing.lower() in one.thing.text.lower():
                await self._do("SetStatus", ref=one.thing.ref, status=looking.status, note=looking.note, day=looking.day)

    async def _do(self, name: str, **args: object) -> None:
        answer = await self.app.processes.submit(self.code, command(name, **args))
        if isinstance(answer, Rejected):
            raise RehearsalError(self._said(answer))

    def _said(self, refused: Rejected) -> str:
        return self.app.rooms.speaker("en")(refused.message)


def _wanted(dossier: Dossier, bringing: Bringing) -> list[Thing]:
    there = [thing for thing in dossier.things.values() if thing.kind in bringing.kinds]
    if not bringing.open:
        return there
    return [thing for thing in there if dossier.fate(thing.ref).state == "open"]


def _contains(thing: Thing, words: Sequence[str]) -> bool:
    return not words or any(word.lower() in thing.text.lower() for word in words)


def _when(about: About, day: datetime) -> datetime:
    return day.replace(tzinfo=zone_of(about.timezone))
