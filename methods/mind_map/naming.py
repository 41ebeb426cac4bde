"""What a group is called: as it was, as long as it is much the same or somebody named it, else anew."""

from collections.abc import Mapping, Sequence

from methods.mind_map.sketch import Present
from methods.mind_map.titles import titles_of

CHANGED = 1 / 3


def changed(group: Present, ideas: Sequence[str]) -> bool:
    """Whether a third of the ideas that a title of the machine was made for went, or as many came.

    >>> changed(Present("g", "Trees", ("a", "b", "c")), ["a", "b", "c", "d"])
    True
    """
    before, now = set(group.titled or group.ideas), set(ideas)
    return not group.named and len(before ^ now) >= CHANGED * max(1, len(before))


def named(
    found: Sequence[Sequence[str]], going_on: Sequence[Present | None], texts: Mapping[str, str], topic: str, language: str
) -> list[str]:
    """The title of each group found, of which each may go on from one that there is."""
    kept = [
        group.title if group and group.title and not changed(group, ideas) else "" for group, ideas in zip(going_on, found, strict=True)
    ]
    fresh = titles_of([[texts[id] for id in ideas if id in texts] for ideas in found], topic, language, [title for title in kept if title])
    return [old or new for old, new in zip(kept, fresh, strict=True)]
