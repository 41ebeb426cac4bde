"""A map as GraphML, for programs that draw and measure networks (Gephi, Cytoscape, yEd, networkx).

It is written by hand, since what networkx writes differs with its version: the same map gives the same bytes.
Source: Brandes, Eiglsperger, Lerner, "GraphML Primer", http://graphml.graphdrawing.org/primer/graphml-primer.html
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from workshop.blocks import Entry, Outline
from workshop.language import Speaker
from workshop.record.escape import xml

SPACE: Final = "http://graphml.graphdrawing.org/xmlns"
KEYS: Final = {
    "node": {"label": "string", "kind": "string", "detail": "string", "ideas": "int", "support": "int", "color": "int"},
    "edge": {"relation": "string", "word": "string"},
}
Links = Sequence[tuple[str, str, str]]


def graphml_of(topic: str, outline: Outline, say: Speaker, links: Links = ()) -> str:
    """The map as a document: a node for the topic, for each group and each idea, an edge from each to what stands under it.

    The ids of nodes are those of `contributions.csv`; an idea in two groups is one node. `links` are relations of two nodes in a word.
    """
    root = _unlike("topic", {entry.id for entry, _under in _walk(outline.items, "")})
    nodes: dict[str, str] = {root: _node(root, {"label": topic, "kind": "topic"})}
    edges: dict[tuple[str, str], str] = {}
    for entry, under in _walk(outline.items, root):
        nodes.setdefault(entry.id, _node(entry.id, _facts(entry, say)))
        edges.setdefault((under, entry.id), _edge(under, entry.id, {"relation": "part"}))
    related = [_edge(one, other, {"relation": "related", "word": word}) for one, other, word in links if one in nodes and other in nodes]
    lines = [*_keys(), '  <graph id="map" edgedefault="directed">', *nodes.values(), *edges.values(), *related, "  </graph>"]
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', f'<graphml xmlns="{SPACE}">', *lines, "</graphml>"]) + "\n"


def _walk(entries: Iterable[Entry], under: str) -> Iterator[tuple[Entry, str]]:
    """Each line of an outline with the id of the one that it stands under."""
    for entry in entries:
        yield entry, under
        yield from _walk(entry.items, entry.id)


def _facts(entry: Entry, say: Speaker) -> Mapping[str, str | int]:
    own: dict[str, str | int] = {"label": say(entry.text), "detail": say(entry.detail)} | ({"color": entry.color} if entry.color else {})
    return {**own, "kind": "group", "ideas": entry.count} if entry.items else {**own, "kind": "idea", "support": entry.count}


def _keys() -> Iterator[str]:
    for element, keys in KEYS.items():
        for name, type_ in keys.items():
            yield f'  <key id="{name}" for="{element}" attr.name="{name}" attr.type="{type_}"/>'


def _node(id: str, facts: Mapping[str, str | int]) -> str:
    return f'    <node id="{xml(id)}">{_data("node", facts)}</node>'


def _edge(source: str, target: str, facts: Mapping[str, str | int]) -> str:
    return f'    <edge source="{xml(source)}" target="{xml(target)}">{_data("edge", facts)}</edge>'


def _data(element: str, facts: Mapping[str, str | int]) -> str:
    return "".join(f'<data key="{key}">{xml(str(facts[key]))}</data>' for key in KEYS[element] if facts.get(key) not in (None, ""))


def _unlike(id: str, others: set[str]) -> str:
    return id if id not in others else _unlike(f"{id}_", others)
