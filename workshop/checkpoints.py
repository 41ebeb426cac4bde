"""Checkpoints of one workshop: its folded state, kept now and then, so that a start need not read the whole log.

One is kept when the workshop has been quiet for a moment, as pickling a large state stops everything else for that long; while it is never
quiet, rarely, at a distance that grows with the log.
"""

import asyncio
import logging
import pickle
from importlib.metadata import version
from pathlib import Path
from typing import Final

from workshop.messages import Entry, derived_id
from workshop.redacted import WordsErased
from workshop.session.events import TakenBack
from workshop.session.history import evolve, fold
from workshop.session.state import Methods, Session
from workshop.store.store import Store, off_loop

log = logging.getLogger("palabre.live")
QUIET_S: Final = 1.0
AFTER_QUIET: Final = 500
AT_LEAST_EVERY: Final = 5000
REFOLDED: Final = frozenset({TakenBack.__name__, WordsErased.__name__})


class Checkpoints:
    """Loads and keeps the state of the workshop with that number in the store."""

    def __init__(self, store: Store, number: int, methods: Methods) -> None:
        self._store, self._number, self._methods = store, number, methods
        self._at = 0
        self._timer: asyncio.TimerHandle | None = None
        self._saving: asyncio.Task[None] | None = None

    async def load(self) -> Session:
        """The state of the workshop: the last checkpoint, and what came after it; folded beside the event loop."""
        found = await off_loop(self._store.checkpoint, self._number, self._version())
        seq, state = found or (0, b"")
        later = await self._entries(seq)
        if found is None or any(entry.type in REFOLDED for entry in later):
            log_so_far = later if seq == 0 else await self._entries(0)
            session: Session = await asyncio.to_thread(fold, self._methods, log_so_far)
        else:
            self._at = seq
            session = await asyncio.to_thread(self._after, state, later)
        self.grown(session)
        return session

    def _after(self, state: bytes, later: list[Entry]) -> Session:
        session: Session = pickle.loads(state)
        for entry in later:
            session = evolve(self._methods, session, entry)
        return session

    def grown(self, session: Session) -> None:
        """The state is another one: it will be kept in a quiet moment, or now when there was none for long."""
        if self._timer is not None:
            self._timer.cancel()
        since = session.seq - self._at
        if since >= max(AT_LEAST_EVERY, session.seq // 4):
            self._start(session)
        elif since >= AFTER_QUIET:
            self._timer = asyncio.get_running_loop().call_later(QUIET_S, self._start, session)

    async def forgotten(self) -> None:
        """What was kept will be gone; nothing that is so now is kept any more, only the next state."""
        if self._timer is not None:
            self._timer.cancel()
        if self._saving is not None:
            await self._saving
        self._at = 0

    async def close(self, session: Session) -> None:
        """Keeps the last state."""
        if self._timer is not None:
            self._timer.cancel()
        if self._saving is not None:
            await self._saving
        if session.seq > self._at:
            await self._save(session)

    def _start(self, session: Session) -> None:
        if self._saving is None or self._saving.done():
            self._saving = asyncio.create_task(self._save(session))

    async def _save(self, session: Session) -> None:
        self._at = session.seq
        try:
            await self._store.save_checkpoint(self._number, session.seq, self._version(), pickle.dumps(session))
        except Exception as error:  # a method's state that cannot be kept only costs time at the next start
            log.warning("no checkpoint of %s: %s", session.code, error)

    async def _entries(self, after: int) -> list[Entry]:
        found: list[Entry] = await off_loop(self._store.entries, self._number, after)
        return found

    def _version(self) -> str:
        """What must be the same for a checkpoint to be used: the code of Palabre and of every method, each of which may be a package."""
        here = Path(__file__).parent
        folders = {here / "session", here / "shelf", *(Path(str(method.module.__file__)).parent for method in self._methods.values())}
        files = sorted(path for folder in folders for path in folder.glob("*.py"))
        return derived_id(version("palabre"), *(f"{path}:{path.stat().st_mtime_ns}" for path in files))
