"""How decisions and commitments stand: what follow-ups and staff said of them, the latest last."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from workshop.dossier.things import Thing
from workshop.process.state import Process

SETTLED = frozenset({"done", "dropped", "ended"})


@dataclass(frozen=True, slots=True)
class Look:
    """What was found when somebody looked: the status, a note, when (ms since 1970), in which workshop ("process": staff), the next day."""

    status: str
    note: str
    at: int
    home: str
    day: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """A decision or a commitment, with every look at it. `day` is when it is due or looked at again (ISO day, or "")."""

    thing: Thing
    looks: tuple[Look, ...] = ()

    @property
    def status(self) -> str:
        """How it stands; "" while nobody looked."""
        return next((look.status for look in reversed(self.looks) if look.status), "")

    @property
    def day(self) -> str:
        """When it is due, or looked at again; "" when no day is set, or it is settled."""
        if self.status in SETTLED:
            return ""
        facts = self.thing.facts
        later = next((look.day for look in reversed(self.looks) if look.day), "")
        return later or facts.get("by", "") or facts.get("review_date", "") or facts.get("term", "")

    def due(self, today: date) -> bool:
        """Whether its day is there, or over."""
        return bool(self.day) and self.day <= today.isoformat()


def promises_of(things: Iterable[Thing], looks: Mapping[str, tuple[Look, ...]]) -> tuple[Promise, ...]:
    """Each with the looks at it."""
    return tuple(Promise(thing, looks.get(thing.ref, ())) for thing in things)


def looks_of(process: Process, things: Iterable[Thing]) -> dict[str, tuple[Look, ...]]:
    """Every look at anything, by its ref, in the order of time."""
    found: dict[str, list[Look]] = {}
    for thing in things:
        if thing.kind == "status":
            look = Look(thing.facts.get("status", ""), thing.text, thing.at, thing.home, thing.facts.get("review_date", ""))
            for ref in thing.sources:
                found.setdefault(ref, []).append(look)
    for ref, marks in process.marks.items():
        found.setdefault(ref, []).extend(Look(mark.status, mark.note, mark.at, "process", mark.day) for mark in marks)
    return {ref: tuple(sorted(looks, key=lambda one: one.at)) for ref, looks in found.items()}
