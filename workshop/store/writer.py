"""The one thread that writes: what came while the disk was busy is committed together, and shares one wait for it."""

import asyncio
import contextlib
import queue
import sqlite3
import threading
import time
from collections.abc import Callable
from itertools import groupby
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from workshop.figures import Figures
from workshop.store.database import StoreError, still_there

T = TypeVar("T")
GROUP: Final = 256

Job = tuple[Callable[[Connection], Any], asyncio.AbstractEventLoop, "asyncio.Future[Any]"]
Settled = tuple[Job, Any, Exception | None]


class Apart:
    """A job that is no part of a transaction."""

    def __init__(self, job: Callable[[Any], Any]) -> None:
        self.job = job

    def __call__(self, db: Connection) -> Any:
        """Runs it on the driver's own connection."""
        return self.job(db.connection.driver_connection)


class Writer:
    """Runs functions of a connection, one after the other, several to a transaction."""

    def __init__(self, engine: Engine, figures: Figures) -> None:
        self._engine = engine
        self._figures = figures
        self._still_there = still_there(engine)
        self._connection: Connection | None = None
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="palabre-writer", daemon=True)
        self._thread.start()

    async def run(self, job: Callable[[Connection], T]) -> T:
        """What the job returns, once it is on the disk. Raises `StoreError`, or whatever the job raises."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self._jobs.put((job, loop, future))
        return await future

    async def apart(self, job: Callable[[Any], T]) -> T:
        """As `run`, for what cannot be part of a transaction: the job is given the driver's own connection."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self._jobs.put((Apart(job), loop, future))
        return await future

    def close(self) -> None:
        """Ends the thread after what is waiting."""
        self._jobs.put(None)
        self._thread.join()
        self._engine.dispose()

    def _run(self) -> None:
        last = False
        while not last and (first := self._jobs.get()) is not None:
            group, last = self._gather(first)
            self._commit_all(group)
        self._disconnect()

    def _gather(self, first: Job) -> tuple[list[Job], bool]:
        """What waits behind the first job, up to GROUP jobs, and whether the end waits there too."""
        group = [first]
        while len(group) < GROUP and not self._jobs.empty():
            job = self._jobs.get()
            if job is None:
                return group, True
            group.append(job)
        return group, False

    def _commit_all(self, group: list[Job]) -> None:
        """In their order; those that stand apart, each by itself."""
        for apart, jobs in groupby(group, lambda job: isinstance(job[0], Apart)):
            for some in ([one] for one in jobs) if apart else [list(jobs)]:
                self._commit(some)

    def _commit(self, group: list[Job]) -> None:
        began = time.perf_counter()
        try:
            self._still_there()
            if self._connection is None:
                self._connection = self._engine.connect()
            with contextlib.nullcontext() if isinstance(group[0][0], Apart) else self._connection.begin():
                answers = [job(self._connection) for job, _loop, _future in group]
            self._still_there()
        except Exception as error:
            self._disconnect()
            if len(group) > 1:  # one of them failed: each gets a transaction of its own
                for job in group:
                    self._commit([job])
            else:
                _settle([(group[0], None, _plain(error))])
        else:
            self._figures.commits_total += 1
            self._figures.commit_seconds_total += time.perf_counter() - began
            self._figures.writes_total += len(group)
            _settle([(job, answer, None) for job, answer in zip(group, answers, strict=True)])

    def _disconnect(self) -> None:
        """The next group gets another connection: this one may be broken."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(Exception):
                connection.close()


def _plain(error: Exception) -> Exception:
    if not isinstance(error, SQLAlchemyError | sqlite3.Error):
        return error
    return StoreError(f"The database could not write: {getattr(error, 'orig', None) or error}.")


def _settle(settled: list[Settled]) -> None:
    """Answers a group with one call into each event loop."""
    for loop in {job[1] for job, _answer, _error in settled}:
        mine = [one for one in settled if one[0][1] is loop]
        if not loop.is_closed():
            loop.call_soon_threadsafe(_answer, mine)


def _answer(settled: list[Settled]) -> None:
    for (_call, _loop, future), answer, error in settled:
        if future.done():
            continue
        if error is None:
            future.set_result(answer)
        else:
            future.set_exception(error)
