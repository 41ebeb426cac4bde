"""One connection of a phone: as much of Engine.IO 4 and Socket.IO 5 over a WebSocket as phones and servers of a workshop use."""

import asyncio
import re
from collections.abc import Callable
from typing import Any, Final

import orjson

from tests.load.polling import Polling
from tests.load.websocket import WebSocket, open_websocket

Json = Any
PATH: Final = "/live/socket.io/?EIO=4&transport=websocket"
NUMBER: Final = re.compile(rb"\d+")


class Refused(ConnectionError):
    """The server does not let the phone in; `data` is what it says: `{code, message, after?}`."""

    def __init__(self, data: dict[str, Json]) -> None:
        super().__init__(str(data.get("message", "")))
        self.data = data
        self.code = str(data.get("code", ""))


class Line:
    """A connection; `heard` is called with each event, as the bytes of its JSON: `["patch",{…}]`. Make one with `open_line`."""

    def __init__(self, heard: Callable[[bytes], None], namespace: str) -> None:
        self.socket: WebSocket | Polling
        self.inside: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._silence_s = 0.0
        self._watch: asyncio.TimerHandle | None = None
        self._heard = heard
        self._space = f"{namespace},".encode() if namespace != "/" else b""
        self._asked: dict[int, asyncio.Future[Json]] = {}
        self._number = 0
        self._event = b"42" + self._space + b"["
        self._answer = b"43" + self._space

    @property
    def open(self) -> bool:
        """Whether the connection stands."""
        return not (self.socket.over.is_set() or self.socket.transport.is_closing())

    @property
    def over(self) -> asyncio.Event:
        """Set when the connection is lost."""
        return self.socket.over

    @property
    def frames(self) -> int:
        """How many messages came."""
        return self.socket.frames

    @property
    def received(self) -> int:
        """How many bytes came."""
        return self.socket.received

    async def ask(self, event: str, data: Json) -> Json:
        """Sends an event and returns its acknowledgement. Raises `ConnectionError` when the line is lost before."""
        if not self.open:
            raise ConnectionResetError("the line is lost")
        self._number += 1
        answer = self._asked[self._number] = asyncio.get_running_loop().create_future()
        self.socket.send(b"42%s%d" % (self._space, self._number) + orjson.dumps([event, data]))
        return await answer

    def tell(self, event: str, *data: Json) -> None:
        """Sends an event without asking for an acknowledgement."""
        self.socket.send(b"42" + self._space + orjson.dumps([event, *data]))

    def enter(self, auth: Json) -> None:
        """Asks to be let into the namespace."""
        self.socket.send(b"40" + self._space + orjson.dumps(auth))

    def abort(self) -> None:
        """Cuts the connection."""
        self.socket.transport.abort()

    def hear(self, message: bytes) -> None:
        """Takes a message of the server."""
        if message.startswith(self._event):
            self._heard(message[len(self._event) - 1 :])
        elif message.startswith(self._answer):
            self._take_answer(message)
        elif message == b"2":
            self.socket.send(b"3")
            self._expect_ping()
        elif message.startswith(b"40" + self._space):
            self._settle(None)
        elif message.startswith(b"44"):
            said = orjson.loads(message[message.find(b"{") :])
            self._settle(Refused(said.get("data") or {"message": said.get("message", "")}))
        elif message.startswith(b"0"):
            self._silence_s = sum(orjson.loads(message[1:])[name] for name in ("pingInterval", "pingTimeout")) / 1000
            self._expect_ping()
        elif message == b"1" or message.startswith(b"41"):
            self.socket.transport.close()

    def lost(self) -> None:
        """Tells everybody who waits for an answer that none will come."""
        if self._watch is not None:
            self._watch.cancel()
        asked, self._asked = self._asked, {}
        for one in asked.values():
            if not one.done():
                one.set_exception(ConnectionResetError("the line was lost before the answer"))
        self._settle(ConnectionResetError("the line was lost before the welcome"))

    def _take_answer(self, message: bytes) -> None:
        number = NUMBER.match(message, len(self._answer))
        assert number is not None
        waiting = self._asked.pop(int(number[0]), None)
        if waiting is not None and not waiting.done():
            said = orjson.loads(message[number.end() :])
            waiting.set_result(said[0] if said else None)

    def _expect_ping(self) -> None:
        if self._watch is not None:
            self._watch.cancel()
        self._watch = asyncio.get_running_loop().call_later(self._silence_s, self.abort)

    def _settle(self, error: Exception | None) -> None:
        if self.inside.done():
            return
        if error is None:
            self.inside.set_result(None)
        else:
            self.inside.set_exception(error)
            self.inside.exception()  # nobody may be waiting for it any more


async def open_line(
    host: str,
    port: int,
    auth: Json,
    heard: Callable[[bytes], None],
    namespace: str = "/phone",
    path: str = PATH,
    language: str = "en",
) -> Line:
    """Connects and is let into the namespace. Raises `Refused`, or another `OSError`."""
    line = Line(heard, namespace)
    line.socket = await open_websocket(host, port, path, line.hear, line.lost, language)
    return await _inside(line, auth)


async def open_polling(host: str, port: int, auth: Json, heard: Callable[[bytes], None], language: str = "en") -> Line:
    """The same without WebSockets."""
    line = Line(heard, "/phone")
    line.socket = polling = Polling(host, port, line.hear, line.lost, language)
    await polling.start()
    return await _inside(line, auth)


async def _inside(line: Line, auth: Json) -> Line:
    line.enter(auth)
    try:
        await line.inside
    except BaseException:
        line.abort()
        raise
    return line
