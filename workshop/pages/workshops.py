"""One's workshops on the start page: how they stand, their screens, and what can be done with each. Nothing here deletes anything."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

from babel.dates import format_timedelta
from nicegui import ui
from nicegui.element import Element

from workshop.agenda import dump
from workshop.language import Speaker, _, n_
from workshop.messages import Command, clean, new_token
from workshop.method import Rejected
from workshop.pages.desk import Desk
from workshop.pages.elements import Keyed, Words, adorn, box, button, link, toned
from workshop.pages.process.forms import Choice, first
from workshop.pages.process.listed import all_of
from workshop.pages.widgets.forms import SENT
from workshop.processes import command
from workshop.store.overview import Standing
from workshop.turn import Actor

STAGES: Final = {"planned": _("Planned"), "open": _("Room open"), "closed": _("Over")}
Draw = Callable[[Mapping[str, Any]], None]


class Workshops:
    """Both lists: those that are at hand, and, folded, those in the archive."""

    def __init__(self, desk: Desk, say: Speaker, language: str, actor: Actor, taken: Callable[[], Awaitable[None]]) -> None:
        self.desk, self.say, self.language, self.actor, self._taken = desk, say, language, actor, taken
        self.processes: dict[str, str] = {}
        self._none = Words("p", "", "soft empty")
        self._shown = Keyed(box("workshops", "ul"), lambda code: _workshop(self, code))
        with box("archive", "details") as self._archive:
            self._count = Words("summary", "", "button small quiet")
            self._put_away = Keyed(box("workshops", "ul"), lambda code: _workshop(self, code))
        self.trouble = Words("p", "", "stop")
        self.trouble.props["role"] = "status"

    async def draw(self) -> None:
        """Draws how they stand now, the one that changed last first."""
        found, say, now = await self.desk.rooms.standings(), self.say, self.desk.rooms.clock()
        processes = await all_of(self.desk)
        self.processes = {one.code: one.about.title for one in processes}
        of = {workshop: one.code for one in processes for workshop in one.workshops}
        none = "" if found else say(_("None yet. Choose a template: a few words, and people can come in."))
        self._none.say(none)
        for keyed, archived in ((self._shown, False), (self._put_away, True)):
            keyed.draw(
                {one.code: self._item(one, place, now, of.get(one.code, "")) for place, one in enumerate(found) if one.archived == archived}
            )
        count = sum(one.archived for one in found)
        self._count.say(say(n_("{count} in the archive", "{count} in the archive", count)) if count else "")
        self._archive.set_visibility(count > 0)

    def _item(self, one: Standing, place: int, now: int, process: str) -> dict[str, Any]:
        say = self.say
        ago = format_timedelta(timedelta(milliseconds=one.changed_at - now), add_direction=True, locale=self.language)
        came = say(n_("{count} person came", "{count} people came", one.people)) if one.people else ""
        facts = " · ".join(part for part in (one.code, came, ago) if part)
        return {"pos": place, "title": one.title, "stage": one.stage, "facts": facts, "archived": one.archived, "process": process}

    async def rename(self, code: str, title: str) -> None:
        """Another title, for the list, every screen and the record."""
        live = await self.desk.rooms.get(code)
        if live is None or not title:
            return
        agenda = replace(live.session.agenda, title=title)
        answer = await live.submit(self.actor, Command(f"host-{new_token()}", None, "ChangeAgenda", {"agenda": dump(agenda)}))
        self.trouble.say(self.say(answer.message) if isinstance(answer, Rejected) else "")
        await self.desk.rooms.retitle(live)
        await self.draw()

    async def take_in(self, code: str, process: str) -> None:
        """A workshop belongs to a process from now on."""
        answer = await self.desk.processes.submit(process, command("AddSession", workshop=code), self.actor)
        self.trouble.say(self.say(answer.message) if isinstance(answer, Rejected) else "")
        await self._taken()
        await self.draw()

    async def archive(self, code: str, archived: bool) -> None:
        """Puts one into the archive, or takes it out."""
        await self.desk.rooms.archive(code, archived)
        await self.draw()

    async def again(self, code: str) -> None:
        """The same workshop once more, without what was said; its agenda opens, to be looked over."""
        live = await self.desk.rooms.get(code)
        if live is not None:
            made = await self.desk.rooms.create(live.session.agenda)
            ui.navigate.to(f"/agenda/{made.row.code}")


def _workshop(mine: Workshops, code: str) -> tuple[Element, Draw]:
    say = mine.say
    with box("workshop", "li") as made:
        with box("row head"):
            title = link("", f"/console/{code}", "name")
            title.props["dir"] = "auto"
            draw_more = _more(mine, code)
        with box("row"):
            stage, facts = Words("span", "", "pill"), Words("span", "", "soft")
        belongs = link("", "", "belongs")
        belongs.props["dir"] = "auto"
        with box("row"):
            link(say(_("Console")), f"/console/{code}", "button small")
            agenda = link(say(_("Agenda")), f"/agenda/{code}", "button small quiet")
            wall = link(say(_("Wall")) + " ↗", f"/wall/{code}", "button small quiet", new_tab=True)
            record = link(say(_("Record")), f"/record/{code}", "button small quiet")

    def draw(item: Mapping[str, Any]) -> None:
        title.say(item["title"])
        stage.say(say(STAGES[item["stage"]]))
        toned(stage, {"open": "good", "closed": "over"}.get(item["stage"], ""), ("good", "over"))
        facts.say(item["facts"])
        belongs.say(say(_("Part of “{process}”", process=mine.processes[item["process"]])) if item["process"] else "")
        adorn(belongs, href=f"/process/{item['process']}")
        over = item["stage"] == "closed"
        for one, there in ((agenda, not over), (wall, not over), (record, over)):
            one.set_visibility(there)
        draw_more(item)

    return made, draw


def _more(mine: Workshops, code: str) -> Draw:
    """What is needed more seldom, behind three dots: another title, once more, the archive."""
    say = mine.say
    with box("pop", "details") as pop:
        summary = Words("summary", "⋯", "button small quiet")
        with box("pop-sheet sheet"):
            with box("form", "form") as form, box("field", "label"):
                Words("span", say(_("Title")))
                with box("row"):
                    field = box("", "input")
                    adorn(field, name="title", maxlength=280, required=True, dir="auto", autocomplete="off")
                    Words("button", say(_("Rename")), "button small").props["type"] = "submit"
            draw_taking = _taking(mine, code)
            link(say(_("Print")) + " ↗", f"/print/{code}", "button small", new_tab=True)
            button(say(_("Once more, without what was said")), lambda: mine.again(code), "small")
            away = button(say(_("Put into the archive")), lambda: mine.archive(code, True), "small")
            back = button(say(_("Take out of the archive")), lambda: mine.archive(code, False), "small")

    async def renamed(event: Any) -> None:
        pop.run_method("removeAttribute", "open")
        await mine.rename(code, " ".join(clean((event.args.get("title") or [""])[0])[:280].split()))

    form.on("submit", renamed, js_handler=SENT)

    def draw(item: Mapping[str, Any]) -> None:
        adorn(summary, aria_label=say(_("More: {title}", title=item["title"])))
        adorn(field, defaultValue=item["title"])
        draw_taking(item)
        away.set_visibility(not item["archived"])
        back.set_visibility(item["archived"])

    return draw


def _taking(mine: Workshops, code: str) -> Draw:
    """Takes a workshop that belongs to no process into one."""
    say = mine.say
    with box("form taking", "form") as form, box("row"):
        choice = Choice(say(_("Process")), "process")
        Words("button", say(_("Take in")), "button small").props["type"] = "submit"

    async def take(event: Any) -> None:
        await mine.take_in(code, first(event.args, "process"))

    form.on("submit", take, js_handler=SENT)

    def draw(item: Mapping[str, Any]) -> None:
        form.set_visibility(bool(mine.processes) and not item["process"])
        choice.draw(mine.processes)

    return draw
