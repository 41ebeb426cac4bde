"""Everybody contributes at a steady pace, and everybody sees everything."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.load.bench.figure import Figure
from tests.load.bench.gauge import Meter, quantile
from tests.load.bench.hall import Hall, all_saw, come_in, go_out, hall, quiet
from tests.load.bench.scale import Scale
from tests.load.phone import Phone
from tests.load.room import database
from workshop.store.store import open_store


@dataclass(frozen=True, slots=True)
class Flow:
    """What a stretch of contributions came to. `lost` counts those that are not on the disk exactly once, `unseen` missed sights."""

    phones: int
    cpu_share: float
    ack_p50_ms: float
    ack_p95_ms: float
    ack_p99_ms: float
    seen_p95_ms: float
    seen_p99_ms: float
    lost: int
    unseen: int


async def flow(place: Hall, phones: Sequence[Phone], period_s: float, lasting_s: float) -> Flow:
    """Each phone contributes once in a period, for as long as is said; the phones are spread evenly over the period."""
    rounds = max(1, round(lasting_s / period_s))
    sent, answered = dict[bytes, float](), list[float]()
    start = time.perf_counter() + 0.2

    async def contribute(place: int, phone: Phone) -> None:
        for turn in range(rounds):
            await asyncio.sleep(start + (turn + place / len(phones)) * period_s - time.perf_counter())
            mark = b"<%d.%d>" % (phone.number, turn)
            at = sent[mark] = time.perf_counter()
            answer = await phone.do("Add", {"text": f"{mark.decode()} Trees along the old street, and a bench in their shade"})
            assert answer["ok"], answer
            answered.append(1000 * (time.perf_counter() - at))

    meter = Meter(place.server.pid)
    await asyncio.gather(*(contribute(number, phone) for number, phone in enumerate(phones)))
    share = meter.share
    await all_saw(phones, sent, 3)
    seen = [1000 * (phone.seen[mark] - at) for phone in phones for mark, at in sent.items() if mark in phone.seen]
    return Flow(
        phones=len(phones),
        cpu_share=share,
        ack_p50_ms=quantile(answered, 0.5),
        ack_p95_ms=quantile(answered, 0.95),
        ack_p99_ms=quantile(answered, 0.99),
        seen_p95_ms=quantile(seen, 0.95),
        seen_p99_ms=quantile(seen, 0.99),
        lost=len(sent) - kept(place.data, place.code, sent),
        unseen=len(phones) * len(sent) - len(seen),
    )


def kept(data: Path, code: str, marks: dict[bytes, float]) -> int:
    """How many of the contributions are on the disk exactly once."""
    store = open_store(database(data))
    row = store.find(code)
    assert row is not None
    texts = [str((entry.payload or {}).get("text", "")).partition(" ")[0].encode() for entry in store.entries(row.id)]
    store.close()
    return sum(texts.count(mark) == 1 for mark in marks)


async def measure(scale: Scale) -> Flow:
    """A hall in which each phone contributes once per 10 s."""
    async with hall() as place:
        phones = place.phones(scale.hall)
        await come_in(phones)
        await quiet(phones)
        found = await flow(place, phones, min(10.0, scale.lasting_s), scale.lasting_s)
        await go_out(phones)
    return found


def figures(found: Flow) -> list[Figure]:
    """The lines of the table."""
    what = f"{found.phones} phones, each contributing once per 10 s, all seen by all, every contribution fsynced"
    return [
        Figure(f"{what}: server CPU", "at most 15 % of a core", f"{100 * found.cpu_share:.1f} %", found.cpu_share <= 0.15),
        Figure(
            "the same: acknowledged p99 (p50)",
            "under 100 ms",
            f"{found.ack_p99_ms:.0f} ms ({found.ack_p50_ms:.0f} ms)",
            found.ack_p99_ms < 100,
        ),
        Figure("the same: seen p99", "under 400 ms", f"{found.seen_p99_ms:.0f} ms", found.seen_p99_ms < 400),
        Figure("the same: not on the disk once; not seen", "0", f"{found.lost}; {found.unseen}", found.lost == found.unseen == 0),
    ]
