"""What the machine does to a running server: its disk fills up, its database is locked, its clock jumps. It goes on by itself."""

import asyncio
import os
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.load.campaign import come_in
from tests.load.checker import check_log
from tests.load.nemesis import full_disk, locked_database
from tests.load.phone import Phone
from tests.load.room import prepared
from workshop.live import Live
from workshop.running import running

Place = tuple[Live, Phone]


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Place]:
    """A server in this process, and a phone that is in."""
    code = await prepared(tmp_path)
    async with running(tmp_path) as (app, url):
        live = await app.rooms.get(code)
        assert live is not None
        phone = Phone(1, int(url.rsplit(":", 1)[1]), code)
        await come_in(phone)
        yield live, phone
        await phone.close()


async def texts(live: Live) -> list[str]:
    return [str((entry.payload or {})["text"]) for entry in await live.entries() if entry.type == "Added"]


async def test_on_a_full_disk_nothing_is_acknowledged_and_the_console_says_so_until_there_is_room_again(place: Place) -> None:
    live, phone = place
    assert (await phone.do("Add", {"text": "before"}))["ok"]
    with full_disk(os.getpid()):
        kept = asyncio.create_task(phone.do("Add", {"text": "meanwhile"}))
        while not phone.postponed["try-again"]:  # noqa: ASYNC110 - a refusal that is tried again raises no event
            await asyncio.sleep(0.01)
        assert "database" in live.trouble
        assert await texts(live) == ["before"]
        assert not kept.done()
    assert (await asyncio.wait_for(kept, 10))["ok"]
    assert await texts(live) == ["before", "meanwhile"]
    assert live.trouble == ""


async def test_a_database_that_another_program_holds_delays_an_acknowledgement_and_loses_nothing(place: Place, tmp_path: Path) -> None:
    live, phone = place
    with locked_database(tmp_path):
        kept = asyncio.create_task(phone.do("Add", {"text": "late"}))
        await asyncio.wait({kept}, timeout=0.5)
        assert not kept.done()
    assert (await asyncio.wait_for(kept, 10))["ok"]
    assert await texts(live) == ["late"]


async def test_a_database_that_is_gone_acknowledges_nothing_and_goes_on_when_it_is_back(place: Place, tmp_path: Path) -> None:
    live, phone = place
    assert (await phone.do("Add", {"text": "before"}))["ok"]
    away = (tmp_path / "palabre.sqlite").rename(tmp_path / "elsewhere")
    kept = asyncio.create_task(phone.do("Add", {"text": "meanwhile"}))
    while not phone.postponed["try-again"]:  # noqa: ASYNC110 - a refusal that is tried again raises no event
        await asyncio.sleep(0.01)
    assert "moved or deleted" in live.trouble
    away.rename(tmp_path / "palabre.sqlite")
    assert (await asyncio.wait_for(kept, 10))["ok"]
    assert await texts(live) == ["before", "meanwhile"]
    assert live.trouble == ""


async def test_a_clock_that_jumps_changes_times_and_nothing_else(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    live, phone = place
    right, right_ns = time.time, time.time_ns
    hour = 3600
    for number, wrong in enumerate((0, 25 * hour, -30 * hour, 0)):
        monkeypatch.setattr(time, "time", lambda by=wrong: right() + by)
        monkeypatch.setattr(time, "time_ns", lambda by=wrong: right_ns() + by * 1_000_000_000)
        assert (await phone.do("Add", {"text": f"idea {number}"}))["ok"]
    entries = await live.entries()
    assert check_log(entries) == []
    assert await texts(live) == [f"idea {number}" for number in range(4)]
    times = [entry.at for entry in entries if entry.type == "Added"]
    assert times[1] - times[0] > 24 * hour * 1000
    assert times[2] < times[0]
    await phone.until(lambda: len(phone.mine.get("own", {}).get("items", {})) == 4)
    assert phone.connections == 1
