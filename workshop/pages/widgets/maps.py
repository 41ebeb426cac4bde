"""Maps: a topic with its groups on both sides where the server has placed them, their branches, and one group alone."""

from collections.abc import Mapping
from typing import Any

from nicegui.element import Element

from workshop.blocks import SHAPES
from workshop.blocks.curves import branch, relation, thickness
from workshop.blocks.lettering import size_of_title, spread
from workshop.pages.elements import Keyed, Words, adorn, box, toned
from workshop.pages.widgets.hands import Draw, Hands

Json = Any
Items = Mapping[str, Mapping[str, Json]]
SIDES = ("left", "right", "middle")


def graph(hands: Hands) -> Draw:
    """A map: the topic in the middle, on both sides the groups with their first ideas; branches in colour, as thick as a group is large."""
    with box("mind") as mind:
        lines = box("branches", "svg")
        left, topic, right, middle = box("wing wing-left"), hands.heading("h1").classes("topic"), box("wing wing-right"), box("wing")
        ties = Keyed(box("ties"), _tie)
    adorn(lines, aria_hidden="true", preserveAspectRatio="none")
    topic.props["dir"] = "auto"
    wings = {side: Keyed(into, lambda id: _group(hands, id)) for side, into in zip(SIDES, (left, right, middle), strict=True)}
    curves = Keyed(lines, _curve)

    def draw(block: Mapping[str, Json]) -> None:
        items, links = block.get("items", {}), block.get("links", {})
        size = block.get("width", 1), block.get("height", 1)
        adorn(lines, viewBox=f"0 0 {size[0]:g} {size[1]:g}")
        toned(mind, "zoomed" if block.get("focus") else "", ("zoomed",))
        mind.style(f"--rows: {block.get('rows', 1)}")
        topic.say(next((_counted(item) for item in items.values() if not item.get("level")), ""))
        groups = {id: {**_filled(id, item, items), **_placed(item, *size)} for id, item in items.items() if item.get("level") == 1}
        for side, wing in wings.items():
            wing.draw({id: item for id, item in groups.items() if item.get("side", "middle") == side})
        curves.draw(_branches(items) | _relations(items, links))
        ties.draw({id: {**link, "style": f"--y: {link.get('y', 0) / size[1]:.3%}"} for id, link in links.items()})

    return draw


def _filled(id: str, group: Mapping[str, Json], items: Items) -> dict[str, Json]:
    """A group with its ideas from top to bottom; one that holds groups is a family."""
    own = {key: item for key, item in items.items() if item.get("parent") == id}
    leaves = {key: {**item, "pos": item.get("y", 0)} for key, item in own.items() if item.get("level") == 2}
    return {**group, "pos": group.get("y", 0), "leaves": leaves, "family": any(item.get("level") == 1 for item in own.values())}


def _placed(item: Mapping[str, Json], wide: float, high: float) -> dict[str, Json]:
    """The place of a group, in parts of what the map has."""
    x, lines = item.get("x", 0) / wide, item.get("lines", 1)
    near = 1 - x if item.get("side") == "left" else x
    place = f"--near: {near:.3%}; --y: {item.get('y', 0) / high:.3%}; --high: {item.get('high', 0) / high:.3%}"
    size = f"--room: {item.get('room', 0) / wide:.3%}; --lines: {lines}; --size: {size_of_title(item.get('count', 0))}"
    return {"style": f"{place}; {size}; --wide: {_wide(item.get('text', ''), lines)}"}


def _wide(text: str, lines: int) -> str:
    """A title on some lines is as wide as the longest of them, so that its pill is no wider than it must be."""
    return f"{spread(text, lines) * 0.5 + 0.8:.1f}em" if lines > 1 else "none"


def _branches(items: Items) -> dict[str, Json]:
    """The branch of each group to what it hangs on."""
    groups = [(id, item, items[item["parent"]]) for id, item in items.items() if item.get("level") == 1 and item.get("parent") in items]
    paths = ((id, item.get("color", 0), branch(parent, item), thickness(item.get("count", 0))) for id, item, parent in groups)
    return {
        id: {"pos": pos, "d": d, "kind": "branch", "style": f"stroke: var(--t{color}); --thick: {thick:.1f}"}
        for pos, (id, color, d, thick) in enumerate(paths)
    }


def _relations(items: Items, links: Items) -> dict[str, Json]:
    known = ((f"tie {id}", link) for id, link in links.items() if link["source"] in items and link["target"] in items)
    return {
        id: {"pos": 1000 + link["pos"], "d": relation(items[link["source"]], link, items[link["target"]]), "kind": "relation", "style": ""}
        for id, link in known
    }


def _curve(id: str) -> tuple[Element, Draw]:
    path = box("", "path")

    def draw(item: Mapping[str, Json]) -> None:
        path.classes(item["kind"])
        path.style(item["style"])
        adorn(path, d=item["d"])

    return path, draw


def _tie(id: str) -> tuple[Element, Draw]:
    made = Words("p", "", "tie")
    made.props["dir"] = "auto"

    def draw(item: Mapping[str, Json]) -> None:
        made.say(item.get("text", ""))
        made.style(item["style"])

    return made, draw


def _group(hands: Hands, id: str) -> tuple[Element, Draw]:
    with box("group") as made:
        adorn(made, data_key=id)
        with box("group-head"), box("group-name"):
            shape, name, count = Words("span", "", "group-shape"), hands.heading("h2", 2), Words("span", "", "group-count")
        adorn(shape, aria_hidden="true")
        detail = Words("p", "", "group-detail")
        leaves = Keyed(box("leaves", "ul"), _leaf)
    for one in (name, detail):
        one.props["dir"] = "auto"

    def draw(item: Mapping[str, Json]) -> None:
        color = item.get("color", 0)
        shape.say(SHAPES[color].strip())
        name.say(item.get("text", ""))
        count.say("" if item["family"] else str(item.get("count") or ""))
        toned(made, "" if item.get("lines", 1) > 1 else "one-line", ("one-line",))
        detail.say(item.get("detail", ""))
        made.style(f"{item['style']}; --c: var(--t{color})")
        toned(made, "family" if item["family"] else "", ("family",))
        leaves.draw(item["leaves"])

    return made, draw


def _leaf(id: str) -> tuple[Element, Draw]:
    made = Words("li", "", "leaf")
    made.props["dir"] = "auto"

    def draw(item: Mapping[str, Json]) -> None:
        lines = item.get("lines", 1)
        made.say(item["text"])
        made.style(f"--lines: {lines}")
        toned(made, "" if lines > 1 else "one-line", ("one-line",))

    return made, draw


def _counted(item: Mapping[str, Json]) -> str:
    return "\u00a0·\u00a0".join(str(item[name]) for name in ("text", "count") if item.get(name))
