"""What a process is, to be described anew; how long things are kept; notes for its record."""

from typing import Any

from nicegui import ui

from workshop.language import _
from workshop.messages import write
from workshop.pages.elements import Words, box, button
from workshop.pages.process.describing import described, keeping, written
from workshop.pages.process.notes import notes
from workshop.pages.process.phases import Phases, phases_in
from workshop.pages.process.told import Told
from workshop.pages.process.work import Work
from workshop.pages.widgets.forms import SENT


async def settings(work: Work) -> None:
    """Draws them."""
    say, about = work.say, work.process.about
    parents = {row.code: row.title for row in await work.desk.processes.listed() if row.code != work.code}
    with box("two settings-page"):
        with box("", "section"):
            Words("h2", say(_("The process")))
            with box("elsewhere row now", "p") as elsewhere:
                Words("span", say(_("This was changed on another screen.")))
                button(say(_("Show what is there now")), ui.navigate.reload, "small")
            with box("sheet", "form") as form:
                described(say, about, parents)
                Phases(say, about.phases)
                keeping(say, about)
                with box("row ends"):
                    Words("button", say(_("Save")), "button go").props["type"] = "submit"
                told = Told()
        with box("", "section"):
            notes(work)
    base = about

    async def save(event: Any) -> None:
        nonlocal base
        phases = [write(one) for one in phases_in(event.args)]
        wanted = {**written(event.args, work.process.about, ""), "phases": phases}
        if await work.submit(told, "Describe", _("Saved."), about=wanted):
            base = work.process.about
            draw()

    def draw() -> None:
        elsewhere.set_visibility(work.process.about != base)

    form.on("submit", save, js_handler=SENT)
    work.draws.append(draw)
