"""Maps as pictures that stand alone: a Graph block as SVG, an Outline block as a Mermaid `mindmap`.

Pure: the same block gives the same bytes. What people wrote is escaped for the format that it goes into.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from xml.sax.saxutils import escape, quoteattr

from workshop.blocks import Entry, Graph, Node, Outline
from workshop.language import Speaker

COLORS = ("#57525e", "#0a5c58", "#b23325", "#7a4fa3", "#9a6200", "#1f5fa8", "#2f6f36", "#a13470", "#4b5563")
INK, PAPER, LINE = "#1d1b22", "#faf6ee", "#d9cfbd"
FONT = "'Atkinson Hyperlegible Next', system-ui, sans-serif"
MOST_LETTERS = 50_000  # maxTextSize of Mermaid: what is longer is not drawn at all
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def svg_of(graph: Graph, say: Speaker) -> str:
    """The map as an SVG document with a paper background."""
    places = {node.id: node for node in graph.items}
    lines = "".join(_line(node, places[node.parent]) for node in graph.items if node.parent in places)
    nodes = "".join(_node(node, _text(say(node.text))) for node in graph.items)
    title = _text(next((say(node.text) for node in graph.items if node.level == 0), ""))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(graph.width)} {_n(graph.height)}" role="img" '
        f'aria-label={quoteattr(title)} font-family="{FONT}">\n'
        f'<rect width="100%" height="100%" fill="{PAPER}"/>\n{lines}{nodes}</svg>\n'
    )


def _line(node: Node, parent: Node) -> str:
    """From the topic to the near end of a group's pill."""
    if node.level != 1:
        return ""
    half = _width(node) / 2
    end = node.x - half if node.side == "right" else node.x + half if node.side == "left" else node.x
    middle = (parent.x + end) / 2
    path = f"M{_n(parent.x)} {_n(parent.y)} C{_n(middle)} {_n(parent.y)} {_n(middle)} {_n(node.y)} {_n(end)} {_n(node.y)}"
    width = 3 + min(12, node.count * 0.5)
    return f'<path d="{path}" fill="none" stroke="{COLORS[node.color % 9]}" stroke-width="{_n(width)}" opacity="0.5"/>\n'


def _node(node: Node, text: str) -> str:
    label = escape(f"{text} · {node.count}" if node.count else text)
    if node.level >= 2:
        anchor = {"left": "end", "right": "start", "middle": "middle"}[node.side]
        place = f'x="{_n(node.x)}" y="{_n(node.y + 10)}" text-anchor="{anchor}"'
        return f'<text {place} font-size="30" fill="{INK}">{label}</text>\n'
    width, fill = _width(node, len(text)), INK if node.level == 0 else COLORS[node.color % 9]
    high, round_ = (96, 22) if node.level == 0 else (72, 36)
    box = f'x="{_n(node.x - width / 2)}" y="{_n(node.y - high / 2)}" width="{_n(width)}" height="{high}" rx="{round_}"'
    place = f'x="{_n(node.x)}" y="{_n(node.y + 12)}" text-anchor="middle"'
    return f'<rect {box} fill="{fill}"/><text {place} font-size="36" font-weight="650" fill="{PAPER}">{label}</text>\n'


def _width(node: Node, letters: int = 0) -> float:
    """The width of a pill: its letters, its count, and the round ends."""
    length = letters or (len(node.text) if isinstance(node.text, str) else 12)
    return (length + 5) * 21 + 30


def _text(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return ILLEGAL.sub("\ufffd", text)


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def mermaid_of(topic: str, outline: Outline, say: Speaker) -> str:
    """The outline as a Mermaid mindmap, without the fence around it; only its first level where Mermaid would refuse the whole."""
    whole = _mindmap(topic, outline.items, say)
    return whole if len(whole) < MOST_LETTERS else _mindmap(topic, [replace(entry, items=()) for entry in outline.items], say)


def _mindmap(topic: str, entries: Sequence[Entry], say: Speaker) -> str:
    branches = [line for number, entry in enumerate(entries) for line in _branch(entry, say, 2, f"n{number}")]
    return "\n".join(["mindmap", f'  root["{_quoted(topic)}"]', *branches]) + "\n"


def _branch(entry: Entry, say: Speaker, depth: int, id: str) -> list[str]:
    own = [f'{"  " * depth}{id}["{_quoted(say(entry.text))}"]']
    return own + [line for n, under in enumerate(entry.items) for line in _branch(under, say, depth + 1, f"{id}_{n}")]


def _quoted(text: str) -> str:
    """Inside Mermaid's quotes: what has a meaning there goes in as a character code, line breaks as spaces; never nothing."""
    plain = " ".join(_text(text).split()) or "…"
    return re.sub(r"[^\w ,.!?'’-]|_", lambda sign: f"#{ord(sign[0])};" if ord(sign[0]) < 128 else sign[0], plain)
