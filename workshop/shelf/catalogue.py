"""Things in the order of their coming, each under some labels by which it is found."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Generic, TypeVar

from immutables import Map

from workshop.shelf.numbers import Numbers

T = TypeVar("T")
NONE = Numbers()


@dataclass(frozen=True)
class Catalogue(Generic[T]):
    """Things by id, numbered from 0 as they came; what has a label is found, and counted, without a look at the rest."""

    places: Map[str, int] = Map()
    things: Map[int, T] = Map()
    labels: Map[int, frozenset[Hashable]] = Map()
    under: Map[Hashable, Numbers] = Map()

    def __len__(self) -> int:
        return len(self.places)

    def __contains__(self, id: object) -> bool:
        return id in self.places

    def __iter__(self) -> Iterator[T]:
        """All things in their order."""
        return (self.things[place] for place in range(len(self.places)))

    def get(self, id: str) -> T | None:
        """The thing of an id."""
        place = self.places.get(id)
        return None if place is None else self.things[place]

    def put(self, id: str, thing: T, *labels: Hashable) -> "Catalogue[T]":
        """With a thing more, or another one of that id, under these labels and no others."""
        known = self.places.get(id)
        place = len(self.places) if known is None else known
        before, after = self.labels.get(place, frozenset()), frozenset(labels)
        under = self.under
        for label in after - before:
            under = under.set(label, under.get(label, NONE).added(place))
        for label in before - after:
            left = under[label].removed(place)
            under = under.set(label, left) if left else under.delete(label)
        places = self.places.set(id, place) if known is None else self.places
        return replace(self, places=places, things=self.things.set(place, thing), labels=self.labels.set(place, after), under=under)

    def count(self, label: Hashable) -> int:
        """How many things have a label."""
        return len(self.under.get(label, NONE))

    def under_label(self, label: Hashable) -> Iterator[T]:
        """The things with a label, in their order."""
        return (self.things[place] for place in self.under.get(label, NONE))

    def latest(self, label: Hashable, most: int, below: int | None = None) -> list[T]:
        """The last things with a label, or the last below a place, the newest first."""
        return [self.things[place] for place in islice(self.under.get(label, NONE).downward(below), most)]
