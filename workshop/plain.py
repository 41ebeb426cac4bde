"""The plain path of the phones, for networks that break WebSockets and long polling: `POST` a message, `GET` the screen.

`POST /live/plain/{code}` takes `{event, data}` and answers as over the socket; `GET /live/plain/{code}?since=…` answers the whole
screen, or 204 after a while in which nothing was new. The phone's token stands in the header `Authorization: Bearer …`.
"""

import asyncio
from typing import Any, Final
from zlib import crc32

import orjson
from fastapi import FastAPI, Request, Response

from workshop.attempts import source_of
from workshop.callers import Caller, Callers, Origin, Refused, malformed, welcome
from workshop.gate import EVENTS
from workshop.live import Live
from workshop.messages import BadMessage

Json = Any
NEWS_S: Final = 10.0
AWAY_S: Final = 30.0


class Visits:
    """Who asked over the plain path lately: they count as connected until they have not asked for a while."""

    def __init__(self) -> None:
        self._ends: dict[tuple[str, str], asyncio.TimerHandle] = {}

    def seen(self, live: Live, person: str) -> None:
        """This person has just asked."""
        key = (live.row.code, person)
        before = self._ends.pop(key, None)
        if before is None:
            live.arrive(person)
        else:
            before.cancel()
        self._ends[key] = asyncio.get_running_loop().call_later(AWAY_S, self._gone, live, key)

    def _gone(self, live: Live, key: tuple[str, str]) -> None:
        del self._ends[key]
        live.depart(key[1])


def add_plain_path(app: FastAPI, callers: Callers) -> None:
    """Adds the two routes."""
    visits = Visits()

    @app.post("/live/plain/{code}")
    async def send(code: str, request: Request) -> Response:
        message = await _message(request)
        if message is None:
            return _json({"ok": False, "code": "bad-message", "message": "A message is {event, data}."}, 400)
        event, data = message
        if event == "connect":
            return await _connect(callers, code, request)
        caller = callers.recall(code, _token(request))
        if caller is None:
            return _json({"ok": False, "code": "unknown"}, 401)
        too_fast = callers.too_fast(caller)
        if too_fast is not None:
            return _json(too_fast)
        visits.seen(caller.live, caller.who.id)
        try:
            return _json(await _done(callers, caller, event, data))
        except BadMessage as error:
            return _json(malformed(error), 400)

    @app.get("/live/plain/{code}")
    async def screen(code: str, request: Request, since: str = "") -> Response:
        caller = callers.recall(code, _token(request))
        if caller is None or caller.who.id not in caller.live.session.people:
            return _json({"ok": False, "code": "unknown"}, 401)
        visits.seen(caller.live, caller.who.id)
        return await _news(caller, since)


async def _message(request: Request) -> tuple[str, dict[str, Json]] | None:
    try:
        match orjson.loads(await request.body()):
            case {"event": str(event), **more} if event == "connect" or event in EVENTS:
                data = more.get("data", {})
                return (event, data) if isinstance(data, dict) else None
    except ValueError:
        pass
    return None


def _token(request: Request) -> str:
    scheme, _space, token = request.headers.get("authorization", "").partition(" ")
    return token if scheme == "Bearer" else ""


async def _connect(callers: Callers, code: str, request: Request) -> Response:
    try:
        caller = await callers.greet(code, _token(request), Origin(source_of(request.scope), request.headers.get("accept-language", "")))
    except Refused as refused:
        return _json({"ok": False} | refused.answer)
    callers.expect(caller)
    return _json({"ok": True, "welcome": welcome(caller)})


async def _done(callers: Callers, caller: Caller, event: str, data: dict[str, Json]) -> dict[str, Json]:
    match event:
        case "join":
            return await callers.join(caller, data)
        case "leave":
            return await callers.leave(caller, data)
        case "sync":
            return {"ok": True}
        case _:
            answered: asyncio.Future[dict[str, Json]] = asyncio.get_running_loop().create_future()
            callers.do(caller, data, answered.set_result)
            return await answered


async def _news(caller: Caller, since: str) -> Response:
    """The screen as soon as it is another than `since`; it is looked at after every beat."""
    live, who = caller.live, caller.who
    until = asyncio.get_running_loop().time() + NEWS_S
    while True:
        screen = caller.crowd.screen(who.id, who.language)
        mark = f"{crc32(screen):08x}{len(screen):x}"
        left = until - asyncio.get_running_loop().time()
        if mark != since:
            return Response(b'{"mark":"%b",%b' % (mark.encode(), screen[1:]), media_type="application/json", headers=NO_STORE)
        if left <= 0 or not await live.news(left):
            return Response(status_code=204, headers=NO_STORE)


NO_STORE: Final = {"Cache-Control": "no-store"}


def _json(answer: dict[str, Json], status: int = 200) -> Response:
    return Response(orjson.dumps(answer), status, media_type="application/json", headers=NO_STORE)
