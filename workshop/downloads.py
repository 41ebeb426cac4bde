"""HTTP for programs: the record of a workshop for those who signed in, and the health of the server for everybody."""

import asyncio
from collections.abc import Awaitable, Callable

from fastapi import FastAPI
from fastapi.responses import JSONResponse, PlainTextResponse, Response

from workshop.callers import Callers
from workshop.figures import Figures, exposition
from workshop.live import Live
from workshop.record.folder import folder_of, zip_of
from workshop.rooms import Rooms
from workshop.store.store import Store, off_loop


def add_downloads(app: FastAPI, rooms: Rooms, callers: Callers, store: Store, figures: Figures) -> None:
    """Registers the routes; what stands under `/api` is guarded by the sign-in in front."""

    async def files(live: Live) -> dict[str, bytes]:
        return await asyncio.to_thread(folder_of, await live.entries(), live.methods, live.speaker)

    async def answer(code: str, make: Callable[[Live], Awaitable[Response]]) -> Response:
        live = await rooms.get(code)
        return JSONResponse({"error": "no workshop has this code"}, 404) if live is None else await make(live)

    async def markdown(code: str) -> Response:
        async def make(live: Live) -> Response:
            return _file((await files(live))["record.md"], "text/markdown; charset=utf-8", f"record-{live.row.code}.md")

        return await answer(code, make)

    async def zipped(code: str) -> Response:
        async def make(live: Live) -> Response:
            return _file(zip_of(await files(live)), "application/zip", f"record-{live.row.code}.zip")

        return await answer(code, make)

    async def healthy() -> Response:
        return PlainTextResponse("ok")

    async def ready() -> Response:
        try:
            await off_loop(store.ready)
        except Exception as error:
            return PlainTextResponse(f"the database does not answer: {type(error).__name__}", 503)
        return PlainTextResponse("ok")

    async def metrics() -> Response:
        lives = rooms.opened()
        figures.workshops_open = len(lives)
        figures.people_connected = sum(len(live.connected) for live in lives)
        figures.commands_waiting = sum(live.waiting for live in lives)
        figures.commands_accepted_total = sum(live.accepted for live in lives)
        figures.commands_refused_total = sum(live.refused for live in lives)
        figures.commands_limited_total = callers.limited
        figures.beats_total = sum(live.beat.number for live in lives)
        figures.beat_seconds_total = sum(live.beat.seconds for live in lives)
        figures.phones_connected = sum(len(crowd.members) for crowd in callers.crowds())
        figures.phones_stale = sum(crowd.stale for crowd in callers.crowds())
        return PlainTextResponse(exposition(figures), media_type="text/plain; version=0.0.4")

    app.add_api_route("/api/workshops/{code}/record.md", markdown, methods=["GET"])
    app.add_api_route("/api/workshops/{code}/record.zip", zipped, methods=["GET"])
    app.add_api_route("/healthz", healthy, methods=["GET"])
    app.add_api_route("/readyz", ready, methods=["GET"])
    app.add_api_route("/metrics", metrics, methods=["GET"])


def _file(content: bytes, media_type: str, name: str) -> Response:
    headers = {
        "content-disposition": f'attachment; filename="{name}"',
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
    }
    return Response(content, media_type=media_type, headers=headers)
