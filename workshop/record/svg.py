"""A map as a picture that stands alone: a Graph block as an SVG document, readable without a sheet or a typeface of ours.

Pure: the same block gives the same bytes. What people wrote is text, escaped, and never anything else.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from workshop.blocks import SHAPES, Graph, Link, Node
from workshop.blocks.curves import branch, n, relation, thickness
from workshop.blocks.lettering import LEAST, letters_of_map, lines_of, size_of_title, width
from workshop.language import Speaker

COLORS = ("#57525e", "#0a5c58", "#95281b", "#653f88", "#714700", "#194d8a", "#265a2c", "#86285b", "#414a58")
INK, SOFT, PAPER, WHITE = "#1d1b22", "#4b4652", "#faf6ee", "#ffffff"
FONT = "'Atkinson Hyperlegible Next', system-ui, sans-serif"
ANCHORS = {"left": "end", "right": "start", "middle": "middle"}
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NEXT, WIDE, AROUND, ROUND = 1.2, 0.6, 0.45, 0.75  # of the letters: from line to line, a wide one, around a title, its corners


def svg_of(graph: Graph, say: Speaker) -> str:
    """The map as an SVG document with a paper background."""
    wire = {node.id: _wire(node) for node in graph.items}
    families = {node.parent for node in graph.items if node.level == 1}
    title = legal(next((say(node.text) for node in graph.items if node.level == 0), ""))
    curves = [*(_branch(node, wire) for node in graph.items), *(_relation(link, wire) for link in graph.links)]
    letter = letters_of_map(graph.rows, graph.height)
    nodes = (_node(node, say, node.level == 1 and node.id in families, letter) for node in graph.items)
    drawn = [*_spines(graph.items, letter), *nodes, *(_name(link, say, min(letter, LEAST)) for link in graph.links)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {n(graph.width)} {n(graph.height)}" role="img" '
        f'aria-label={quoteattr(title)} font-family="{FONT}">\n'
        f'<rect width="100%" height="100%" fill="{PAPER}"/>\n{"".join(curves)}{"".join(drawn)}</svg>\n'
    )


def _wire(node: Node) -> dict[str, Any]:
    return {"x": node.x, "y": node.y, "side": node.side, "room": node.room}


def legal(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return ILLEGAL.sub("\ufffd", text)


def _branch(node: Node, wire: Mapping[str, Mapping[str, Any]]) -> str:
    """From what a group hangs on to the group, in its colour."""
    if node.level != 1 or node.parent not in wire:
        return ""
    look = f'stroke="{COLORS[node.color % 9]}" stroke-width="{n(thickness(node.count))}" stroke-linecap="round" opacity="0.55"'
    return f'<path d="{branch(wire[node.parent], wire[node.id])}" fill="none" {look}/>\n'


def _relation(link: Link, wire: Mapping[str, Mapping[str, Any]]) -> str:
    if link.source not in wire or link.target not in wire:
        return ""
    path = relation(wire[link.source], {"x": link.x, "y": link.y}, wire[link.target])
    return f'<path d="{path}" fill="none" stroke="{SOFT}" stroke-width="3" stroke-dasharray="10 8"/>\n'


def _node(node: Node, say: Speaker, family: bool, letter: float) -> str:
    text, small = legal(say(node.text)), min(letter, LEAST)
    if node.level >= 2:
        size = small if node.side == "middle" else letter
        return _lines(lines_of(text, int(node.room / (size * WIDE)), node.lines), node.x, node.y, ANCHORS[node.side], size, INK)
    if node.level == 0:
        return _box(node, _counted(node, text, letter * 1.05), letter * 1.05, (INK, INK), PAPER)
    if family:
        return _box(node, lines_of(text, int((node.room - small) / (small * WIDE)), node.lines), small, (PAPER, SOFT), INK, node.room)
    if not node.color:
        return _box(node, _counted(node, text, small), small, (PAPER, SOFT), INK)
    color, size = COLORS[node.color % 9], letter * size_of_title(node.count)
    pill = _box(node, _counted(node, f"{SHAPES[node.color % 9]} {text}", size), size, (color, color), WHITE)
    under = node.y + (size * NEXT * node.lines + letter * (AROUND + NEXT)) / 2
    detail = lines_of(legal(say(node.detail)), int(node.room / (letter * WIDE)), 1)
    return pill + (_lines(detail, node.x, under, ANCHORS[node.side], letter, SOFT) if detail[0] else "")


def _counted(node: Node, text: str, size: float) -> list[str]:
    """The lines of a title, and its count at the end, which is never cut."""
    count = f"\u00a0·\u00a0{node.count}" if node.count else ""
    letters = max(4, int((node.room - 1.2 * size) / (size * WIDE)))
    whole = lines_of(text + count, letters, node.lines)
    if "".join(whole).endswith(count):
        return whole
    cut = lines_of(text, max(2, letters - len(count)), node.lines)
    return [*cut[:-1], cut[-1] + count]


def _box(node: Node, lines: Sequence[str], size: float, colors: tuple[str, str], ink: str, wide: float = 0) -> str:
    """Lines of text in a rounded box, which begins where the branch comes in."""
    fill, edge = colors
    wide = wide or max(map(width, lines)) * size * WIDE + 1.2 * size
    high = size * (NEXT * len(lines) + AROUND)
    left = {"right": node.x, "left": node.x - wide, "middle": node.x - wide / 2}[node.side]
    place = f'x="{n(left)}" y="{n(node.y - high / 2)}" width="{n(wide)}" height="{n(high)}" rx="{n(size * ROUND)}"'
    first = node.y - size * NEXT * (len(lines) - 1) / 2
    box = f'<rect {place} fill="{fill}" stroke="{edge}" stroke-width="2"/>'
    return box + _lines(lines, left + wide / 2, first, "middle", size, ink, 650)


def _lines(lines: Sequence[str], x: float, y: float, anchor: str, size: float, ink: str, weight: int = 400) -> str:
    """One text on some lines, the middle of the first at y."""
    look = f'text-anchor="{anchor}" font-size="{n(size)}" font-weight="{weight}" fill="{ink}"'
    spans = (
        f'<tspan x="{n(x)}" y="{n(y + size * (0.35 + NEXT * place))}">{escape(line + (" " if place < len(lines) - 1 else ""))}</tspan>'
        for place, line in enumerate(lines)
    )
    return f"<text {look}>{''.join(spans)}</text>\n"


def _spines(nodes: Sequence[Node], letter: float) -> Iterator[str]:
    """A line beside the ideas of each group, that says what they belong to."""
    for node in nodes:
        own = [leaf for leaf in nodes if leaf.level == 2 and leaf.parent == node.id and leaf.side != "middle"]
        if own:
            x = own[0].x + (-12 if node.side == "right" else 12)
            end = own[-1].y + letter * (0.5 + NEXT * (own[-1].lines - 1))
            path = f"M{n(x)} {n(own[0].y - letter * 0.5)} V{n(end)}"
            yield f'<path d="{path}" stroke="{COLORS[node.color % 9]}" stroke-width="4" opacity="0.55"/>\n'


def _name(link: Link, say: Speaker, size: float) -> str:
    """What a relation is called, over its line."""
    [line] = lines_of(legal(say(link.text)), 18, 1)
    if not line:
        return ""
    wide = (width(line) * WIDE + 0.8) * size
    box = f'x="{n(link.x - wide / 2)}" y="{n(link.y - size * 0.7)}" width="{n(wide)}" height="{n(size * 1.4)}" rx="8"'
    return f'<rect {box} fill="{PAPER}"/>' + _lines([line], link.x, link.y, "middle", size, INK, 600)
