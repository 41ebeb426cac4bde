from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI

from workshop.agenda import Agenda
from workshop.attempts import Attempts
from workshop.callers import Callers
from workshop.figures import Figures
from workshop.gate import Paces
from workshop.guesses import Guesses
from workshop.health import add_health
from workshop.messages import Command
from workshop.rooms import Rooms
from workshop.store.database import StoreError
from workshop.store.store import Store
from workshop.turn import FACILITATOR


@pytest.fixture
async def program(rooms: Rooms, store: Store) -> AsyncIterator[httpx.AsyncClient]:
    app, figures = FastAPI(), Figures()
    callers = Callers(rooms, Attempts(Guesses(lambda: 1000.0), figures), Paces(5, 20))
    add_health(app, rooms, callers, store, figures)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://testserver") as client:
        yield client


async def test_a_server_that_can_work_says_so(program: httpx.AsyncClient) -> None:
    assert (await program.get("/healthz")).text == "ok"
    assert (await program.head("/readyz")).status_code == 200


async def test_a_server_whose_database_is_gone_is_not_ready_but_runs(
    program: httpx.AsyncClient, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> bool:
        raise StoreError("gone")

    monkeypatch.setattr(store, "ready", gone)
    assert (await program.get("/readyz")).status_code == 503
    assert (await program.get("/healthz")).status_code == 200


async def test_the_figures_count_what_happened(program: httpx.AsyncClient, rooms: Rooms, agenda: Agenda) -> None:
    live = await rooms.create(agenda)
    await live.submit(FACILITATOR, Command("open-the-room", None, "OpenRoom", {}))
    await live.submit(FACILITATOR, Command("no-such-thing", None, "Dance", {}))
    told = (await program.get("/metrics")).text
    assert "palabre_workshops_open 1\n" in told
    assert "palabre_commands_accepted_total 1\n" in told
    assert "palabre_commands_refused_total 1\n" in told
