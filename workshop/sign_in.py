"""Who may open the pages of facilitators and staff: a link with a one-time token, as it stands in the terminal, gives a cookie.

The guard stands in front of everything: nothing but the phones' pages and the sign-in itself answers without the cookie.
"""

import re
import secrets
from collections.abc import Callable
from http.cookies import CookieError, SimpleCookie
from math import ceil
from typing import Final
from urllib.parse import urlencode, urlsplit

from starlette.requests import HTTPConnection, Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from workshop.attempts import Attempts, TooMany, source_of
from workshop.hosts import OWNER, Host, host_of
from workshop.language import Speaker, _, closest
from workshop.messages import digest_of, new_token
from workshop.notice import notice
from workshop.store.store import Store

CODE: Final = re.compile(r"[2-9A-HJKMNP-Za-hjkmnp-z]{6}")
COOKIE: Final = "palabre"
HOURS: Final = 12
OPEN: Final = ("/j/", "/live/", "/static/", "/mine/", "/p/")
OPEN_PATHS: Final = frozenset({"/healthz", "/readyz", "/metrics"})
CODE_FORM: Final = """<form action="/enter"><label for="code">{label}</label>
<input id="code" name="code" maxlength="7" autocomplete="off" autocapitalize="characters" required>
<button class="button go">{button}</button></form>"""


class SignIn:
    """One-time tokens and the sign-ins that came of them."""

    def __init__(self, store: Store, clock: Callable[[], int]) -> None:
        self._store = store
        self._clock = clock
        self._offered: dict[str, str] = {}
        self._held: dict[str, tuple[str, int]] = dict(store.sign_ins(clock()))

    def offer(self, host: Host = OWNER) -> str:
        """A token that signs one browser in, once."""
        token = new_token()
        self._offered[digest_of(token)] = host.role
        return token

    async def accept(self, token: str) -> str | None:
        """The secret of a new sign-in for an offered token; None when it was never offered, or used before."""
        role = self._offered.pop(digest_of(token), None)
        if role is None:
            return None
        secret = secrets.token_urlsafe(32)
        until = self._clock() + HOURS * 3_600_000
        await self._store.sign_in(digest_of(secret), role, until)
        self._held[digest_of(secret)] = (role, until)
        return secret

    def host_of(self, connection: HTTPConnection) -> Host | None:
        """Whoever sends a request, if they signed in."""
        try:
            cookie = SimpleCookie(connection.headers.get("cookie", "")).get(COOKIE)
        except CookieError:
            return None
        role, until = self._held.get(digest_of(cookie.value), (None, 0)) if cookie is not None else (None, 0)
        return host_of(role) if role is not None and until > self._clock() else None


class Guard:
    """Leads to the application that is for everybody, and whoever signed in to the other one."""

    def __init__(self, everybody: ASGIApp, signed_in: ASGIApp, sign_in: SignIn, links: Attempts, speaker: Callable[[str], Speaker]) -> None:
        self._everybody = everybody
        self._signed_in = signed_in
        self._sign_in = sign_in
        self._links = links
        self._speaker = speaker

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The ASGI application."""
        if scope["type"] not in ("http", "websocket"):
            return await self._signed_in(scope, receive, send)
        connection = HTTPConnection(scope)
        path = scope["path"]
        if path == "/sign-in" and scope["type"] == "http":
            return await (await self._answer(Request(scope)))(scope, receive, send)
        if path.startswith(OPEN) or path in OPEN_PATHS:
            return await self._everybody(scope, receive, send)
        if scope["type"] == "http" and (code := _code_in(path, connection)):
            return await RedirectResponse(f"/j/{code}")(scope, receive, send)
        host = self._sign_in.host_of(connection)
        if host is not None and _same_origin(connection):
            if not host.may_open(path):
                return await RedirectResponse(f"/console/{host.code}")(scope, receive, send)
            return await self._signed_in({**scope, "host": host.id}, receive, send)
        if scope["type"] == "websocket":
            return await send({"type": "websocket.close", "code": 4401})
        language = closest(connection.headers.get("accept-language", ""))
        say = self._speaker(language)
        text = say(_("This page is for the facilitator. Open it with the link that the terminal shows when Palabre starts."))
        form = CODE_FORM.format(label=say(_("Taking part? Type the code that is on the wall.")), button=say(_("Come in")))
        return await notice(language, f"{form}<p>{text}</p>", 401)(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        language, token = closest(request.headers.get("accept-language", "")), request.query_params.get("token", "")
        say = self._speaker(language)
        try:
            secret = await self._links.find(source_of(request.scope), digest_of(token), lambda _hash: self._sign_in.accept(token))
        except TooMany as error:
            text = _("Too many links that are not known came from this network. Please wait a moment: this page tries again by itself.")
            return notice(language, f"<p>{say(text)}</p>", 429, f"/sign-in?{urlencode({'token': token})}", ceil(error.after))
        if secret is None and not self._sign_in.host_of(request):
            text = _("This link was used already, or is not known. Start Palabre again: the terminal then shows a new one.")
            return notice(language, f"<p>{say(text)}</p>", 401)
        text = _("You are signed in.")
        page = notice(language, f"<p>{say(text)}</p>", 200, onward="/")
        if secret is not None:
            secure = request.url.scheme == "https"
            page.set_cookie(COOKIE, secret, max_age=HOURS * 3600, httponly=True, samesite="strict", secure=secure)
        return page


def _code_in(path: str, connection: HTTPConnection) -> str:
    """The code in the short address `/CODE`, or typed into the form; "" where there is none."""
    typed = connection.query_params.get("code", "") if path == "/enter" else path[1:]
    typed = "".join(typed.split())
    return typed.upper() if CODE.fullmatch(typed) else ""


def _same_origin(connection: HTTPConnection) -> bool:
    """Whether a WebSocket, or a request that changes something, comes from a page of ours."""
    origin = connection.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == connection.headers.get("host", "")
