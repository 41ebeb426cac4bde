"""All processes of this server: what staff add to them goes through here, one command after the other, and their dossiers are made here."""

import asyncio
import json
import logging
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, Final

from workshop.agenda import Agenda, zone_of
from workshop.chain import canonical
from workshop.dossier.carrying import due_items
from workshop.dossier.dossier import Dossier, dossier_of
from workshop.dossier.meeting import Meeting, meeting_of
from workshop.language import _
from workshop.live import Live
from workshop.messages import Command, Entry, new_code, new_token, write
from workshop.method import Item, Rejected
from workshop.process.events import Founded, SessionAdded, SessionRemoved, TakenBack
from workshop.process.history import fold
from workshop.process.rules import decide, wrong_with
from workshop.process.state import Process, Sitting
from workshop.process.undo import undoable
from workshop.process.vocabulary import OWN, About
from workshop.rooms import Rooms
from workshop.store.database import StoreError
from workshop.store.processes import ProcessRow
from workshop.store.search import Search
from workshop.store.store import Conflict, Store, off_loop
from workshop.turn import FACILITATOR, Actor, Answer, Done

log = logging.getLogger("palabre.processes")
LOOKED_BACK_AT: Final = frozenset({"commitment", "status", "measure"})
ABOUT_THINGS: Final = frozenset({"Reply", "SetStatus"})
SESSIONS: Final = frozenset({SessionAdded.__name__, SessionRemoved.__name__, TakenBack.__name__})


@dataclass(slots=True)
class Open:
    """A process that somebody asked for: its row, its log, its state; the dossier that was made last, and of which heads."""

    row: ProcessRow
    entries: list[Entry]
    process: Process
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    made: tuple[object, Dossier] | None = None
    watchers: list[Callable[[], None]] = field(default_factory=list)


