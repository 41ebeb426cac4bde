from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from workshop.agenda import Agenda
from workshop.attempts import Attempts
from workshop.figures import Figures
from workshop.guesses import Guesses
from workshop.join import add_join_pages, qr_svg
from workshop.rooms import Rooms

STATIC = Path(__file__).parent.parent / "static"
WRONG = [f"ZZZZ{first}{second}" for first in "23456789" for second in "23456789"]


@pytest.fixture
async def phone(rooms: Rooms) -> AsyncIterator[httpx.AsyncClient]:
    app = FastAPI()
    attempts = Attempts(Guesses(lambda: 1000.0), Figures(), hold_s=0.01)
    add_join_pages(app, rooms, attempts, STATIC, lambda code: f"https://palabre.example/j/{code}")
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://testserver") as client:
        yield client


async def test_the_qr_code_is_drawn_for_a_workshop_and_for_nothing_else(phone: httpx.AsyncClient, rooms: Rooms, agenda: Agenda) -> None:
    code = (await rooms.create(agenda)).row.code
    drawn = await phone.get(f"/j/{code}/qr.svg")
    assert drawn.status_code == 200
    assert drawn.text.startswith("<?xml")
    assert (await phone.get("/j/ZZZZZZ/qr.svg")).status_code == 404
    assert (await phone.get("/j/nothing/qr.svg")).status_code == 404


async def test_a_table_has_a_qr_code_of_its_own(phone: httpx.AsyncClient, rooms: Rooms, agenda: Agenda) -> None:
    code = (await rooms.create(agenda)).row.code
    room, table, wrong = [(await phone.get(f"/j/{code}/qr.svg{query}")).content for query in ("", "?table=3", "?table=x")]
    assert table == qr_svg(f"https://palabre.example/j/{code}?table=3")
    assert wrong == room != table


@pytest.mark.parametrize("path", ["/j/{}", "/j/{}/qr.svg"])
async def test_codes_cannot_be_tried_one_after_the_other(phone: httpx.AsyncClient, path: str) -> None:
    answers = [await phone.get(path.format(code)) for code in WRONG[:31]]
    assert [answer.status_code for answer in answers] == [404] * 30 + [429]
    assert answers[-1].headers["retry-after"] == "2"


async def test_who_must_wait_reads_why_and_the_page_comes_back_by_itself(phone: httpx.AsyncClient) -> None:
    for code in WRONG[:30]:
        await phone.get(f"/j/{code}")
    page = await phone.get("/j/K7MQ4X", headers={"accept-language": "fr"})
    assert "Veuillez patienter" in page.text
    assert 'http-equiv="refresh" content="2;url=/j/K7MQ4X"' in page.text


async def test_a_phone_that_was_in_comes_in_again_whatever_a_joker_beside_it_does(
    phone: httpx.AsyncClient, rooms: Rooms, agenda: Agenda
) -> None:
    code = (await rooms.create(agenda)).row.code
    assert (await phone.get(f"/j/{code}")).status_code == 200
    for wrong in WRONG:
        await phone.get(f"/j/{wrong}")
    assert (await phone.get(f"/j/{code}")).status_code == 200


async def test_nothing_that_a_phone_asks_for_by_code_is_kept_on_the_way(phone: httpx.AsyncClient, rooms: Rooms, agenda: Agenda) -> None:
    code = (await rooms.create(agenda)).row.code
    for path in (f"/j/{code}", f"/j/{code}/qr.svg", f"/j/{code}/words/fr", "/j/ZZZZZZ"):
        assert (await phone.get(path)).headers["cache-control"] == "no-store"
