"""The groups of a mind map: each has its ideas in the order in which they are shown, those with the most support first."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from workshop.method import Item
from workshop.shelf import Ranked

COLORS = 8


@dataclass(frozen=True)
class Slip:
    """An idea in a group; `pinned` when somebody put it there by hand; `same` are those that say the same, shown under it."""

    idea: Item
    pinned: bool = False
    same: tuple[Item, ...] = ()

    @property
    def support(self) -> int:
        """How many stand behind it, in whatever words."""
        return max(0, self.idea.support) + sum(max(0, one.support) for one in self.same)


@dataclass(frozen=True)
class Group:
    """A group: `named` when its title was given by somebody, and then the machine leaves the whole group as it is.

    Colour and place on the map are its own as long as it lives, so that the others stay where they are when it goes. `best` is the
    idea that says most about it, `titled` the ideas that it had when the machine gave it its title.
    """

    id: str
    title: str
    color: int = 0
    ideas: Ranked[Slip] = Ranked()
    named: bool = False
    place: int = 0
    best: str = ""
    titled: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its ideas, as they came into it."""
        return tuple(slip.idea.id for slip in self.ideas.as_they_came())


@dataclass(frozen=True)
class Theme:
    """A group of groups."""

    id: str
    title: str
    groups: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Relation:
    """Two groups that have to do with each other, and how, in a word or two."""

    group: str
    to: str
    word: str = ""


def ranked(slips: Iterable[Slip]) -> Ranked[Slip]:
    """Ideas in their order: by support, and those with as much as they come."""
    return Ranked.of((slip.idea.id, slip, slip.support) for slip in slips)


def with_slip(group: Group, slip: Slip) -> Group:
    """The group with one idea more, or with one that is another now."""
    return replace(group, ideas=group.ideas.put(slip.idea.id, slip, slip.support))


def with_group(groups: tuple[Group, ...], new: Group) -> tuple[Group, ...]:
    """One group more, in the first free place and the colour that the fewest have."""
    if any(group.id == new.id for group in groups):
        return groups
    colors = [group.color for group in groups]
    color = min(range(1, COLORS + 1), key=lambda color: (colors.count(color), color))
    taken = {group.place for group in groups}
    place = next(place for place in range(len(groups) + 1) if place not in taken)
    return tuple(sorted((*groups, replace(new, color=color, place=place)), key=lambda group: group.place))
