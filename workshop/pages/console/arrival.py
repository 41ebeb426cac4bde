"""While people come in: how they find the room, for the console's own eyes; the wall shows it large."""

from workshop.language import _
from workshop.pages.console.cockpit import Cockpit
from workshop.pages.elements import Words, box, link
from workshop.pages.qr import qr


def arrival(cockpit: Cockpit) -> None:
    """Draws it; it is there until the first step begins."""
    say, code = cockpit.say, cockpit.live.row.code
    with box("arrival sheet") as made:
        qr(cockpit.desk.address(code), "arrival-code", say(_("QR code to take part")))
        with box("arrival-words"):
            Words("p", say(_("People scan the code, or type the address:")), "soft")
            Words("p", cockpit.desk.address(code).split("://")[-1], "arrival-address")
            link(say(_("Open the wall")) + " ↗", f"/wall/{code}", new_tab=True)

    def draw() -> None:
        session = cockpit.live.session
        made.set_visibility(session.stage != "closed" and session.activity is None)

    cockpit.draws.append(draw)
