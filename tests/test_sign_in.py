from collections.abc import AsyncIterator

import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from tests.conftest import Clock
from workshop.attempts import Attempts
from workshop.figures import Figures
from workshop.guesses import Guesses
from workshop.hosts import OWNER, Host
from workshop.language import speaker
from workshop.sign_in import HOURS, Guard, SignIn
from workshop.store.store import Store


def says(text: str) -> Starlette:
    """An application that answers the same to everything."""

    async def page(_request: object) -> PlainTextResponse:
        return PlainTextResponse(text)

    return Starlette(routes=[Route("/{path:path}", page, methods=["GET", "POST"])])


@pytest.fixture
def sign_in(store: Store, clock: Clock) -> SignIn:
    return SignIn(store, clock)


@pytest.fixture
async def browser(sign_in: SignIn) -> AsyncIterator[httpx.AsyncClient]:
    links = Attempts(Guesses(lambda: 1000.0), Figures(), hold_s=0.01)
    guard = Guard(says("the phones"), says("the console"), sign_in, links, lambda language: speaker(language, []))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(guard), base_url="http://testserver") as client:
        yield client


@pytest.mark.parametrize(
    "path",
    ["/", "/console/K7MQ4X", "/wall/K7MQ4X", "/_nicegui/3.18.0/x.js", "/api/workshops/K7MQ4X/record.md", "/jj", "/healthzz", "/sign-in/x"],
)
async def test_nothing_answers_before_the_sign_in(browser: httpx.AsyncClient, path: str) -> None:
    answer = await browser.get(path)
    assert answer.status_code == 401
    assert "the console" not in answer.text


@pytest.mark.parametrize("path", ["/j/K7MQ4X", "/static/app.js", "/healthz", "/readyz", "/metrics"])
async def test_phones_need_no_sign_in(browser: httpx.AsyncClient, path: str) -> None:
    assert (await browser.get(path)).text == "the phones"


async def test_the_link_signs_in_one_browser_once(browser: httpx.AsyncClient, sign_in: SignIn) -> None:
    token = sign_in.offer()
    answer = await browser.get("/sign-in", params={"token": token})
    cookie = answer.headers["set-cookie"]
    assert answer.status_code == 200
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert (await browser.get("/console/K7MQ4X")).text == "the console"
    browser.cookies.clear()
    assert (await browser.get("/sign-in", params={"token": token})).status_code == 401
    assert (await browser.get("/console/K7MQ4X")).status_code == 401


@pytest.mark.parametrize("token", ["", "guess", "é"])
async def test_a_token_that_was_never_offered_opens_nothing(browser: httpx.AsyncClient, sign_in: SignIn, token: str) -> None:
    sign_in.offer()
    assert (await browser.get("/sign-in", params={"token": token})).status_code == 401


async def test_a_sign_in_holds_over_a_restart_and_ends_after_its_hours(store: Store, clock: Clock, sign_in: SignIn) -> None:
    secret = await sign_in.accept(sign_in.offer())
    connection = httpx.Request("GET", "http://testserver/", headers={"cookie": f"palabre={secret}"})
    assert SignIn(store, clock).host_of(connection) == OWNER  # type: ignore[arg-type]
    clock.now += HOURS * 3_600_000 + 1
    assert SignIn(store, clock).host_of(connection) is None  # type: ignore[arg-type]
    assert sign_in.host_of(connection) is None  # type: ignore[arg-type]


async def test_a_page_of_somebody_else_cannot_use_the_cookie(browser: httpx.AsyncClient, sign_in: SignIn) -> None:
    await browser.get("/sign-in", params={"token": sign_in.offer()})
    assert (await browser.post("/console", headers={"origin": "https://evil.example"})).status_code == 401
    assert (await browser.post("/console", headers={"origin": "http://testserver"})).status_code == 200


@pytest.mark.parametrize("path", ["/K7MQ4X", "/k7mq4x", "/enter?code=k7m%20q4x"])
async def test_the_code_typed_as_an_address_leads_to_the_join_page(browser: httpx.AsyncClient, path: str) -> None:
    assert (await browser.get(path)).headers["location"] == "/j/K7MQ4X"


async def test_a_phone_that_lands_on_the_start_page_can_type_the_code(browser: httpx.AsyncClient) -> None:
    assert 'action="/enter"' in (await browser.get("/")).text


async def test_links_cannot_be_tried_one_after_the_other_and_whoever_must_wait_is_brought_back(browser: httpx.AsyncClient) -> None:
    answers = [await browser.get("/sign-in", params={"token": f"guess {number}"}) for number in range(31)]
    assert [answer.status_code for answer in answers] == [401] * 30 + [429]
    assert answers[-1].headers["retry-after"] == "2"
    assert "url=/sign-in?token=guess+30" in answers[-1].text


async def test_a_co_facilitator_opens_one_workshop_and_no_other(browser: httpx.AsyncClient, sign_in: SignIn) -> None:
    await browser.get("/sign-in", params={"token": sign_in.offer(Host("host:2", "K7MQ4X"))})
    for path in ("/console/K7MQ4X", "/wall/K7MQ4X", "/record/K7MQ4X", "/api/workshops/K7MQ4X/record.md", "/_nicegui/3.18.0/x.js"):
        assert (await browser.get(path)).text == "the console"
    for path in ("/", "/console/AAAAAA", "/console", "/api/workshops/AAAAAA/record.md", "/template/new", "/gallery"):
        assert (await browser.get(path)).headers["location"] == "/console/K7MQ4X"
