"""The port on which a server answers, and uvicorn as Palabre runs it."""

import asyncio
import socket
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import Any, Final

import uvicorn

from workshop.figures import Figures
from workshop.intake import Intake

MOST_CONNECTIONS: Final = 16_000
OWN_DESCRIPTORS: Final = 256
KERNEL_HOLDS: Final = 128 * 1024


class Server(uvicorn.Server):
    """Says when it is asked to stop: requests that wait for news would hold it otherwise."""

    def __init__(self, config: uvicorn.Config, stopping: Callable[[], None]) -> None:
        super().__init__(config)
        self._stopping = stopping
        self._loop: asyncio.AbstractEventLoop | None = None

    async def serve(self, sockets: list[socket.socket] | None = None) -> None:
        """Serves until it is asked to stop."""
        self._loop = asyncio.get_running_loop()
        await super().serve(sockets)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """A signal came."""
        super().handle_exit(sig, frame)
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._stopping)


def uvicorn_server(asgi: Any, figures: Figures | None = None, stopping: Callable[[], None] = lambda: None) -> uvicorn.Server:
    """uvicorn as Palabre runs it: small frames, no compression of each message (it costs 40 KB a phone), pings by Engine.IO alone."""
    return Server(
        uvicorn.Config(
            asgi,
            http=partial(Intake, figures or Figures()),  # type: ignore[arg-type]
            ws="websockets-sansio",
            ws_per_message_deflate=False,
            ws_max_size=16_384,
            ws_ping_interval=None,
            limit_concurrency=connections(),
            log_config=None,
            log_level="warning",
            access_log=False,
            server_header=False,
            lifespan="on",
            timeout_graceful_shutdown=3,
        ),
        stopping,
    )


def connections() -> int:
    """How many connections this process can have: its limit of open files is raised as far as it goes, and some are left for files."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return MOST_CONNECTIONS
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_CONNECTIONS + OWN_DESCRIPTORS
    most = wanted if hard == resource.RLIM_INFINITY else min(hard, wanted)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
    return most - OWN_DESCRIPTORS


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens. Raises `OSError` when the port is taken or not allowed."""
    # asyncio switches Nagle's delay off (40 ms on an answer's second packet) only where the protocol is named
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, KERNEL_HOLDS)  # inherited by every connection
    try:
        listener.bind((host, port))
        listener.listen(2048)
    except OSError:
        listener.close()
        raise
    return listener


async def started(server: uvicorn.Server, listener: socket.socket) -> "asyncio.Task[None]":
    """The task in which the server runs, once it answers."""
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    while not server.started and not serving.done():  # noqa: ASYNC110 - uvicorn has no event to wait for
        await asyncio.sleep(0.01)
    if serving.done():
        await serving
    return serving
