"""Engine.IO by long polling, in the place of a WebSocket: one request that waits, and one for everything that is sent."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Final

import orjson

from tests.load.http import request

PATH: Final = "/live/socket.io/?EIO=4&transport=polling"
BETWEEN: Final = b"\x1e"


class Polling:
    """A connection like `WebSocket`: `heard` is called with the content of every message, `lost` once, when it is over."""

    def __init__(self, host: str, port: int, heard: Callable[[bytes], None], lost: Callable[[], None], language: str) -> None:
        self.over = asyncio.Event()
        self.transport = self
        self.frames = 0
        self.received = 0
        self._host, self._port, self._heard, self._lost = host, port, heard, lost
        self._headers = {"Accept-Language": language, "Content-Type": "text/plain"}
        self._path = PATH
        self._outgoing: asyncio.Queue[bytes] = asyncio.Queue()
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Shakes hands. Raises `OSError`."""
        first = await self._request("GET")
        self._path += "&sid=" + orjson.loads(first[1:].split(BETWEEN)[0])["sid"]
        self._tasks = [asyncio.create_task(self._until_over(work)) for work in (self._fetch, self._deliver)]
        self._take(first)

    def send(self, text: bytes) -> None:
        """Sends one message."""
        self._outgoing.put_nowait(text)

    def is_closing(self) -> bool:
        """Whether it is over."""
        return self.over.is_set()

    def close(self) -> None:
        """Ends it."""
        self.abort()

    def abort(self) -> None:
        """Ends it; a request that is under way is cut."""
        if self.over.is_set():
            return
        self.over.set()
        for task in self._tasks:
            task.cancel()
        self._lost()

    async def _fetch(self) -> None:
        self._take(await self._request("GET"))

    async def _deliver(self) -> None:
        messages = [await self._outgoing.get()]
        while not self._outgoing.empty():
            messages.append(self._outgoing.get_nowait())
        await self._request("POST", BETWEEN.join(messages))

    async def _until_over(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        try:
            while True:
                await work()
        except OSError:
            self.abort()

    async def _request(self, method: str, body: bytes = b"") -> bytes:
        status, content = await request(self._host, self._port, method, self._path, body, self._headers)
        if status != 200:
            raise ConnectionResetError(f"the server answered {status}")
        return content

    def _take(self, content: bytes) -> None:
        self.received += len(content)
        for message in content.split(BETWEEN):
            self.frames += 1
            self._heard(message)
