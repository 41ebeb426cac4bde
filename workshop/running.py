"""A real server inside this process, on a free port of 127.0.0.1, for as long as a rehearsal lasts."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import uvicorn

from workshop.app import App, build
from workshop.settings import Settings


def uvicorn_server(asgi: Any, log_level: str = "warning") -> uvicorn.Server:
    """uvicorn as Palabre runs it: small frames, no compression of each message (it costs 40 KB a phone)."""
    return uvicorn.Server(
        uvicorn.Config(
            asgi,
            ws="websockets-sansio",
            ws_per_message_deflate=False,
            ws_max_size=16_384,
            log_level=log_level,
            lifespan="on",
            timeout_graceful_shutdown=3,
        )
    )


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens. Raises `OSError` when the port is taken or not allowed."""
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(2048)
    except OSError:
        listener.close()
        raise
    return listener


@asynccontextmanager
async def running(data: Path) -> AsyncIterator[tuple[App, str]]:
    """The server and its address."""
    listener = listen("127.0.0.1", 0)
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    app = build(Settings(data=data), url)
    server = uvicorn_server(app.asgi)
    serving = await started(server, listener)
    try:
        yield app, url
    finally:
        server.should_exit = True
        with suppress(asyncio.CancelledError):
            await serving
        listener.close()


async def started(server: uvicorn.Server, listener: socket.socket) -> "asyncio.Task[None]":
    """The task in which the server runs, once it answers."""
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    while not server.started and not serving.done():  # noqa: ASYNC110 - uvicorn has no event to wait for
        await asyncio.sleep(0.01)
    if serving.done():
        await serving
    return serving
