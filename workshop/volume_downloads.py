"""The folder of a process as an archive, for those who signed in."""

import asyncio
from collections.abc import Mapping

from fastapi import FastAPI
from fastapi.responses import JSONResponse, Response

from workshop.method import Method
from workshop.record.folder import zip_of
from workshop.speakers import speakers
from workshop.store.processes import ProcessRow
from workshop.store.store import Store, off_loop
from workshop.volume.source import source_of, written_from


def add_volume_downloads(app: FastAPI, store: Store, methods: Mapping[str, Method]) -> None:
    """Registers the route; the sign-in stands in front of it."""
    say_in = speakers(methods)

    def packed(row: ProcessRow) -> bytes:
        files = written_from(source_of(store, row, methods), methods, say_in).files
        return zip_of({f"{row.code}/{name}": content for name, content in files.items()})

    async def zipped(code: str) -> Response:
        row = await off_loop(store.processes.find, code.upper())
        if row is None:
            return JSONResponse({"error": "no process has this code"}, 404)
        headers = {
            "content-disposition": f'attachment; filename="process-{row.code}.zip"',
            "x-content-type-options": "nosniff",
            "cache-control": "no-store",
        }
        return Response(await asyncio.to_thread(packed, row), media_type="application/zip", headers=headers)

    app.add_api_route("/api/processes/{code}/folder.zip", zipped, methods=["GET"])
