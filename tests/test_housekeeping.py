"""The garbage collector keeps out of the way, and still collects."""

import asyncio
import gc
import weakref

from workshop import housekeeping
from workshop.rooms import Rooms


class Knot:
    """Something that only the collector can free."""

    def __init__(self) -> None:
        self.itself = self


async def test_garbage_is_collected_in_a_quiet_moment_and_everything_is_as_before_at_the_end(rooms: Rooms) -> None:
    before = gc.get_threshold()
    knot = weakref.ref(Knot())
    gc.freeze()  # as after a while: garbage that was set aside
    task = asyncio.create_task(housekeeping.keep_house(rooms))
    await asyncio.sleep(0)
    assert gc.get_freeze_count() > 0
    assert gc.get_threshold() == housekeeping.THRESHOLDS
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert gc.get_freeze_count() == 0
    assert gc.get_threshold() == before
    gc.collect()
    assert knot() is None
