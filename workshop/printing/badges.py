"""Badges to cut out, ten on a sheet: who it is, and the table of each round. They still work when nothing else does."""

from xml.etree.ElementTree import Element

from workshop.language import _
from workshop.printing.paper import add, cut_marks, sheet, words
from workshop.printing.press import Press
from workshop.printing.seats import Guest, Seats
from workshop.printing.signs import shape

ON_A_SHEET = 10
ACROSS, DOWN = (15, 105, 195), (13.5, 67.5, 121.5, 175.5, 229.5, 283.5)


def badges(body: Element, press: Press) -> None:
    """As many sheets as it takes."""
    if press.seats is None:
        return
    guests = press.seats.guests
    for start in range(0, len(guests), ON_A_SHEET):
        page = sheet(body, "badges")
        cut_marks(page, ACROSS, DOWN)
        for guest in guests[start : start + ON_A_SHEET]:
            _badge(add(page, "div", "", "badge"), press, press.seats, guest)


def _badge(card: Element, press: Press, seats: Seats, guest: Guest) -> None:
    head = add(card, "div", "", "head")
    if guest.name:
        words(head, "p", guest.name, "who")
    if guest.number:
        add(head, "p", str(guest.number), "small-number" if guest.name else "who", role="img", aria_label=_person(press, guest))
    words(card, "p", press.of(_("Host of table {number}", number=guest.hosts)) if guest.hosts else press.title, "about")
    route = add(card, "ol", "", "route")
    for name, number in zip(seats.rounds, guest.tables, strict=True):
        _stop(add(route, "li"), press, seats, name, number)


def _stop(stop: Element, press: Press, seats: Seats, name: str, number: int) -> None:
    words(stop, "p", name, "round")
    line = add(stop, "p", "", "sign")
    if number in seats.tables:
        label = press.of(_("Table {number}", number=number))
        add(line, "b", str(number), "number", role="img", aria_label=label)
        shape(line, seats.tables[number].color)
    else:
        add(line, "b", "–", "number")


def _person(press: Press, guest: Guest) -> str:
    return press.of(_("Person {number}", number=guest.number))
