"""Counts and times: bars, how many of how many, phases, the time that is left, the step."""

import time
from collections.abc import Mapping
from typing import Any

from nicegui import ui
from nicegui.element import Element

from workshop.language import _
from workshop.pages.elements import Keyed, Words, box, toned
from workshop.pages.widgets.hands import Draw, Hands


def tally(hands: Hands) -> Draw:
    """Counts as bars."""
    label = hands.heading("h3")
    with box("bars") as into:
        pass
    full = [1]

    def bar(id: str) -> tuple[Element, Draw]:
        with box("bar") as made:
            text, detail = Words("span", "", "bar-text"), Words("span", "", "soft")
            text.props["dir"] = "auto"
            with box("track"):
                fill = box("fill")
            count = Words("b")

        def draw(item: Mapping[str, Any]) -> None:
            text.say(item["text"])
            detail.say(item.get("detail", ""))
            count.say(str(item.get("count", 0)))
            fill.style(f"width: {100 * min(1, item.get('count', 0) / full[0]):.1f}%")
            toned(made, item.get("tone", ""))

        return made, draw

    keyed = Keyed(into, bar)

    def draw(block: Mapping[str, Any]) -> None:
        items = block.get("items", {})
        full[0] = block.get("total", 0) or max((item.get("count", 0) for item in items.values()), default=0) or 1
        label.say(block.get("label", ""))
        keyed.draw(items)

    return draw


def progress(hands: Hands) -> Draw:
    """How many of how many, as a line and in figures."""
    with box("track"):
        fill = box("fill")
    with box("figures", "p"):
        count, label = Words("b"), Words("span")

    def draw(block: Mapping[str, Any]) -> None:
        done, of = block.get("done", 0), block.get("of", 0)
        fill.style(f"width: {100 * done / of if of else 0:.1f}%")
        count.say(hands.say(_("{done} of {of}", done=done, of=of)))
        label.say(block["label"])

    return draw


def phases(hands: Hands) -> Draw:
    """The phases of a method, the present one marked."""
    with box("phase-list", "ol") as into:
        pass
    now = [""]

    def phase(id: str) -> tuple[Element, Draw]:
        made = Words("li")

        def draw(item: Mapping[str, Any]) -> None:
            made.say(item["text"])
            toned(made, "now" if id == now[0] else "")

        return made, draw

    keyed = Keyed(into, phase)

    def draw(block: Mapping[str, Any]) -> None:
        now[0] = block.get("now", "")
        keyed.draw(block.get("items", {}))

    return draw


def timer(hands: Hands) -> Draw:
    """The time that is left, as a calm ring with figures."""
    with box("ring") as ring:
        figures = Words("span")
    state: dict[str, int] = {"total": 0, "ends": 0, "left": 0}

    def tick() -> None:
        total = state["total"]
        left = max(0, state["ends"] - time.time_ns() // 1_000_000) if state["ends"] else state["left"]
        ring.style(f"--p: {left / total if total else 0:.3f}")
        ring.set_visibility(total > 0)
        figures.say(f"{left // 60_000}:{left // 1000 % 60:02d}")
        toned(ring, "over" if total and not left else "still" if not state["ends"] else "", ("over", "still"))

    ui.timer(1.0, tick)

    def draw(block: Mapping[str, Any]) -> None:
        state.update({name: block.get(name, 0) for name in state})
        tick()

    return draw


def step(hands: Hands) -> Draw:
    """Step so many of so many, and its title."""
    line = Words("p", "", "soft")

    def draw(block: Mapping[str, Any]) -> None:
        line.say(hands.say(_("Step {number} of {of} · {title}", number=block["number"], of=block["of"], title=block["text"])))

    return draw
