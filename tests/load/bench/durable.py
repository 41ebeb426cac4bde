"""How many contributions a second are acknowledged, each after it is on the disk, beside the bare group-commit loop."""

import asyncio
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.load.bench.cores import on_servers_core
from tests.load.bench.figure import Figure
from tests.load.bench.hall import come_in, go_out, hall, quiet
from tests.load.bench.scale import Scale


@dataclass(frozen=True, slots=True)
class Durable:
    """Acknowledged contributions a second over sockets, and appends a second of the bare loop."""

    callers: int
    palabre: float
    bare: float


async def measure(scale: Scale) -> Durable:
    """The bare loop, Palabre, the bare loop again; nothing limits a phone."""
    before = await _bare(scale)
    with _unlimited():
        async with hall() as place:
            phones = place.phones(scale.callers)
            await come_in(phones)
            await quiet(phones)
            until, done = time.perf_counter() + scale.closed_loop_s, 0

            async def call(number: int) -> None:
                nonlocal done
                turn = 0
                while time.perf_counter() < until:
                    answer = await phones[number].do("Add", {"text": f"<{number}.{turn}> Trees along the old street"})
                    assert answer["ok"], answer
                    done, turn = done + 1, turn + 1

            start = time.perf_counter()
            await asyncio.gather(*(call(number) for number in range(len(phones))))
            palabre = done / (time.perf_counter() - start)
            await go_out(phones)
    return Durable(scale.callers, palabre, (before + await _bare(scale)) / 2)


async def _bare(scale: Scale) -> float:
    program = (sys.executable, "-m", "tests.load.references.commit", str(scale.closed_loop_s), str(scale.callers))
    process = await asyncio.create_subprocess_exec(*on_servers_core(), *program, stdout=asyncio.subprocess.PIPE)
    said, _nothing = await process.communicate()
    return float(said)


@contextmanager
def _unlimited() -> Iterator[None]:
    wished = {"PALABRE_RATE": "1000000", "PALABRE_BURST": "1000000"}
    before = {name: os.environ.get(name) for name in wished}
    os.environ.update(wished)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def figures(found: Durable) -> list[Figure]:
    """The lines of the table."""
    share = found.palabre / found.bare
    return [
        Figure(
            f"durable contributions acknowledged a second, {found.callers} phones in closed loop (share of the bare group-commit loop)",
            "2,000, or 60 %",
            f"{found.palabre:,.0f} ({100 * share:.0f} % of {found.bare:,.0f})",
            found.palabre >= 2000 or share >= 0.6,
        )
    ]
