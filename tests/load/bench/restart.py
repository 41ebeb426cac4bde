"""How soon a server is back that has much to remember."""

import asyncio
import time
from dataclasses import dataclass
from pathlib import Path

from tests.load.bench.figure import Figure
from tests.load.bench.hall import Hall, hall
from tests.load.bench.past import EVENING, evening, later, tell
from tests.load.bench.scale import Scale


@dataclass(frozen=True, slots=True)
class Restart:
    """Seconds from the start of the process until it is ready, and until a first phone shows the workshop's screen."""

    events: int
    ready_s: float
    served_s: float
    whole_ready_s: float
    whole_served_s: float


async def measure(scale: Scale) -> Restart:
    """Once with nothing but the log, as after an upgrade; once more after a kill -9, with a checkpoint and what came behind it."""

    async def fill(data: Path, code: str) -> None:
        await tell(data, code, evening(code, scale.events))

    async with hall(EVENING, fill) as place:
        await place.server.kill()
        whole = await _back(place)
        await place.server.stop()
        await tell(place.data, place.code, later())
        await _back(place)
        await place.server.kill()
        after = await _back(place)
    return Restart(scale.events, *after, *whole)


async def _back(place: Hall) -> tuple[float, float]:
    start = time.perf_counter()
    starting = asyncio.create_task(place.server.start())
    while not await _ready(place.server.port):  # noqa: ASYNC110 - another process tells by answering
        await asyncio.sleep(0.005)
    ready = time.perf_counter() - start
    (phone,) = place.phones(1)
    await phone.connect()
    await phone.join()
    served = time.perf_counter() - start
    await starting
    await phone.close()
    return ready, served


async def _ready(port: int) -> bool:
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.write(b"GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    try:
        return b" 200 " in await reader.readline()
    except OSError:
        return False
    finally:
        writer.close()


def figures(found: Restart) -> list[Figure]:
    """The lines of the table."""
    return [
        Figure(
            f"restart with {found.events:,} events after kill -9: ready; first phone of that workshop served",
            "2 s",
            f"{found.ready_s:.1f} s; {found.served_s:.1f} s",
            found.ready_s <= 2 and found.served_s <= 2,
        ),
        Figure(
            "the same without a checkpoint (the first start after an upgrade)",
            "",
            f"{found.whole_ready_s:.1f} s; {found.whole_served_s:.1f} s",
        ),
    ]
