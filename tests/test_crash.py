"""Kill -9 in the middle of a brainstorm with forty phones sending: nothing acknowledged is lost or doubled, and phones go on."""

import asyncio
from collections import Counter
from pathlib import Path

from tests.server import Server, free_port
from workshop.agenda import parse
from workshop.background import Background
from workshop.live import FACILITATOR
from workshop.messages import Command, new_token
from workshop.registry import discover
from workshop.rehearsal.phone import Phone
from workshop.rooms import Rooms
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


async def prepared(data: Path) -> str:
    """The code of a workshop in its brainstorm, made before the server starts."""
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
