"""The one thread that writes: what waits is committed together, so that many acknowledgements cost one wait for the disk."""

import asyncio
import queue
import threading
from collections.abc import Callable
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from workshop.store.database import StoreError

T = TypeVar("T")
GROUP: Final = 256

Job = tuple[Callable[[Connection], Any], asyncio.AbstractEventLoop, "asyncio.Future[Any]"]


class Writer:
    """Runs functions of a connection, one after the other, several to a transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="palabre-writer", daemon=True)
        self._thread.start()

    async def run(self, job: Callable[[Connection], T]) -> T:
        """What the job returns, once it is on the disk. Raises `StoreError`, or whatever the job raises."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self._jobs.put((job, loop, future))
        return await future

    def close(self) -> None:
        """Ends the thread after what is waiting."""
        self._jobs.put(None)
        self._thread.join()
        self._engine.dispose()

    def _run(self) -> None:
        while (first := self._jobs.get()) is not None:
            group, last = self._gather(first)
            self._commit(group)
            if last:
                return

    def _gather(self, first: Job) -> tuple[list[Job], bool]:
        """What came while the group before was on its way to the disk: up to GROUP jobs, without waiting for more."""
        group = [first]
        while len(group) < GROUP and not self._jobs.empty():
            job = self._jobs.get()
            if job is None:
                return group, True
            group.append(job)
        return group, False

    def _commit(self, group: list[Job]) -> None:
        try:
            with self._engine.begin() as connection:
                answers = [job(connection) for job, _loop, _future in group]
        except Exception as error:
            if len(group) > 1:  # one of them failed: each gets a transaction of its own
                for job in group:
                    self._commit([job])
            else:
                _settle(group[0], None, _plain(error))
        else:
            for job, answer in zip(group, answers, strict=True):
                _settle(job, answer, None)


def _plain(error: Exception) -> Exception:
    if not isinstance(error, SQLAlchemyError):
        return error
    return StoreError(f"The database could not write: {getattr(error, 'orig', None) or error}.")


def _settle(job: Job, answer: Any, error: Exception | None) -> None:
    _call, loop, future = job

    def settle() -> None:
        if future.done():
            return
        if error is None:
            future.set_result(answer)
        else:
            future.set_exception(error)

    if not loop.is_closed():
        loop.call_soon_threadsafe(settle)
