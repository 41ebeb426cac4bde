"""What a phone needs of a connection, whatever carries it."""

import asyncio
from collections.abc import Callable
from typing import Any, Protocol

Json = Any


class Link(Protocol):
    """A connection of any kind."""

    @property
    def open(self) -> bool: ...
    @property
    def over(self) -> asyncio.Event: ...
    @property
    def frames(self) -> int: ...
    @property
    def received(self) -> int: ...

    async def ask(self, event: str, data: Json) -> Json: ...
    def tell(self, event: str, *data: Json) -> None: ...
    def abort(self) -> None: ...


class Dial(Protocol):
    """Opens a connection: `open_line` over a WebSocket, `open_polling`, or `open_plain`."""

    async def __call__(self, host: str, port: int, auth: Json, heard: Callable[[bytes], None], *, language: str) -> Link: ...


async def unless_over(link: Link, event: asyncio.Event) -> None:
    """Waits for an event. Raises `ConnectionResetError` when the connection is lost before."""
    waits = [asyncio.create_task(one.wait()) for one in (event, link.over)]
    await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    for one in waits:
        one.cancel()
    if not event.is_set():
        raise ConnectionResetError("the line was lost")
