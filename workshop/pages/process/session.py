"""One workshop of a process: when it was or how it stands, its pages, its place, what is brought into it."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, Final

from workshop.language import _, n_
from workshop.pages.elements import Words, adorn, box, button, link, toned
from workshop.pages.process.bringing import bringing
from workshop.pages.process.forms import Choice
from workshop.pages.process.order import at_edge, by_phase
from workshop.pages.process.timeline import facts
from workshop.pages.process.told import Told
from workshop.pages.process.work import Work
from workshop.pages.starting import twice
from workshop.pages.workshops import STAGES

CHOSEN: Final = "(event) => emit(event.target.value)"
LIFTED: Final = """(event) => {
  if (!event.altKey || !['ArrowUp', 'ArrowDown'].includes(event.key) || event.target.closest('select, input, textarea')) return;
  event.preventDefault();
  emit(event.key === 'ArrowUp' ? -1 : 1);
}"""


class SessionCard:
    """The card; `move` moves it by so many places."""

    def __init__(self, work: Work, code: str, move: Callable[[str, int], Awaitable[None]]) -> None:
        self._work, self._code = work, code
        say = work.say
        with box("session-card", "li") as self.element:
            with box("row head"):
                self._title = link("", f"/record/{code}", "name")
                with box("arrows"):
                    self._arrows = {
                        by: button(sign, partial(move, code, by), "small quiet", once=False) for sign, by in (("↑", -1), ("↓", 1))
                    }
            with box("row"):
                self._stage, self._facts = Words("span", "", "pill"), Words("span", "", "soft")
            self._yields = Words("p", "", "soft yields")
            with box("row"):
                link(say(_("Console")), f"/console/{code}", "button small")
                self._agenda = link(say(_("Agenda")), f"/agenda/{code}", "button small quiet")
                self._record = link(say(_("Record")), f"/record/{code}", "button small quiet")
                self._phase = Choice(say(_("Phase")), "phase", classes="field phase-choice")
                twice(say(_("Take out")), say(_("Take it out of the process?")), self._remove, "small quiet")
            self.told = Told()
            self._bring = bringing(work, code)
        adorn(self._title, dir="auto")
        self._phase.select.on("change", lambda event: self._choose(str(event.args)), js_handler=CHOSEN)
        self.element.on("keydown", lambda event: move(code, int(event.args)), js_handler=LIFTED)

    def draw(self) -> None:
        """Draws how it stands."""
        work, say = self._work, self._work.say
        meeting = work.dossier.meeting(self._code)
        if meeting is None:
            return
        self._title.say(meeting.title)
        for by, label in ((-1, _("Move up: {title}", title=meeting.title)), (1, _("Move down: {title}", title=meeting.title))):
            adorn(self._arrows[by], aria_label=say(label))
        self._stage.say(say(STAGES[meeting.stage]))
        toned(self._stage, "good" if meeting.stage == "open" else "")
        self._facts.say(" · ".join(part for part in (facts(work, meeting) if meeting.held else "", self._code) if part))  # type: ignore[misc]
        self._yields.say(self._what_came(self._code))
        over = meeting.stage == "closed"
        for one, there in ((self._agenda, not over), (self._record, meeting.held), (self._bring, not over)):
            one.set_visibility(there)
        phases = {one.id: one.title for one in work.process.about.phases} | {"": say(_("Without a phase"))}
        mine = next((id for id, workshops in by_phase(work.process).items() if self._code in workshops), "")
        self._phase.draw(phases, mine)

    def focus(self, by: int) -> None:
        """Whoever moved it goes on from there."""
        self._arrows[by].run_method("focus")

    def _what_came(self, code: str) -> str:
        dossier, say = self._work.dossier, self._work.say
        counts = {kind: sum(one.home == code for one in dossier.kind(kind)) for kind in ("group", "decision", "commitment")}
        parts = (
            n_("{count} contribution", "{count} contributions", sum(one.home == code for one in dossier.contributions)),
            n_("{count} group", "{count} groups", counts["group"]),
            n_("{count} decision", "{count} decisions", counts["decision"]),
            n_("{count} commitment", "{count} commitments", counts["commitment"]),
        )
        return " · ".join(say(part) for part in parts if part.count)

    async def _choose(self, phase: str) -> None:
        id, place = at_edge(self._work.process, self._code, phase)
        await self._work.submit(self.told, "MoveSession", workshop=self._code, phase=id, place=place)

    async def _remove(self) -> Any:
        await self._work.submit(self.told, "RemoveSession", workshop=self._code)
