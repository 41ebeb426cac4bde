"""When screens are made again: at once after a silence, then at a distance that grows with what it costs.

Who comes and goes changes a number on every phone and nothing else, so it alone wakes the phones rarely; the wall counts along.
"""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Final

log = logging.getLogger("palabre.live")
SHORTEST_S: Final = 0.1
LONGEST_S: Final = 0.4
CALM: Final = 15
PRESENCE_S: Final = 2.0


class Beat:
    """Calls `show(rooms)`; `rooms` says whether the screens of the phones are due, and not only those of the wall and the console."""

    def __init__(self, show: Callable[[bool], Awaitable[None]]) -> None:
        self.number = 0
        self.seconds = 0.0
        self._show = show
        self._due = asyncio.Event()
        self._news = self._stirred = self._stopped = False
        self._rooms_at = -PRESENCE_S
        self._timer: asyncio.TimerHandle | None = None
        self._costs = deque([0.0], maxlen=3)
        self._awaited: list[asyncio.Future[None]] = []
        self._ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def nudge(self) -> None:
        """Something was said or done."""
        self._news = True
        self._due.set()

    def stir(self) -> None:
        """Somebody came or went."""
        self._stirred = True
        self._due.set()

    async def settled(self) -> None:
        """Returns when everything that happened so far has been shown."""
        shown = asyncio.get_running_loop().create_future()
        self._awaited.append(shown)
        self.nudge()
        await shown

    async def next(self, longest: float) -> bool:
        """Waits for the end of the next beat that is for the phones, at most so many seconds; whether there was one before `stop`."""
        if self._stopped:
            return False
        try:
            await asyncio.wait_for(asyncio.shield(self._ended), longest)
        except TimeoutError:
            return False
        return not self._stopped

    def stop(self) -> None:
        """Nobody needs to wait for a beat any more."""
        self._stopped = True
        if not self._ended.done():
            self._ended.set_result(None)

    async def run(self) -> None:
        """Beats until it is cancelled."""
        while True:
            await self._due.wait()
            self._due.clear()
            started = time.thread_time()
            awaited, rooms = self._awaited, self._rooms_due()
            self._awaited = []
            self.number += 1
            try:
                await self._show(rooms)
            except Exception:
                log.exception("a beat failed; the next one tries again")
            if rooms and not self._stopped:
                self._ended.set_result(None)
                self._ended = asyncio.get_running_loop().create_future()
            for one in awaited:
                if not one.done():
                    one.set_result(None)
            cost = time.thread_time() - started
            self.seconds += cost
            self._costs.append(cost)
            usual = sorted(self._costs)[len(self._costs) // 2]  # one slow beat says little on a busy machine
            await asyncio.sleep(min(max(SHORTEST_S, usual * CALM), LONGEST_S))

    def _rooms_due(self) -> bool:
        now = asyncio.get_running_loop().time()
        if self._news or (self._stirred and now - self._rooms_at >= PRESENCE_S):
            self._news = self._stirred = False
            self._rooms_at = now
            return True
        if self._stirred and self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(self._rooms_at + PRESENCE_S - now, self._remind)
        return False

    def _remind(self) -> None:
        self._timer = None
        self._due.set()
