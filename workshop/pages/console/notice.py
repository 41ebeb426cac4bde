"""A strip above the big buttons: what just happened, or a question that is answered there. It covers, and moves nothing."""

from collections.abc import Callable
from time import monotonic
from typing import Any

from nicegui import ui

from workshop.language import Speaker, Words, _
from workshop.pages import elements
from workshop.pages.elements import box, button, toned

SHOWN_S = 9.0


class Notice:
    """One strip; a new sentence takes the place of the one before."""

    def __init__(self, say: Speaker) -> None:
        self._say = say
        self._until = 0.0
        self._press: Callable[[], Any] = self.close
        with box("notice-strip") as self._strip:
            self._strip.props.update({"role": "status", "aria-live": "polite"})
            self._text = elements.Words("p")
            self._text.props["dir"] = "auto"
            self._yes = button("", self._pressed, "small")
            self._no = button(say(_("Close")), self.close, "quiet small")
        self._strip.set_visibility(False)
        ui.timer(1.0, self._tick)

    def tell(self, words: Words, tone: str = "") -> None:
        """Says something for a moment."""
        self._show(words, tone, "", _("Close"))
        self._until = monotonic() + SHOWN_S

    def ask(self, words: Words, yes: Words, press: Callable[[], Any], no: Words) -> None:
        """Asks something, and waits."""
        self._press = press
        self._show(words, "now", yes, no)
        self._until = 0.0
        self._no.run_method("focus")  # who came here by keyboard answers here, and an Enter that is held changes nothing

    def close(self) -> None:
        """Says nothing any more."""
        self._strip.set_visibility(False)

    def _show(self, words: Words, tone: str, yes: Words, no: Words) -> None:
        self._text.say(self._say(words))
        self._yes.say(self._say(yes))
        self._no.say(self._say(no))
        toned(self._strip, tone)
        self._strip.set_visibility(True)

    async def _pressed(self) -> None:
        self.close()
        await self._press()

    def _tick(self) -> None:
        if self._until and monotonic() > self._until:
            self._until = 0.0
            self.close()
