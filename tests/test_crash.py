"""Kill -9 in the middle of a brainstorm with forty phones sending: nothing acknowledged is lost or doubled, and phones go on."""

import asyncio
import os
import re
import signal
import sys
from collections import Counter
from pathlib import Path

import httpx

from workshop.port import listen
from workshop.rehearsal.phone import Phone
from workshop.store.store import open_store

PHONES, IDEAS = 40, 6
TEMPLATE = """
title = "A brainstorm that is cut off"
[[steps]]
id = "ideas"
method = "brainstorm"
title = "Ideas"
[steps.settings]
limit = 0
"""


class Server:
    """`palabre serve` as a process of its own, on a port that stays the same over a restart."""

    def __init__(self, data: Path, port: int) -> None:
        self.data, self.port = data, port
        self.url = f"http://127.0.0.1:{port}"
        self.token = ""
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Starts it, and reads the sign-in token from what it prints."""
        options = ("--host", "127.0.0.1", "--port", str(self.port), "--data", str(self.data), "--no-browser")
        environment = os.environ | {"PYTHONUNBUFFERED": "1", "COLUMNS": "200"}
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "workshop", "serve", *options, stdout=asyncio.subprocess.PIPE, env=environment
        )
        assert self._process.stdout is not None
        async for line in self._process.stdout:
            if found := re.search(rb"token=(\S+)", line):
                self.token = found[1].decode()
            if b"Ctrl-C" in line:
                break
        async with httpx.AsyncClient() as http:
            while True:
                try:
                    answer = await http.get(f"{self.url}/readyz")
                except httpx.TransportError:
                    await asyncio.sleep(0.05)  # it does not listen yet
                else:
                    assert answer.status_code == 200
                    return

    async def kill(self) -> None:
        """As when the power goes."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        await self._process.wait()

    async def stop(self) -> None:
        """As with Ctrl-C."""
        if self._process is not None and self._process.returncode is None:
            self._process.send_signal(signal.SIGINT)
            await self._process.wait()


def free_port() -> int:
    with listen("127.0.0.1", 0) as taken:
        return int(taken.getsockname()[1])


async def prepared(data: Path) -> str:
    """The code of a workshop in its brainstorm, made before the server starts."""
    from workshop.agenda import parse
    from workshop.background import Background
    from workshop.live import FACILITATOR
    from workshop.messages import Command, new_token
    from workshop.registry import discover
    from workshop.rooms import Rooms

    store, background = open_store(f"sqlite:///{data / 'palabre.sqlite'}"), Background()
    rooms = Rooms(store, discover(), lambda: 1_790_000_000_000, background)
    live = await rooms.create(parse(TEMPLATE, rooms.registry.methods))
    for name in ("OpenRoom", "Next"):
        await live.submit(FACILITATOR, Command(new_token(), None, name, {}))
    await rooms.close()
    background.close()
    store.close()
    return live.row.code


async def test_nothing_that_was_acknowledged_is_lost_or_doubled(tmp_path: Path) -> None:
    code = await prepared(tmp_path)
    server = Server(tmp_path, free_port())
    await server.start()
    phones = [Phone(number, server.url, code) for number in range(PHONES)]

    async def contribute(phone: Phone) -> None:
        for n in range(IDEAS):
            answer = await phone.do("Add", {"text": f"Idea {n} of {phone.number}"})
            assert answer["ok"], answer

    try:
        for phone in phones:
            await phone.connect()
            assert (await phone.join())["ok"]
        sending = asyncio.gather(*(contribute(phone) for phone in phones))
        while sum(len(phone.acknowledged) for phone in phones) < PHONES * IDEAS // 3:  # noqa: ASYNC110 - progress has no event
            await asyncio.sleep(0.005)
        await server.kill()
        early = [id for phone in phones for id in phone.acknowledged]
        assert not sending.done()
        await server.start()
        await asyncio.wait_for(sending, 60)
        await asyncio.gather(*(phone.close() for phone in phones))
    finally:
        await server.stop()
    store = open_store(f"sqlite:///{tmp_path / 'palabre.sqlite'}")
    row = store.find(code)
    assert row is not None
    entries = store.entries(row.id)
    store.close()
    logged = Counter(entry.id for entry in entries)
    assert set(early) <= set(logged)
    assert {id for phone in phones for id in phone.acknowledged} <= set(logged)
    assert max(logged.values()) == 1
    texts = Counter(str((entry.payload or {}).get("text")) for entry in entries if entry.activity == "ideas")
    assert texts == Counter({f"Idea {n} of {number}": 1 for n in range(IDEAS) for number in range(PHONES)})
    assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
