"""What can be asked of a mind map; what happens to one is in `events`."""

from dataclasses import dataclass, field

from methods.mind_map.ballots import CloseSorting, OpenSorting, Sort
from methods.mind_map.proposals import Advice, Maybe, Proposal, Retitle, Round, Twins
from workshop.messages import Id, Line


@dataclass(frozen=True)
class TakeGrouping:
    """From the machine: how the ideas can be grouped."""

    round: Round
    groups: tuple[Proposal, ...]
    unplaced: tuple[Id, ...] = ()


@dataclass(frozen=True)
class TakePlaces:
    """From the machine: the nearest group of each idea that came later."""

    round: Round
    places: dict[Id, Id] = field(default_factory=dict)


@dataclass(frozen=True)
class TakeAdvice:
    """From the machine: what could be better in the present grouping."""

    round: Round
    offers: tuple[Advice, ...] = ()
    titles: tuple[Retitle, ...] = ()


@dataclass(frozen=True)
class TakePairs:
    """From the machine: ideas that seem to say the same."""

    round: Round
    pairs: tuple[Twins, ...] = ()


@dataclass(frozen=True)
class Regroup:
    """Have all ideas grouped anew, but for what people fixed."""


@dataclass(frozen=True)
class Accept:
    """Take the new grouping that was asked for."""


@dataclass(frozen=True)
class Dismiss:
    """Leave the map as it is: the new grouping goes."""


@dataclass(frozen=True)
class PlaceNew:
    """Have the ideas that are not yet placed put into their nearest groups."""


@dataclass(frozen=True)
class Take:
    """Do what was suggested."""

    key: Line


@dataclass(frozen=True)
class Decline:
    """Leave what was suggested, now and later."""

    key: Line


@dataclass(frozen=True)
class Rename:
    """Give a group, or a group of groups, a title."""

    group: Id
    title: Line


@dataclass(frozen=True)
class Merge:
    """Put one group into another."""

    group: Id
    into: Id


@dataclass(frozen=True)
class Split:
    """Have the machine suggest how a group can be divided."""

    group: Id


@dataclass(frozen=True)
class Move:
    """Put an idea into a group; into a new one where `to` is empty, to those not yet placed where it is "unplaced"."""

    card: Id
    to: Maybe = ""


@dataclass(frozen=True)
class Pin:
    """Keep a card where it is, whatever the machine finds; or no longer."""

    card: Id


@dataclass(frozen=True)
class Copy:
    """Show a card in a second group too."""

    card: Id
    to: Id


@dataclass(frozen=True)
class Drop:
    """Take away a copy, or a card that came in here."""

    card: Id


@dataclass(frozen=True)
class Match:
    """A card says the same as another one, under which both are shown from now on."""

    card: Id
    into: Id


@dataclass(frozen=True)
class Separate:
    """What is shown under a card is shown by itself again, where it was."""

    card: Id


@dataclass(frozen=True)
class Relate:
    """Two groups have to do with each other, in a word or two."""

    group: Id
    to: Id
    word: Line = ""


@dataclass(frozen=True)
class Unrelate:
    """Two groups have nothing to do with each other."""

    group: Id
    to: Id


@dataclass(frozen=True)
class Bundle:
    """Put a group with another one, into a group of groups."""

    group: Id
    other: Id


@dataclass(frozen=True)
class Unbundle:
    """Take a group out of its group of groups."""

    group: Id


@dataclass(frozen=True)
class Add:
    """An idea that came late; from the facilitator, a card that somebody wrote on paper, into a group or to those not yet placed."""

    text: Line
    group: Maybe = ""


@dataclass(frozen=True)
class Lock:
    """Keep the map as it is."""


@dataclass(frozen=True)
class Unlock:
    """Go on arranging."""


@dataclass(frozen=True)
class Turn:
    """On the console: the ideas of a group (or of those not yet placed) from one on; from the first where `start` is empty."""

    group: Id
    start: Maybe = ""


@dataclass(frozen=True)
class Show:
    """On the wall: one group large, with all its ideas; the whole map where `group` is empty, or is shown already."""

    group: Maybe = ""


Answer = TakeGrouping | TakePlaces | TakeAdvice | TakePairs
Sorting = OpenSorting | Sort | CloseSorting
Looking = Turn | Show
Edit = (
    Regroup | Accept | Dismiss | PlaceNew | Take | Decline | Rename | Merge | Split | Move | Pin | Copy | Drop | Match | Relate | Unrelate
    | Bundle | Unbundle | Add
)  # fmt: skip
Command = Answer | Sorting | Looking | Edit | Separate | Lock | Unlock
