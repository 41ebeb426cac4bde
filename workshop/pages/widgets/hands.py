"""What a widget may do besides drawing: say a sentence of ours, and send a command."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from nicegui.element import Element

from workshop.language import Speaker
from workshop.pages.elements import Words, adorn, button

Json = Any
Draw = Callable[[Mapping[str, Json]], None]


@dataclass(frozen=True, slots=True)
class Hands:
    """The language of the page, and the way to the running step; `send` tells whether the command was accepted.

    `level` is the level of a screen's own heading among the headings of the page.
    """

    say: Speaker
    send: Callable[[str, Mapping[str, Json]], Awaitable[bool]]
    level: int = 1

    def heading(self, tag: str, below: int = 1) -> Words:
        """A heading so many levels below that of its screen; the tag says how it looks."""
        made = Words(tag)
        adorn(made, aria_level=self.level + below)
        return made

    def button(self, block: Mapping[str, Json]) -> Words:
        """The button that a method describes; where it asks first, a second press within the same button confirms."""
        asked = False
        made: Words

        async def press() -> None:
            nonlocal asked
            if block.get("confirm") and not asked:
                asked = True
                made.set_text(block["confirm"])
                made.classes("asking")
                return
            asked = False
            made.set_text(block["label"])
            made.classes(remove="asking")
            await self.send(block["command"], block.get("args", {}))

        made = button(block["label"], press, block.get("tone", ""))
        if block.get("why"):
            adorn(made, disabled=True)
            adorn(Words("span", block["why"], "soft why-not"), role="note")
        return made


def button_row(hands: Hands, row: Element) -> Draw:
    """Draws the buttons of an item into a row, anew only when they are others."""
    drawn: list[Json] = []

    def draw(item: Mapping[str, Json]) -> None:
        wanted = ordered(item.get("buttons", {}))
        if wanted != drawn:
            drawn[:] = wanted
            row.clear()
            with row:
                for _id, one in wanted:
                    hands.button(one)

    return draw


def ordered(items: Mapping[str, Mapping[str, Json]]) -> list[tuple[str, Mapping[str, Json]]]:
    """Items in their order."""
    return sorted(items.items(), key=lambda pair: pair[1]["pos"])
