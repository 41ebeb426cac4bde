"""The print page of a workshop, for those who signed in."""

from collections.abc import Callable
from typing import Final

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from workshop.language import LANGUAGES, closest
from workshop.notice import HEADERS
from workshop.printing.page import MOST, page_of
from workshop.printing.press import Press
from workshop.printing.seats import seating_step, seats_of
from workshop.rooms import Rooms

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'"
)


def add_print_page(app: FastAPI, rooms: Rooms, address: Callable[[str], str], wifi: tuple[str, str, str] = ("", "", "")) -> None:
    """Registers it; `address` makes the join address of a code, `wifi` is the room's network: name, password, and what its code holds."""

    async def printed(request: Request, code: str) -> Response:
        live = await rooms.get(code)
        if live is None:
            return JSONResponse({"error": "no workshop has this code"}, 404)
        query = request.query_params
        language = query.get("lang", "") or closest(request.headers.get("accept-language", ""))
        agenda, say = live.session.agenda, rooms.speaker(language if language in LANGUAGES else "en")
        paper = live.speaker(agenda.language)
        people, step = _people(query.get("people", "")), seating_step(live)
        seats = await seats_of(live, step, people, paper) if step else None
        name, password, holds = wifi
        press = Press(agenda.title, agenda.question, live.row.code, address(live.row.code), paper, name, holds, password, seats)
        page = page_of(press, query.get("show", "poster"), people, step is not None, say)
        return HTMLResponse(page, headers=HEADERS | {"content-security-policy": POLICY})

    app.add_api_route("/print/{code}", printed, methods=["GET"])


def _people(given: str) -> int:
    return min(MOST, max(2, int(given))) if given.isdecimal() and len(given) < 6 else 0
