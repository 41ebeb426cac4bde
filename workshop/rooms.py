"""All workshops of this server: new ones are made here, and each is opened when somebody first asks for it."""

import asyncio
import json
import logging
from collections.abc import Callable
from typing import Any, Final

from workshop.agenda import Agenda
from workshop.background import Background
from workshop.chain import canonical
from workshop.forgetting import Forgetting
from workshop.language import Speaker, speaker
from workshop.live import OWN_LOCALE, Live, open_live
from workshop.messages import Entry, new_code, new_token, write
from workshop.patience import Patience
from workshop.registry import Registry
from workshop.session.events import Created
from workshop.store.overview import Standing
from workshop.store.store import Store, WorkshopRow, off_loop
from workshop.turn import FACILITATOR

log = logging.getLogger("palabre.rooms")
LATELY_MS: Final = 12 * 3_600_000
MOST_WARM: Final = 20


class Rooms:
    """The live workshops by their code."""

    def __init__(self, store: Store, registry: Registry, clock: Callable[[], int], background: Background) -> None:
        self.registry = registry
        self.clock = clock
        self._store = store
        self._background = background
        self._patience = Patience()
        self.rehearsed: dict[str, str] = {}
        self._open: dict[str, asyncio.Task[Live]] = {}
        self._farewells: list[Callable[[Live], None]] = []
        self.forgetting = Forgetting(store, registry.methods, clock, self.known)

    async def create(self, agenda: Agenda, rehearsal_of: str = "") -> Live:
        """A new workshop with a fresh code, planned as the agenda says; a rehearsal is removed at its end."""
        code, at = new_code(), self.clock()
        number = await self._store.create(code, agenda.title, at, bool(rehearsal_of))
        if rehearsal_of:
            self.rehearsed[code] = rehearsal_of
        payload: dict[str, Any] = json.loads(canonical(write(Created(code, agenda))))
        await self._store.append(number, 0, [Entry(1, f"created-{new_token()}", at, FACILITATOR.id, None, "Created", payload)])
        live = await self.get(code)
        assert live is not None
        return live

    async def get(self, code: str) -> Live | None:
        """The live workshop of a code, opened if need be; None where there is none."""
        code = code.upper()
        if code not in self._open:
            row = await off_loop(self._store.find, code)
            if row is None:
                return None
            if code not in self._open:  # somebody else may have opened it while this one looked
                work = open_live(self._store, row, self.registry.methods, self.clock, self._background, self._patience)
                self._open[code] = asyncio.create_task(work)
        try:
            return await asyncio.shield(self._open[code])
        except Exception:
            self._open.pop(code, None)
            raise

    async def warm(self) -> None:
        """Opens the workshops that were going on lately, one after the other, so that nobody who comes back waits for it."""
        await self.clear()
        for row in await off_loop(self._store.recent, self.clock() - LATELY_MS, MOST_WARM):
            try:
                await self.get(row.code)
            except Exception as error:  # whoever asks for it hears more
                log.warning("%s cannot be opened: %s: %s", row.code, type(error).__name__, error)

    def on_removal(self, farewell: Callable[[Live], None]) -> None:
        """Calls with every workshop that is removed: what was kept about it elsewhere goes too."""
        self._farewells.append(farewell)

    async def remove(self, live: Live) -> None:
        """Closes a rehearsal and removes it. Raises `StoreError` for a real workshop."""
        self.rehearsed.pop(live.row.code, None)
        self._open.pop(live.row.code, None)
        for farewell in self._farewells:
            farewell(live)
        await live.close()
        await self._store.remove(live.row.id)

    async def clear(self) -> None:
        """Removes the rehearsals that a server left behind when it was stopped."""
        for row in await off_loop(self._store.rehearsals):
            if row.code not in self._open:
                await self._store.remove(row.id)

    def known(self, code: str) -> Live | None:
        """The live workshop of a code, if it is open already; answers at once, whatever the code."""
        task = self._open.get(code.upper())
        return task.result() if task is not None and _is_open(task) else None

    async def listed(self) -> list[WorkshopRow]:
        """All workshops, the newest first."""
        found: list[WorkshopRow] = await off_loop(self._store.workshops)
        return found

    async def standings(self) -> list[Standing]:
        """How all workshops stand, the one that changed last first."""
        found: list[Standing] = await off_loop(self._store.standings)
        return found

    async def retitle(self, live: Live) -> None:
        """Lists a workshop under the title that its agenda has now."""
        await self._store.retitle(live.row.id, live.session.agenda.title)

    async def archive(self, code: str, archived: bool) -> None:
        """Puts a workshop into the archive, or takes it out; nothing of it is deleted, and its pages stay where they are."""
        await self._store.archive(code, archived)

    def speaker(self, language: str) -> Speaker:
        """Turns what we say outside of any workshop into text."""
        return speaker(language, (OWN_LOCALE,))

    def opened(self) -> list[Live]:
        """The workshops that are open now."""
        return [task.result() for task in self._open.values() if _is_open(task)]

    def stop(self) -> None:
        """The server is about to stop: nobody waits for news any more."""
        for live in self.opened():
            live.beat.stop()

    async def close(self) -> None:
        """Closes what is open."""
        for task in self._open.values():
            await (await task).close()
        self._open.clear()
        self._patience.close()


def _is_open(task: "asyncio.Task[Live]") -> bool:
    return task.done() and not task.cancelled() and task.exception() is None
