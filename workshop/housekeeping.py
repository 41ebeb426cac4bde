"""Python's garbage collection, kept out of the way of a running workshop.

A thousand phones are a third of a million objects; a full collection looks at each and stops everybody for a quarter of a second. So what
lives is set aside every few seconds, which costs nothing, and looked through only when no workshop has moved for a while.
"""

import asyncio
import gc
from typing import Final

from workshop.rooms import Rooms

EVERY_S: Final = 10.0
FULL_EVERY: Final = 30
THRESHOLDS: Final = (20_000, 20, 20)


async def keep_house(rooms: Rooms) -> None:
    """Sets objects aside and collects garbage until it is cancelled."""
    before = gc.get_threshold()
    gc.set_threshold(*THRESHOLDS)
    try:
        await _tidy(rooms)
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


async def _tidy(rooms: Rooms) -> None:
    beats, rounds = -1, FULL_EVERY
    while True:
        now = sum(live.beat.number for live in rooms.opened())
        rounds += 1
        if now == beats and rounds >= FULL_EVERY:
            gc.unfreeze()
            gc.collect()
            rounds = 0
        gc.freeze()
        beats = now
        await asyncio.sleep(EVERY_S)
