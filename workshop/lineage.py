"""Where a result comes from and what became of an idea: the graph of items over all steps of a workshop.

The library is loaded where a graph is made: a record needs one, the start of a server does not.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from workshop.method import Item

if TYPE_CHECKING:
    import networkx as nx


def graph_of(items: Iterable[Item]) -> "nx.DiGraph[str]":
    """A directed graph from each source to what was made of it; each node carries its `item` where that is known."""
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    for item in items:
        graph.add_node(item.id, item=item)
        graph.add_edges_from((source, item.id) for source in item.sources if source != item.id)
        if item.id in item.sources:
            graph.nodes[item.id]["written"] = True
    return graph


def words_behind(graph: "nx.DiGraph[str]", item: str) -> tuple[Item, ...]:
    """The words that people wrote, from which an item comes: items without a source, or that are one of their own sources."""
    import networkx as nx

    if item not in graph:
        return ()
    behind = nx.ancestors(graph, item)
    return tuple(_known(graph, (node for node in behind if graph.in_degree(node) == 0 or graph.nodes[node].get("written"))))


def became(graph: "nx.DiGraph[str]", item: str) -> tuple[Item, ...]:
    """Everything that was made of an item, nearest first."""
    import networkx as nx

    if item not in graph:
        return ()
    return tuple(_known(graph, (node for node in nx.bfs_tree(graph, item) if node != item)))


def _known(graph: "nx.DiGraph[str]", nodes: Iterable[str]) -> list[Item]:
    return [graph.nodes[node]["item"] for node in nodes if "item" in graph.nodes[node]]
