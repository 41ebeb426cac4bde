"""The long run, with figures: `python -m tests.load.soak`; ends with 1 when a promise was broken.

Kills: kill -9 thirty times while thirty thousand contributions are acknowledged. Network: five hundred faults of the network; a
machine that stands still, a locked database and a full disk in between. Siege: half a minute of each attack.
"""

import argparse
import asyncio
import itertools
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Coroutine, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Final

import uvloop

from tests.load.campaign import Campaign, campaign
from tests.load.checker import Finding
from tests.load.hostile import ATTACKS
from tests.load.nemesis import Comeback, full_disk, kill, locked_database, stopped
from tests.load.siege import Siege, besiege, share


async def kills(data: Path, share_of_it: float) -> list[Finding]:
    """Kill -9 under load, again and again."""
    times, each, comebacks = max(1, int(30 * share_of_it)), 1000, list[Comeback]()
    async with campaign(data, 300, patience=10, direct=True) as run:
        await run.enter()

        async def nemesis() -> None:
            for number in range(1, times + 1):
                await run.until(lambda: len(run.history.acknowledged) >= number * each, 120)  # noqa: B023 - awaited in the same round
                comebacks.append(await kill(run.server, run.phones))

        trouble = asyncio.create_task(nemesis())
        await run.talk(trouble.done, pause_s=0.5)
        await trouble
        findings = await told(run, f"kill -9, {times} times")
        spread("ready after", [one.ready_s for one in comebacks])
        spread("95 % of the phones back after", [one.back_s for one in comebacks])
        return findings


async def network(data: Path, share_of_it: float) -> list[Finding]:
    """A network that flaps, and a machine that is not well either."""
    async with campaign(data, 100) as run:
        await run.enter()
        machine = asyncio.create_task(unwell(run))
        storm = asyncio.create_task(run.weather.blow(max(1, int(500 * share_of_it)), 0.3))
        await run.talk(storm.done, pause_s=0.5)
        await storm
        machine.cancel()
        await asyncio.gather(machine, return_exceptions=True)
        findings = await told(run, f"{run.weather.struck.total()} faults of the network, and a machine that is unwell")
        print(f"  {dict(run.weather.struck)}; {run.proxy.swallowed} acknowledgements swallowed")
        return findings


async def unwell(run: Campaign) -> None:
    """Stands still, has its database locked for longer than the server waits, and a full disk, until cancelled."""
    faults: tuple[tuple[Callable[[], AbstractContextManager[None]], float], ...] = (
        (lambda: stopped(run.server.pid), 2),
        (lambda: locked_database(run.server.data), 7),
        (lambda: full_disk(run.server.pid), 3),
    )
    for fault, seconds in itertools.cycle(faults):
        await asyncio.sleep(8)
        with fault():
            await asyncio.sleep(seconds)


async def siege(data: Path, share_of_it: float) -> list[Finding]:
    """Every attack in turn, and before them none, for comparison."""
    async with campaign(data, 100, patience=10, direct=True) as run:
        await run.enter()
        for name, attack in {"nobody": None, **ATTACKS}.items():
            show(await besiege(run, name, attack, max(3.0, 30 * share_of_it)))
        return await told(run, "siege")


PARTS: Final[dict[str, Callable[[Path, float], Coroutine[Any, Any, list[Finding]]]]] = {"kills": kills, "network": network, "siege": siege}


async def told(run: Campaign, what: str) -> list[Finding]:
    """Lets everything settle, checks it, and says what came of the contributions."""
    await run.settle()
    findings = await run.findings()
    kinds = Counter(finding.kind for finding in findings)
    load = f"load of the machine {os.getloadavg()[1]:.1f} on {os.cpu_count()} cores"
    done = f"{len(run.history.acknowledged)} of {len(run.history.deeds)} contributions acknowledged"
    print(f"{what}: {len(run.phones)} phones, {done} ({load})")
    print(f"  lost {kinds['lost']}, doubled {kinds['doubled']}, other broken promises {kinds.total() - kinds['lost'] - kinds['doubled']}")
    for finding in findings[:20]:
        print(f"  {finding}")
    spread("acknowledged after", [deed.took_s for deed in run.history.acknowledged])
    print(f"  put off: {dict(sum((phone.postponed for phone in run.phones), start=Counter()))}; log {len(run.server.said) / 1000:.0f} KB")
    return findings


def spread(what: str, seconds: Sequence[float]) -> None:
    """Says the median, the 95th percentile and the worst of some times."""
    times = sorted(seconds)
    print(f"  {what}: median {share(times, 0.5):.3f} s, p95 {share(times, 0.95):.3f} s, worst {times[-1]:.3f} s")


def show(seen: Siege) -> None:
    """Says what an attack did to the others."""
    others = f"p50 {seen.p50_s * 1000:4.0f}, p95 {seen.p95_s * 1000:4.0f}, worst {seen.worst_s * 1000:4.0f} ms"
    cost = f"memory +{seen.grown_mb:.1f} MB, log {seen.logged_kb:.1f} KB a minute"
    print(f"{seen.name:30} others: {others}; new phone in after {seen.came_in_s:.2f} s; {cost}; {seen.sent} sent", flush=True)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.load.soak", description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("parts", nargs="*", help=f"what to run, of: {', '.join(PARTS)} (default: all)")
    parser.add_argument("--share", type=float, default=1.0, help="how much of it: 0.1 for a tenth")
    chosen = parser.parse_args()
    if unknown := set(chosen.parts) - PARTS.keys():
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    broken = 0
    for part in chosen.parts or PARTS:
        with tempfile.TemporaryDirectory(prefix="palabre-") as folder:
            broken += len(uvloop.run(PARTS[part](Path(folder), chosen.share)))
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
