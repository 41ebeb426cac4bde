"""A round of speakers: who speaks now and for how long, who is next; and, where it may be arranged, in which order."""

import time
from collections.abc import Callable, Mapping
from typing import Any

from nicegui import ui
from nicegui.element import Element

from workshop.language import Message, _, n_
from workshop.pages.elements import Keyed, Words, adorn, box, button, toned
from workshop.pages.widgets.hands import Draw, Hands, button_row, ordered

Json = Any
STATES: Mapping[str, Message] = {
    "now": _("speaks now"),
    "next": _("is next"),
    "passed": _("passed"),
    "skipped": _("was put off"),
    "done": _("has spoken"),
}
AHEAD = frozenset({"next", "waiting"})
DRAGGED = "(event) => event.dataTransfer.setData('text/plain', event.currentTarget.dataset.person)"
OVER = "(event) => event.preventDefault()"
DROPPED = "(event) => { event.preventDefault(); event.stopPropagation(); emit(event.dataTransfer.getData('text/plain')); }"


class Rounds:
    """One round; who is moved goes before the one on whom they are dropped, or a place up or down by a button."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self.block: Mapping[str, Json] = {}
        self._label = hands.heading("h3")
        with box("talk"):
            self._draw_clock = _clock(hands)
            self._into = box("turns", "ol")
        self._more = Words("p", "", "soft more")
        self._keyed = Keyed(self._into, self._turn)
        self._into.on("dragover", js_handler=OVER)
        self._into.on("drop", lambda event: self._dropped(str(event.args), ""), js_handler=DROPPED)

    def draw(self, block: Mapping[str, Json]) -> None:
        """Takes the round as it is now."""
        self.block = block
        items = block.get("items", {})
        self._label.say(block.get("label", ""))
        self._keyed.draw(items)
        ahead = sum(item.get("state", "waiting") in {"now", *AHEAD} for item in items.values())
        hidden = block.get("total", 0) - ahead
        self._more.say(self.hands.say(n_("and {count} more", "and {count} more", hidden)) if hidden > 0 else "")
        self._draw_clock(block)

    def _waiting(self) -> list[str]:
        return [id for id, item in ordered(self.block.get("items", {})) if item.get("state", "waiting") in AHEAD]

    async def _move(self, person: str, before: str) -> None:
        await self.hands.send(self.block["move"], {"person": person, "before": before})

    async def _dropped(self, person: str, before: str) -> None:
        order = self._waiting()
        if self.block.get("move") and person in order and person != before and (not before or before in order):
            await self._move(person, before)

    async def _step(self, person: str, by: int) -> None:
        """A place up or down among those who wait."""
        order = self._waiting()
        if person not in order:
            return
        place = order.index(person)
        order.remove(person)
        new = max(0, min(len(order), place + by))
        if new != place:
            await self._move(person, order[new] if new < len(order) else "")

    def _turn(self, id: str) -> tuple[Element, Draw]:
        with box("turn", "li") as made:
            who, state = Words("span", "", "speaker"), Words("span", "", "soft")
            who.props["dir"] = "auto"
            with box("row ways") as ways:
                up = button("↑", lambda: self._step(id, -1), "quiet", once=False)
                down = button("↓", lambda: self._step(id, 1), "quiet", once=False)
            row = box("row")
        draw_buttons = button_row(self.hands, row)
        made.props["data-person"] = id
        made.on("dragstart", js_handler=DRAGGED)
        made.on("dragover", js_handler=OVER)
        made.on("drop", lambda event: self._dropped(str(event.args), id), js_handler=DROPPED)

        def draw(item: Mapping[str, Json]) -> None:
            present, name = item.get("state", "waiting"), item.get("who", "")
            who.say(name)
            state.say(self.hands.say(STATES[present]) if present in STATES else "")
            toned(made, present, ("waiting", *STATES))
            movable = bool(self.block.get("move")) and present in AHEAD
            ways.set_visibility(movable)
            row.set_visibility(bool(item.get("buttons")))
            adorn(made, draggable="true" if movable else "false", aria_current="true" if present == "now" else "false")
            adorn(up, aria_label=self.hands.say(_("{name}: earlier", name=name)))
            adorn(down, aria_label=self.hands.say(_("{name}: later", name=name)))
            draw_buttons(item)

        return made, draw


def _clock(hands: Hands) -> Callable[[Mapping[str, Json]], None]:
    """The time of the one who speaks, as a calm ring; when it is over, that is said kindly, and nobody is cut off."""
    with box("speaking") as all_of_it:
        with box("ring") as ring:
            figures = Words("span")
        kindly = Words("p", hands.say(_("A last sentence, please.")))
    state = {"time": 0, "ends": 0}

    def tick() -> None:
        total, ends = state["time"], state["ends"]
        left = max(0, ends - time.time_ns() // 1_000_000)
        all_of_it.set_visibility(bool(total and ends))
        ring.style(f"--p: {min(1, left / total) if total else 0:.3f}")
        figures.say(f"{left // 60_000}:{left // 1000 % 60:02d}")
        toned(ring, "" if left else "over", ("over",))
        kindly.set_visibility(not left)

    ui.timer(1.0, tick)

    def draw(block: Mapping[str, Json]) -> None:
        state.update({name: block.get(name, 0) for name in state})
        tick()

    return draw


def rounds(hands: Hands) -> Draw:
    """The widget of a round."""
    return Rounds(hands).draw
