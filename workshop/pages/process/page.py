"""Draws the page of a process: its head, its parts as links, the part that is asked for, and Undo."""

from fastapi import Request
from nicegui import ui

from workshop.language import Speaker, Words, _
from workshop.pages.desk import Desk
from workshop.pages.elements import Words as Text
from workshop.pages.elements import adorn, box, button, link
from workshop.pages.process.parts import PARTS, Part
from workshop.pages.process.told import Told
from workshop.pages.process.undoing import undo_label
from workshop.pages.process.work import Work
from workshop.pages.shell import actor_of, dress, language_of
from workshop.pages.starting import wear
from workshop.process.vocabulary import SCALES

EVERY_S = 4.0


async def process(desk: Desk, request: Request, code: str, part: str = "") -> None:
    """Draws the page."""
    language = language_of(request)
    say = desk.rooms.speaker(language)
    dossier = await desk.processes.dossier(code)
    shown = next((one for one in PARTS if one.name == part), None)
    if dossier is None or shown is None:
        dress("start process", "Palabre", language)
        wear()
        _missing(say, _("No process has this code.") if dossier is None else _("A process has no such part."))
        return
    title = f"{say(shown.title)} · {dossier.process.about.title}" if part else dossier.process.about.title
    dress(f"start process {shown.name or 'overview'}", title, language)
    wear()
    ui.add_head_html('<link rel="stylesheet" href="/static/process.css">')
    work = Work(desk, dossier, actor_of(request), language, dict(request.query_params), [one.name for one in PARTS])
    with box("content"):
        _head(work, shown)
        with box("part"):
            await shown.draw(work)
    await work.show()
    ui.context.client.on_delete(work.attend())
    ui.timer(EVERY_S, work.refresh)  # what happens in its workshops, or on another server


def _missing(say: Speaker, why: Words) -> None:
    with box("content narrow"):
        Text("h1", say(why))
        link(say(_("All processes and workshops")), "/", "back")


def _head(work: Work, shown: Part) -> None:
    say = work.say
    with box("process-head", "header"):
        with box("row above-all"):
            link("← Palabre", "/", "back")
            box("space")
            _undo(work)
            link(say(_("Everything as a folder (ZIP)")), f"/api/processes/{work.code}/folder.zip", "button small quiet")
            Text("button", say(_("Print")), "button small quiet").on("click", js_handler="() => print()").props["type"] = "button"
        title, facts = Text("h1"), Text("p", "", "soft")
        _parts(work, shown)
    adorn(title, dir="auto")
    adorn(facts, dir="auto")

    def draw() -> None:
        about = work.process.about
        title.say(about.title)
        facts.say(" · ".join(part for part in (about.territory, say(SCALES[about.scale]), work.code) if part))

    work.draws.append(draw)


def _parts(work: Work, shown: Part) -> None:
    """The parts as links, each with its address."""
    with box("parts", "nav") as nav:
        for one in PARTS:
            made = link(work.say(one.title), f"/process/{work.code}/{one.name}".rstrip("/"), "part-link")
            if one is shown:
                adorn(made, aria_current="page")
    adorn(nav, aria_label=work.say(_("Parts of the process")))


def _undo(work: Work) -> None:
    """Takes back what staff did last; it says what that is."""
    label: list[Words] = [""]

    async def press() -> None:
        what = label[0]
        await work.submit(told, "Undo", _("Taken back: {what}.", what=what))

    with box("undo"):
        told = Told()
        undo = button("", press, "small", "u")

    async def fetch() -> None:
        label[0] = undo_label(await work.desk.processes.entries(work.code)) or ""

    def draw() -> None:
        undo.say(work.say(_("Undo: {what}", what=label[0])) if label[0] else "")

    work.before.append(fetch)
    work.draws.append(draw)
