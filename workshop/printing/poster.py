"""The poster for the door: what it is about, and one huge code to come in by."""

from xml.etree.ElementTree import Element

from workshop.language import _
from workshop.printing.paper import add, code, sheet, words
from workshop.printing.press import Press


def poster(body: Element, press: Press) -> None:
    """One sheet."""
    page = sheet(body, "poster")
    words(page, "p", press.title if press.question else "", "small-title")
    words(page, "h1", press.question or press.title)
    middle = add(page, "div", "", "middle")
    code(middle, press.address, press.of(_("QR code to take part")))
    words(middle, "p", press.of(_("Scan, or type the address. No account, no name needed.")), "how")
    typed = add(middle, "p", "", "typed")
    add(typed, "span", press.host)
    add(typed, "b", f"/ {press.code[:3]} {press.code[3:]}")
    if press.wifi:
        _wifi(page, press)


def _wifi(page: Element, press: Press) -> None:
    strip = add(page, "div", "", "network")
    code(strip, press.wifi, press.of(_("QR code of the Wi-Fi")))
    lines = add(strip, "div")
    add(lines, "p", press.of(_("First the Wi-Fi:")))
    words(lines, "p", press.wifi_name, "name")
    words(lines, "p", press.of(_("Password: {password}", password=press.wifi_password)) if press.wifi_password else "")
