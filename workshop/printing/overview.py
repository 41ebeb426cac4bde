"""The seating plan to hang up: everybody's table in each round, in columns that are read from afar."""

from xml.etree.ElementTree import Element

from workshop.language import _
from workshop.printing.paper import add, sheet, words
from workshop.printing.press import Press
from workshop.printing.seats import Guest, Seats
from workshop.printing.signs import shape

ROWS = 28


def overview(body: Element, press: Press) -> None:
    """As many sheets as it takes; with many rounds fewer people stand beside each other."""
    if press.seats is None:
        return
    side_by_side = 1 if len(press.seats.rounds) > 5 else 2
    guests, most = press.seats.guests, ROWS * side_by_side
    pages = range(0, len(guests), most)
    for place, start in enumerate(pages, start=1):
        page = sheet(body, "overview")
        head = add(page, "div", "", "head")
        words(head, "h1", press.of(_("Who sits where")))
        words(head, "p", press.title, "about")
        if len(pages) > 1:
            add(head, "p", press.of(_("{page} of {pages}", page=place, pages=len(pages))), "about")
        columns = add(page, "div", "", f"columns of-{side_by_side}")
        part = guests[start : start + most]
        for first in range(0, len(part), ROWS):
            _table(columns, press, press.seats, part[first : first + ROWS])


def _table(parent: Element, press: Press, seats: Seats, guests: tuple[Guest, ...]) -> None:
    grid = add(parent, "table")
    head = add(add(grid, "thead"), "tr")
    add(head, "th", press.of(_("Who")), scope="col")
    for name in seats.rounds:
        add(head, "th", name, scope="col", dir="auto")
    rows = add(grid, "tbody")
    for guest in guests:
        row = add(rows, "tr")
        add(row, "th", _called(guest), scope="row", dir="auto")
        for number in guest.tables:
            cell = add(row, "td")
            line = add(cell, "span", "", "sign")
            add(line, "b", str(number) if number else "–")
            if number in seats.tables:
                shape(line, seats.tables[number].color)


def _called(guest: Guest) -> str:
    return " ".join(part for part in (str(guest.number or ""), guest.name) if part)
