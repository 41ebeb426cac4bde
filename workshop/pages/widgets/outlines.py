"""Outlines: nested lists."""

from collections.abc import Mapping
from typing import Any

from nicegui.element import Element

from workshop.blocks import SHAPES
from workshop.pages.elements import Keyed, Words, box
from workshop.pages.widgets.hands import Draw, Hands, ordered

Json = Any


def outline(hands: Hands) -> Draw:
    """Groups with their ideas; a group can be folded."""
    label = hands.heading("h3")
    into = box("outline")
    keyed = Keyed(into, lambda id: _entry())

    def draw(block: Mapping[str, Json]) -> None:
        label.say(block.get("label", ""))
        keyed.draw(block.get("items", {}))

    return draw


def _entry() -> tuple[Element, Draw]:
    with box("entry", "details") as made:
        made.props["open"] = True
        with box("", "summary"):
            shape, text, count = Words("span", "", "shape"), Words("b"), Words("span", "", "soft")
        with box("", "ul") as under:
            pass
    keyed = Keyed(under, _leaf)

    def draw(item: Mapping[str, Json]) -> None:
        color = item.get("color", 0)
        shape.say(SHAPES[color].strip())
        shape.style(f"color: var(--t{color})")
        text.say(item.get("text", ""))
        count.say(str(item["count"]) if item.get("count") else "")
        keyed.draw(item.get("items", {}))

    return made, draw


def _leaf(id: str) -> tuple[Element, Draw]:
    made = Words("li", "", "leaf")
    made.props["dir"] = "auto"

    def draw(item: Mapping[str, Json]) -> None:
        below = [one["text"] for _id, one in ordered(item.get("items", {}))]
        made.say(" · ".join([item["text"], *below]))

    return made, draw
