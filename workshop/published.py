"""The public page of a process, `/p/CODE`: what was published last, in the language of the process. The same page, as it would be now, is
shown to staff before they publish it.

A code that is unknown, and one of a process that is not published, are answered alike, and cannot be tried one after the other.
"""

import asyncio
import re
from collections import OrderedDict
from collections.abc import Mapping
from math import ceil
from typing import Final

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from workshop.attempts import Attempts, TooMany, source_of
from workshop.dossier.told import days_of
from workshop.language import Message, Speaker, _, closest
from workshop.messages import CODE_LENGTH, CODE_LETTERS
from workshop.mine_page import plain_page
from workshop.processes import Processes
from workshop.publishing.heads import Logs, as_published, heads_of
from workshop.publishing.page import headers_of, public_page
from workshop.publishing.shown import shown_of

CODE: Final = re.compile(rf"[{CODE_LETTERS}{CODE_LETTERS.lower()}]{{{CODE_LENGTH}}}")
MOST_KEPT: Final = 50


class Published:
    """Answers those who come to read. A page is made anew only when one of its logs went on: an erasure is a line too."""

    def __init__(self, processes: Processes, attempts: Attempts) -> None:
        self._processes, self._attempts = processes, attempts
        self._kept: OrderedDict[str, tuple[object, str]] = OrderedDict()
        processes.rooms.forgetting.on_erasure(lambda _code, _whom: self._kept.clear())

    async def read(self, request: Request, code: str) -> Response:
        """The public page."""
        code = code.upper()
        try:
            page = await self._attempts.find(source_of(request.scope), await self._asked(code), lambda _key: self._page(code))
        except TooMany as error:
            text = _("Many wrong addresses come from this network just now. Please wait a moment, and open the page again.")
            return plain_page(self._say(request), _("Please wait a moment."), text, status=429, after=ceil(error.after))
        if page is None:
            gone = _("Maybe it was not copied whole, or what stood here is not public any more.")
            return plain_page(self._say(request), _("This address leads nowhere."), gone, status=404)
        return HTMLResponse(page, headers=headers_of())

    async def preview(self, code: str) -> Response:
        """The page as it would be if it were published now; for staff."""
        logs = await self._processes.logs(code)
        if not logs:
            return JSONResponse({"error": "no process has this code"}, 404)
        return HTMLResponse(
            await asyncio.to_thread(self._written, logs, heads_of(logs), self._processes.clock()), headers=headers_of(framed=True)
        )

    async def _asked(self, code: str) -> str:
        """As what a code is tried: as another one once it is published, so that nobody who came too early waits."""
        process = await self._processes.get(code) if CODE.fullmatch(code) else None
        return f"{code}/{process.published_at if process else 0}"

    async def _page(self, code: str) -> str | None:
        process = await self._processes.get(code) if CODE.fullmatch(code) else None
        if process is None or process.published is None:
            self._kept.pop(code, None)
            return None
        key = await self._processes.version(code)
        kept = self._kept.get(code)
        if kept is None or kept[0] != key:
            logs = await self._processes.logs(code)
            kept = key, await asyncio.to_thread(self._written, logs, process.published, process.published_at)
        self._kept[code] = kept
        self._kept.move_to_end(code)
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        return kept[1]

    def _written(self, logs: Logs, heads: Mapping[str, str], at: int) -> str:
        dossier = as_published(logs, heads, self._processes.rooms.registry.methods)
        day: Message = days_of(dossier).day(at)
        return public_page(shown_of(dossier), day, self._processes.rooms.speaker(dossier.process.language))

    def _say(self, request: Request) -> Speaker:
        return self._processes.rooms.speaker(closest(request.headers.get("accept-language", "")))


def add_published(everybody: FastAPI, signed_in: FastAPI, processes: Processes, attempts: Attempts) -> None:
    """Registers the public page, and the one that staff look at before."""
    published = Published(processes, attempts)

    @everybody.get("/p/{code}")
    async def read(request: Request, code: str) -> Response:
        return await published.read(request, code)

    @signed_in.get("/api/processes/{code}/preview")
    async def preview(code: str) -> Response:
        return await published.preview(code)
