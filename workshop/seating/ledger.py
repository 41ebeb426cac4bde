"""What is wrong with a plan just now, to choose from at random."""

from dataclasses import dataclass, field

Entry = tuple[int, int]


@dataclass(slots=True)
class Ledger:
    """Pairs of numbers in an order that depends on nothing but what was entered and struck."""

    entries: list[Entry] = field(default_factory=list)
    places: dict[Entry, int] = field(default_factory=dict)

    def enter(self, entry: Entry) -> None:
        """A pair that was not in it."""
        self.places[entry] = len(self.entries)
        self.entries.append(entry)

    def strike(self, entry: Entry) -> None:
        """A pair that is in it: the last one takes its place."""
        place, last = self.places.pop(entry), self.entries.pop()
        if place < len(self.entries):
            self.entries[place] = last
            self.places[last] = place
