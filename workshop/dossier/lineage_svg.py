"""The lineage of a thing as a picture that stands alone. Pure: the same dossier gives the same bytes; what people wrote is text."""

from collections.abc import Callable
from xml.sax.saxutils import escape, quoteattr

from workshop.blocks.curves import n
from workshop.dossier.dossier import Dossier
from workshop.dossier.lineage import LINE, MORE, NAMES, PAD, WIDTH, Node, drawing, words_of_thing
from workshop.dossier.standing import Promise
from workshop.dossier.told import STANDS, days_of
from workshop.language import Speaker, Words, _, n_
from workshop.record.svg import FONT, INK, PAPER, SOFT, WHITE, legal

EDGE, LINE_COLOR, SHADE = "#857b6a", "#d9cfbd", "#f1eadc"
COLORS = {"decision": "#0a5c58", "agreement": "#0a5c58", "commitment": "#194d8a", "group": "#714700", "status": "#653f88"}
AROUND = 12


def lineage_svg(dossier: Dossier, ref: str, say: Speaker, address: Callable[[str], str] | None = None) -> str:
    """The picture; `address` says where a thing is to be read ("" nowhere). "" for a thing that is not there."""
    drawn = drawing(dossier, ref)
    if not drawn.nodes:
        return ""
    width, height = drawn.width + 2 * AROUND, drawn.height + 2 * AROUND
    title = legal(say(_("Where “{text}” comes from, and what came of it", text=words_of_thing(dossier.things[ref]))))
    curves = "".join(f'<path d="{path}"/>\n' for _one, _other, path in drawn.curves())
    nodes = "".join(_node(dossier, node, node.ref == ref, say, address(node.ref) if address else "") for node in drawn.nodes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-AROUND} {-AROUND} {n(width)} {n(height)}" width="{n(width)}" role="img" '
        f'aria-label={quoteattr(title)} font-family="{FONT}" font-size="16">\n'
        f'<rect x="{-AROUND}" y="{-AROUND}" width="100%" height="100%" fill="{PAPER}"/>\n'
        f'<g fill="none" stroke="{EDGE}" stroke-width="2" opacity="0.6">\n{curves}</g>\n{nodes}</svg>\n'
    )


def label_of(dossier: Dossier, node: Node) -> Words:
    """What stands above the words of a node: its kind, when it came, and how it stands."""
    if node.ref == MORE:
        return n_("and {count} more", "and {count} more", node.count)
    thing = dossier.things[node.ref]
    name = NAMES.get(node.kind, NAMES["idea"])
    status = STANDS.get(thing.facts.get("status", "")) if node.kind == "status" else _status(dossier, node.ref)
    if status is not None:
        return _("{kind}: {status}", kind=name, status=status)
    return _("{kind}, {day}", kind=name, day=days_of(dossier).day(thing.at)) if node.kind == "decision" else name


def _status(dossier: Dossier, ref: str) -> Words | None:
    promises: tuple[Promise, ...] = (*dossier.decisions, *dossier.commitments)
    return next((STANDS.get(one.status) for one in promises if one.thing.ref == ref), None)


def _node(dossier: Dossier, node: Node, focus: bool, say: Speaker, address: str) -> str:
    color = COLORS.get(node.kind, SOFT)
    border = f'stroke="{INK if focus else color if node.kind in COLORS else LINE_COLOR}" stroke-width="{3 if focus else 1.5}"'
    fill = SHADE if node.ref == MORE else WHITE
    x, y = node.x + PAD, node.y + PAD
    label = escape(legal(say(label_of(dossier, node))))
    name = f'<text x="{n(x)}" y="{n(y + 12)}" fill="{color}" font-size="13" font-weight="600">{label}</text>'
    rows = [name] if node.label else []
    for place, line in enumerate(node.lines):
        rows.append(f'<text x="{n(x)}" y="{n(y + node.label + LINE * place + 15)}" fill="{INK}">{escape(legal(line))}</text>')
    whole = f"<title>{escape(legal(dossier.things[node.ref].text))}</title>" if node.ref in dossier.things else ""
    box = f'<rect x="{n(node.x)}" y="{n(node.y)}" width="{WIDTH}" height="{n(node.height)}" rx="10" fill="{fill}" {border}/>'
    drawn = f"{whole}{box}{''.join(rows)}"
    return f"<a href={quoteattr(address)}>{drawn}</a>\n" if address else f"<g>{drawn}</g>\n"
