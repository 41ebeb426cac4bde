"""What a beat costs when little was said before, and when much was."""

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from statistics import median
from typing import Final

from tests.load.bench.figure import Figure
from tests.load.bench.gauge import Meter
from tests.load.bench.hall import Hall, all_saw, come_in, go_out, hall, quiet
from tests.load.bench.past import ideas, tell
from tests.load.bench.scale import Scale
from tests.load.phone import Phone

TURNS: Final = 4
CALM_S: Final = 0.3


@dataclass(frozen=True, slots=True)
class Growth:
    """Microseconds of server CPU for one contribution and its beat."""

    watchers: int
    few: int
    many: int
    few_us: float
    many_us: float


async def measure(scale: Scale) -> Growth:
    """Two servers at the same time, one with few ideas and one with many, asked in turns."""
    async with AsyncExitStack() as stack:
        halls: list[tuple[Hall, list[Phone]]] = []
        for count in (scale.few_ideas, scale.many_ideas):
            place = await stack.enter_async_context(hall(fill=lambda data, code, count=count: tell(data, code, ideas("ideas", count))))  # type: ignore[misc]
            phones = place.phones(scale.watchers)
            await come_in(phones)
            await quiet(phones)
            halls.append((place, phones))
        costs: list[list[float]] = [[], []]
        for turn in range(-1, TURNS):  # the first turn warms up
            for cost, (place, phones) in zip(costs, halls, strict=True):
                found = await _beats(place, phones, turn + 1, max(2, scale.changes // TURNS))
                cost.extend([found] if turn >= 0 else [])
        for _place, phones in halls:
            await go_out(phones)
    return Growth(scale.watchers, scale.few_ideas, scale.many_ideas, *(median(cost) for cost in costs))


async def _beats(place: Hall, phones: Sequence[Phone], turn: int, count: int) -> float:
    meter = Meter(place.server.pid)
    for number in range(count):
        mark = b"<%d.%d>" % (turn, number)
        await phones[(turn * count + number) % len(phones)].do("Add", {"text": f"{mark.decode()} Trees along the old street"})
        assert await all_saw(phones, [mark]), "an idea did not reach every phone"
        await asyncio.sleep(CALM_S)
    return 1e6 * meter.spent_s / count


def figures(found: Growth) -> list[Figure]:
    """The lines of the table."""
    ratio = found.many_us / found.few_us
    deliveries = f"{found.few_us / found.watchers:.0f} and {found.many_us / found.watchers:.0f} us for each of {found.watchers} deliveries"
    return [
        Figure(
            f"server CPU of a contribution and its beat: {found.many:,} ideas there already, against {found.few}",
            "independent (1.0 times)",
            f"{ratio:.2f} times ({found.few_us / 1000:.1f} and {found.many_us / 1000:.1f} ms; {deliveries})",
            ratio <= 1.15,
        )
    ]
