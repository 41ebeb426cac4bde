"""Maps and outlines: a topic with its groups on both sides, and nested lists."""

from collections.abc import Mapping
from typing import Any

from nicegui.element import Element

from workshop.pages.elements import Keyed, Words, adorn, box
from workshop.pages.widgets.hands import Draw, Hands, ordered

Json = Any
SHAPES = " ●▲■◆★⬢✚⬟"


def graph(hands: Hands) -> Draw:
    """A map: the topic in the middle, on both sides the groups with their first ideas; the page draws the branches to where they stand."""
    with box("mind"):
        lines = box("branches", "svg")
        left, topic, right = box("wing wing-left"), hands.heading("h1").classes("topic"), box("wing wing-right")
    adorn(lines, aria_hidden="true")
    topic.props["dir"] = "auto"
    wings = {side: Keyed(into, lambda id: _group(hands, id)) for side, into in (("left", left), ("right", right))}
    branches = Keyed(lines, _branch)

    def draw(block: Mapping[str, Json]) -> None:
        items = block.get("items", {})
        groups = {id: item | {"leaves": _leaves(id, items)} for id, item in items.items() if item.get("level") == 1}
        topic.say(next((_counted(item) for item in items.values() if not item.get("level")), ""))
        for side, wing in wings.items():
            mine = {id: item for id, item in groups.items() if (item.get("side") == "left") == (side == "left")}
            wing.draw({id: item | {"pos": item.get("y", 0)} for id, item in mine.items()})
        branches.draw(groups)

    return draw


def _leaves(group: str, items: Mapping[str, Mapping[str, Json]]) -> dict[str, Mapping[str, Json]]:
    """The ideas of a group from top to bottom; the second line of an idea is its text too."""
    leaves: dict[str, Mapping[str, Json]] = {}
    for id, item in items.items():
        if item.get("level") == 2 and item.get("parent") == group:
            rest = [one["text"] for one in items.values() if one.get("level") == 3 and one.get("parent") == id]
            leaves[id] = {"text": " ".join([item["text"], *rest]), "pos": item.get("y", 0)}
    return leaves


def _group(hands: Hands, id: str) -> tuple[Element, Draw]:
    with box("group") as made:
        adorn(made, data_key=id)
        name = hands.heading("h2", 2).classes("group-name")
        name.props["dir"] = "auto"
        leaves = Keyed(box("leaves", "ul"), _leaf)

    def draw(item: Mapping[str, Json]) -> None:
        color = item.get("color", 0)
        name.say(f"{SHAPES[color]} {_counted(item)}".strip())
        name.style(f"background: var(--t{color})")
        leaves.draw(item["leaves"])

    return made, draw


def _branch(id: str) -> tuple[Element, Draw]:
    path = box("branch", "path")
    adorn(path, data_to=id)

    def draw(item: Mapping[str, Json]) -> None:
        path.style(f"stroke: var(--t{item.get('color', 0)}); stroke-width: {3 + min(12, item.get('count', 0) * 0.5)}px")

    return path, draw


def _counted(item: Mapping[str, Json]) -> str:
    return "\u00a0·\u00a0".join(str(item[name]) for name in ("text", "count") if item.get(name))


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
