"""Rehearsing: a copy of the workshop with simulated people, in which nothing is kept; one click empties it and leads back."""

from nicegui import ui

from workshop.extras import FEWEST, MOST, SPEEDS, Rehearsals
from workshop.language import _, n_
from workshop.pages.console.cockpit import Cockpit
from workshop.pages.elements import Words, adorn, box, button

USUAL = 30


def rehearsing(cockpit: Cockpit) -> None:
    """Before the first step, the button that begins a rehearsal; in a rehearsal, the bar with its people."""
    rehearsals = cockpit.desk.rehearsals
    if rehearsals is None:
        return
    if cockpit.live.row.rehearsal:
        _bar(cockpit, rehearsals)
    else:
        _offer(cockpit, rehearsals)


def _offer(cockpit: Cockpit, rehearsals: Rehearsals) -> None:
    live, say = cockpit.live, cockpit.say

    async def begin() -> None:
        copy = await rehearsals.start(live.row.code, USUAL, SPEEDS[1])
        ui.navigate.to(f"/console/{copy.row.code}")

    offer = box("rehearsal-offer")
    with offer:
        Words("span", say(_("See the whole workshop before anybody comes: simulated people take part, and nothing is kept.")), "soft")
        button(say(_("Rehearse")), begin, "small")

    def draw() -> None:
        offer.set_visibility(live.session.activity is None and live.session.stage != "closed")

    cockpit.draws.append(draw)


def _bar(cockpit: Cockpit, rehearsals: Rehearsals) -> None:
    live, say, extras = cockpit.live, cockpit.say, rehearsals.of(cockpit.live)
    original = cockpit.desk.rooms.rehearsed.get(live.row.code, "")

    async def more(by: int) -> None:
        await extras.be(max(FEWEST, min(extras.count + by, MOST)))
        cockpit.refresh()

    def go(speed: int) -> None:
        extras.speed = speed
        cockpit.refresh()

    async def end() -> None:
        with cockpit.frame.client:
            await rehearsals.end(live)
            ui.navigate.to(f"/console/{original}" if original else "/")

    with box("rehearsal banner", "section") as bar:
        adorn(bar, aria_label=say(_("Rehearsal")))
        Words("b", say(_("Rehearsal")))
        Words("span", say(_("Nothing of this is kept.")), "soft")
        with box("crowd"):
            adorn(button("−5", lambda: more(-5), "small", once=False), aria_label=say(_("5 fewer")))
            count = Words("span", "", "count")
            adorn(button("+5", lambda: more(5), "small", once=False), aria_label=say(_("5 more")))
        with box("crowd") as row:
            adorn(row, role="group", aria_label=say(_("Speed")))
            speeds = {speed: button(f"{speed} ×", lambda speed=speed: go(speed), "small") for speed in SPEEDS}  # type: ignore[misc]
        for speed, press in speeds.items():
            adorn(press, aria_label=say(n_("{count} times as fast", "{count} times as fast", speed)))
        box("space")
        button(say(_("Empty the room and go back")), end, "small now")

    def draw() -> None:
        count.say(say(n_("{count} person", "{count} people", extras.count)))
        for speed, press in speeds.items():
            adorn(press, aria_pressed=str(extras.speed == speed).lower())

    cockpit.draws.append(draw)
