"""The pictures of a workshop over HTTP: phones and the console bring them, and whoever knows the id of one sees it.

An `<img>` sends no token, so the id, which cannot be guessed, is what lets one see a picture: it is told to those in the workshop, to the
wall and to staff, and stands in the exported log.
"""

from typing import Final

from fastapi import FastAPI, Request, Response

from workshop.callers import Callers
from workshop.darkroom import MEDIA_TYPE
from workshop.hosts import OWNER
from workshop.language import closest
from workshop.method import Role
from workshop.rooms import Rooms
from workshop.turn import Actor
from workshop.uploads import Uploads

HEADERS: Final = {
    "cache-control": "private, max-age=31536000, immutable",
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "content-encoding": "identity",  # else it would be packed in vain, on the event loop
}


def add_pictures(app: FastAPI, rooms: Rooms, callers: Callers, uploads: Uploads) -> None:
    """Registers what is for everybody: bringing one, and looking at one."""

    @app.post("/live/picture/{code}")
    async def bring(code: str, request: Request) -> Response:
        caller = callers.recall(code, _token(request))
        if caller is None or not caller.known:
            return Response(b'{"ok":false,"code":"unknown"}', 401, media_type="application/json")
        actor = Actor(caller.who.id, Role.PARTICIPANT)
        return await uploads.take(caller.live, actor, request, caller.live.speaker(caller.who.language))

    @app.get("/live/picture/{id}")
    async def show(id: str) -> Response:
        live = rooms.known(id.partition("-")[0])
        known = live.session.pictures.get(id) if live is not None else None
        content = await live.album.content(id) if live is not None and known is not None and not known.erased else None
        if content is None:
            return Response(status_code=404)
        return Response(content, media_type=MEDIA_TYPE, headers=HEADERS)


def add_console_pictures(app: FastAPI, rooms: Rooms, uploads: Uploads) -> None:
    """Registers what is for facilitators; the sign-in stands in front of it."""

    @app.post("/api/workshops/{code}/picture")
    async def bring(code: str, request: Request) -> Response:
        live = await rooms.get(code)
        if live is None:
            return Response(b'{"ok":false,"code":"unknown"}', 404, media_type="application/json")
        actor = Actor(request.scope.get("host", OWNER.id), Role.FACILITATOR)
        return await uploads.take(live, actor, request, live.speaker(closest(request.headers.get("accept-language", ""))))


def _token(request: Request) -> str:
    scheme, _space, token = request.headers.get("authorization", "").partition(" ")
    return token if scheme == "Bearer" else ""
