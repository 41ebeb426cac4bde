"""What a connected phone costs the server in memory."""

import asyncio
import re
from dataclasses import dataclass

from tests.load.bench.figure import Figure
from tests.load.bench.gauge import memory_kb
from tests.load.bench.hall import MARK, come_in, go_out, hall, reference
from tests.load.bench.scale import Scale
from tests.load.phone import Phone

WARM: int = 30
REST_S: float = 2.0


@dataclass(frozen=True, slots=True)
class Memory:
    """KB a phone, of Palabre and of bare python-socketio."""

    phones: int
    palabre_kb: float
    bare_kb: float


async def measure(scale: Scale) -> Memory:
    """PSS before and after a hall has come in; a small crowd came and went before, so that imports do not count."""
    async with hall() as place:
        ours = await _each(place.server.pid, place.server.port, place.code, scale.hall)
    async with reference("bare") as (pid, port):
        bare = await _each(pid, port, "", scale.hall)
    return Memory(scale.hall, ours, bare)


async def _each(pid: int, port: int, code: str, count: int) -> float:
    await go_out(await _crowd(port, code, WARM, 10_000))
    await asyncio.sleep(REST_S)
    before = memory_kb(pid)
    phones = await _crowd(port, code, count, 1)
    await asyncio.sleep(REST_S)
    after = memory_kb(pid)
    await go_out(phones)
    return (after - before) / count


async def _crowd(port: int, code: str, count: int, first: int, marks: re.Pattern[bytes] = MARK) -> list[Phone]:
    phones = [Phone(number, port, code, lazy=True, marks=marks) for number in range(first, first + count)]
    await come_in(phones)
    return phones


def figures(found: Memory) -> list[Figure]:
    """The lines of the table."""
    value = f"{found.palabre_kb:.0f} KB (bare python-socketio in the same run: {found.bare_kb:.0f} KB)"
    return [Figure(f"server memory for each connected phone ({found.phones} phones)", "at most 55 KB", value, found.palabre_kb <= 55)]
