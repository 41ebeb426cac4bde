"""The record as a page, as it will be downloaded."""

import asyncio
from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Final

from fastapi import Request
from nicegui import ui

from workshop.language import Message, Speaker, _
from workshop.pages.desk import Desk
from workshop.pages.elements import Words, adorn, box, link
from workshop.pages.shell import dress, language_of, live_of
from workshop.record.attachments import file_of
from workshop.record.folder import RECORD, folder_of, shown_in
from workshop.record.page import html_of

FORMATS: Final[Mapping[str, Message]] = {
    ".svg": _("Picture of the map (SVG)"),
    ".md": _("The map as a nested list (Markdown)"),
    ".mmd": _("The map as a diagram (Mermaid)"),
    ".opml": _("The map for outliners (OPML)"),
    ".graphml": _("The map as a network (GraphML)"),
    ".csv": _("All contributions as a table (CSV)"),
}


async def record(desk: Desk, request: Request, code: str) -> None:
    """Draws the page."""
    language = language_of(request)
    live = await live_of(desk, code, language)
    if live is None:
        return
    say = desk.rooms.speaker(language)
    dress("record", live.session.agenda.title, language)
    entries = await live.entries()
    files = await asyncio.to_thread(folder_of, entries, live.methods, live.speaker)
    pictures = {name: content.decode() for name, content in files.items() if name.endswith(".svg")}
    attached = await asyncio.to_thread(shown_in, entries, live.methods)
    addresses = {file_of(id): f"/live/picture/{id}" for id in attached.digests}
    minutes = await asyncio.to_thread(html_of, files[RECORD].decode(), pictures, addresses)
    with box("top", "header"):
        link(say(_("All workshops")), "/")
        link(say(_("Console")), f"/console/{code}")
        Words("span", "", "space").set_visibility(True)
        link(say(_("Download as Markdown")), f"/api/workshops/{code}/record.md", "button go")
        link(say(_("Everything as a folder (ZIP)")), f"/api/workshops/{code}/record.zip")
        _single_files(say, code, files)
    with box("minutes"):
        ui.html(minutes, sanitize=False)  # the only markup on any page: made by html_of, which lets nothing of people's through


def _single_files(say: Speaker, code: str, names: Iterable[str]) -> None:
    """What else can be downloaded by itself."""
    offered = [(name, format) for format in FORMATS for name in names if PurePath(name).suffix == format and name != RECORD]
    with box("pop", "details"):
        Words("summary", say(_("Single files")), "button")
        with box("pop-sheet"):
            for name, format in offered:
                with box("file", "a") as file:
                    Words("span", say(FORMATS[format]))
                    Words("span", name, "soft")
                adorn(file, href=f"/api/workshops/{code}/files/{name}")
