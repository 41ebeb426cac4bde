"""One phone attacks in every way we know, and the others do not notice: not in time, not in what they see, not in what is kept."""

import asyncio
from pathlib import Path

from tests.load.campaign import campaign, come_in
from tests.load.hostile import ATTACKS, Intruder, wire, wrong
from tests.load.phone import Phone
from tests.load.room import prepared
from tests.load.siege import besiege
from workshop.running import running


async def test_one_hostile_phone_does_not_hurt_the_others(tmp_path: Path) -> None:
    async with campaign(tmp_path, 20, direct=True) as run, asyncio.timeout(120):
        await run.enter()
        for name, attack in ATTACKS.items():
            seen = await besiege(run, name, attack, seconds=0.8, pause_s=0.15)
            assert seen.sent, name
            assert seen.came_in_s > 0, name
            assert seen.grown_mb < 50, name
        await run.settle()
        assert await run.findings() == []
        mischief = [entry for entry in run.entries() if entry.actor in run.history.others and entry.type == "Added"]
        assert len(mischief) < 100  # a burst of 20 and 5 a second, whatever was sent
    said = run.server.said.decode(errors="replace")
    assert "Traceback" not in said, said[-4000:]
    assert len(said) < 20_000


async def test_a_packet_that_no_phone_of_ours_sends_is_refused_or_ends_its_own_line_alone(tmp_path: Path) -> None:
    code = await prepared(tmp_path)
    async with running(tmp_path) as (app, url):
        live, port = await app.rooms.get(code), int(url.rsplit(":", 1)[1])
        assert live is not None
        other = Phone(1, port, code)
        await come_in(other)
        for packet in wrong():
            line = await Intruder(port, code).line()  # a token of its own: none is refused only because it comes too soon
            before = await live.entries()
            wire(line).write(packet)
            alive = asyncio.ensure_future(line.ask("sync", {"v": 0}))
            async with asyncio.timeout(5):
                await asyncio.gather(alive, return_exceptions=True)
            assert line.open or isinstance(alive.exception(), ConnectionError), packet
            assert await live.entries() == before, packet
            line.abort()
        assert (await other.do("Add", {"text": "Undisturbed"}))["ok"]
        assert other.connections == 1
        await other.close()
