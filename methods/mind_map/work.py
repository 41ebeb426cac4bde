"""What is computed off the event loop; the libraries for it take long to load, and are loaded in the process that computes."""

from collections.abc import Sequence
from typing import Any


def sort_ideas(round: int, ideas: Sequence[tuple[str, str]], seed: int, topic: str = "") -> dict[str, Any]:
    """A grouping of ideas with titles, as `methods.mind_map.sorting` makes it."""
    from methods.mind_map import sorting

    return sorting.sort_ideas(round, ideas, seed, topic)


def place_ideas(round: int, new: Sequence[tuple[str, str]], groups: Sequence[tuple[str, Sequence[str]]]) -> dict[str, Any]:
    """Groups for ideas that came later, as `methods.mind_map.sorting` finds them."""
    from methods.mind_map import sorting

    return sorting.place_ideas(round, new, groups)
