"""What the others see: the phone of somebody who has just come in, and the wall, both only to look at."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from nicegui import ui

from workshop.audience import Seat, Update
from workshop.language import _
from workshop.pages.console.cockpit import Cockpit
from workshop.pages.elements import Words, adorn, box
from workshop.pages.screen import Screen

NEWCOMER: Final = "preview"


class Preview:
    """Both screens; they are drawn, and followed, only while they are open."""

    def __init__(self, cockpit: Cockpit) -> None:
        self._cockpit = cockpit
        self._stop: Callable[[], None] = lambda: None
        self._into = box("previews")
        ui.context.client.on_delete(lambda: self._stop())

    def open(self) -> None:
        """Draws both, and follows what they show."""
        live, say, language = self._cockpit.live, self._cockpit.say, self._cockpit.live.session.agenda.language
        self.close()
        with self._into:
            Words("h3", say(_("On a phone")))
            with box("phone-frame") as phone:
                into = box("screen")
            Words("p", say(_("As somebody sees it who has just come in.")), "soft")
            Words("h3", say(_("On the wall")))
            with box("wall-frame"):
                adorn(box("", "iframe"), src=f"/wall/{live.row.code}", title=say(_("On the wall")), tabindex="-1", inert=True)
        adorn(into, inert=True)
        adorn(phone, tabindex="0", role="region", aria_label=say(_("On a phone")))
        screen = Screen(into, live.speaker(language), _nothing)

        def show(update: Update) -> None:
            blocks = live.look(Seat("room", language)).blocks | live.mine(NEWCOMER, language)
            screen(Update(update.v, None, update.activity, blocks))

        self._stop = live.watch(Seat("room", language), show)

    def close(self) -> None:
        """Neither draws nor follows them any more."""
        self._stop()
        self._stop = lambda: None
        self._into.clear()


async def _nothing(_command: str, _args: Mapping[str, Any]) -> bool:
    """A preview sends nothing."""
    return False
