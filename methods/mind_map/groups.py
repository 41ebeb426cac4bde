"""The groups of a mind map: each has its ideas in the order in which they are shown, those with the most support first."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from workshop.method import Item
from workshop.shelf import Ranked

COLORS = 8


@dataclass(frozen=True)
class Slip:
    """An idea in a group; `pinned` when somebody put it there by hand."""

    idea: Item
    pinned: bool = False


@dataclass(frozen=True)
class Group:
    """A group: `named` when its title was given by somebody, and then the machine leaves the whole group as it is.

    Colour and place on the map are its own as long as it lives, so that the others stay where they are when it goes.
    """

    id: str
    title: str
    color: int = 0
    ideas: Ranked[Slip] = Ranked()
    named: bool = False
    place: int = 0

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its ideas, as they came into it."""
        return tuple(slip.idea.id for slip in self.ideas.as_they_came())


def ranked(slips: Iterable[Slip]) -> Ranked[Slip]:
    """Ideas in their order: by support, and those with as much as they come."""
    return Ranked.of((slip.idea.id, slip, max(0, slip.idea.support)) for slip in slips)


def with_idea(group: Group, idea: Item, pinned: bool) -> Group:
    """The group with one idea more, or with one that is pinned now."""
    return replace(group, ideas=group.ideas.put(idea.id, Slip(idea, pinned), max(0, idea.support)))


def with_group(groups: tuple[Group, ...], new: Group) -> tuple[Group, ...]:
    """One group more, in the first free place and the colour that the fewest have."""
    if any(group.id == new.id for group in groups):
        return groups
    colors = [group.color for group in groups]
    color = min(range(1, COLORS + 1), key=lambda color: (colors.count(color), color))
    taken = {group.place for group in groups}
    place = next(place for place in range(len(groups) + 1) if place not in taken)
    return tuple(sorted((*groups, replace(new, color=color, place=place)), key=lambda group: group.place))
