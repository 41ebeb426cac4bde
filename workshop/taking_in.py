"""Contributions of a file are taken into a process, from the command line: through the same command as from the page."""

import asyncio
import time

from workshop.agenda import zone_of
from workshop.background import Background
from workshop.language import _
from workshop.messages import write
from workshop.method import Rejected
from workshop.processes import Processes, command
from workshop.registry import discover
from workshop.rooms import Rooms
from workshop.store.store import Store
from workshop.volume.incoming import Columns, Incoming, incoming


async def take_in(store: Store, code: str, content: bytes, name: str, columns: Columns, look: bool = False) -> Incoming | Rejected:
    """What came in, or would with `look`. Raises `SheetError`."""
    background = Background()
    rooms = Rooms(store, discover(), lambda: time.time_ns() // 1_000_000, background)
    try:
        return await _taken(Processes(store, rooms, rooms.clock), code, content, name, columns, look)
    finally:
        await rooms.close()
        background.close()


async def _taken(processes: Processes, code: str, content: bytes, name: str, columns: Columns, look: bool) -> Incoming | Rejected:
    process = await processes.get(code)
    if process is None:
        return Rejected(_("There is no process of this code."), "unknown-process")
    there = {one.text: ref for ref, one in process.contributions.items()}
    zone = zone_of(process.about.timezone)
    found = await asyncio.to_thread(incoming, content, columns, there, *([zone] if zone else []))
    if look or not found.rows:
        return found
    answer = await processes.submit(code, command("Contribute", rows=[write(one) for one in found.rows], source=name))
    return answer if isinstance(answer, Rejected) else found
