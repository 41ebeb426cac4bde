"""A map as a picture that stands alone: a Graph block as an SVG document, readable without a sheet or a typeface of ours.

Pure: the same block gives the same bytes. What people wrote is text, escaped, and never anything else.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from workshop.blocks import SHAPES, Graph, Link, Node
from workshop.blocks.curves import branch, n, relation, thickness
from workshop.blocks.lettering import lines_of, width
from workshop.language import Speaker

COLORS = ("#57525e", "#0a5c58", "#95281b", "#653f88", "#714700", "#194d8a", "#265a2c", "#86285b", "#414a58")
INK, SOFT, PAPER, WHITE = "#1d1b22", "#4b4652", "#faf6ee", "#ffffff"
FONT = "'Atkinson Hyperlegible Next', system-ui, sans-serif"
ANCHORS = {"left": "end", "right": "start", "middle": "middle"}
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
BOLD, PLAIN, SMALL = 34.0, 30.0, 26.0  # sizes of letters: of titles, of ideas, of what is said besides
NEXT, WIDE = 1.2, 0.6  # of a size: from line to line, and of a letter in a wide typeface
ROUND = 26.0


def svg_of(graph: Graph, say: Speaker) -> str:
    """The map as an SVG document with a paper background."""
    wire = {node.id: _wire(node) for node in graph.items}
    families = {node.parent for node in graph.items if node.level == 1}
    title = legal(next((say(node.text) for node in graph.items if node.level == 0), ""))
    curves = [*(_branch(node, wire) for node in graph.items), *(_relation(link, wire) for link in graph.links)]
    nodes = (_node(node, say, node.level == 1 and node.id in families) for node in graph.items)
    drawn = [*_spines(graph.items), *nodes, *(_name(link, say) for link in graph.links)]
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


def _node(node: Node, say: Speaker, family: bool) -> str:
    text = legal(say(node.text))
    if node.level >= 2:
        return _text(node, lines_of(text, int(node.room / (PLAIN * WIDE)), node.lines), PLAIN, INK, node.y)
    if node.level == 0:
        return _box(node, _counted(node, text, BOLD), BOLD, (INK, INK), PAPER, 20)
    if family or not node.color:
        lines = lines_of(text, int((node.room - 30) / (SMALL * WIDE)), node.lines) if family else _counted(node, text, PLAIN)
        return _box(node, lines, SMALL if family else PLAIN, (PAPER, SOFT), INK, 16, node.room if family else 0)
    color, shape = COLORS[node.color % 9], f"{SHAPES[node.color % 9]} "
    pill = _box(node, _counted(node, shape + text, BOLD), BOLD, (color, color), WHITE, ROUND)
    under = node.y + (BOLD * NEXT * node.lines + PLAIN) / 2 + 8
    detail = [line for line in lines_of(legal(say(node.detail)), int(node.room / (SMALL * WIDE)), 1) if line]
    return pill + (_text(node, detail, SMALL, SOFT, under) if detail else "")


def _counted(node: Node, text: str, size: float) -> list[str]:
    """The lines of a title, and its count at the end, which is never cut."""
    count = f" · {node.count}" if node.count else ""
    lines = lines_of(text, max(4, int((node.room - 2 * size) / (size * WIDE)) - len(count)), node.lines)
    return [*lines[:-1], lines[-1] + count]


def _box(node: Node, lines: Sequence[str], size: float, colors: tuple[str, str], ink: str, round_: float, wide: float = 0) -> str:
    """Lines of text in a rounded box, which begins where the branch comes in."""
    fill, edge = colors
    wide = wide or max(map(width, lines)) * size * WIDE + 2 * size
    high = size * NEXT * len(lines) + size * 0.45
    left = {"right": node.x, "left": node.x - wide, "middle": node.x - wide / 2}[node.side]
    place = f'x="{n(left)}" y="{n(node.y - high / 2)}" width="{n(wide)}" height="{n(high)}" rx="{n(round_)}"'
    first = node.y - size * NEXT * (len(lines) - 1) / 2
    return f'<rect {place} fill="{fill}" stroke="{edge}" stroke-width="2"/>' + _lines(
        lines, left + wide / 2, first, "middle", size, ink, 650
    )


def _text(node: Node, lines: Sequence[str], size: float, ink: str, y: float) -> str:
    return _lines(lines, node.x, y, ANCHORS[node.side], size, ink)


def _lines(lines: Sequence[str], x: float, y: float, anchor: str, size: float, ink: str, weight: int = 400) -> str:
    """One text on some lines, the middle of the first at y."""
    look = f'text-anchor="{anchor}" font-size="{n(size)}" font-weight="{weight}" fill="{ink}"'
    spans = (
        f'<tspan x="{n(x)}" y="{n(y + size * (0.35 + NEXT * place))}">{escape(line + (" " if place < len(lines) - 1 else ""))}</tspan>'
        for place, line in enumerate(lines)
    )
    return f"<text {look}>{''.join(spans)}</text>\n"


def _spines(nodes: Sequence[Node]) -> Iterator[str]:
    """A line beside the ideas of each group, that says what they belong to."""
    for node in nodes:
        own = [leaf for leaf in nodes if leaf.level == 2 and leaf.parent == node.id and leaf.side != "middle"]
        if own:
            x = own[0].x + (-12 if node.side == "right" else 12)
            end = own[-1].y + PLAIN * (0.5 + NEXT * (own[-1].lines - 1))
            path = f"M{n(x)} {n(own[0].y - PLAIN * 0.5)} V{n(end)}"
            yield f'<path d="{path}" stroke="{COLORS[node.color % 9]}" stroke-width="4" opacity="0.55"/>\n'


def _name(link: Link, say: Speaker) -> str:
    """What a relation is called, over its line."""
    [line] = lines_of(legal(say(link.text)), 18, 1)
    if not line:
        return ""
    wide = width(line) * SMALL * WIDE + 20
    box = f'x="{n(link.x - wide / 2)}" y="{n(link.y - 20)}" width="{n(wide)}" height="40" rx="8"'
    return f'<rect {box} fill="{PAPER}"/>' + _lines([line], link.x, link.y, "middle", SMALL, INK, 600)