class Processes:
    """The processes by their codes."""

    def __init__(self, store: Store, rooms: Rooms, clock: Callable[[], int]) -> None:
        self.rooms = rooms
        self.clock = clock
        self._store = store
        self._open: dict[str, Open] = {}
        self._meetings: dict[str, tuple[str, Meeting]] = {}

    @property
    def index(self) -> Search:
        """What can be found by its words."""
        return self._store.search

    async def found(self, about: About, actor: Actor = FACILITATOR) -> Process | Rejected:
        """A new process with a fresh code."""
        wrong = wrong_with(about)
        if wrong is not None:
            return Rejected(wrong, "bad-description")
        code, at = new_code(), self.clock()
        number = await self._store.processes.create(code, about.title, at)
        payload: dict[str, Any] = json.loads(canonical(write(Founded(code, about))))
        await self._store.processes.append(number, 0, [Entry(1, f"founded-{new_token()}", at, actor.id, None, Founded.__name__, payload)])
        opened = await self._get(code)
        assert opened is not None
        return opened.process

    async def listed(self) -> list[ProcessRow]:
        """All processes, the newest first."""
        found: list[ProcessRow] = await off_loop(self._store.processes.all)
        return found

    async def get(self, code: str) -> Process | None:
        """The process of a code, as it is now; None where there is none."""
        opened = await self._get(code.upper())
        return opened.process if opened else None

    async def entries(self, code: str) -> list[Entry]:
        """The log of a process; [] where there is none."""
        opened = await self._get(code.upper())
        return list(opened.entries) if opened else []

    async def logs(self, code: str) -> dict[str, Sequence[Entry]]:
        """The logs of a process ("process") and of its workshops, by their codes; {} where there is no process of this code."""
        opened = await self._get(code.upper())
        if opened is None:
            return {}
        heads = await off_loop(self._store.processes.heads, opened.process.workshops)
        workshops = {one: await off_loop(self._store.entries, heads[one][0]) for one in opened.process.workshops if one in heads}
        return {OWN: tuple(opened.entries), **workshops}

    async def version(self, code: str) -> object:
        """What is another whenever one of these logs went on."""
        opened = await self._get(code.upper())
        heads = await off_loop(self._store.processes.heads, opened.process.workshops) if opened else {}
        return opened and opened.process.seq, tuple(sorted(heads.items()))

    async def of(self, workshop: str) -> Process | None:
        """The process that a workshop belongs to."""
        row: ProcessRow | None = await off_loop(self._store.processes.of, workshop.upper())
        return await self.get(row.code) if row else None

    async def submit(self, code: str, command: Command, actor: Actor = FACILITATOR) -> Answer:
        """Has a command of staff decided; answers when it is on the disk, or why nothing happened."""
        opened = await self._get(code.upper())
        if opened is None:
            return Rejected(_("There is no process of this code."), "unknown-process")
        async with opened.turn:
            answer = await self._decided(opened, command, actor)
        if isinstance(answer, Done):
            self._changed(opened)
        return answer

    def watch(self, code: str, watcher: Callable[[], None]) -> Callable[[], None]:
        """Calls the watcher whenever staff add something; call what it returns to stop."""
        opened = self._open.get(code.upper())
        if opened is None:
            return lambda: None
        opened.watchers.append(watcher)
        return lambda: opened.watchers.remove(watcher) if watcher in opened.watchers else None

    # Workshops of a process

    async def begin(self, code: str, agenda: Agenda, phase: str = "", actor: Actor = FACILITATOR) -> Live | Rejected:
        """A new workshop that belongs to the process."""
        live = await self.rooms.create(agenda)
        answer = await self.submit(code, command("AddSession", workshop=live.row.code, phase=phase), actor)
        if isinstance(answer, Rejected):
            return answer
        await self.prepare(live)
        return live

    async def prepare(self, live: Live) -> None:
        """Before its room is opened, a workshop is given what is due in its process, in the steps that look back."""
        taking = {step.id: method.takes for step in live.session.agenda.steps if (method := live.methods.get(step.method))}
        looking = {step: takes for step, takes in taking.items() if takes & LOOKED_BACK_AT}
        process = await self.of(live.row.code) if looking and live.session.stage == "planned" else None
        dossier = await self.dossier(process.code) if process else None
        if process is None or dossier is None:
            return
        due = due_items(dossier, self.today(process))
        for step, takes in looking.items():
            items = tuple(item for item in due if item.kind in takes)
            if items != live.session.brought.get(step, ()):
                await self.bring(live.row.code, step, items)

    def today(self, process: Process) -> date:
        """Which day it is where the process takes place."""
        return datetime.fromtimestamp(self.clock() / 1000, zone_of(process.about.timezone) or UTC).date()

    async def bring(self, workshop: str, step: str, items: Sequence[Item], actor: Actor = FACILITATOR) -> Answer:
        """Brings things into a step of a workshop, in the place of those that were brought into it before."""
        live = await self.rooms.get(workshop)
        if live is None:
            return Rejected(_("No workshop has this code."), "unknown-workshop")
        return await live.submit(actor, command("Bring", step=step, items=[write(one) for one in items]))

    # The dossier

    async def dossier(self, code: str) -> Dossier | None:
        """All that is known of a process now."""
        opened = await self._get(code.upper())
        if opened is None:
            return None
        process = opened.process
        heads = await off_loop(self._store.processes.heads, process.workshops)
        key = (process.seq, tuple(heads.get(one) for one in process.workshops))
        if opened.made is None or opened.made[0] != key:
            meetings = [await self._meeting(one, *heads[one]) for one in process.workshops if one in heads]
            opened.made = (key, await asyncio.to_thread(dossier_of, process, meetings))
        return opened.made[1]

    async def around(self, workshop: str) -> tuple[Dossier, ...]:
        """The dossiers that tell of a workshop's things: of its process, then of those above; of itself, where it has none."""
        process = await self.of(workshop)
        if process is None:
            heads = await off_loop(self._store.processes.heads, [workshop])
            meeting = await self._meeting(workshop, *heads[workshop])
            about = About(meeting.title or workshop, meeting.question, timezone=meeting.timezone)
            return (await asyncio.to_thread(dossier_of, Process(about=about, sittings=(Sitting(workshop),)), [meeting]),)
        found: dict[str, Dossier] = {}
        while process is not None and process.code not in found:
            dossier = await self.dossier(process.code)
            assert dossier is not None
            found[process.code] = dossier
            process = await self.get(process.about.parent) if process.about.parent else None
        return tuple(found.values())

    def forget(self, code: str) -> None:
        """Nothing of a workshop, or of a process, is at hand any more: words were erased from its log."""
        self._meetings.pop(code, None)
        self._open.pop(code, None)
        for opened in self._open.values():
            opened.made = None

    async def _meeting(self, code: str, number: int, seq: int, head: str) -> Meeting:
        known = self._meetings.get(code)
        if known is None or known[0] != head:
            entries = await off_loop(self._store.entries, number)
            known = (head, await asyncio.to_thread(meeting_of, entries, self.rooms.registry.methods))
            self._meetings[code] = known
        return known[1]

    # The log

    async def _get(self, code: str) -> Open | None:
        if code not in self._open:
            row = await off_loop(self._store.processes.find, code)
            if row is None:
                return None
            entries = await off_loop(self._store.processes.entries, row.id)
            self._open.setdefault(code, Open(row, entries, await asyncio.to_thread(fold, entries)))
        return self._open[code]

    async def _decided(self, opened: Open, wanted: Command, actor: Actor) -> Answer:
        known = next((one for one in opened.entries if one.id == wanted.id), None)
        if known is not None:
            return Done(known.seq)
        if wanted.name == "Undo":
            lines = undoable(opened.entries)
            decided: Any = [TakenBack(lines)] if lines else Rejected(_("There is nothing to undo."), "nothing-to-undo")
        else:
            strange = await self._strange(wanted)
            decided = strange or await asyncio.to_thread(decide, opened.process, wanted, await self._foreign(opened, wanted))
        if isinstance(decided, Rejected):
            return decided
        if not decided:
            return Done(opened.process.seq)
        return await self._saved(opened, wanted, actor, decided)

    async def _foreign(self, opened: Open, wanted: Command) -> Collection[str]:
        """What other processes gave to the workshops of this one, where somebody may mean it."""
        dossier = await self.dossier(opened.row.code) if wanted.name in ABOUT_THINGS else None
        return dossier.things if dossier else ()

    async def _strange(self, wanted: Command) -> Rejected | None:
        """Why a workshop cannot be taken in: there is none of its code, or it belongs to another process."""
        if wanted.name != "AddSession":
            return None
        workshop = str(wanted.args.get("workshop", ""))
        if await off_loop(self._store.find, workshop) is None:
            return Rejected(_("No workshop has this code."), "unknown-workshop")
        if await off_loop(self._store.processes.of, workshop) is not None:
            return Rejected(_("This workshop belongs to a process already. Take it out there first."), "taken")
        return None

    async def _saved(self, opened: Open, wanted: Command, actor: Actor, events: Sequence[object]) -> Answer:
        seq, at = opened.process.seq, self.clock()
        lines = [
            Entry(seq + place, wanted.id if place == 1 else f"{wanted.id}/{place}", at, actor.id, None, type(one).__name__, write(one))
            for place, one in enumerate(events, start=1)
        ]
        try:
            opened.entries += await self._store.processes.append(opened.row.id, seq, lines)
        except Conflict:
            opened.entries = await off_loop(self._store.processes.entries, opened.row.id)
            opened.process = await asyncio.to_thread(fold, opened.entries)
            return Rejected(_("Somebody else changed the process at the same moment. Please look, and try again."), "try-again")
        except StoreError as error:
            log.error("%s: %s", opened.row.code, error)
            return Rejected(_("It could not be saved: {reason}", reason=str(error)), "not-saved")
        before = opened.process
        opened.process = await asyncio.to_thread(fold, opened.entries)
        await self._follow(opened, before, {line.type for line in lines})
        return Done(opened.process.seq)

    async def _follow(self, opened: Open, before: Process, types: set[str]) -> None:
        """The lists of workshops and of processes say the same as the log."""
        after = opened.process
        if types & SESSIONS:
            for code in {*before.workshops} - {*after.workshops}:
                await self._store.processes.adopt(None, code)
            for code in {*after.workshops} - {*before.workshops}:
                await self._store.processes.adopt(opened.row.id, code)
        if before.about.title != after.about.title:
            await self._store.processes.retitle(opened.row.id, after.about.title)

    def _changed(self, opened: Open) -> None:
        for watcher in tuple(opened.watchers):
            watcher()


def command(name: str, **args: Any) -> Command:
    """A command of staff with a fresh id."""
    return Command(f"staff-{new_token()}", None, name, args)
