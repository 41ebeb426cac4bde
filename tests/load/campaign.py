"""A run from beginning to end: a real server, phones behind a proxy, people who write, and at the end what the checker says."""

import asyncio
import io
import itertools
import random
import time
import zipfile
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import httpx

from tests.load.checker import Finding, check_export, check_history, check_log, check_screens, screen
from tests.load.history import History
from tests.load.line import open_line, open_polling
from tests.load.link import Dial
from tests.load.nemesis import is_back
from tests.load.network import Weather
from tests.load.phone import Phone
from tests.load.plain import open_plain
from tests.load.proxy import Proxy
from tests.load.room import database, prepared
from tests.server import Server, free_port
from workshop.audience import Seat
from workshop.language import LANGUAGES, Speaker, speaker
from workshop.live import OWN_LOCALE
from workshop.messages import Entry
from workshop.registry import discover
from workshop.session.history import fold
from workshop.session.state import Methods
from workshop.store.store import open_store

NEWCOMERS: Final = 100_000
SETTLE_S: Final = 20.0
CARRIERS: Final[Sequence[Dial]] = (*[open_line] * 7, open_polling, open_plain)


@dataclass
class Campaign:
    """The server, the network, the phones, and what happened so far."""

    code: str
    server: Server
    proxy: Proxy
    weather: Weather
    phones: list[Phone]
    methods: Methods = field(default_factory=lambda: discover().methods)
    history: History = field(default_factory=History)

    async def enter(self) -> None:
        """Everybody comes in."""
        await asyncio.gather(*(come_in(phone) for phone in self.phones))

    async def talk(self, enough: Callable[[], bool], pause_s: float = 0.2) -> None:
        """All people write, one text after the other, until it is enough and every text is acknowledged."""

        async def write(phone: Phone) -> None:
            lot, number = random.Random(phone.number), 0
            while not enough():
                number += 1
                await self.history.add(phone, f"Idée {number} <de> {phone.number} & «tous» 🌳")
                await asyncio.sleep(lot.uniform(0, 2) * pause_s)

        await asyncio.gather(*(write(phone) for phone in self.phones))

    async def until(self, true: Callable[[], bool], seconds: float = 60.0) -> None:
        """Goes on as soon as something is true, which has no event of its own."""
        async with asyncio.timeout(seconds):
            while not true():  # noqa: ASYNC110
                await asyncio.sleep(0.02)

    async def settle(self) -> None:
        """Ends all faults, has some newcomers in, waits until all show what the log gives, and notes what each phone shows."""
        self.weather.clear()
        newcomers = [Phone(NEWCOMERS + n, self.server.port, self.code, language=language) for n, language in enumerate(LANGUAGES)]
        await asyncio.gather(*(come_in(phone) for phone in newcomers))
        await self._quiet()
        session = fold(self.methods, self.entries())
        wanted = {one: screen(self.methods, session, Seat("room", one), self.say_in(one)) for one in LANGUAGES}
        everybody = (*self.phones, *newcomers)
        with suppress(TimeoutError):  # then the checker names the phones that are stale
            async with asyncio.timeout(SETTLE_S):
                while not all(is_back(phone) and phone.shared == wanted[phone.language] for phone in everybody):  # noqa: ASYNC110
                    await asyncio.sleep(0.1)
        await asyncio.sleep(0.5)  # what is shown stays
        for phone in everybody:
            self.history.look(phone)
        await asyncio.gather(*(phone.close() for phone in newcomers))

    async def _quiet(self) -> None:
        """Waits for those who still stand at the door: nothing was written for a second."""
        written, since = len(self.entries()), time.monotonic()
        async with asyncio.timeout(SETTLE_S):
            while time.monotonic() - since < 1:
                await asyncio.sleep(0.1)
                if len(self.entries()) != written:
                    written, since = len(self.entries()), time.monotonic()

    async def findings(self) -> list[Finding]:
        """Has the record exported by the server, ends it, and checks everything."""
        files = await self._export()
        await self.server.stop()
        entries = self.entries()
        return [
            *check_history(self.history, entries),
            *check_log(entries),
            *check_screens(self.history, entries, self.methods, self.say_in),
            *check_export(files, entries, self.methods, self.say_in),
        ]

    def say_in(self, language: str) -> Speaker:
        """What turns words into text in a language."""
        return speaker(language, (OWN_LOCALE, *sorted({method.locale for method in self.methods.values()})))

    def entries(self) -> list[Entry]:
        """The log, as it is on the disk."""
        store = open_store(database(self.server.data))
        try:
            row = store.find(self.code)
            assert row is not None
            return store.entries(row.id)
        finally:
            store.close()

    async def _export(self) -> dict[str, bytes]:
        async with httpx.AsyncClient(base_url=self.server.url, timeout=120) as http:
            await http.get("/sign-in", params={"token": self.server.token})
            answer = await http.get(f"/api/workshops/{self.code}/record.zip")
            answer.raise_for_status()
        with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}


async def come_in(phone: Phone) -> None:
    """Onto the line and into the room."""
    await phone.connect()
    answer = await phone.join()
    assert answer["ok"], answer


@asynccontextmanager
async def campaign(
    data: Path, phones: int, seed: int = 1, patience: float = 3.0, lazy: bool = False, direct: bool = False
) -> AsyncIterator[Campaign]:
    """A server with a workshop in its brainstorm, and phones of several kinds and languages that are not in yet; `direct`: no proxy."""
    code = await prepared(data)
    server = Server(data, free_port(), {"PYTHONDONTWRITEBYTECODE": ""})  # an ordinary server need not compile itself at every start
    proxy = Proxy(server.port)
    await proxy.start()
    languages, dials, port = itertools.cycle(LANGUAGES), itertools.cycle(CARRIERS), server.port if direct else proxy.port
    crowd = [
        Phone(number, port, code, language=next(languages), patience=patience, lazy=lazy, dial=next(dials)) for number in range(phones)
    ]
    try:
        await server.start()
        yield Campaign(code, server, proxy, Weather(proxy, seed), crowd)
    finally:
        await asyncio.gather(*(phone.close() for phone in crowd))
        await proxy.close()
        await server.stop()
