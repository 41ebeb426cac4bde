"""Forty phones while everything goes wrong: nothing that was acknowledged is lost or doubled, and everybody sees the same in the end."""

import asyncio
from pathlib import Path

from tests.load.campaign import Campaign, campaign
from tests.load.nemesis import full_disk, kill, locked_database, stopped

PHONES, NETWORK_FAULTS = 40, 30


async def test_nothing_is_lost_or_doubled_whatever_happens(tmp_path: Path) -> None:
    async with campaign(tmp_path, PHONES) as run, asyncio.timeout(240):
        await run.enter()
        trouble = asyncio.create_task(everything(run))
        await run.talk(trouble.done)
        await trouble
        await run.settle()
        assert await run.findings() == []
    assert len(run.history.acknowledged) == len(run.history.deeds) >= 10 * PHONES
    assert run.weather.struck.total() == NETWORK_FAULTS
    assert run.proxy.swallowed > 0


async def everything(run: Campaign) -> None:
    """Two kills, a stop, a locked database and a full disk, in a bad network."""
    storm = asyncio.create_task(run.weather.blow(NETWORK_FAULTS, 0.4))
    await run.until(lambda: len(run.history.acknowledged) >= 100)
    for wire in tuple(run.proxy.wires):
        wire.swallow()
    await run.until(lambda: run.proxy.swallowed > 0)
    await kill(run.server, run.phones)
    with stopped(run.server.pid):
        await asyncio.sleep(1)
    with locked_database(run.server.data):
        await asyncio.sleep(1.5)
    await kill(run.server, run.phones)
    said = put_off(run)
    with full_disk(run.server.pid):
        await run.until(lambda: put_off(run) > said + PHONES // 2)
        logged = len(run.entries())
        said = put_off(run)
        await run.until(lambda: put_off(run) > said + PHONES // 2)
        assert len(run.entries()) == logged
    acknowledged = len(run.history.acknowledged)
    await run.until(lambda: len(run.history.acknowledged) >= max(acknowledged + PHONES, 10 * PHONES))
    await storm


def put_off(run: Campaign) -> int:
    """How often phones were told that something could not be saved just now."""
    return sum(phone.postponed["try-again"] for phone in run.phones)
