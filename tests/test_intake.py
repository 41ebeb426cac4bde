"""Hostile HTTP over real sockets, against a real uvicorn."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from workshop.figures import Figures
from workshop.intake import Intake
from workshop.port import listen, started, uvicorn_server

GET = b"GET / HTTP/1.1\r\nHost: x\r\n"
Line = tuple[asyncio.StreamReader, asyncio.StreamWriter]
Connect = Callable[[], Awaitable[Line]]


async def hello(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "http":
        await PlainTextResponse(b"hello" * (4_000_000 if scope["path"] == "/large" else 1))(scope, receive, send)


@pytest.fixture
def figures() -> Figures:
    return Figures()


@pytest.fixture
async def connect(figures: Figures) -> AsyncIterator[Connect]:
    server = uvicorn_server(hello)
    server.config.http = partial(Intake, figures, head_s=0.2, unread_s=0.2)  # type: ignore[assignment]
    server.config.limit_concurrency, server.config.timeout_keep_alive = 5, 1
    server.config.lifespan = "off"
    listener = listen("127.0.0.1", 0)
    serving = await started(server, listener)
    lines: list[Line] = []

    async def open_line() -> Line:
        lines.append(await asyncio.open_connection("127.0.0.1", listener.getsockname()[1], limit=1024))
        return lines[-1]

    yield open_line
    for _reader, writer in lines:
        writer.close()
    server.should_exit = True
    await serving
    listener.close()


async def answer(reader: asyncio.StreamReader) -> bytes:
    """The status line of what the server says before it closes the connection; b"" when the client, still sending, does not hear it."""
    try:
        return (await asyncio.wait_for(reader.read(), 5)).partition(b"\r\n")[0]
    except ConnectionResetError:
        return b""


async def test_a_request_is_answered_and_the_next_one_on_the_same_connection(connect: Connect) -> None:
    reader, writer = await connect()
    for _ in range(2):
        writer.write(GET + b"\r\n")
        assert b"hello" in await reader.readuntil(b"hello")


async def test_a_head_without_end_is_refused_before_it_fills_the_memory(connect: Connect, figures: Figures) -> None:
    reader, writer = await connect()
    writer.write(GET + b"X: ")
    writer.write(b"a" * 40_000)
    assert await answer(reader) in (b"HTTP/1.1 431 Request Header Fields Too Large", b"")
    assert figures.connections_refused_total == 1


async def test_a_thousand_headers_are_refused(connect: Connect) -> None:
    reader, writer = await connect()
    writer.write(GET + b"A: b\r\n" * 1000 + b"\r\n")
    assert await answer(reader) == b"HTTP/1.1 400 Bad Request"


@pytest.mark.parametrize("begun", [b"", b"GET", GET + b"X: y\r\n"])
async def test_a_head_that_does_not_come_to_its_end_is_not_waited_for(connect: Connect, begun: bytes) -> None:
    reader, writer = await connect()
    writer.write(begun)
    assert await answer(reader) == b"HTTP/1.1 408 Request Timeout"


async def test_nor_is_the_head_of_a_second_request(connect: Connect) -> None:
    reader, writer = await connect()
    writer.write(GET + b"\r\n")
    await reader.readuntil(b"hello")
    writer.write(GET)
    assert await answer(reader) == b"HTTP/1.1 408 Request Timeout"


async def test_a_head_that_drips_is_cut(connect: Connect, figures: Figures) -> None:
    reader, writer = await connect()
    reading = asyncio.create_task(answer(reader))
    writer.write(GET)
    while not reading.done():
        writer.write(b"A: b\r\n")
        await asyncio.sleep(0.01)
    assert await reading in (b"HTTP/1.1 408 Request Timeout", b"")
    assert figures.connections_refused_total == 1


async def test_one_connection_too_many_is_asked_to_come_again(connect: Connect) -> None:
    lines = [await connect() for _ in range(4)]
    for _reader, writer in lines:
        writer.write(GET)
    reader, _writer = await connect()
    said = await asyncio.wait_for(reader.read(), 5)
    assert said.startswith(b"HTTP/1.1 503")
    assert b"retry-after: 5" in said


async def test_an_answer_that_nobody_reads_is_given_up(connect: Connect, figures: Figures) -> None:
    reader, writer = await connect()
    writer.write(b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n")
    async with asyncio.timeout(5):
        while not figures.connections_refused_total:  # noqa: ASYNC110 - the server has no event for it
            await asyncio.sleep(0.01)
    with pytest.raises((ConnectionResetError, asyncio.IncompleteReadError)):
        await reader.readexactly(20_000_000)
