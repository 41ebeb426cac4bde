"""How large a request may be and how long it may take to arrive, checked in front of everything that reads it."""

import asyncio
import re
from collections.abc import Callable
from typing import Final

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from workshop.figures import Figures
from workshop.language import Speaker, _, closest

OF_PHONES: Final = ("/live/", "/j/", "/mine/")
OF_PICTURES: Final = re.compile(r"/live/picture/|/api/workshops/[^/]+/picture$")
MOST_OF_PHONES: Final = 64 * 1024
MOST: Final = 2 * 1024 * 1024
MOST_OF_PICTURES: Final = 8 * 1024 * 1024
LONGEST_S: Final = 30.0
TIMES_LONGER: Final = 4  # a picture over a bad network


class Bodies:
    """Answers 413 to a request whose body is too large, said or sent, and 408 to one that does not come to its end."""

    def __init__(
        self,
        app: ASGIApp,
        figures: Figures,
        speaker: Callable[[str], Speaker],
        longest_s: float = LONGEST_S,
        most_of_pictures: int = MOST_OF_PICTURES,
    ) -> None:
        self._app = app
        self._figures = figures
        self._speaker = speaker
        self._longest_s = longest_s
        self._most_of_pictures = most_of_pictures

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The ASGI application."""
        headers = Headers(scope=scope) if scope["type"] == "http" else Headers()
        size = headers.get("content-length", "0")
        most, longest_s = self._limits(scope.get("path", ""))
        if size.isdecimal() and int(size) > most:
            await self._refuse(headers, 413, scope, receive, send)
        elif size != "0" or "transfer-encoding" in headers:
            await self._watch(headers, most, longest_s, scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _limits(self, path: str) -> tuple[int, float]:
        """How large a body may be that is sent to a path, and how long it may take."""
        if OF_PICTURES.match(path):
            return self._most_of_pictures, self._longest_s * TIMES_LONGER
        return MOST_OF_PHONES if path.startswith(OF_PHONES) else MOST, self._longest_s

    async def _watch(self, headers: Headers, most: int, longest_s: float, scope: Scope, receive: Receive, send: Send) -> None:
        body = _Body(receive, send, most, longest_s)
        try:
            await self._app(scope, body.receive, body.send)
        except Exception as error:  # who reads is told that the sender is gone, and may well raise
            if not body.fault and not isinstance(error, ClientDisconnect):
                raise
        if body.fault and not body.answered:
            await self._refuse(headers, body.fault, scope, receive, send)

    async def _refuse(self, headers: Headers, status: int, scope: Scope, receive: Receive, send: Send) -> None:
        self._figures.bodies_refused_total += 1
        say = self._speaker(closest(headers.get("accept-language", "")))
        text = _("This is too large to be sent here.") if status == 413 else _("This took too long to arrive. Please send it again.")
        answer = PlainTextResponse(say(text), status, {"connection": "close", "cache-control": "no-store"})
        await answer(scope, receive, send)


class _Body:
    """A request as it arrives; `fault` is the status to refuse it with, once it is known."""

    def __init__(self, receive: Receive, send: Send, most: int, longest_s: float) -> None:
        self._receive = receive
        self._send = send
        self._left = most
        self._until = asyncio.get_running_loop().time() + longest_s
        self._complete = self.answered = False
        self.fault = 0

    async def receive(self) -> Message:
        if self._complete:
            return await self._receive()
        if self.fault:
            return {"type": "http.disconnect"}
        try:
            async with asyncio.timeout_at(self._until):
                message = await self._receive()
        except TimeoutError:
            self.fault = 408
            return {"type": "http.disconnect"}
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            self.fault = 413
            return {"type": "http.disconnect"}
        self._complete = not message.get("more_body", False)
        return message

    async def send(self, message: Message) -> None:
        if not self.fault or self.answered:  # what is answered to half a body is not sent
            self.answered = True
            await self._send(message)
