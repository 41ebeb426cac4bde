"""People who ask are erased: from the workshop that they were in, from the others of its process, and from the log of that process.

A wish is noted first, so that it is done even when the power goes; whoever has the database open does it, one after the other.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import AsyncExitStack
from typing import Final

from workshop.erasure import Finder, Forgotten, Ledger, expired, forget, gone_of, ledger_of, made_in, without_words
from workshop.erasure.places import Mend
from workshop.live import Live
from workshop.messages import Command, Entry, new_token, write
from workshop.method import Role
from workshop.process.events import EVENTS as PROCESS_EVENTS
from workshop.process.events import Contributed
from workshop.record.events import held_by
from workshop.redacted import vouching
from workshop.session.events import NamesErased
from workshop.session.history import fold
from workshop.session.state import SYSTEM, Methods
from workshop.session.yields import all_results
from workshop.store.database import StoreError
from workshop.store.log import PROCESSES, WORKSHOPS
from workshop.store.processes import ProcessRow
from workshop.store.store import Conflict, Store, WorkshopRow, off_loop
from workshop.store.wishes import Wish
from workshop.turn import Actor

log = logging.getLogger("palabre.forgetting")
PAUSE: Final = 3.0
ATTEMPTS: Final = 5
LOOK_EVERY_S: Final = 1.0
RECORD: Final = frozenset({"decision", "commitment", "agreement", "status", "question", "measure"})
"""Kinds of items that stay when the time for texts is over: what was decided and promised, and how it stands."""

Row = WorkshopRow | ProcessRow
Hook = Callable[[str, Collection[str]], None]


class Forgetting:
    """Erases people; `known` gives a workshop that is open in this process."""

    def __init__(self, store: Store, methods: Methods, clock: Callable[[], int], known: Callable[[str], Live | None]) -> None:
        self._store, self._methods, self._clock, self._known = store, methods, clock, known
        self._turn = asyncio.Lock()
        self._hooks: list[Hook] = []
        self._of_words: list[Callable[[Mend], None]] = []
        self._free_at = 0.0

    def on_erasure(self, hook: Hook) -> None:
        """Calls with the code of every workshop or process whose log lost words, and who was erased there: nobody, where copies were."""
        self._hooks.append(hook)

    def on_words(self, hook: Callable[[Mend], None]) -> None:
        """Calls, before anything is erased, with what takes the passages and the name that go out of any text, such as a plan."""
        self._of_words.append(hook)

    async def erase(self, code: str, whom: Collection[str], actor: str) -> int:
        """Erases people of a workshop by their ids (`line:17`: what stands in one line of the log); how many lines changed.

        Raises `StoreError` when that must wait; what was noted will still be done.
        """
        row = await off_loop(self._store.find, code)
        if row is None:
            return 0
        wishes = await self._store.wishes.add(row.id, whom, actor, self._clock())
        await self.serve()
        found: int | None = await off_loop(self._store.wishes.lines, wishes)
        if found is None:
            raise StoreError("It is noted, and will be done in a moment.")
        return found

    async def serve(self) -> None:
        """Does what was wished and is not done: those of one workshop at once, and not so often that the workshops stand still."""
        async with self._turn:
            await asyncio.sleep(max(0.0, self._free_at - time.monotonic()))
            wishes = await self._store.wishes.take(self._clock())
            for code in dict.fromkeys(one.code for one in wishes):
                began = time.monotonic()
                await self._fulfil(code, [one for one in wishes if one.code == code])
                self._free_at = time.monotonic() + PAUSE * (time.monotonic() - began)

    async def keep_serving(self) -> None:
        """Looks for wishes again and again, and overwrites the bytes of what was erased, until it is cancelled."""
        while True:
            try:
                await self.serve()
                if self._store.erasing.stained:
                    await self._store.erasing.scrub()
            except Exception as error:
                log.warning("an erasure must wait: %s: %s", type(error).__name__, error)
            await asyncio.sleep(LOOK_EVERY_S)

    async def _fulfil(self, code: str, wishes: Sequence[Wish]) -> None:
        whom = {one.whom for one in wishes}
        live = self._known(code)
        for person in [one for one in whom if live is not None and live.session.inside(one)]:
            assert live is not None
            await live.submit(Actor(person, Role.PARTICIPANT), Command(f"leave-{new_token()}", None, "Leave", {}))
        for attempt in range(ATTEMPTS):
            try:
                lines = await self._erase(code, whom, wishes[0].actor)
                break
            except Conflict:  # another process wrote to one of the logs meanwhile
                if attempt == ATTEMPTS - 1:
                    raise
        await self._store.wishes.done(wishes, lines)

    async def _erase(self, code: str, whom: Collection[str], actor: str) -> int:
        row = await off_loop(self._store.find, code)
        process = await off_loop(self._store.processes.of, code)
        rows: dict[str, Row] = {one.code: one for one in (await off_loop(self._store.kin, row.id) if process else [])} | {code: row}
        async with AsyncExitStack() as stack:
            for live in filter(None, map(self._known, sorted(rows))):
                await stack.enter_async_context(live.still())
            ledgers = {one: await self._ledger(rows[one]) for one in rows}
            if process is not None:
                rows[process.code], ledgers[process.code] = process, await self._of_process(process)
            home = ledgers.pop(code)
            names = [one.name for one in await off_loop(self._store.people, row.id) if one.id in whom and one.name]
            found = await asyncio.to_thread(forget, home, list(ledgers.values()), whom, names)
            mend = Finder(gone_of(home, whom, names), home).quoted
            for hook in self._of_words:
                hook(mend)
            for changed in found:
                await self._write(rows[changed.code], changed, whom if changed.code == code else (), actor)
            if not found or found[-1].code != code:
                await self._store.erasing.take_out(WORKSHOPS, row.id, whom, (), ())
        self._tell({*(changed.code for changed in found), code}, code, whom)
        return sum(len(changed.lines) for changed in found)

    async def expire(self, codes: Collection[str], texts: bool, process: str = "") -> None:
        """The time of some workshops (of one process) is over: names, phones and links go, and with `texts` what people wrote too."""
        async with self._turn, AsyncExitStack() as stack:
            for live in filter(None, map(self._known, sorted(codes))):
                await stack.enter_async_context(live.still())
            rows = {code: await off_loop(self._store.find, code) for code in codes}
            ledgers = {code: await self._ledger(row) for code, row in rows.items() if row is not None}
            made = await asyncio.to_thread(made_in, ledgers.values())
            for code, ledger in ledgers.items():
                lines = await asyncio.to_thread(self._expired, ledger, made) if texts else []
                people = [one.id for one in await off_loop(self._store.people, rows[code].id)]
                told = self._told(len(ledger.entries), SYSTEM, *([vouching(lines)] if lines else []), NamesErased(texts))
                if texts:
                    await self._store.erasing.take_out(WORKSHOPS, rows[code].id, people, lines, told)
                else:
                    await self._store.erasing.unname(rows[code].id, people, told)
            row: ProcessRow | None = await off_loop(self._store.processes.find, process)
            if texts and row is not None:
                await self._expire_contributions(row)
        self._tell([*codes, *([process] if process else [])])

    def _expired(self, ledger: Ledger, made: Collection[str]) -> list[Entry]:
        results = all_results(self._methods, fold(self._methods, ledger.entries))
        record = [one for _step, items in results for one in items if one.kind in RECORD]
        return expired(ledger, made, {text for one in record for text in (one.text, *one.facts.values())})

    async def _expire_contributions(self, row: ProcessRow) -> None:
        ledger = await self._of_process(row)
        there = [one for one in ledger.entries if one.type == Contributed.__name__]
        lines = [after for one in there if (after := without_words(ledger, one)) is not one]
        if lines:
            told = self._told(len(ledger.entries), SYSTEM, vouching(lines))
            await self._store.erasing.take_out(PROCESSES, row.id, (), lines, told)

    def _told(self, after: int, actor: str, *events: object) -> list[Entry]:
        return [
            Entry(after + place, f"erased-{new_token()}", self._clock(), actor, None, type(event).__name__, write(event))
            for place, event in enumerate(events, start=1)
        ]

    def _tell(self, codes: Iterable[str], home: str = "", whom: Collection[str] = ()) -> None:
        for one in codes:
            for hook in self._hooks:
                hook(one, whom if one == home else ())

    async def _write(self, row: Row, changed: Forgotten, whom: Collection[str], actor: str) -> None:
        told = self._told(changed.after, actor, vouching(changed.lines))
        logs = PROCESSES if isinstance(row, ProcessRow) else WORKSHOPS
        await self._store.erasing.take_out(logs, row.id, whom, changed.lines, told)

    async def _ledger(self, row: Row) -> Ledger:
        entries = await off_loop(self._store.entries, row.id)
        return ledger_of(row.code, entries, self._methods, held_by(entries))

    async def _of_process(self, row: ProcessRow) -> Ledger:
        return Ledger(row.code, await off_loop(self._store.processes.entries, row.id), lambda entry: PROCESS_EVENTS.get(entry.type))
