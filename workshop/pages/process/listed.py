"""The processes on the start page, with what is due in each; and which process a workshop belongs to."""

from collections.abc import Callable, Mapping
from typing import Any

from nicegui import ui
from nicegui.element import Element

from workshop.language import Speaker, _, n_
from workshop.pages.desk import Desk
from workshop.pages.elements import Keyed, Words, adorn, box, link
from workshop.process.state import Process

Json = Any


class Listed:
    """The section. What is due is found out when the page is there: it asks every log of every process."""

    def __init__(self, desk: Desk, say: Speaker) -> None:
        self._desk, self._say = desk, say
        self._due: dict[str, int] = {}
        self._found: list[Process] = []
        self._none = Words(
            "p",
            say(_("None yet. A process holds several workshops together, over months: from the first question to what came of it.")),
            "soft empty",
        )
        self._items = Keyed(box("processes", "ul"), self._item)
        link(say(_("New process")), "/new-process", "button small")

    async def draw(self) -> None:
        """Draws them as they are now."""
        self._found = list(await all_of(self._desk))
        self._none.set_visibility(not self._found)
        self._show()
        if self._found:
            ui.timer(0.1, self._look, once=True)

    async def _look(self) -> None:
        """One after the other, so that whoever works meanwhile does not wait."""
        for process in self._found:
            dossier = await self._desk.processes.dossier(process.code)
            if dossier is not None:
                self._due[process.code] = len(dossier.due(self._desk.processes.today(process)))
                self._show()

    def _show(self) -> None:
        self._items.draw({one.code: {"pos": place, "process": one} for place, one in enumerate(self._found)})

    def _item(self, code: str) -> tuple[Element, Callable[[Mapping[str, Json]], None]]:
        with box("process-item", "li") as made:
            title = link("", f"/process/{code}", "name")
            question, facts = Words("p"), Words("span", "", "soft")
            due = Words("span", "", "pill now")
        for words in (title, question, facts):
            adorn(words, dir="auto")

        def draw(item: Mapping[str, Json]) -> None:
            say, one = self._say, item["process"]
            title.say(one.about.title)
            question.say(one.about.question)
            count = say(n_("{count} workshop", "{count} workshops", len(one.sittings)))
            facts.say(" · ".join(part for part in (one.about.territory, count) if part))
            number = self._due.get(code, 0)
            due.say(say(n_("{count} thing is due", "{count} things are due", number)) if number else "")

        return made, draw


async def all_of(desk: Desk) -> tuple[Process, ...]:
    """All processes, the newest first."""
    found = [await desk.processes.get(row.code) for row in await desk.processes.listed()]
    return tuple(one for one in found if one is not None)
