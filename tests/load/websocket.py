"""A client's end of a WebSocket, as cheap as Python allows: the server's frames are not masked, ours with zeros.

Also for servers that speak no Socket.IO: `await open_websocket("127.0.0.1", port, "/", heard)`.
"""

import asyncio
from collections.abc import Callable
from typing import Final, cast

TEXT: Final = 0x81
CLOSE: Final = 0x88
PING: Final = 0x89
PONG: Final = 0x8A
NO_MASK: Final = bytes(4)
REQUEST: Final = (
    "GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Key: cGFsYWJyZS1waG9uZS1rZQ==\r\nSec-WebSocket-Version: 13\r\nAccept-Language: {language}\r\n\r\n"
)
Heard = Callable[[bytes], None]


class NoWebSocket(ConnectionError):
    """The server did not agree to a WebSocket; `status` is what it said instead."""

    def __init__(self, status: int) -> None:
        super().__init__(f"the server answered {status}")
        self.status = status


class WebSocket(asyncio.Protocol):
    """A connection; `heard` is called with the content of every message, `lost` once, when it is over."""

    def __init__(self, request: bytes, heard: Heard, lost: Callable[[], None]) -> None:
        self.agreed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.over = asyncio.Event()
        self.transport: asyncio.Transport
        self.frames = 0
        self.received = 0
        self._request, self._heard, self._lost = request, heard, lost
        self._rest = b""
        self._pieces: list[bytes] = []

    def send(self, text: bytes, kind: int = TEXT) -> None:
        """Sends one message."""
        self.transport.write(framed(text, kind))

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Asks for the WebSocket."""
        self.transport = cast(asyncio.Transport, transport)  # uvloop's is not derived from it
        self.transport.write(self._request)

    def data_received(self, data: bytes) -> None:
        """Takes the messages out of what came."""
        self.received += len(data)
        if self._rest:
            data = self._rest + data
        if not self.agreed.done():
            head, found, data = data.partition(b"\r\n\r\n")
            if not found:
                self._rest = head
                return
            self._agree(int(head[9:12]))
        at, end = 0, len(data)
        while end - at >= 2:
            size, start = data[at + 1], at + 2
            if size > 125:
                start = at + (4 if size == 126 else 10)
                size = int.from_bytes(data[at + 2 : start], "big")
            if end < start + size:
                break
            self._frame(data[at], data[start : start + size])
            at = start + size
        self._rest = data[at:] if at else data

    def connection_lost(self, error: Exception | None) -> None:
        """Says so to whoever waits."""
        if not self.agreed.done():
            self.agreed.set_exception(error or ConnectionResetError("the line was cut"))
            self.agreed.exception()  # nobody may be waiting for it any more
        self.over.set()
        self._lost()

    def _agree(self, status: int) -> None:
        if status == 101:
            self.agreed.set_result(None)
        else:
            self.agreed.set_exception(NoWebSocket(status))
            self.transport.abort()

    def _frame(self, kind: int, content: bytes) -> None:
        if kind == TEXT:
            self.frames += 1
            self._heard(content)
        elif kind == PING:
            self.send(content, PONG)
        elif kind == CLOSE:
            self.transport.close()
        elif kind & 0x0F < 2:  # a message in several frames
            self._pieces.append(content)
            if kind & 0x80:
                whole, self._pieces = b"".join(self._pieces), []
                self.frames += 1
                self._heard(whole)


def nothing() -> None:
    """Does nothing."""


def framed(content: bytes, kind: int = TEXT) -> bytes:
    """A frame as a phone sends it."""
    size = len(content)
    if size < 126:
        head = bytes((kind, 0x80 | size))
    elif size < 65_536:
        head = bytes((kind, 0xFE)) + size.to_bytes(2, "big")
    else:
        head = bytes((kind, 0xFF)) + size.to_bytes(8, "big")
    return head + NO_MASK + content


async def open_websocket(
    host: str, port: int, path: str, heard: Heard, lost: Callable[[], None] = nothing, language: str = "en"
) -> WebSocket:
    """Opens a WebSocket. Raises `OSError` (`NoWebSocket` when the server does not want it)."""
    request = REQUEST.format(path=path, host=host, port=port, language=language).encode()
    _transport, socket = await asyncio.get_running_loop().create_connection(lambda: WebSocket(request, heard, lost), host, port)
    try:
        await socket.agreed
    except BaseException:
        socket.transport.abort()
        raise
    return socket
