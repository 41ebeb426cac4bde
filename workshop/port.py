"""The port on which a server answers, and uvicorn as Palabre runs it."""

import asyncio
import socket
from typing import Any

import uvicorn


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


async def started(server: uvicorn.Server, listener: socket.socket) -> "asyncio.Task[None]":
    """The task in which the server runs, once it answers."""
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    while not server.started and not serving.done():  # noqa: ASYNC110 - uvicorn has no event to wait for
        await asyncio.sleep(0.01)
    if serving.done():
        await serving
    return serving
