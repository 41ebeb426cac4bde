"""Titles, paragraphs, and a text that people decide on."""

from collections.abc import Mapping
from typing import Any

from workshop.pages.elements import Words, box, toned
from workshop.pages.widgets.hands import Draw, Hands


def heading(hands: Hands) -> Draw:
    """The question, with a small line above."""
    above, title = Words("p", "", "above"), hands.heading("h1", 0)

    def draw(block: Mapping[str, Any]) -> None:
        above.say(block.get("above", ""))
        title.say(block.get("text", ""))

    return draw


def text(hands: Hands) -> Draw:
    """A paragraph."""
    paragraph = Words("p")

    def draw(block: Mapping[str, Any]) -> None:
        paragraph.say(block.get("text", ""))
        toned(paragraph, block.get("tone", ""))

    return draw


def wording(hands: Hands) -> Draw:
    """A text with what was added and removed marked; what is the same is not drawn again."""
    label, body = Words("p", "", "above"), box("wording-text", "p")
    shown: list[Any] = []

    def draw(block: Mapping[str, Any]) -> None:
        label.say(block.get("label", ""))
        parts = block.get("parts", [])
        if parts == shown:
            return
        shown[:] = parts
        body.clear()
        with body:
            for part in parts:
                Words({"added": "ins", "removed": "del"}.get(part["change"], "span"), part["text"])

    return draw
