"""Blank cards for ideas on paper, four on a sheet, with a line for the table that they come from."""

from xml.etree.ElementTree import Element

from workshop.language import _
from workshop.printing.paper import add, cut_marks, sheet, words
from workshop.printing.press import Press

ON_A_SHEET = 4
LINES = 6


def cards(body: Element, press: Press) -> None:
    """One sheet, to be printed as often as it is needed."""
    page = sheet(body, "cards")
    cut_marks(page, (105,), (148.5,))
    for _card in range(ON_A_SHEET):
        card = add(page, "div", "", "card")
        words(card, "p", press.question or press.title, "about")
        for _line in range(LINES):
            add(card, "p", "", "line")
        foot = add(card, "div", "", "from")
        add(foot, "p", press.of(_("One idea a card")), "rule")
        if press.tables:
            add(foot, "p", press.of(_("Table:")), "blank")
            add(foot, "p", press.of(_("Round:")), "blank")
