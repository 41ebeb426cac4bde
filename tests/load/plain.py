"""The plain path in the place of a connection: each message is a request, and the screen is asked for, again and again."""

import asyncio
from collections.abc import Callable
from typing import Any, Final

import orjson

from tests.load.http import request
from tests.load.line import Refused

Json = Any
LONGEST_S: Final = 15.0


class Plain:
    """Like a `Line`: `heard` is called with what would be an event there. Make one with `open_plain`."""

    def __init__(self, host: str, port: int, auth: Json, heard: Callable[[bytes], None], language: str) -> None:
        self.over = asyncio.Event()
        self.frames = 0
        self.received = 0
        self._host, self._port, self._heard = host, port, heard
        self._path = f"/live/plain/{auth['code']}"
        self._headers = {"Accept-Language": language, "Content-Type": "application/json"}
        self._hold(auth.get("token", ""))
        self._asking: set[asyncio.Task[Json]] = set()
        self._looking: asyncio.Task[None] | None = None

    @property
    def open(self) -> bool:
        """Whether it is not over yet."""
        return not self.over.is_set()

    async def greet(self) -> None:
        """Says hello. Raises `Refused`, or another `OSError`."""
        answer = await self._post("connect", {})
        if not answer["ok"]:
            raise Refused(answer)
        self._hold(answer["welcome"]["token"])
        self._heard(orjson.dumps(["welcome", answer["welcome"]]))
        if answer["welcome"]["joined"]:
            self._look()

    async def ask(self, event: str, data: Json) -> Json:
        """Sends a message and returns its acknowledgement. Raises `ConnectionError` when none comes."""
        task = asyncio.ensure_future(self._post(event, data))
        self._asking.add(task)
        try:
            answer = await task
        except asyncio.CancelledError:
            task.cancel()
            if self.over.is_set():
                raise ConnectionResetError("it was ended before the answer") from None
            raise
        except OSError:
            self.abort()
            raise
        finally:
            self._asking.discard(task)
        if event in ("join", "sync") and answer["ok"]:
            self._look()
        return answer

    def tell(self, event: str, *data: Json) -> None:
        """There is nothing to be told: the whole screen comes each time."""

    def abort(self) -> None:
        """Ends it; requests that are under way are cut."""
        self.over.set()
        for task in (*self._asking, *([self._looking] if self._looking else [])):
            task.cancel()

    def _hold(self, token: str) -> None:
        if token:
            self._headers["Authorization"] = f"Bearer {token}"

    def _look(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
        self._looking = asyncio.create_task(self._screens())

    async def _screens(self) -> None:
        mark = ""
        try:
            while True:
                async with asyncio.timeout(LONGEST_S):
                    status, content = await request(self._host, self._port, "GET", f"{self._path}?since={mark}", b"", self._headers)
                if status == 200:
                    mark = orjson.loads(content)["mark"]
                    self.frames, self.received = self.frames + 1, self.received + len(content)
                    self._heard(b'["screen",' + content + b"]")
                elif status != 204:
                    raise ConnectionResetError(f"the server answered {status}")
        except (OSError, TimeoutError):
            self.abort()

    async def _post(self, event: str, data: Json) -> Json:
        body = orjson.dumps({"event": event, "data": data})
        status, content = await request(self._host, self._port, "POST", self._path, body, self._headers)
        if status >= 402:
            raise ConnectionResetError(f"the server answered {status}")
        return orjson.loads(content)


async def open_plain(host: str, port: int, auth: Json, heard: Callable[[bytes], None], *, language: str = "en") -> Plain:
    """Says hello over the plain path. Raises `Refused`, or another `OSError`."""
    plain = Plain(host, port, auth, heard, language)
    await plain.greet()
    return plain
