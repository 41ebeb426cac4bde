"""HTTP connections as they come in: how many, how large a request's head, how long it may take, and how long an answer may go unread.

uvicorn limits none of these on its fast parser: a head without end would fill the memory, a thousand heads that never end would use up
the connections. What is refused here gets a line of HTTP and is closed; nothing of it reaches the application.
"""

import asyncio
from http import HTTPStatus
from typing import Any, Final

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from workshop.figures import Figures

MOST_HEAD: Final = 32 * 1024
MOST_HEADERS: Final = 100
HEAD_S: Final = 10.0
UNREAD_S: Final = 30.0
COME_AGAIN_S: Final = 5


class Intake(HttpToolsProtocol):
    """One connection of a client."""

    def __init__(self, figures: Figures, *args: Any, head_s: float = HEAD_S, unread_s: float = UNREAD_S, **more: Any) -> None:
        super().__init__(*args, **more)
        self._figures = figures
        self._head_s, self._unread_s = head_s, unread_s
        self._in_head, self._head = True, 0
        self._slow: asyncio.TimerHandle | None = None
        self._unread: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Takes a connection, unless there are too many."""
        super().connection_made(transport)
        if self.limit_concurrency is not None and len(self.connections) >= self.limit_concurrency:
            self._refuse(HTTPStatus.SERVICE_UNAVAILABLE)
        else:
            self._slow = self.loop.call_later(self._head_s, self._refuse, HTTPStatus.REQUEST_TIMEOUT)

    def data_received(self, data: bytes) -> None:
        """Reads on; a request's head must come to its end in time, and before it is too large."""
        if self.transport.is_closing():
            return
        self._head += len(data) if self._in_head else 0
        if self._in_head and self._slow is None:
            self._slow = self.loop.call_later(self._head_s, self._refuse, HTTPStatus.REQUEST_TIMEOUT)
        super().data_received(data)
        if self._in_head and self._head > MOST_HEAD:
            self._refuse(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)

    def on_header(self, name: bytes, value: bytes) -> None:
        """Keeps a header."""
        if len(self.headers) >= MOST_HEADERS:
            raise ValueError("too many headers")  # the parser stops, and the answer is 400
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """The head is there: the application takes over."""
        self._in_head, self._head = False, 0
        self._in_time()
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """The request is there; what follows is the head of the next one."""
        self._in_head = True
        super().on_message_complete()

    def pause_writing(self) -> None:
        """The client does not read; it has some time to go on."""
        super().pause_writing()
        self._unread = self._unread or self.loop.call_later(self._unread_s, self._give_up)

    def resume_writing(self) -> None:
        """The client reads again."""
        super().resume_writing()
        self._is_read()

    def connection_lost(self, exc: Exception | None) -> None:
        """The connection is over."""
        self._in_time()
        self._is_read()
        super().connection_lost(exc)

    def _give_up(self) -> None:
        self._figures.connections_refused_total += 1
        self.transport.abort()

    def _refuse(self, status: HTTPStatus) -> None:
        self._figures.connections_refused_total += 1
        again = f"retry-after: {COME_AGAIN_S}\r\n" if status == HTTPStatus.SERVICE_UNAVAILABLE else ""
        line = f"HTTP/1.1 {status.value} {status.phrase}\r\n{again}connection: close\r\ncontent-length: 0\r\n\r\n"
        self._in_time()
        self.transport.write(line.encode("ascii"))
        self.transport.close()

    def _in_time(self) -> None:
        if self._slow is not None:
            self._slow.cancel()
            self._slow = None

    def _is_read(self) -> None:
        if self._unread is not None:
            self._unread.cancel()
            self._unread = None
