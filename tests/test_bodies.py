import asyncio
from collections.abc import AsyncIterator, Callable

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from workshop.bodies import MOST, MOST_OF_PHONES, Bodies
from workshop.figures import Figures
from workshop.language import speaker


async def echo(scope: Scope, receive: Receive, send: Send) -> None:
    body = await Request(scope, receive).body()
    await PlainTextResponse(f"{len(body)} bytes")(scope, receive, send)


async def careless(scope: Scope, receive: Receive, send: Send) -> None:
    """Takes the end of the request for the end of its body, as Engine.IO does."""
    while (await receive()).get("more_body"):
        pass
    await PlainTextResponse("done")(scope, receive, send)


@pytest.fixture
def figures() -> Figures:
    return Figures()


@pytest.fixture
async def phone(figures: Figures) -> AsyncIterator[httpx.AsyncClient]:
    bodies = Bodies(echo, figures, lambda language: speaker(language, []))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(bodies), base_url="http://testserver") as client:
        yield client


async def chunks(size: int) -> AsyncIterator[bytes]:
    for start in range(0, size, 1000):
        yield bytes(min(1000, size - start))


def declared(size: int) -> bytes:
    return bytes(size)


@pytest.mark.parametrize("body", [declared, chunks])
@pytest.mark.parametrize(("path", "most"), [("/live/plain/K7MQ4X", MOST_OF_PHONES), ("/j/K7MQ4X", MOST_OF_PHONES), ("/console", MOST)])
async def test_a_body_may_be_so_large_and_no_larger(
    phone: httpx.AsyncClient, figures: Figures, path: str, most: int, body: Callable[[int], bytes | AsyncIterator[bytes]]
) -> None:
    assert (await phone.post(path, content=body(most))).text == f"{most} bytes"
    answer = await phone.post(path, content=body(most + 1))
    assert (answer.status_code, answer.text) == (413, "This is too large to be sent here.")
    assert answer.headers["connection"] == "close"
    assert figures.bodies_refused_total == 1


async def test_a_body_without_end_is_not_read_to_its_end(phone: httpx.AsyncClient) -> None:
    given = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal given
        while True:
            given += 1000
            yield bytes(1000)

    assert (await phone.post("/live/plain/K7MQ4X", content=endless())).status_code == 413
    assert given < MOST_OF_PHONES + 2000


async def test_whoever_takes_the_end_of_a_request_for_the_end_of_its_body_does_not_answer(figures: Figures) -> None:
    bodies = Bodies(careless, figures, lambda language: speaker(language, []))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(bodies), base_url="http://testserver") as phone:
        assert (await phone.post("/live/socket.io/", content=chunks(MOST_OF_PHONES + 1))).status_code == 413


async def test_a_body_that_does_not_come_is_not_waited_for(figures: Figures) -> None:
    bodies = Bodies(echo, figures, lambda language: speaker(language, []), longest_s=0.02)

    async def stalled() -> AsyncIterator[bytes]:
        yield b"{"
        await asyncio.Event().wait()

    async with httpx.AsyncClient(transport=httpx.ASGITransport(bodies), base_url="http://testserver") as phone:
        answer = await phone.post("/live/plain/K7MQ4X", content=stalled())
    assert answer.status_code == 408


async def test_a_request_without_a_body_passes(phone: httpx.AsyncClient) -> None:
    assert (await phone.get("/j/K7MQ4X")).text == "0 bytes"


async def test_a_fault_of_the_application_stays_its_own(figures: Figures) -> None:
    async def broken(scope: Scope, receive: Receive, send: Send) -> None:
        raise LookupError("a fault of ours")

    bodies = Bodies(broken, figures, lambda language: speaker(language, []))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(bodies), base_url="http://testserver") as phone:
        with pytest.raises(LookupError):
            await phone.post("/console", content=b"{}")


async def test_a_phone_that_goes_away_while_it_sends_is_no_fault(figures: Figures) -> None:
    answered: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        answered.append(message)

    bodies = Bodies(echo, figures, lambda language: speaker(language, []))
    await bodies({"type": "http", "method": "POST", "path": "/live/plain/K7MQ4X", "headers": [(b"content-length", b"9")]}, receive, send)
    assert answered == []
