"""A real uvicorn with the phones' edges and one open workshop, for tests over real sockets."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastapi import FastAPI

from workshop.agenda import Agenda
from workshop.attempts import Attempts
from workshop.callers import Callers
from workshop.figures import Figures
from workshop.gate import Paces
from workshop.guesses import Guesses
from workshop.join import add_join_pages
from workshop.live import Live
from workshop.messages import Command, new_token
from workshop.phones import Phones, around
from workshop.plain import add_plain_path
from workshop.port import listen, started, uvicorn_server
from workshop.rehearsal.phone import Phone
from workshop.rooms import Rooms
from workshop.turn import FACILITATOR

STATIC = Path(__file__).parent.parent / "static"


@dataclass
class Wire:
    """A running server with one open workshop."""

    url: str
    live: Live
    phones: Phones

    async def phone(self, number: int = 1, name: str = "", join: bool = True, language: str = "en") -> Phone:
        phone = Phone(number, self.url, self.live.row.code, name, language)
        await phone.connect()
        if join:
            assert (await phone.join())["ok"]
        return phone

    async def host(self, name: str, activity: str | None = None, **args: Any) -> None:
        await self.live.submit(FACILITATOR, Command(new_token(), activity, name, args))
        await self.live.settled()


@asynccontextmanager
async def open_wire(rooms: Rooms, agenda: Agenda) -> AsyncIterator[Wire]:
    """The server, for as long as the block lasts."""
    listener = listen("127.0.0.1", 0)
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    app = FastAPI()
    codes = Attempts(Guesses(time.monotonic), Figures())
    callers = Callers(rooms, codes, Paces(5, 20))
    phones = Phones(callers)
    add_plain_path(app, callers)
    add_join_pages(app, rooms, codes, STATIC, lambda code: f"https://palabre.example/j/{code}")
    uvicorn = uvicorn_server(around(phones, app))
    serving = await started(uvicorn, listener)
    live = await rooms.create(agenda)
    wire = Wire(url, live, phones)
    await wire.host("OpenRoom")
    yield wire
    uvicorn.should_exit = True
    await serving
    await phones.close()
    listener.close()


async def until(fact: Any) -> None:
    """Returns when the fact is so; within ten seconds, or the test fails."""
    async with asyncio.timeout(10):
        while not fact():  # noqa: ASYNC110 - the fact has no event
            await asyncio.sleep(0.02)
