"""What a method asks to be computed off the event loop: sent once for each key, and its answer handed in as a command."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from workshop.background import Background
from workshop.method import Work

log = logging.getLogger("palabre.live")


class Errands:
    """The errands of one workshop; `hand_in(activity, command, args)` sends an answer."""

    def __init__(self, background: Background, hand_in: Callable[[str, str, Mapping[str, Any]], Awaitable[Any]]) -> None:
        self.trouble = ""
        self._background = background
        self._hand_in = hand_in
        self._asked: set[str] = set()
        self._jobs: set[asyncio.Task[None]] = set()

    def start(self, activity: str, work: Work | None) -> None:
        """Sends for something, unless it is under way, or failed before."""
        if work is None or work.key in self._asked:
            return
        self._asked.add(work.key)
        job = asyncio.create_task(self._run(activity, work))
        self._jobs.add(job)
        job.add_done_callback(self._jobs.discard)

    async def done(self) -> bool:
        """Waits for what is under way; whether there was something."""
        jobs = tuple(self._jobs)
        await asyncio.gather(*jobs, return_exceptions=True)
        return bool(jobs)

    async def stop(self) -> None:
        """Ends what is under way; it can be asked for again."""
        await self.close()
        self._asked.clear()

    async def close(self) -> None:
        """Ends what is under way."""
        for job in self._jobs:
            job.cancel()
        await self.done()

    async def _run(self, activity: str, work: Work) -> None:
        try:
            args = await self._background.run(work.call, *work.args)
        except Exception as error:
            log.warning("work for the step %s failed: %s: %s", activity, type(error).__name__, error)
            self.trouble = f"{activity}: {type(error).__name__}: {error}"
            return
        await self._hand_in(activity, work.command, args)
        self._asked.discard(work.key)
