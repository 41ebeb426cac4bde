"""Maps and outlines: SVG whose nodes move to their new places, and nested lists."""

from collections.abc import Mapping
from math import ceil, floor
from typing import Any

from nicegui.element import Element

from workshop.pages.elements import Keyed, Words, adorn, box
from workshop.pages.widgets.hands import Draw, Hands, ordered

Json = Any
SHAPES = " ●▲■◆★⬢✚⬟"


def graph(hands: Hands) -> Draw:
    """A map: the topic in the middle, groups as pills, ideas as lines of text."""
    with box("map", "svg") as svg:
        lines, nodes = box("", "g"), box("", "g")
    places: dict[str, Mapping[str, Json]] = {}
    drawn_lines = Keyed(lines, lambda id: _line(places, id))
    drawn_nodes = Keyed(nodes, lambda id: _node(places[id]))

    def draw(block: Mapping[str, Json]) -> None:
        items = block.get("items", {})
        places.clear()
        places.update(items)
        top, high = _span([_place(item)[1] for item in items.values()], block.get("height", 820))
        adorn(svg, viewBox=f"0 {top} {block.get('width', 1800)} {high}")
        drawn_lines.draw({id: item for id, item in items.items() if item.get("level") == 1 and item.get("parent") in items})
        drawn_nodes.draw(items)

    return draw


def _line(places: Mapping[str, Mapping[str, Json]], id: str) -> tuple[Element, Draw]:
    path = box("branch", "path")

    def draw(item: Mapping[str, Json]) -> None:
        (from_x, from_y), (x, y) = _place(places[item["parent"]]), _place(item)
        end = x + {"right": -1, "left": 1}.get(item.get("side", ""), 0) * _width(item) / 2
        middle = (from_x + end) / 2
        adorn(path, d=f"M{from_x} {from_y} C{middle} {from_y} {middle} {y} {end} {y}")
        path.style(f"stroke: var(--t{item.get('color', 0)}); stroke-width: {3 + min(12, item.get('count', 0) * 0.5)}px")

    return path, draw


def _node(first: Mapping[str, Json]) -> tuple[Element, Draw]:
    level = first.get("level", 0)
    with box(f"node level{level}", "g") as group:
        rect = box("", "rect") if level < 2 else None
        text = Words("text")

    def draw(item: Mapping[str, Json]) -> None:
        text.say(" · ".join(str(item[name]) for name in ("text", "count") if item.get(name)))
        x, y = _place(item)
        group.style(f"transform: translate({x}px, {y}px)")
        if rect is None:
            adorn(text, text_anchor={"left": "end", "right": "start"}.get(item.get("side", ""), "middle"), y=10)
            return
        high = 96 if level == 0 else 72
        adorn(rect, x=-_width(item) / 2, y=-high / 2, width=_width(item), height=high, rx=22 if level == 0 else 36)
        adorn(text, text_anchor="middle", y=12)
        rect.style("fill: var(--ink)" if level == 0 else f"fill: var(--t{item.get('color', 0)})")

    return group, draw


def _width(item: Mapping[str, Json]) -> float:
    return (len(item.get("text", "")) + 5) * 21 + 30


def _span(heights: list[float], full: float) -> tuple[int, int]:
    """From where to where the nodes lie, in steps of 40, so that letters are as large as can be and the map seldom jumps."""
    if not heights:
        return 0, round(full)
    low, high = floor((min(heights) - 50) / 40) * 40, ceil((max(heights) + 50) / 40) * 40
    missing = max(0, round(full * 0.6) - (high - low))
    return low - missing // 2, high - low + missing


def _place(item: Mapping[str, Json]) -> tuple[float, float]:
    """Where a node is; what is 0 does not come over the wire."""
    return item.get("x", 0), item.get("y", 0)


def outline(hands: Hands) -> Draw:
    """Groups with their ideas; a group can be folded."""
    label = Words("h3")
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
    keyed = Keyed(under, lambda id: _leaf())

    def draw(item: Mapping[str, Json]) -> None:
        color = item.get("color", 0)
        shape.say(SHAPES[color].strip())
        shape.style(f"color: var(--t{color})")
        text.say(item.get("text", ""))
        count.say(str(item["count"]) if item.get("count") else "")
        keyed.draw(item.get("items", {}))

    return made, draw


def _leaf() -> tuple[Element, Draw]:
    made = Words("li")
    made.props["dir"] = "auto"

    def draw(item: Mapping[str, Json]) -> None:
        below = [one["text"] for _id, one in ordered(item.get("items", {}))]
        made.say(" · ".join([item["text"], *below]))

    return made, draw
