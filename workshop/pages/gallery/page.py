"""The gallery: for each kind of block and each of its moments a phone, a wall, a console, and the Markdown of the record."""

from collections.abc import Sequence
from pathlib import Path

from fastapi import FastAPI, Request
from nicegui import ui

from workshop.blocks import KINDS, Block
from workshop.language import LANGUAGES, Speaker, _, speaker
from workshop.pages.elements import Words, box, link
from workshop.pages.gallery.frames import OWN_LOCALE, add_frames
from workshop.pages.gallery.samples import samples
from workshop.pages.shell import IN_THE_DARK, dress, language_of
from workshop.record.prose import prose_of


def add_gallery(app: FastAPI, static: Path) -> None:
    """Registers the page and its frames."""

    async def gallery_page(request: Request, kind: str = "", dark: str = "") -> None:
        language = language_of(request)
        _gallery(speaker(language, [OWN_LOCALE]), [kind] if kind in KINDS else list(KINDS), dark)

    ui.page("/gallery", response_timeout=30)(gallery_page)
    add_frames(app, static)


def _gallery(say: Speaker, kinds: Sequence[str], dark: str) -> None:
    dress("gallery", say(_("Gallery")), say.language, dark if dark in IN_THE_DARK else "")
    ui.add_head_html('<link rel="stylesheet" href="/static/gallery/gallery.css">')
    with box("top", "header"):
        Words("h1", say(_("Gallery")))
        link(say(_("Light")), f"?dark=0&lang={say.language}", "button small")
        link(say(_("Dark")), f"?dark=1&lang={say.language}", "button small")
        for tag, name in LANGUAGES.items():
            link(name, f"?dark={dark}&lang={tag}", "button small quiet")
    with box("kinds", "nav"):
        for kind in KINDS:
            link(kind, f"?kind={kind}&dark={dark}&lang={say.language}", "pill")
    for kind in kinds:
        with box("kind", "section"):
            Words("h2", kind)
            for number, block in enumerate(samples(kind)):
                _moment(say, block, f"{kind}/{number}?dark={dark}&lang={say.language}")


def _moment(say: Speaker, block: Block, address: str) -> None:
    with box("moment"):
        for seat, name in (("phone", _("Phone")), ("wall", _("Wall")), ("console", _("Console"))):
            with box(f"seat seat-{seat}"):
                frame = box("", "iframe")
                frame.props.update({"src": f"/gallery/{seat}/{address}", "title": f"{say(name)}: {block.kind}", "loading": "lazy"})
        Words("pre", prose_of([block], say), "markdown").set_visibility(True)
