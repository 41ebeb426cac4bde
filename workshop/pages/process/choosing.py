"""What of a process, or of those that are parts of it, comes into a step of a workshop; pure."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from workshop.dossier.carrying import carried
from workshop.dossier.dossier import Dossier
from workshop.dossier.things import Thing, is_written
from workshop.language import Message, _
from workshop.method import Item
from workshop.process.vocabulary import OWN

KINDS: Final[Mapping[str, Message]] = {
    "idea": _("Ideas"),
    "group": _("Groups"),
    "proposal": _("Proposals"),
    "decision": _("Decisions"),
    "commitment": _("Commitments"),
    "question": _("Questions"),
    "answer": _("Answers"),
    "note": _("Notes"),
    "wording": _("Wordings"),
}


@dataclass(frozen=True, slots=True)
class Source:
    """A workshop, or what belongs to a process itself, from which things can come; `inside` this process or a part of it."""

    id: str
    title: str
    dossier: Dossier
    inside: bool
    things: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Which sources and kinds, whether only what is still open, and how many at most (0: all)."""

    sources: frozenset[str] = field(default=frozenset())
    kinds: frozenset[str] = field(default=frozenset())
    only_open: bool = False
    most: int = 0


def sources_of(dossier: Dossier, workshop: str, parts: Iterable[Dossier], own: str) -> tuple[Source, ...]:
    """What is there beside one workshop: the others of the process, what belongs to the process itself (`own`), and its parts."""
    inside = [_source(dossier, home, title, True) for home, title in _homes(dossier, own) if home != workshop]
    outside = [_source(part, home, f"{part.process.about.title}: {title}", False) for part in parts for home, title in _homes(part, own)]
    return tuple(one for one in (*inside, *outside) if one.things)


def kinds_in(sources: Iterable[Source], takes: Collection[str]) -> Mapping[str, int]:
    """How many things of each kind are there that a step takes."""
    counts = Counter(thing.kind for source in sources for thing in source.things if thing.kind in takes)
    ranked = [kind for kind in KINDS if kind in counts]
    return {kind: counts[kind] for kind in (*ranked, *sorted(set(counts) - set(ranked)))}


def items_of(sources: Sequence[Source], choice: Choice, takes: Collection[str]) -> tuple[Item, ...]:
    """What comes in; where not all do, those with most support."""
    found: list[Item] = []
    for source in sources:
        if source.id in choice.sources:
            things = [one for one in source.things if one.kind in choice.kinds and one.kind in takes and _wanted(source, one, choice)]
            found += carried(source.dossier, things, source.inside)
    return tuple(sorted(found, key=lambda one: -one.support)[: choice.most] if choice.most else found)


def _homes(dossier: Dossier, own: str) -> Iterable[tuple[str, str]]:
    return (*((one.code, one.title) for one in dossier.meetings), (OWN, own))


def _source(dossier: Dossier, home: str, title: str, inside: bool) -> Source:
    things = tuple(one for one in dossier.things.values() if one.home == home)
    return Source(f"{dossier.process.code}/{home}", title, dossier, inside, things)


def _wanted(source: Source, thing: Thing, choice: Choice) -> bool:
    return not choice.only_open or not is_written(thing) or source.dossier.fate(thing.ref).state == "open"
