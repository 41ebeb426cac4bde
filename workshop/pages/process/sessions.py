"""The workshops of a process, phase by phase: in their order, with all that can be done with each; and how others come in."""

from collections.abc import Callable, Mapping
from typing import Any

from nicegui.element import Element

from workshop.language import _
from workshop.pages.elements import Keyed, adorn, box
from workshop.pages.elements import Words as Text
from workshop.pages.process.order import by_phase, moved
from workshop.pages.process.session import SessionCard
from workshop.pages.process.taking_in import taking_in
from workshop.pages.process.told import Told
from workshop.pages.process.work import Work

Json = Any


async def sessions(work: Work) -> None:
    """Draws them."""
    with box("two sessions-page"):
        with box("", "section"):
            Text("h2", work.say(_("Sessions")))
            Sessions(work)
        with box("", "section"):
            taking_in(work)


class Sessions:
    """The list. A workshop that moves into another phase is drawn anew there."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.cards: dict[str, SessionCard] = {}
        say = work.say
        self._none = Text("p", say(_("None yet. Plan a new workshop, or take in one that is there.")), "soft empty")
        self._phases = Keyed(box("phase-groups"), self._phase)
        self.told = Told()
        Text("p", say(_("Alt with ↑ or ↓ moves a workshop too.")), "soft hint keys-hint")
        work.draws.append(self._draw)

    def _draw(self) -> None:
        process = self.work.process
        listed = by_phase(process)
        titles = {one.id: one.title for one in process.about.phases} | {"": self.work.say(_("Without a phase"))}
        shown = {
            f"phase {id}": {"pos": place, "title": titles[id], "workshops": workshops}
            for place, (id, workshops) in enumerate(listed.items())
            if workshops or id
        }
        self._phases.draw(shown)
        self._none.set_visibility(not process.sittings)

    def _phase(self, _id: str) -> tuple[Element, Callable[[Mapping[str, Json]], None]]:
        with box("phase-group") as made:
            title = Text("h3")
            none = Text("p", self.work.say(_("No workshop in this phase.")), "soft hint")
            cards = Keyed(box("session-cards", "ol"), self._card)
        adorn(title, dir="auto")

        def draw(item: Mapping[str, Json]) -> None:
            title.say(item["title"])
            none.set_visibility(not item["workshops"])
            cards.draw({code: {"pos": place} for place, code in enumerate(item["workshops"])})

        return made, draw

    def _card(self, code: str) -> tuple[Element, Callable[[Mapping[str, Json]], None]]:
        card = SessionCard(self.work, code, self._move)
        self.cards[code] = card
        return card.element, lambda _item: card.draw()

    async def _move(self, code: str, by: int) -> None:
        to = moved(self.work.process, code, by)
        if to is None:
            self.cards[code].told.say(self.work.say(_("It stands at the end already.")), wrong=True)
        elif await self.work.submit(self.cards[code].told, "MoveSession", workshop=code, phase=to[0], place=to[1]):
            self.cards[code].focus(by)
