"""The curves of a map, as paths of SVG in its own units: branches from the topic outwards, and relations of two groups."""

from collections.abc import Mapping
from math import sqrt
from typing import Any

Json = Any
Point = tuple[float, float]


def branch(parent: Mapping[str, Json], node: Mapping[str, Json]) -> str:
    """From the middle of what it hangs on (as the wire has both) to where it begins."""
    (x, y), (to, down) = _middle(parent), near(node)
    bend = (x + to) / 2
    return f"M{n(x)} {n(y)} C{n(bend)} {n(y)} {n(bend)} {n(down)} {n(to)} {n(down)}"


def relation(source: Mapping[str, Json], link: Mapping[str, Json], target: Mapping[str, Json]) -> str:
    """From one group through the middle of what the relation is called to the other."""
    (x, y), (left, up), (to, down) = near(link), near(source), near(target)
    first = f"C{n((left + x) / 2)} {n(up)} {n(x)} {n((up + y) / 2)} {n(x)} {n(y)}"
    second = f"C{n(x)} {n((down + y) / 2)} {n((to + x) / 2)} {n(down)} {n(to)} {n(down)}"
    return f"M{n(left)} {n(up)} {first} {second}"


def thickness(count: int) -> float:
    """How thick the branch of a group of so many ideas is, in units of the map: its area grows with them."""
    return 3 + min(15, 2.4 * sqrt(count))


def near(node: Mapping[str, Json]) -> Point:
    """Where a branch comes in."""
    return node.get("x", 0), node.get("y", 0)


def _middle(node: Mapping[str, Json]) -> Point:
    """The middle of the topic, or of a group of groups, which is as wide as its room."""
    out = {"right": 0.5, "left": -0.5}.get(node.get("side", ""), 0)
    return node.get("x", 0) + out * node.get("room", 0), node.get("y", 0)


def n(number: float) -> str:
    """A number, with one decimal at most."""
    return f"{number:.1f}".removesuffix(".0")
