"""Things in the order of their coming, of which some may be put away."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Generic, TypeVar

from immutables import Map

from workshop.shelf.numbers import Numbers

T = TypeVar("T")


@dataclass(frozen=True)
class Shelf(Generic[T]):
    """Things by id, numbered from 0 as they came; those that are put away stay known, but no window shows them."""

    places: Map[str, int] = Map()
    things: Map[int, T] = Map()
    shown: Numbers = Numbers()

    @staticmethod
    def of(things: Iterable[tuple[str, T, bool]]) -> "Shelf[T]":
        """These things: the id of each, itself, and whether it is shown."""
        known = {id: (thing, shown) for id, thing, shown in things}
        places = {id: place for place, id in enumerate(known)}
        shown = Numbers.of(place for place, (_thing, shown) in enumerate(known.values()) if shown)
        return Shelf(Map(places), Map(enumerate(thing for thing, _shown in known.values())), shown)

    def __len__(self) -> int:
        return len(self.places)

    def __contains__(self, id: object) -> bool:
        return id in self.places

    def __iter__(self) -> Iterator[T]:
        """All things, also those that are put away."""
        return (self.things[place] for place in range(len(self.places)))

    def get(self, id: str) -> T | None:
        """The thing of an id."""
        place = self.places.get(id)
        return None if place is None else self.things[place]

    def put(self, id: str, thing: T, shown: bool = True) -> "Shelf[T]":
        """With a thing more, or with another one in the place of that id."""
        place = self.places.get(id)
        places = self.places.set(id, len(self.places)) if place is None else self.places
        place = len(self.places) if place is None else place
        numbers = self.shown.added(place) if shown else self.shown.removed(place)
        return replace(self, places=places, things=self.things.set(place, thing), shown=numbers)

    def all_shown(self) -> Iterator[T]:
        """The things that are not put away, in their order."""
        return (self.things[place] for place in self.shown)

    def latest(self, most: int, below: int | None = None) -> list[T]:
        """The last things that are shown, or the last below a place, the newest first."""
        return [self.things[place] for place in islice(self.shown.downward(below), most)]

    def around(self, start: int) -> Iterator[T]:
        """Everything that is shown, from a place on and then from the first to there."""
        return (self.things[place] for place in self.shown.around(start))
