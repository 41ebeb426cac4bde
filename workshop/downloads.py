"""The record of a workshop as a file, whole or in part, for those who signed in."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import PurePath
from typing import Final

from fastapi import FastAPI
from fastapi.responses import JSONResponse, Response

from workshop.live import Live
from workshop.record.folder import folder_of, shown_in, with_pictures, zip_of
from workshop.rooms import Rooms

KINDS: Final = {
    ".svg": "image/svg+xml", ".md": "text/markdown; charset=utf-8", ".mmd": "text/plain; charset=utf-8", ".csv": "text/csv; charset=utf-8",
    ".graphml": "application/xml", ".opml": "text/x-opml", ".ics": "text/calendar; charset=utf-8", ".jsonl": "application/x-ndjson",
}  # fmt: skip


def add_downloads(app: FastAPI, rooms: Rooms) -> None:
    """Registers the routes; the sign-in stands in front of them."""

    async def files(live: Live) -> dict[str, bytes]:
        return await asyncio.to_thread(folder_of, await live.entries(), live.methods, live.speaker)

    async def all_files(live: Live) -> dict[str, bytes]:
        attached = await asyncio.to_thread(shown_in, await live.entries(), live.methods)
        return with_pictures(await files(live), await live.album.contents(attached.digests))

    async def answer(code: str, make: Callable[[Live], Awaitable[Response]]) -> Response:
        live = await rooms.get(code)
        return JSONResponse({"error": "no workshop has this code"}, 404) if live is None else await make(live)

    async def markdown(code: str) -> Response:
        async def make(live: Live) -> Response:
            return _file((await files(live))["record.md"], "text/markdown; charset=utf-8", f"record-{live.row.code}.md")

        return await answer(code, make)

    async def zipped(code: str) -> Response:
        async def make(live: Live) -> Response:
            return _file(await asyncio.to_thread(zip_of, await all_files(live)), "application/zip", f"record-{live.row.code}.zip")

        return await answer(code, make)

    async def one(code: str, name: str) -> Response:
        async def make(live: Live) -> Response:
            content = (await files(live)).get(name)
            if content is None:
                return JSONResponse({"error": "the record of this workshop has no such file"}, 404)
            path = PurePath(name)
            return _file(content, KINDS.get(path.suffix, "application/octet-stream"), f"{path.stem}-{live.row.code}{path.suffix}")

        return await answer(code, make)

    app.add_api_route("/api/workshops/{code}/record.md", markdown, methods=["GET"])
    app.add_api_route("/api/workshops/{code}/record.zip", zipped, methods=["GET"])
    app.add_api_route("/api/workshops/{code}/files/{name:path}", one, methods=["GET"])


def _file(content: bytes, media_type: str, name: str) -> Response:
    headers = {
        "content-disposition": f'attachment; filename="{name}"',
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
    }
    return Response(content, media_type=media_type, headers=headers)
