"""The phones' pages over HTTP: the join page, its QR code, and the client's words."""

import io
import re
from collections.abc import Callable
from functools import lru_cache
from math import ceil
from pathlib import Path
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from workshop.attempts import Attempts, TooMany, source_of
from workshop.client import ROUTE
from workshop.join_page import join_page, words
from workshop.language import LANGUAGES, Words, _, closest, direction
from workshop.live import Live
from workshop.notice import HEADERS, notice
from workshop.rooms import Rooms

TABLE: Final = re.compile(r"[1-9][0-9]{0,2}")
CODE: Final = re.compile(r"[2-9A-HJKMNP-Za-hjkmnp-z]{6}")


def add_join_pages(app: FastAPI, rooms: Rooms, attempts: Attempts, static: Path, address: Callable[[str], str]) -> None:
    """Registers the pages; `address` makes the join address of a code."""
    page = join_page(static)

    async def find(request: Request, code: str) -> Live | None:
        return await attempts.find(source_of(request.scope), code.upper(), rooms.get) if CODE.fullmatch(code) else None

    async def join(request: Request, code: str) -> Response:
        language = request.query_params.get("lang") or closest(request.headers.get("accept-language", ""))
        language = language if language in LANGUAGES else "en"
        say = rooms.speaker(language)
        try:
            live = await find(request, code)
        except TooMany as error:
            text = _("Many wrong codes come from this network just now. Please wait a moment: this page tries again by itself.")
            return notice(language, f"<p>{say(text)}</p>", 429, f"/j/{code}", ceil(error.after))
        rtl = [tag for tag in LANGUAGES if direction(tag) == "rtl"]
        boot = _about(live, say) | {"languages": dict(LANGUAGES), "rtl": rtl, "language": language, "words": words(static, language)}
        policy = {"content-security-policy": page.policy(request.headers.get("host", ""))}
        return HTMLResponse(page.filled(boot, say), 404 if live is None else 200, HEADERS | policy)

    async def qr(request: Request, code: str) -> Response:
        try:
            live = await find(request, code)
        except TooMany as error:
            return Response(status_code=429, headers=HEADERS | {"retry-after": str(ceil(error.after))})
        if live is None:
            return Response(status_code=404, headers=HEADERS)
        leads_to = address(live.row.code) + for_table(request.query_params.get("table", ""))
        return Response(qr_svg(leads_to), media_type="image/svg+xml", headers=HEADERS)

    async def client_words(code: str, language: str) -> Response:
        """The same for every code, so it tells nothing about one."""
        return JSONResponse(words(static, language if language in LANGUAGES else "en"), headers=HEADERS)

    app.add_api_route(ROUTE, page.client.serve, methods=["GET"])
    app.add_api_route("/j/{code}", join, methods=["GET"])
    app.add_api_route("/j/{code}/qr.svg", qr, methods=["GET"])
    app.add_api_route("/j/{code}/words/{language}", client_words, methods=["GET"])


def for_table(number: str) -> str:
    """What comes behind the address for the device that a table shares; nothing where that is no table."""
    return f"?table={number}" if TABLE.fullmatch(number) else ""


@lru_cache
def qr_svg(text: str) -> bytes:
    """A QR code as SVG, with the quiet zone of four modules that scanners need."""
    import qrcode.image.svg  # brings a library for pictures along, which no phone waits for

    out = io.BytesIO()
    qrcode.make(text, image_factory=qrcode.image.svg.SvgPathFillImage, border=4).save(out)
    return out.getvalue()


def _about(live: Live | None, say: Callable[[Words], str]) -> dict[str, Any]:
    if live is None:
        text = _("No workshop has this code. Please look at the wall again, or scan the QR code.")
        return {"code": "", "title": "Palabre", "refused": say(text)}
    agenda = live.session.agenda
    people = len(live.session.present)
    return {"code": live.row.code, "title": agenda.title, "question": agenda.question, "place": agenda.place, "people": people}
