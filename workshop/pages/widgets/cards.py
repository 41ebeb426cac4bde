"""What people wrote: cards, a cloud of words."""

from collections.abc import Mapping
from typing import Any

from nicegui.element import Element

from workshop.language import n_
from workshop.pages.elements import Keyed, Words, box, toned
from workshop.pages.widgets.hands import Draw, Hands, button_row


def cards(hands: Hands) -> Draw:
    """Cards, in columns or in a list; those that are not shown are counted."""
    label, empty = hands.heading("h3"), Words("p", "", "soft")
    with box("cards") as into:
        pass
    more = Words("p", "", "soft more")
    keyed = Keyed(into, lambda id: _card(hands))

    def draw(block: Mapping[str, Any]) -> None:
        items = block.get("items", {})
        label.say(block.get("label", ""))
        empty.say("" if items else block.get("empty", ""))
        into.classes(block.get("layout", "flow"))
        keyed.draw(items)
        hidden = block.get("total", 0) - len(items)
        more.say(hands.say(n_("and {count} more", "and {count} more", hidden)) if hidden > 0 and items else "")

    return draw


def _card(hands: Hands) -> tuple[Element, Draw]:
    with box("card") as card:
        above, text = Words("p", "", "above"), Words("p", "", "card-text")
        text.props["dir"] = "auto"
        detail, count = Words("p", "", "soft"), Words("span", "", "count")
        row = box("row")
    draw_buttons = button_row(hands, row)

    def draw(item: Mapping[str, Any]) -> None:
        above.say(item.get("above", ""))
        text.say(item.get("text", ""))
        detail.say(item.get("detail", ""))
        count.say(f"♥ {item['count']}" if item.get("count") else "")
        toned(card, item.get("tone", ""))
        draw_buttons(item)

    return card, draw


def cloud(hands: Hands) -> Draw:
    """Words, larger the more people said them."""
    empty = Words("p", "", "soft")
    with box("words") as into:
        pass
    most = [1]

    def word(id: str) -> tuple[Element, Draw]:
        made = Words("span", "", "word")
        made.props["dir"] = "auto"

        def draw(item: Mapping[str, Any]) -> None:
            made.say(item["text"])
            made.style(f"font-size: {1 + 1.6 * (item['count'] - 1) / max(1, most[0] - 1):.2f}em")

        return made, draw

    keyed = Keyed(into, word)

    def draw(block: Mapping[str, Any]) -> None:
        items = block.get("items", {})
        most[0] = max((item["count"] for item in items.values()), default=1)
        empty.say("" if items else block.get("empty", ""))
        keyed.draw(items)

    return draw
