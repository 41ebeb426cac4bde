"""How a workshop comes into a process: a new one from a template, or one that is there already."""

from typing import Any

from workshop.language import _
from workshop.pages.elements import Words, box, link
from workshop.pages.process.forms import Choice, first
from workshop.pages.process.order import newest
from workshop.pages.process.told import Told
from workshop.pages.process.work import Work
from workshop.pages.widgets.forms import SENT


def taking_in(work: Work) -> None:
    """Draws both ways."""
    say = work.say
    Words("h2", say(_("Plan another one")))
    with box("offers", "ul"):
        for one in work.desk.templates.listed(work.process.language):
            if one.agenda is not None:
                with box("", "li"):
                    made = link(one.agenda.title, f"/new/{one.name}?process={work.code}", "")
                    made.props["dir"] = "auto"
                    Words("span", say(_("{count} min", count=one.agenda.minutes)), "soft")
    Words("h2", say(_("Take in a workshop that is there")))
    none = Words("p", say(_("There is none that belongs to no process.")), "soft")
    with box("form", "form") as form:
        workshop, phase = Choice(say(_("Workshop")), "workshop"), Choice(say(_("Phase")), "phase")
        Words("button", say(_("Take in")), "button").props["type"] = "submit"
    told = Told()
    free: dict[str, str] = {}

    async def fetch() -> None:
        taken: set[str] = set()
        for row in await work.desk.processes.listed():
            process = await work.desk.processes.get(row.code)
            taken |= set(process.workshops if process else ())
        free.clear()
        free.update({one.code: f"{one.title} ({one.code})" for one in await work.desk.rooms.standings() if one.code not in taken})

    def draw() -> None:
        workshop.draw(free)
        phase.draw({one.id: one.title for one in work.process.about.phases} | {"": say(_("Without a phase"))}, newest(work.process))
        none.set_visibility(not free)
        form.set_visibility(bool(free))

    async def take(event: Any) -> None:
        code = first(event.args, "workshop")
        if await work.submit(told, "AddSession", _("It belongs to the process now."), workshop=code, phase=first(event.args, "phase")):
            form.run_method("reset")

    form.on("submit", take, js_handler=SENT)
    work.before.append(fetch)
    work.draws.append(draw)
