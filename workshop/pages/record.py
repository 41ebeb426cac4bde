"""The record as a page, as it will be downloaded; and each decision on a sheet of its own, to be printed."""

import asyncio
from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Final

from fastapi import Request
from nicegui import ui

from workshop.hosts import OWNER
from workshop.language import Message, Speaker, _
from workshop.pages.desk import Desk
from workshop.pages.elements import Words, adorn, box, link
from workshop.pages.shell import actor_of, dress, language_of, live_of
from workshop.record.attachments import file_of
from workshop.record.folder import RECORD, folder_of, shown_in
from workshop.record.page import html_of
from workshop.record.sheets import FOLDER as DECISIONS
from workshop.record.sheets import text_of

FORMATS: Final[Mapping[str, Message]] = {
    ".svg": _("Picture of the map (SVG)"),
    ".md": _("The map as a nested list (Markdown)"),
    ".mmd": _("The map as a diagram (Mermaid)"),
    ".opml": _("The map for outliners (OPML)"),
    ".graphml": _("The map as a network (GraphML)"),
    ".csv": _("All contributions as a table (CSV)"),
    ".ics": _("Review dates for a calendar (ICS)"),
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
    with box("top", "header"):
        link(say(_("All workshops")), "/")
        link(say(_("Console")), f"/console/{code}")
        process = await desk.processes.of(code)
        if process is not None and actor_of(request).id == OWNER.id:
            link(say(_("Process")), f"/process/{process.code}")
        Words("span", "", "space").set_visibility(True)
        link(say(_("Download as Markdown")), f"/api/workshops/{code}/record.md", "button go")
        link(say(_("Everything as a folder (ZIP)")), f"/api/workshops/{code}/record.zip")
        _decisions(say, code, files)
        _single_files(say, code, files)
    await _shown(files[RECORD].decode(), pictures, addresses)


async def decision(desk: Desk, request: Request, code: str, number: int) -> None:
    """Draws the sheet of one decision."""
    language = language_of(request)
    live = await live_of(desk, code, language)
    if live is None:
        return
    say = desk.rooms.speaker(language)
    dress("record", live.session.agenda.title, language)
    files = await asyncio.to_thread(folder_of, await live.entries(), live.methods, live.speaker)
    name = f"{DECISIONS}/{number}.md"
    with box("top", "header"):
        link(say(_("Record")), f"/record/{code}")
        Words("span", "", "space").set_visibility(True)
        if name in files:
            Words("button", say(_("Print")), "button go").on("click", js_handler="() => print()")
            link(say(_("Download as Markdown")), f"/api/workshops/{code}/files/{name}")
        else:
            Words("p", say(_("There is no such decision.")))
    await _shown(files.get(name, b"").decode(), {}, {})


async def _shown(markdown: str, pictures: Mapping[str, str], addresses: Mapping[str, str]) -> None:
    minutes = await asyncio.to_thread(html_of, markdown, pictures, addresses)
    with box("minutes"):
        ui.html(minutes, sanitize=False)  # the only markup on any page: made by html_of, which lets nothing of people's through


def _decisions(say: Speaker, code: str, files: Mapping[str, bytes]) -> None:
    """Each decision on a sheet of its own."""
    numbers = sorted(int(PurePath(name).stem) for name in files if name.startswith(f"{DECISIONS}/"))
    if not numbers:
        return
    with box("pop", "details"):
        Words("summary", say(_("Decision sheets")), "button")
        with box("pop-sheet"):
            for number in numbers:
                with box("file", "a") as one:
                    Words("span", say(_("Decision {number}", number=number)))
                    Words("span", text_of(files[f"{DECISIONS}/{number}.md"].decode()), "soft")
                adorn(one, href=f"/record/{code}/decision/{number}")


def _single_files(say: Speaker, code: str, names: Iterable[str]) -> None:
    """What else can be downloaded by itself."""
    offered = [
        (name, format) for format in FORMATS for name in names if PurePath(name).suffix == format and name != RECORD and "/" not in name
    ]
    with box("pop", "details"):
        Words("summary", say(_("Single files")), "button")
        with box("pop-sheet"):
            for name, format in offered:
                with box("file", "a") as file:
                    Words("span", say(FORMATS[format]))
                    Words("span", name, "soft")
                adorn(file, href=f"/api/workshops/{code}/files/{name}")
