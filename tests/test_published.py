"""The public page of a process: nothing before it is published, and then exactly that."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from tests.conftest import Clock
from tests.test_mine import NASTY, held
from workshop.agenda import Agenda
from workshop.attempts import Attempts
from workshop.figures import Figures
from workshop.figures_download import add_figures_download
from workshop.guesses import Guesses
from workshop.hosts import Host
from workshop.live import Live
from workshop.method import Rejected
from workshop.process.vocabulary import About
from workshop.processes import Processes, command
from workshop.published import add_published
from workshop.publishing.heads import heads_of
from workshop.rooms import Rooms
from workshop.store.store import Store
from workshop.turn import Done


@pytest.fixture
def processes(store: Store, rooms: Rooms, clock: Clock) -> Processes:
    return Processes(store, rooms, clock)


@pytest.fixture
async def reader(processes: Processes) -> AsyncIterator[httpx.AsyncClient]:
    app = FastAPI()
    add_published(app, app, processes, Attempts(Guesses(lambda: processes.clock() / 1000), Figures(), hold_s=0.01))
    add_figures_download(app, processes)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://testserver") as client:
        yield client


@pytest.fixture
async def live(rooms: Rooms, agenda: Agenda) -> Live:
    return await held(rooms, agenda, ana="Five trees", bo=NASTY)


@pytest.fixture
async def code(processes: Processes, live: Live) -> str:
    made = await processes.found(About("=The pact", "What should it become?", languages=("fr",)))
    assert not isinstance(made, Rejected)
    await do(processes, made.code, "AddSession", workshop=live.row.code)
    return made.code


async def do(processes: Processes, code: str, name: str, **args: Any) -> None:
    answer = await processes.submit(code, command(name, **args))
    assert isinstance(answer, Done), answer


async def publish(processes: Processes, code: str) -> None:
    await do(processes, code, "Publish", heads=heads_of(await processes.logs(code)))


async def test_nothing_is_public_before_it_is_published_nor_after_it_was_taken_off(
    reader: httpx.AsyncClient, processes: Processes, code: str
) -> None:
    unknown, secret = await reader.get("/p/ZZZZZZ"), await reader.get(f"/p/{code}")
    assert (unknown.status_code, secret.status_code) == (404, 404)
    assert unknown.text == secret.text
    await publish(processes, code)
    assert "Five trees" in (await reader.get(f"/p/{code.lower()}")).text
    await do(processes, code, "Unpublish")
    assert (await reader.get(f"/p/{code}")).text == unknown.text


async def test_what_comes_later_waits_for_the_next_publication_and_staff_see_it_before(
    reader: httpx.AsyncClient, processes: Processes, code: str
) -> None:
    await publish(processes, code)
    await do(processes, code, "Contribute", rows=[{"text": "A fountain"}])
    assert "A fountain" not in (await reader.get(f"/p/{code}")).text
    assert "A fountain" in (await reader.get(f"/api/processes/{code}/preview")).text
    await publish(processes, code)
    assert "A fountain" in (await reader.get(f"/p/{code}")).text


async def test_an_erased_person_is_gone_from_the_public_page_at_once(
    reader: httpx.AsyncClient, processes: Processes, code: str, live: Live
) -> None:
    await publish(processes, code)
    assert "Five trees" in (await reader.get(f"/p/{code}")).text
    await processes.rooms.forgetting.erase(live.row.code, ["ana"], "ana")
    page = await reader.get(f"/p/{code}")
    assert page.status_code == 200
    assert "Five trees" not in page.text


async def test_the_page_speaks_the_language_of_the_process_without_script_or_names(
    reader: httpx.AsyncClient, processes: Processes, code: str
) -> None:
    await publish(processes, code)
    page = await reader.get(f"/p/{code}", headers={"accept-language": "nl"})
    assert '<html lang="fr"' in page.text
    assert "<script" not in page.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page.text
    assert "Ana" not in page.text
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy


async def test_codes_cannot_be_tried_one_after_the_other(reader: httpx.AsyncClient) -> None:
    letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
    answers = [(await reader.get(f"/p/AAAAA{letter}")).status_code for letter in letters]
    assert answers == [404] * 30 + [429]


async def test_the_figures_are_a_table_that_no_spreadsheet_computes(reader: httpx.AsyncClient, code: str) -> None:
    table = await reader.get(f"/api/processes/{code}/figures.csv")
    lines = table.text.splitlines()
    assert lines[0] == "key,label,value,unit,how"
    assert next(line for line in lines if line.startswith("contributions,")).split(",")[2] == "2"
    assert next(line for line in lines if line.startswith("people,")).split(",")[2] == ""  # two came: fewer than five
    assert (await reader.get("/api/processes/ZZZZZZ/figures.csv")).status_code == 404


def test_whoever_was_invited_to_one_workshop_publishes_nothing() -> None:
    guest = Host("h2", "ABC234")
    assert not guest.may_open("/process/PACT22/publish")
    assert not guest.may_open("/api/processes/PACT22/preview")
