"""A print page as a browser asks for it, without a server that listens."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from tests.conftest import TEMPLATE, Clock
from tests.printing.cafe import cafe
from tests.tiny import method as tiny
from workshop.agenda import parse
from workshop.background import Background
from workshop.live import Live
from workshop.printing.routes import add_print_page
from workshop.qr import wifi
from workshop.registry import Registry
from workshop.rooms import Rooms
from workshop.store.store import Store

METHODS = {"tiny": tiny, "cafe": cafe}
STATIC = Path(__file__).parents[2] / "static"


@pytest.fixture
async def rooms(store: Store, clock: Clock) -> AsyncIterator[Rooms]:
    background = Background(limit_s=20)
    rooms = Rooms(store, Registry(METHODS), clock, background)
    yield rooms
    await rooms.close()
    background.close()


@pytest.fixture
async def live(rooms: Rooms) -> Live:
    """A workshop whose second step seats people."""
    return await rooms.create(parse(TEMPLATE.replace('"two"\nmethod = "tiny"', '"two"\nmethod = "cafe"'), METHODS))


@pytest.fixture
async def press(rooms: Rooms) -> AsyncIterator[httpx.AsyncClient]:
    app = FastAPI()
    app.mount("/static", StaticFiles(directory=STATIC))
    network = wifi("Salle des fêtes", "geheim")
    add_print_page(app, rooms, lambda code: f"http://palabre.example/j/{code}", ("Salle des fêtes", "geheim", network))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://testserver") as client:
        yield client
