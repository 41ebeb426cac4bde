"""The lobby on the wall: how to come in, with one huge code, and how many have."""

from collections.abc import Callable

from workshop.language import _, n_
from workshop.live import Live
from workshop.pages.desk import Desk
from workshop.pages.elements import Words, box
from workshop.pages.qr import qr
from workshop.qr import wifi


def lobby(desk: Desk, live: Live) -> Callable[[], None]:
    """Draws it; call what it returns to say anew how many people are here."""
    agenda = live.session.agenda
    say = live.speaker(agenda.language)
    with box("welcome"):
        with box("invitation"):
            Words("p", agenda.place, "place").props["dir"] = "auto"
            Words("h1", agenda.question or agenda.title).props["dir"] = "auto"
            Words("p", say(_("Scan, or type the address. No account, no name needed.")), "soft")
            _address(desk, live.row.code)
        qr(desk.address(live.row.code), "join-code", say(_("QR code to take part")))
    with box("foot"):
        with box("wifi"):
            if desk.wifi_name:
                qr(wifi(desk.wifi_name, desk.wifi_password), "wifi-code", say(_("QR code of the Wi-Fi")))
                with box("network"):
                    Words("p", say(_("First the Wi-Fi:")), "soft")
                    Words("b", desk.wifi_name)
                    Words("p", say(_("Password: {password}", password=desk.wifi_password)) if desk.wifi_password else "")
        people = Words("p", "", "people")

    def count() -> None:
        people.say(say(n_("{count} person is here", "{count} people are here", len(live.session.present))))

    return count


def _address(desk: Desk, code: str) -> None:
    with box("address", "p"):
        Words("span", host_of(desk))
        Words("b", f"/ {code[:3]} {code[3:]}")


def host_of(desk: Desk) -> str:
    """The address as people type it, without the beginning that browsers add by themselves."""
    return desk.public_url.split("://")[-1]
