"""Answers that nobody on the way may keep: what phones poll for, and how the server is."""

from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

UNKEPT: Final = ("/live/", "/j/", "/healthz", "/readyz", "/metrics")
HEADER: Final = (b"cache-control", b"no-store")


class Unkept:
    """Says so in every answer on these paths that does not say how it may be kept."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The ASGI application."""
        if scope["type"] != "http" or not scope["path"].startswith(UNKEPT):
            await self._app(scope, receive, send)
            return

        async def send_unkept(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = list(message.get("headers", []))
                if all(name.lower() != HEADER[0] for name, _value in headers):
                    message = {**message, "headers": [*headers, HEADER]}
            await send(message)

        await self._app(scope, receive, send_unkept)
