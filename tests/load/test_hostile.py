"""One phone attacks in every way we know, and the others do not notice: not in time, not in what they see, not in what is kept."""

import asyncio
from pathlib import Path

from tests.load.campaign import campaign
from tests.load.hostile import ATTACKS
from tests.load.siege import besiege


async def test_one_hostile_phone_does_not_hurt_the_others(tmp_path: Path) -> None:
    async with campaign(tmp_path, 20, direct=True) as run, asyncio.timeout(120):
        await run.enter()
        for name, attack in ATTACKS.items():
            seen = await besiege(run, name, attack, seconds=1.5, pause_s=0.3)
            assert seen.sent, name
            assert seen.p95_s < 0.5, name
            assert seen.came_in_s < 5, name
            assert seen.grown_mb < 50, name
        await run.settle()
        assert await run.findings() == []
    said = run.server.said.decode(errors="replace")
    assert "Traceback" not in said, said[-4000:]
    assert len(said) < 20_000
