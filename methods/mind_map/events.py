"""What happens to a mind map."""

from dataclasses import dataclass
from typing import Literal

from methods.mind_map.ballots import Dealt, Settled, Sorted, SortingClosed, SortingOpened
from methods.mind_map.proposals import NewGroup, Offer, Retitle, Twins
from workshop.messages import Id, Line

Ask = Literal["group", "place", "advice", "pairs", "split"]


@dataclass(frozen=True)
class Asked:
    """The machine was asked: to group all that is free, to place the new ones, to divide a group."""

    kind: Ask
    round: int
    seed: int
    group: str = ""


@dataclass(frozen=True)
class Grouped:
    """The free ideas were grouped; those near to nothing are `unplaced`."""

    round: int
    groups: tuple[NewGroup, ...]
    unplaced: tuple[Id, ...] = ()


@dataclass(frozen=True)
class Previewed:
    """A new grouping is there to be looked at; nothing moves."""

    round: int
    groups: tuple[NewGroup, ...]
    unplaced: tuple[Id, ...] = ()


@dataclass(frozen=True)
class Dismissed:
    """The new grouping was left."""


@dataclass(frozen=True)
class Placed:
    """Ideas that came later were put into groups."""

    round: int
    places: dict[Id, Id]


@dataclass(frozen=True)
class Advised:
    """The machine suggests something; where it knows better titles for what it named, they are taken."""

    round: int
    offers: tuple[Offer, ...]
    titles: tuple[Retitle, ...] = ()


@dataclass(frozen=True)
class Paired:
    """The machine has found ideas that seem to say the same."""

    round: int
    pairs: tuple[Twins, ...]


@dataclass(frozen=True)
class Answered:
    """What was suggested was taken, or left."""

    key: Line
    taken: bool


@dataclass(frozen=True)
class Renamed:
    """A group has a title that somebody gave it."""

    group: Id
    title: Line


@dataclass(frozen=True)
class Merged:
    """One group went into another."""

    group: Id
    into: Id


@dataclass(frozen=True)
class Divided:
    """A group was split: what is in the `parts` left it; both sides stay as they are."""

    group: Id
    parts: tuple[NewGroup, ...]


@dataclass(frozen=True)
class Gathered:
    """Ideas became a new group."""

    group: NewGroup


@dataclass(frozen=True)
class Moved:
    """An idea was put into a group, which is new where `title` is given."""

    card: Id
    to: Id
    title: Line = ""


@dataclass(frozen=True)
class SetAside:
    """An idea was put to those not yet placed; the machine leaves it there."""

    card: Id


@dataclass(frozen=True)
class Pinned:
    """A card stays where it is, or the machine may move it again."""

    card: Id
    on: bool


@dataclass(frozen=True)
class Copied:
    """A card is shown in a second group too."""

    id: Id
    card: Id
    to: Id


@dataclass(frozen=True)
class Dropped:
    """A copy, or a card that came in here, was taken away."""

    card: Id


@dataclass(frozen=True)
class Matched:
    """Two cards say the same: the one is shown under the other."""

    card: Id
    into: Id


@dataclass(frozen=True)
class Separated:
    """What was shown under a card is shown by itself again."""

    card: Id


@dataclass(frozen=True)
class Related:
    """Two groups have to do with each other."""

    group: Id
    to: Id
    word: Line = ""


@dataclass(frozen=True)
class Unrelated:
    """They have not."""

    group: Id
    to: Id


@dataclass(frozen=True)
class Bundled:
    """Groups are in one group of groups."""

    theme: Id
    title: Line
    groups: tuple[Id, ...]


@dataclass(frozen=True)
class Unbundled:
    """A group is in no group of groups."""

    group: Id


@dataclass(frozen=True)
class Added:
    """A card came in: on paper, or late from the phone of somebody."""

    id: Id
    text: Line
    group: str = ""
    by: str = ""


@dataclass(frozen=True)
class Listed:
    """An idea of a spreadsheet, and how many people stood behind it there."""

    id: Id
    text: Line
    support: int = 0


@dataclass(frozen=True)
class Brought:
    """Ideas of a spreadsheet came in."""

    ideas: tuple[Listed, ...]


@dataclass(frozen=True)
class Locked:
    """The map is kept as it is."""


@dataclass(frozen=True)
class Unlocked:
    """The arranging goes on."""


@dataclass(frozen=True)
class Turned:
    """The console shows the ideas of a group from one on."""

    group: Id
    start: str


@dataclass(frozen=True)
class Shown:
    """The wall shows one group, or the whole map."""

    group: str


Machine = Grouped | Previewed | Dismissed | Placed | Advised | Paired | Answered | Asked
Shape = Renamed | Merged | Divided | Gathered | Related | Unrelated | Bundled | Unbundled
OfCards = Moved | SetAside | Pinned | Copied | Dropped | Matched | Separated | Added
OfSorting = SortingOpened | Dealt | Sorted | Settled | SortingClosed
OfState = Brought | Locked | Unlocked | Turned | Shown
Event = Machine | Shape | OfCards | OfSorting | OfState
