"""A log that is searched for somebody's words: of a workshop, or of a process."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from workshop.erasure.places import Place, places_of, words_in
from workshop.messages import Entry
from workshop.redacted import GONE, WordsErased
from workshop.session.events import EVENTS, Brought, StepOpened
from workshop.session.state import HOST, SYSTEM, Methods

Moment = tuple[int, int]
HANDED_ON: Final = frozenset({StepOpened.__name__, Brought.__name__})
ID: Final = re.compile(rf"{HOST}\d+|(?:[a-z]{{1,8}}-)?[a-z]?[0-9a-f]{{12}}(?:[-./:][\w-]{{1,12}})?")


@dataclass(frozen=True)
class Ledger:
    """The log of the workshop (or process) with that code; `event` gives the type of the event of a line, None for an unknown one."""

    code: str
    entries: Sequence[Entry]
    event: Callable[[Entry], type | None]

    def place(self, entry: Entry) -> Place:
        """Where words may stand in the payload of a line."""
        return places_of(self.event(entry))

    def words(self, entry: Entry) -> list[str]:
        """The words in a line."""
        if entry.payload is None or entry.type == WordsErased.__name__:
            return []
        return [one for one in words_in(self.place(entry), entry.payload) if one != GONE and not ID.fullmatch(one)]


@dataclass(frozen=True)
class Saying:
    """What somebody wrote, when, with its case and its spaces made alike."""

    actor: str
    moment: Moment
    text: str

    @property
    def by_participant(self) -> bool:
        """Whether somebody of the room wrote it, not a facilitator."""
        return not self.actor.startswith(HOST)


def sayings(ledger: Ledger, but: frozenset[int]) -> Iterator[Saying]:
    """What people wrote in a log, but for some lines: not what the machine made of it, nor what was handed from step to step."""
    for entry in ledger.entries:
        handed_on = entry.activity is None and entry.type in HANDED_ON
        if entry.seq not in but and entry.actor != SYSTEM and not handed_on:
            for text in ledger.words(entry):
                yield Saying(entry.actor, (entry.at, entry.seq), alike(text))


def alike(text: str) -> str:
    """The text with its case and its spaces made alike."""
    return " ".join(text.casefold().split())


def ledger_of(code: str, entries: Sequence[Entry], methods: Methods, held: Mapping[str, str]) -> Ledger:
    """The log of a workshop; `held` has the name of the method of each step."""
    return Ledger(code, entries, lambda entry: event_of(methods, held, entry))


def event_of(methods: Methods, held: Mapping[str, str], entry: Entry) -> type | None:
    """The type of an entry's event; `held` has the name of the method of each step."""
    if entry.activity is None:
        return EVENTS.get(entry.type)
    method: Any = methods.get(held.get(entry.activity, ""))
    return method.event(entry.type) if method else None
