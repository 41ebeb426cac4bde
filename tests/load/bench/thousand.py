"""A thousand phones: coming in, contributing, and coming back together after a crash of the server."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tests.load.bench.figure import Figure
from tests.load.bench.flow import Flow, flow
from tests.load.bench.hall import Hall, come_in, go_out, hall, quiet
from tests.load.bench.scale import Scale
from tests.load.phone import Phone

PERIOD_S: Final = 20.0
FIRST_PATIENCE_S: Final = 120.0


@dataclass(frozen=True, slots=True)
class Thousand:
    """Seconds until all are in, and how often one was refused or told to wait."""

    phones: int
    joined_s: float
    join_refused: int
    join_waits: int
    back_s: float
    back_refused: int
    back_waits: int
    ack_p95_ms: float
    seen_p95_ms: float
    cpu_share: float
    lost: int
    unseen: int


async def measure(scale: Scale) -> Thousand:
    """All of it with the same phones on the same server."""
    async with hall() as place:
        phones = place.phones(scale.many)
        start = time.perf_counter()
        await come_in(phones)
        joined_s = time.perf_counter() - start
        refused, waits = _told(phones)
        await quiet(phones)
        found: Flow = await flow(place, phones, PERIOD_S if scale.lasting_s > 10 else scale.lasting_s, 2 * scale.lasting_s)
        back_s = await _crash(place, phones)
        refused_then, waits_then = _told(phones)
        await go_out(phones)
    return Thousand(
        phones=scale.many,
        joined_s=joined_s,
        join_refused=refused,
        join_waits=waits,
        back_s=back_s,
        back_refused=refused_then - refused,
        back_waits=waits_then - waits,
        ack_p95_ms=found.ack_p95_ms,
        seen_p95_ms=found.seen_p95_ms,
        cpu_share=found.cpu_share,
        lost=found.lost,
        unseen=found.unseen,
    )


async def _crash(place: Hall, phones: Sequence[Phone]) -> float:
    """Seconds from the start of the new process until every phone shows its screen again."""
    await place.server.kill()
    while any(phone.ready.is_set() for phone in phones):  # noqa: ASYNC110 - each notices by itself
        await asyncio.sleep(0.01)
    start = time.perf_counter()
    back = asyncio.gather(*(phone.ready.wait() for phone in phones))
    await place.server.start()
    await asyncio.wait_for(back, FIRST_PATIENCE_S)
    return time.perf_counter() - start


def _told(phones: Sequence[Phone]) -> tuple[int, int]:
    """How often the phones were refused, and how often they were told to wait."""
    waits = sum(phone.refused["wait"] + phone.postponed.total() for phone in phones)
    return sum(phone.refused.total() for phone in phones) - sum(phone.refused["wait"] for phone in phones), waits


def figures(found: Thousand) -> list[Figure]:
    """The lines of the table."""
    who = f"{found.phones:,} phones"
    return [
        Figure(
            f"{who} joining at once: all in; refused (told to wait)",
            "within 15 s; 0",
            f"{found.joined_s:.1f} s; {found.join_refused} ({found.join_waits})",
            found.joined_s <= 15 and not found.join_refused,
        ),
        Figure(
            f"{who} coming back together after kill -9, from the start of the new process: all back; refused (told to wait)",
            "within 15 s; 0",
            f"{found.back_s:.1f} s; {found.back_refused} ({found.back_waits})",
            found.back_s <= 15 and not found.back_refused,
        ),
        Figure(
            f"{who}, one contribution each per 20 s: acknowledged p95", "under 300 ms", f"{found.ack_p95_ms:.0f} ms", found.ack_p95_ms < 300
        ),
        Figure("the same: seen p95", "under 800 ms", f"{found.seen_p95_ms:.0f} ms", found.seen_p95_ms < 800),
        Figure("the same: not on the disk once; not seen", "0", f"{found.lost}; {found.unseen}", found.lost == found.unseen == 0),
        Figure("the same: server CPU", "", f"{100 * found.cpu_share:.0f} % of a core"),
    ]
