"""Runs what takes long in another process, with a time limit, so that the event loop never waits."""

import asyncio
import multiprocessing
import os
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Final

LIMIT_S: Final = 60.0


class Background:
    """One worker process, started when first needed and replaced when it hangs or dies; calls take turns."""

    def __init__(self, limit_s: float = LIMIT_S) -> None:
        self._limit_s = limit_s
        self._turn = asyncio.Lock()
        self._pool: ProcessPoolExecutor | None = None

    async def run(self, call: Callable[..., Any], *args: Any) -> Any:
        """What `call(*args)` returns. Raises `TimeoutError` when it takes longer than the limit, else what it raises."""
        async with self._turn:  # the time of the calls before it does not count against a call
            try:
                return await self._once(call, *args)
            except BrokenProcessPool:  # the worker died, maybe long before this call; a call that kills two of them fails
                return await self._once(call, *args)

    async def _once(self, call: Callable[..., Any], *args: Any) -> Any:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), initializer=_leave_with_parent)
        try:
            return await asyncio.wait_for(asyncio.get_running_loop().run_in_executor(self._pool, call, *args), self._limit_s)
        except (TimeoutError, BrokenProcessPool, asyncio.CancelledError):
            self.close()
            raise

    def close(self) -> None:
        """Ends the worker, also in the middle of its work."""
        pool, self._pool = self._pool, None
        if pool is None:
            return
        processes = list((getattr(pool, "_processes", None) or {}).values())
        pool.shutdown(wait=False, cancel_futures=True)
        for process in processes:
            process.kill()
            process.join(1)


def _leave_with_parent() -> None:
    """In the worker: a server that is killed cannot end it, so it ends itself."""
    threading.Thread(target=_outlive_nobody, daemon=True).start()


def _outlive_nobody() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
