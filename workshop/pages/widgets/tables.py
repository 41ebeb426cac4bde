"""Tables in a room: where each one is with who sits there, and one's own place."""

from collections.abc import Mapping
from typing import Any

from nicegui.element import Element

from workshop.blocks import SHAPES
from workshop.language import _, n_
from workshop.pages.elements import Keyed, Words, adorn, box
from workshop.pages.widgets.hands import Draw, Hands, button_row

DOTS = 8  # on a wall with many tables, who sits there is shown as dots


def tables(hands: Hands) -> Draw:
    """All tables, each with its number, its colour and its shape."""
    label, empty = hands.heading("h3"), Words("p", "", "soft")
    with box("table-list", "ul") as into:
        pass
    keyed = Keyed(into, lambda id: _table(hands))

    def draw(block: Mapping[str, Any]) -> None:
        items = block.get("items", {})
        label.say(block.get("label", ""))
        empty.say("" if items else block.get("empty", ""))
        adorn(into, data_people="yes" if any(item.get("people") for item in items.values()) else "no", data_many=_many(len(items)))
        keyed.draw(items)

    return draw


def _many(count: int) -> str:
    """How close the tables have to stand on a wall."""
    return next((name for most, name in ((4, "few"), (8, "some"), (15, "many")) if count <= most), "crowd")


def _table(hands: Hands) -> tuple[Element, Draw]:
    with box("table-card", "li") as card:
        with box("table-head"):
            number, shape = _signs()
            with box("table-facts"):
                host, count, detail = Words("span", "", "table-host"), Words("span", "", "seated"), Words("span", "", "soft")
                dots = Words("span", "", "table-dots")
        text, people = Words("p", "", "table-text"), Words("p", "", "table-people")
        row = box("row")
    for one in (host, text, people):
        one.props["dir"] = "auto"
    adorn(dots, aria_hidden="true")
    draw_buttons = button_row(hands, row)

    def draw(item: Mapping[str, Any]) -> None:
        _sign(hands, item, card, number, shape)
        host.say(item.get("host", ""))
        seated = item.get("count", 0)
        count.say(hands.say(n_("{count} person", "{count} people", seated)) if seated else "")
        dots.say("•" * min(seated, DOTS))
        detail.say(item.get("detail", ""))
        text.say(item.get("text", ""))
        people.say(", ".join(person.replace(" ", "\u00a0") for person in item.get("people", ())))  # "Person 7" stays in one piece
        draw_buttons(item)

    return card, draw


def place(hands: Hands) -> Draw:
    """The table to sit at, or to go to now."""
    with box("place-card") as card:
        text = Words("p", "", "place-text")
        with box("place-sign"):
            number, shape = _signs()
        detail = Words("p", "", "place-detail")
    for one in (text, detail):
        one.props["dir"] = "auto"

    def draw(block: Mapping[str, Any]) -> None:
        _sign(hands, block, card, number, shape)
        adorn(card, data_moving="yes" if block.get("moving") else "no")
        text.say(block["text"])
        detail.say(block.get("detail", ""))

    return draw


def _signs() -> tuple[Words, Words]:
    number, shape = Words("b", "", "table-number"), Words("span", "", "table-shape")
    adorn(number, role="img")
    adorn(shape, aria_hidden="true")
    return number, shape


def _sign(hands: Hands, item: Mapping[str, Any], card: Element, number: Words, shape: Words) -> None:
    number.say(str(item["number"]))
    adorn(number, aria_label=hands.say(_("Table {number}", number=item["number"])))
    color = (item.get("color", 1) - 1) % 8 + 1
    shape.say(SHAPES[color])
    card.style(f"--c: var(--t{color})")
