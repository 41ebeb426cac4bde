"""What all pages share: the look, the language of whoever reads, and the way to a workshop."""

from typing import Final

from fastapi import Request
from nicegui import ui

from workshop.hosts import OWNER
from workshop.language import LANGUAGES, _, closest, direction
from workshop.live import Live
from workshop.method import Role
from workshop.pages.desk import Desk
from workshop.pages.elements import Words, box, link
from workshop.turn import Actor

IN_THE_DARK: Final = {
    "": '<link rel="stylesheet" href="/static/dark.css" media="(prefers-color-scheme: dark)" id="in-the-dark">',
    "0": '<link rel="stylesheet" href="/static/dark.css" media="not all" id="in-the-dark">',
    "1": '<link rel="stylesheet" href="/static/dark.css" media="all" id="in-the-dark">',
}


def dress(kind: str, title: str, language: str, dark: str = "") -> None:
    """The sheets and the typeface, and a class on the body for the kind of page; `dark` is "1", "0", or "" for what the reader likes."""
    ui.add_head_html('<link rel="stylesheet" href="/static/tokens.css">')
    ui.add_head_html(IN_THE_DARK[dark])
    ui.add_head_html('<link rel="stylesheet" href="/static/pages.css">')
    ui.add_head_html('<link rel="stylesheet" href="/static/tables.css">')
    ui.add_head_html('<link rel="stylesheet" href="/static/turns.css">')
    ui.add_head_html('<link rel="stylesheet" href="/static/surveys.css">')
    ui.add_head_html('<script src="/static/pages.js" defer></script>')
    ui.page_title(title)
    ui.query("body").classes(f"page {kind}")
    ui.query("html").props(f"lang={language} dir={direction(language)}")


def language_of(request: Request) -> str:
    """The language of the reader's browser, or the one that the address asks for."""
    wanted = request.query_params.get("lang", "")
    return wanted if wanted in LANGUAGES else closest(request.headers.get("accept-language", ""))


def actor_of(request: Request) -> Actor:
    """Who looks at a page, as the guard found out."""
    return Actor(request.scope.get("host", OWNER.id), Role.FACILITATOR)


async def live_of(desk: Desk, code: str, language: str) -> Live | None:
    """The workshop of a code; where there is none, the page says so."""
    live = await desk.rooms.get(code)
    if live is None:
        dress("home", "Palabre", language)
        with box("content"):
            Words("h1", desk.rooms.speaker(language)(_("No workshop has this code.")))
            link(desk.rooms.speaker(language)(_("All workshops")), "/")
    return live
