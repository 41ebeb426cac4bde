"""What stands in the frames of the gallery: one block, drawn by the modules that draw it in a workshop."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Literal

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse
from nicegui import ui

from workshop.audience import Update
from workshop.blocks import encode
from workshop.join_page import join_page, words
from workshop.language import speaker
from workshop.pages.elements import box
from workshop.pages.gallery.samples import samples
from workshop.pages.screen import Screen
from workshop.pages.shell import dress, language_of

Json = Any
OWN_LOCALE: Final = Path(__file__).parents[2] / "locale"
LIGHT: Final = {"": "(prefers-color-scheme: dark)", "0": "not all", "1": "all"}
SHEETS: Final = {
    "console": '<link rel="stylesheet" href="/static/console.css">',
    "wall": '<link rel="stylesheet" href="/static/wall.css">',
}


def add_frames(app: FastAPI, static: Path) -> None:
    """Registers a frame for each seat: the phone's is a page of the phone client, the others are NiceGUI's."""
    template = join_page(static)

    async def phone(request: Request, kind: str, number: int, dark: Literal["", "0", "1"] = "") -> HTMLResponse:
        say = speaker(language_of(request), [OWN_LOCALE])
        blocks = encode([samples(kind)[number]], say)
        page = template.filled({"title": kind, "blocks": blocks, "words": words(static, say.language)}, say)
        page = page.replace(template.client.address, "/static/gallery/phone.js")
        return HTMLResponse(page.replace("(prefers-color-scheme:dark)", LIGHT[dark]))

    async def other(request: Request, seat: Literal["console", "wall"], kind: str, number: int, dark: Literal["", "0", "1"] = "") -> None:
        say = speaker(language_of(request), [OWN_LOCALE])
        dress(seat, kind, say.language, dark)
        with _stage(seat):
            into = box("screen")
        Screen(into, say, _nothing)(Update(1, None, kind, encode([samples(kind)[number]], say)))

    app.add_api_route("/gallery/phone/{kind}/{number}", phone, methods=["GET"])
    ui.page("/gallery/{seat}/{kind}/{number}", response_timeout=30)(other)


def _stage(seat: str) -> Any:
    ui.add_head_html(SHEETS[seat])
    if seat == "console":
        return box("stage-sheet sheet")
    ui.add_head_html('<script src="/static/wall/wall.js" type="module"></script>')
    with box("stage"):
        return box("running")


async def _nothing(_command: str, _args: Mapping[str, Json]) -> bool:
    """What is pressed here goes nowhere."""
    return True
