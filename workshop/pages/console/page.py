"""Draws the console, and joins its parts."""

from fastapi import Request
from nicegui import ui
from nicegui.element import Element

from workshop.agenda import zone_of
from workshop.audience import Seat
from workshop.language import _
from workshop.live import Live
from workshop.pages.console.arrival import arrival
from workshop.pages.console.cockpit import Cockpit
from workshop.pages.console.footer import footer
from workshop.pages.console.head import head
from workshop.pages.console.header import header
from workshop.pages.console.rail import rail
from workshop.pages.console.rehearsal import rehearsing
from workshop.pages.console.side import side
from workshop.pages.console.spreadsheet import Spreadsheet
from workshop.pages.console.wheel import wheel
from workshop.pages.desk import Desk
from workshop.pages.elements import Words, adorn, box, link
from workshop.pages.screen import Screen
from workshop.pages.shell import actor_of, dress, language_of, live_of
from workshop.session.reading import reason_of

IN_HEAD = frozenset({"step", "timer"})
TOLD = "(event) => emit(event.detail)"


async def console(desk: Desk, request: Request, code: str) -> None:
    """Draws the page."""
    language = language_of(request)
    live = await live_of(desk, code, language)
    if live is None:
        return
    await desk.processes.prepare(live)
    process = await desk.processes.of(live.row.code)
    dress("console", live.session.agenda.title, language)
    ui.add_head_html('<link rel="stylesheet" href="/static/console.css">')
    ui.add_head_html('<script src="/static/console.js" type="module"></script>')
    ui.add_head_html('<script src="/static/board.js" type="module"></script>')
    ui.add_head_html('<script src="/static/picture.js" type="module"></script>')
    past = link("", "", "button skip")
    with box("console-grid") as frame:
        cockpit = Cockpit(desk, live, actor_of(request), language, frame)
        header(cockpit, process)
        rail(cockpit)
        with box("middle"):
            sheet = _middle(cockpit)
        side(cockpit)
        footer(cockpit)
    adorn(frame, data_code=code)
    past.say(cockpit.say(_("To the running step")))
    adorn(past, href=f"#{sheet.html_id}")
    _attend(cockpit)
    cockpit.refresh()


def _middle(cockpit: Cockpit) -> Element:
    """The running step: its head, what is wrong if something is, and what the method shows."""
    live = cockpit.live
    wheel(cockpit)
    rehearsing(cockpit)
    title = head(cockpit)
    trouble = Words("p", "", "stop trouble")
    arrival(cockpit)
    with box("sheet stage-sheet") as sheet:
        into = box("screen")
        Spreadsheet(cockpit)
    adorn(sheet, tabindex="0", role="region", aria_labelledby=title.html_id)
    cockpit.controls.append(into)
    screen = Screen(into, cockpit.say, cockpit.send, IN_HEAD, lambda _blocks: cockpit.refresh(), level=2)

    def draw() -> None:
        reason = reason_of(live.session)
        trouble.say(live.trouble or (cockpit.say(reason) if reason else ""))
        adorn(sheet, data_place=live.session.current)

    cockpit.draws.append(draw)
    ui.context.client.on_delete(live.watch(Seat("console", cockpit.language), lambda update: screen(update)))
    return sheet


def _attend(cockpit: Cockpit) -> None:
    """This console counts as looked at until its page goes; the browser tells which time it is there."""
    live, who = cockpit.live, cockpit.actor.id
    live.at_console[who] += 1
    ui.context.client.on_delete(lambda: _left(live, who))
    ui.timer(1.0, cockpit.refresh)  # who is connected is no event of the log

    def zone(name: str) -> None:
        cockpit.zone = zone_of(name) or cockpit.zone
        cockpit.refresh()

    cockpit.frame.on("zone", lambda event: zone(str(event.args)), js_handler=TOLD)


def _left(live: Live, who: str) -> None:
    live.at_console[who] -= 1
