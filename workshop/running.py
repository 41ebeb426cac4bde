"""A real server inside this process, on a free port of 127.0.0.1, for as long as a rehearsal lasts."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from workshop.app import App, build, now_ms
from workshop.port import listen, started, uvicorn_server
from workshop.registry import Registry
from workshop.settings import Settings


@asynccontextmanager
async def running(
    data: Path, registry: Registry | None = None, clock: Callable[[], int] = now_ms, **settings: Any
) -> AsyncIterator[tuple[App, str]]:
    """The server and its address; it has these methods, or those that are installed, and a clock that tells ms since 1970."""
    listener = listen("127.0.0.1", 0)
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    made = Settings(data=data, **settings)
    app = build(made, made.public_url or url, registry, clock)
    server = uvicorn_server(app.asgi, app.figures)
    serving = await started(server, listener)
    try:
        yield app, url
    finally:
        server.should_exit = True
        app.rooms.stop()
        with suppress(asyncio.CancelledError):
            await serving
        listener.close()
