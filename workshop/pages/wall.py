"""The wall: what a projector shows. No controls, no names of those who have not answered, no scrollbars."""

import io
from collections.abc import Mapping
from typing import Any

import qrcode
from fastapi import Request
from nicegui import ui
from nicegui.element import Element

from workshop.audience import Seat, Update
from workshop.language import _, n_
from workshop.live import Live
from workshop.pages.desk import Desk
from workshop.pages.elements import Words, box
from workshop.pages.screen import Screen
from workshop.pages.shell import dress, language_of, live_of

IN_FOOT = frozenset({"step"})


async def wall(desk: Desk, request: Request, code: str) -> None:
    """Draws the page."""
    live = await live_of(desk, code, language_of(request))
    if live is None:
        return
    language = live.session.agenda.language
    dress("wall", live.session.agenda.title, language, dark=request.query_params.get("dark", "0") != "0")
    ui.add_head_html('<link rel="stylesheet" href="/static/wall.css">')
    ui.add_head_html('<script src="/static/wall.js" type="module"></script>')
    with box("stage"):
        lobby, running = box("lobby"), box("running")
        with lobby:
            people = _lobby(desk, live)
        with running:
            into = box("screen")
            step, join = _foot(desk, live)

    def changed(blocks: Mapping[str, Any]) -> None:
        live_step = next((block for block in blocks.values() if block["kind"] == "step"), None)
        waiting = live.session.stage != "closed" and live_step is None
        lobby.set_visibility(waiting)
        running.set_visibility(not waiting)
        join.set_visibility(live_step is not None)
        say = live.speaker(language)
        place = (
            _("Step {number} of {of} · {title}", number=live_step["number"], of=live_step["of"], title=live_step["text"])
            if live_step
            else ""
        )
        step.say(say(place))
        people.say(say(n_("{count} person is here", "{count} people are here", len(live.session.present))))

    async def nothing(_command: str, _args: Mapping[str, Any]) -> bool:
        """A wall sends nothing."""
        return False

    screen = Screen(into, live.speaker(language), nothing, IN_FOOT, changed)

    def show(update: Update) -> None:
        screen(update)

    ui.context.client.on_delete(live.watch(Seat("wall", language), show))


def _lobby(desk: Desk, live: Live) -> Words:
    agenda, code = live.session.agenda, live.row.code
    say = live.speaker(agenda.language)
    with box("welcome"):
        with box("invitation"):
            Words("p", agenda.place, "pill")
            Words("h1", agenda.question or agenda.title).props["dir"] = "auto"
            Words("p", say(_("Scan, or type the address. No account, no name needed.")), "soft")
            with box("address", "p"):
                Words("span", desk.public_url.split("://")[-1])
                Words("b", f"/ {code[:3]} {code[3:]}")
        qr(desk.address(code), "join-code", say(_("QR code to take part")))
    with box("foot"):
        with box("wifi"):
            if desk.wifi_name:
                qr(
                    f"WIFI:T:WPA;S:{_wifi(desk.wifi_name)};P:{_wifi(desk.wifi_password)};;",
                    "wifi-code",
                    say(_("QR code of the Wi-Fi")),
                )
                Words("span", say(_("First the Wi-Fi:")))
                Words("b", desk.wifi_name)
        return Words("p", say(_("Welcome")), "pill now")


def _foot(desk: Desk, live: Live) -> tuple[Words, Element]:
    with box("foot"):
        step = Words("p", "", "soft")
        with box("join") as join:
            Words("span", desk.public_url.split("://")[-1])
            Words("b", f"/ {live.row.code}")
            qr(desk.address(live.row.code), "small-code", live.speaker(live.session.agenda.language)(_("QR code to take part")))
    return step, join


def qr(text: str, classes: str, label: str) -> None:
    """A QR code as one SVG path, with its quiet zone, dark on white in every mode."""
    code = qrcode.QRCode(border=4, error_correction=qrcode.constants.ERROR_CORRECT_M)
    code.add_data(text)
    rows = code.get_matrix()
    path = io.StringIO()
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                path.write(f"M{x} {y}h1v1h-1z")
    svg = box(f"qr {classes}", "svg")
    svg.props.update({"viewBox": f"0 0 {len(rows)} {len(rows)}", "role": "img", "aria-label": label, "shape-rendering": "crispEdges"})
    with svg:
        box("", "rect").props.update({"width": len(rows), "height": len(rows), "fill": "#fff"})
        box("", "path").props.update({"d": path.getvalue(), "fill": "#000"})


def _wifi(text: str) -> str:
    """Text in a Wi-Fi code: its own signs are escaped."""
    return "".join(f"\\{sign}" if sign in '\\;,":' else sign for sign in text)
