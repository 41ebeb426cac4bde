"""The wall: what a projector shows. No controls, no names of those who have not answered, no scrollbars."""

from collections.abc import Mapping
from typing import Any

from fastapi import Request
from nicegui import ui

from workshop.audience import Seat, Update
from workshop.language import _, n_
from workshop.live import Live
from workshop.pages.desk import Desk
from workshop.pages.elements import Words, adorn, box
from workshop.pages.lobby import host_of, lobby
from workshop.pages.qr import qr
from workshop.pages.screen import Screen
from workshop.pages.shell import dress, language_of, live_of
from workshop.pages.widgets.figures import phases
from workshop.pages.widgets.hands import Hands

IN_FOOT = frozenset({"step", "phases"})


class Wall:
    """The wall of one projector: the lobby, then the running step, then what came of it all."""

    def __init__(self, desk: Desk, live: Live) -> None:
        self.live = live
        self.language = live.session.agenda.language
        self.say = live.speaker(self.language)
        with box("stage"):
            with box("lobby") as self._lobby:
                self._count = lobby(desk, live)
            with box("running") as self._running:
                into = box("screen")
                self._foot(desk)
            rehearsal = getattr(live.row, "rehearsal", False)
            Words("p", self.say(_("Rehearsal")) if rehearsal else "", "ribbon")
            Words("p", self.say(_("The connection comes back by itself…")), "ribbon lost")
        self._screen = Screen(into, self.say, self._nothing, IN_FOOT, self._changed)
        ui.context.client.on_delete(live.watch(Seat("wall", self.language), self._show))
        ui.timer(1.0, self._draw)  # a raised hand is no part of a screen

    async def _nothing(self, _command: str, _args: Mapping[str, Any]) -> bool:
        """A wall sends nothing."""
        return False

    def _show(self, update: Update) -> None:
        self._screen(update)

    def _foot(self, desk: Desk) -> None:
        code = self.live.row.code
        with box("foot"):
            with box("where"):
                with box("", "nav") as self._phases:
                    self._draw_phases = phases(Hands(self.say, self._nothing))
                self._step = Words("p", "", "soft")
            with box("aside"):
                self._hands = Words("p", "", "raised")
                box("turning", "p")
                with box("join") as self._join:
                    Words("span", self.say(_("Join:")), "soft")
                    Words("b", f"{host_of(desk)} / {code}")
                    qr(desk.address(code), "small-code", self.say(_("QR code to take part")))

    def _changed(self, blocks: Mapping[str, Any]) -> None:
        kinds = {block["kind"]: block for block in blocks.values()}
        step, strip, stage = kinds.get("step"), kinds.get("phases"), self.live.session.stage
        waiting = stage != "closed" and step is None
        self._lobby.set_visibility(waiting)
        self._running.set_visibility(not waiting)
        self._running.classes("ended" if stage == "closed" else "", remove="" if stage == "closed" else "ended")
        self._join.set_visibility(step is not None)
        self._phases.set_visibility(strip is not None)
        if strip:
            self._draw_phases(strip)
        where = _("Step {number} of {of} · {title}", number=step["number"], of=step["of"], title=step["text"]) if step else ""
        self._step.say(self.say(where))
        adorn(self._step, role=None if "heading" in kinds else "heading", aria_level=None if "heading" in kinds else 1)
        self._draw()

    def _draw(self) -> None:
        self._count()
        raised = len(self.live.session.hands)
        self._hands.say(self.say(n_("{count} hand raised", "{count} hands raised", raised)) if raised else "")


async def wall(desk: Desk, request: Request, code: str) -> None:
    """Draws the page."""
    live = await live_of(desk, code, language_of(request))
    if live is None:
        return
    dress("wall", live.session.agenda.title, live.session.agenda.language)
    ui.add_head_html('<link rel="stylesheet" href="/static/wall.css">')
    ui.add_head_html('<script src="/static/wall/light.js"></script>')
    ui.add_head_html('<script src="/static/wall/wall.js" type="module"></script>')
    Wall(desk, live)
