"""What an attack costs the others: how long their acknowledgements take, what the server's memory and log grow by."""

import asyncio
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.load.campaign import NEWCOMERS, Campaign, come_in
from tests.load.hostile import Attack, Intruder
from tests.load.phone import Phone


@dataclass(frozen=True, slots=True)
class Siege:
    """What was seen during an attack; times in s, memory in MB, the log in KB a minute; `came_in_s`: somebody new."""

    name: str
    sent: int
    contributions: int
    p50_s: float
    p95_s: float
    worst_s: float
    came_in_s: float
    grown_mb: float
    logged_kb: float


async def besiege(run: Campaign, name: str, attack: Attack | None, seconds: float, pause_s: float = 1.0) -> Siege:
    """Everybody writes at their pace while one phone attacks (None: nobody does)."""
    intruder = Intruder(run.server.port, run.code)
    before, said, began = memory_mb(run.server.pid), len(run.server.said), time.monotonic()
    done = set(run.history.deeds)
    hostile = asyncio.ensure_future(attack(intruder)) if attack is not None else None
    watched = asyncio.create_task(peak_mb(run.server.pid))
    until = began + seconds
    newcomer = asyncio.create_task(arrive(run, seconds / 2))
    await write(run, until, pause_s)
    took = await newcomer
    while hostile is not None and not intruder.sent and not hostile.done():  # noqa: ASYNC110
        await asyncio.sleep(0.01)  # it has had its turn, however busy the machine is
    if hostile is not None:
        assert not hostile.done(), hostile.exception()
        hostile.cancel()
        await asyncio.gather(hostile, return_exceptions=True)
    intruder.leave()
    run.history.others.add(intruder.person)
    watched.cancel()
    peak = await watched
    times = sorted(deed.took_s for id, deed in run.history.deeds.items() if id not in done and deed.seq is not None)
    logged = (len(run.server.said) - said) / 1000 * 60 / (time.monotonic() - began)
    return Siege(name, intruder.sent, len(times), share(times, 0.5), share(times, 0.95), times[-1], took, peak - before, logged)


async def write(run: Campaign, until: float, pause_s: float) -> None:
    """Everybody contributes now and then, at times drawn by lot."""

    async def one(phone: Phone) -> None:
        lot, number = random.Random(phone.number), 0
        while time.monotonic() < until:
            await asyncio.sleep(lot.uniform(0, 2 * pause_s))
            number += 1
            await run.history.add(phone, f"{until:.3f} {number} of {phone.number}")

    await asyncio.gather(*(one(phone) for phone in run.phones))


async def arrive(run: Campaign, after: float) -> float:
    """How long it takes somebody new to come in while the attack goes on."""
    await asyncio.sleep(after)
    began = time.monotonic()
    phone = Phone(NEWCOMERS, run.server.port, run.code)
    try:
        await asyncio.wait_for(come_in(phone), 60)
    finally:
        await phone.close()
    return time.monotonic() - began


async def peak_mb(pid: int) -> float:
    """The most memory that a process held until this task is cancelled."""
    peak = memory_mb(pid)
    try:
        while True:
            peak = max(peak, memory_mb(pid))
            await asyncio.sleep(0.1)
    except asyncio.CancelledError:
        return peak


def memory_mb(pid: int) -> float:
    """The resident memory of a process."""
    line = next(line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def share(times: Sequence[float], part: float) -> float:
    """The value below which a part of sorted values lies."""
    return times[min(len(times) - 1, int(part * len(times)))] if times else float("inf")
