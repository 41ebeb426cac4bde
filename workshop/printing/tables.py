"""Cards to stand on the tables: folded in the middle, the number is seen from both sides; the code is for the table's own device."""

from xml.etree.ElementTree import Element

from workshop.language import _
from workshop.method import PlannedTable
from workshop.printing.paper import add, code, sheet, words
from workshop.printing.press import Press
from workshop.printing.signs import sign


def table_cards(body: Element, press: Press) -> None:
    """A sheet for each table."""
    for table in press.tables.values():
        _card(sheet(body, "table-card"), press, table)


def _card(page: Element, press: Press, table: PlannedTable) -> None:
    label = press.of(_("Table {number}", number=table.number))
    back = add(page, "div", "", "half back")
    sign(back, table.number, table.color, label)
    add(back, "p", label, "name")
    add(page, "p", press.of(_("Fold here")), "fold")
    front = add(page, "div", "", "half front")
    sign(front, table.number, table.color, label)
    lines = add(front, "div", "", "lines")
    add(lines, "p", label, "name")
    words(lines, "p", press.of(table.text) or press.question or press.title, "question")
    device = add(front, "div", "", "device")
    code(device, f"{press.address}?table={table.number}", press.of(_("QR code for the device of table {number}", number=table.number)))
    add(device, "p", press.of(_("For the one phone or tablet that speaks for this table.")))
