"""Where something comes from and what came of it, laid out from left to right: words, groups, decisions, commitments, looks. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from workshop.blocks.curves import n
from workshop.blocks.lettering import lines_of
from workshop.dossier.dossier import Dossier
from workshop.dossier.things import Thing
from workshop.language import Message, _

if TYPE_CHECKING:
    import networkx as nx

MOST: Final = 40
WIDTH, BETWEEN, GAP, PAD = 250, 50, 8, 10
LINE, LABEL, LETTERS, LINES = 20, 20, 27, 3
SWEEPS: Final = 6
MORE: Final = "more"
BESIDE: Final = frozenset({"concern", "measure"})
NAMES: Final[Mapping[str, Message]] = {
    "idea": _("Contribution"),
    "wording": _("Contribution"),
    "note": _("Note"),
    "question": _("Question"),
    "group": _("Group"),
    "proposal": _("Proposal"),
    "concern": _("Concern"),
    "decision": _("Decision"),
    "agreement": _("Agreement"),
    "commitment": _("Commitment"),
    "status": _("Look back"),
    "measure": _("Measure"),
    "session": _("Session"),
    "process": _("Process"),
    "answer": _("Answer"),
    "noted": _("Note"),
}


@dataclass(frozen=True, slots=True)
class Node:
    """A thing at its place; `lines` are its words as they fit, below a `label` of that height.

    The node "more" stands for so many (`count`) that are not shown.
    """

    ref: str
    kind: str
    x: float
    y: float
    height: float
    lines: tuple[str, ...]
    count: int = 0
    label: int = LABEL


@dataclass(frozen=True, slots=True)
class Drawing:
    """The nodes in the order in which one reads them, which leads to which, and the size of it all."""

    nodes: tuple[Node, ...]
    edges: tuple[tuple[str, str], ...]
    width: float
    height: float
    hidden: int = 0

    def curves(self) -> tuple[tuple[str, str, str], ...]:
        """Each edge with its path, from the right of its source to the left of its target."""
        there = {node.ref: node for node in self.nodes}
        return tuple((one, other, _curve(there[one], there[other])) for one, other in self.edges)


def drawing(dossier: Dossier, ref: str, most: int = MOST) -> Drawing:
    """What a thing comes from and what came of it; of very many words those with most support are shown, the others counted."""
    import networkx as nx

    graph = _with_answers(dossier)
    if ref not in dossier.things:
        return Drawing((), (), 0, 0)
    around = {ref, *nx.ancestors(graph, ref), *nx.descendants(graph, ref)} & {*dossier.things}
    around = {one for one in around if one == ref or dossier.things[one].kind not in BESIDE}
    shown = _shown(dossier, graph, ref, around, most)
    hidden = around - {*shown}
    part: nx.DiGraph[str] = nx.DiGraph(graph.subgraph(shown))
    if hidden:
        part.add_edges_from((MORE, after) for one in sorted(hidden) for after in graph.successors(one) if after in part)
        part.add_node(MORE)
    layers = _ordered(part, _layers(part), [*dossier.things, MORE])
    nodes, height = _placed(dossier, part, layers, len(hidden))
    width = len(layers) * (WIDTH + BETWEEN) - BETWEEN
    return Drawing(nodes, tuple(sorted(part.edges)), width, height, len(hidden))


def _with_answers(dossier: Dossier) -> "nx.DiGraph[str]":
    """Also an answer leads from what was answered to the decision that it names."""
    graph = dossier.graph.copy()
    graph.add_edges_from(
        (ref, one.decision) for ref, one in dossier.process.answers.items() if one.decision in dossier.things and ref in graph
    )
    graph.remove_edges_from([(one, one) for one in graph if graph.has_edge(one, one)])
    return graph


def _shown(dossier: Dossier, graph: "nx.DiGraph[str]", ref: str, around: set[str], most: int) -> list[str]:
    """What is shown: the thing itself, what was made of words, then the words, nearest first."""
    import networkx as nx

    near = nx.single_source_shortest_path_length(graph.to_undirected(as_view=True), ref)
    things = dossier.things

    def rank(one: str) -> tuple[bool, bool, int, int, str]:
        return one != ref, one in dossier.fates, near[one], -things[one].support, one

    return sorted(around, key=rank)[:most]


def _layers(graph: "nx.DiGraph[str]") -> list[list[str]]:
    """Each node as far to the right as the longest path to it; a circle is cut open where it closes."""
    import networkx as nx

    while not nx.is_directed_acyclic_graph(graph):
        graph.remove_edge(*nx.find_cycle(graph)[-1][:2])
    depth: dict[str, int] = {}
    for node in nx.lexicographical_topological_sort(graph):
        depth[node] = max((depth[before] + 1 for before in graph.predecessors(node)), default=0)
    for node in reversed([*nx.topological_sort(graph)]):  # what starts late stands beside what it leads to, not far to the left
        if graph.in_degree(node) == 0 and graph.out_degree(node):
            depth[node] = min(depth[after] for after in graph.successors(node)) - 1
    layers: list[list[str]] = [[] for _layer in range(max(depth.values()) + 1)]
    for node, place in depth.items():
        layers[place].append(node)
    return layers


def _ordered(graph: "nx.DiGraph[str]", layers: list[list[str]], order: Sequence[str]) -> list[list[str]]:
    """Each layer in the order of the middle of its neighbours, swept over several times from both sides, so that few edges cross."""
    first = {ref: place for place, ref in enumerate(order)}
    layers = [sorted(layer, key=lambda one: first[one]) for layer in layers]
    at = {one: place / len(layer) for layer in layers for place, one in enumerate(layer)}
    for sweep in range(SWEEPS):
        forth = sweep % 2 == 0
        for layer in layers if forth else reversed(layers):
            middle = {
                one: _middle([at[near] for near in (graph.predecessors(one) if forth else graph.successors(one))], at[one]) for one in layer
            }
            layer.sort(key=lambda one: (one == MORE, middle[one], first[one]))
            at |= {one: place / len(layer) for place, one in enumerate(layer)}
    return layers


def _middle(places: Sequence[float], otherwise: float) -> float:
    return sum(places) / len(places) if places else otherwise


def _placed(dossier: Dossier, graph: "nx.DiGraph[str]", layers: Sequence[Sequence[str]], hidden: int) -> tuple[tuple[Node, ...], float]:
    """The nodes at their places: each layer a column, each node as near to the height of its neighbours as the others leave it room."""
    columns = [[_node(dossier, one, hidden) for one in layer] for layer in layers]
    whole = max(sum(node.height + GAP for node in column) - GAP for column in columns)
    height = {node.ref: node.height for column in columns for node in column}
    tops: dict[str, float] = {}
    for column in columns:
        tops |= _apart([node.ref for node in column], dict.fromkeys(height, 0.0), height, whole)
    widest = max(range(len(columns)), key=lambda place: len(columns[place]))
    for column in columns[widest + 1 :]:
        wanted = {node.ref: _beside([*graph.predecessors(node.ref)], node, tops, height) for node in column}
        tops |= _apart([node.ref for node in column], wanted, height, whole)
    for column in reversed(columns[:widest]):
        wanted = {node.ref: _beside([*graph.successors(node.ref)], node, tops, height) for node in column}
        tops |= _apart([node.ref for node in column], wanted, height, whole)
    placed = (
        replace(node, x=number * (WIDTH + BETWEEN), y=round(tops[node.ref], 1)) for number, column in enumerate(columns) for node in column
    )
    return tuple(placed), whole


def _beside(near: Sequence[str], node: Node, tops: Mapping[str, float], height: Mapping[str, float]) -> float:
    return _middle([tops[one] + height[one] / 2 for one in near], tops[node.ref] + node.height / 2) - node.height / 2


def _apart(column: Sequence[str], wanted: Mapping[str, float], height: Mapping[str, float], whole: float) -> dict[str, float]:
    """Where the nodes of a column begin so that none lies over another, and all are within the height."""
    tops: dict[str, float] = {}
    least = 0.0
    for ref in column:
        tops[ref] = max(least, wanted[ref])
        least = tops[ref] + height[ref] + GAP
    most = whole
    for ref in reversed(column):
        tops[ref] = min(tops[ref], most - height[ref])
        most = tops[ref] - GAP
    return tops


def _node(dossier: Dossier, ref: str, hidden: int) -> Node:
    if ref == MORE:
        return Node(MORE, MORE, 0, 0, PAD * 2 + LINE, (), hidden)
    thing = dossier.things[ref]
    written = ref in dossier.fates and thing.kind != "question"  # the many: they need no name above them
    lines = tuple(lines_of(words_of_thing(thing), LETTERS, LINES - written))
    label = 0 if written else LABEL
    return Node(ref, thing.kind, 0, 0, PAD * 2 + label + LINE * len(lines), lines, label=label)


def words_of_thing(thing: Thing) -> str:
    """What stands for a thing in the drawing, on one line."""
    return " ".join(thing.text.split()) or "…"


def _curve(one: Node, other: Node) -> str:
    start, end = one.x + WIDTH, other.x
    up, down = one.y + one.height / 2, other.y + other.height / 2
    bend = (start + end) / 2
    return f"M{n(start)} {n(up)} C{n(bend)} {n(up)} {n(bend)} {n(down)} {n(end)} {n(down)}"
