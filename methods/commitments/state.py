"""What a pact remembers: each commitment with who makes it, who confirmed it and who helps, and what it can come from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from immutables import Map

from methods.commitments.commands import NONE, Side
from workshop.language import Name, Words
from workshop.messages import Line
from workshop.method import Item
from workshop.shelf import Shelf

HOST: Final = "facilitator"
OFFERED: Final = 30
KINDS: Final = ("decision", "proposal", "answer", "question", "group", "idea")


@dataclass(frozen=True, slots=True)
class Settings:
    """What is asked, whether people write on their phones, and whether others can say that they help."""

    question: Line = ""
    phones: bool = True
    helping: bool = True


@dataclass(frozen=True, slots=True)
class Confirmation:
    """How a commitment was confirmed: by writing it, on a phone, or aloud; `by` is a person, or what the facilitator heard."""

    how: Literal["written", "phone", "aloud"]
    by: str
    number: int = 0


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Commitment:
    """Who does what by when, how it will be seen, and from what it comes. `maker` wrote it; it is "" where the facilitator noted it."""

    id: str
    place: int
    text: str
    maker: str = ""
    number: int = 0
    who: str = ""
    side: Side = "citizens"
    due: str = ""
    seen: str = ""
    origin: str = NONE
    confirmation: Confirmation | None = None
    helpers: frozenset[str] = frozenset()
    withdrawn: bool = False

    @property
    def owner(self) -> str:
        """Whose it is among those in the room: who wrote it, or who confirmed it on their phone; else ""."""
        if self.maker or self.confirmation is None or self.confirmation.how == "aloud":
            return self.maker
        return self.confirmation.by

    @property
    def called(self) -> Words:
        """Who makes it: as it was typed, else as the room calls who wrote it."""
        return self.who or Name(self.maker)


@dataclass(frozen=True)
class State:
    """`known` are all items that ever came, by id, `offered` those to choose from now; `own` and `helps` are ids by person.

    `picked` is what each person, or the facilitator, is about to correct; `below` is where the console looks.
    """

    settings: Settings
    known: Map[str, Item] = Map()
    offered: tuple[Item, ...] = ()
    shelf: Shelf[Commitment] = Shelf()
    own: Map[str, tuple[str, ...]] = Map()
    helps: Map[str, tuple[str, ...]] = Map()
    picked: Map[str, str] = Map()
    below: int = 0
    closed: bool = False

    def standing(self) -> Iterable[Commitment]:
        """The commitments that were not withdrawn, as they came."""
        return self.shelf.all_shown()

    def get(self, id: str) -> Commitment | None:
        """The commitment of an id, unless it was withdrawn."""
        one = self.shelf.get(id)
        return None if one is None or one.withdrawn else one


def start(settings: Settings, items: tuple[Item, ...], seed: int) -> State:
    """An empty pact."""
    return receive(State(settings), items)


def receive(state: State, items: tuple[Item, ...]) -> State:
    """What can be chosen as the origin may have changed; what was chosen already stays known."""
    rank = {kind: place for place, kind in enumerate(KINDS)}
    best = sorted(items, key=lambda item: (rank.get(item.kind, len(KINDS)), -item.support))
    return replace(state, known=state.known.update({item.id: item for item in items}), offered=tuple(best[:OFFERED]))


def origin_of(state: State, one: Commitment) -> Item | None:
    """What a commitment comes from."""
    return state.known.get(one.origin)


def gaps(state: State) -> Mapping[str, int]:
    """How many commitments there are ("all"), how many have no day ("undated"), and how many are not confirmed ("open")."""
    found = list(state.standing())
    return {
        "all": len(found),
        "undated": sum(not one.due for one in found),
        "open": sum(one.confirmation is None for one in found),
    }
