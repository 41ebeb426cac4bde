"""Ideas that say the same: which of them change when two are shown as one, or each by itself again."""

from collections.abc import Sequence
from dataclasses import replace

from methods.brainstorm.idea import Idea


def merged(idea: Idea, into: Idea) -> Sequence[Idea]:
    """Both ideas, and what was shown under the one, now that it is shown under the other."""
    parts = [replace(one, into=into.id, same=()) for one in idea.wordings]
    return [replace(into, same=(*into.same, *parts)), *parts]


def separated(idea: Idea) -> Sequence[Idea]:
    """An idea, and what was shown under it, each by itself."""
    return [replace(idea, same=()), *(replace(one, into="") for one in idea.same)]


def without(idea: Idea, head: Idea | None) -> Sequence[Idea]:
    """What is left when an idea is withdrawn: the one under which it was shown without it, or another in its place."""
    gone = replace(idea, withdrawn=True, into="", same=())
    if head is not None:
        return [gone, replace(head, same=tuple(one for one in head.same if one.id != idea.id))]
    if not idea.same:
        return [gone]
    first, *others = idea.same
    parts = [replace(one, into=first.id) for one in others]
    return [gone, replace(first, into="", same=tuple(parts)), *parts]
