"""Finds in one log what somebody wrote, wherever it was copied to."""

import re
from collections.abc import Collection, Iterable, Mapping
from difflib import SequenceMatcher
from functools import cached_property
from typing import Any, Final

from workshop.erasure.gone import Gone
from workshop.erasure.ledger import HANDED_ON, Ledger, Moment, Saying, alike, sayings
from workshop.erasure.places import Mend, Mending, mended
from workshop.messages import Entry
from workshop.method import Item
from workshop.redacted import GONE, WordsErased, resalted
from workshop.session.state import HOST, SYSTEM

Json = Any
COMMON: Final = 3
NEAR: Final = 0.6
WORD: Final = re.compile(r"\w+")


class Finder:
    """What is to go, looked for in a log, in which others have words too."""

    def __init__(self, gone: Gone, ledger: Ledger) -> None:
        self._gone, self._ledger = gone, ledger
        self._home = gone.code == ledger.code
        self._own = gone.lines if self._home else frozenset[int]()
        self._things = gone.things if self._home else frozenset(f"{gone.code}/{one}" for one in gone.things)
        self._others = list(sayings(ledger, self._own))
        self._passages = {alike(text): text for text, since in gone.passages.items() if self._is_theirs(text, since)}
        self._names = [name for name, since in gone.names.items() if self._is_theirs(name, since)]
        said = {one.text for one in self._others if one.by_participant}
        self._whole = {text for text, since in gone.texts.items() if alike(text) not in said and not self._was_said(text, since)}

    def found(self) -> list[Entry]:
        """The lines that change, without their words."""
        return [after for entry in self._ledger.entries if (after := self._without(entry)) is not entry]

    def _without(self, entry: Entry) -> Entry:
        if entry.payload is None or entry.type == WordsErased.__name__:
            return entry
        if entry.seq in self._own:
            return without_words(self._ledger, entry)
        payload = mended(self._ledger.place(entry), entry.payload, self._how(entry))
        return entry if payload == entry.payload else resalted(entry, payload)

    def _how(self, entry: Entry) -> Mending:
        handed_on = entry.activity is None and entry.type in HANDED_ON
        if not handed_on and entry.actor != SYSTEM and not entry.actor.startswith(HOST) and self._by_people:
            return Mending(self.quoted, self.quoted)
        mend = self._machine_said if entry.actor == SYSTEM else self._copied
        return Mending(mend, self._copied, lambda cls, value: self._of_record(cls, value, mend))

    @property
    def _by_people(self) -> bool:
        """Whether participants write in this log: in that of a process everybody is staff."""
        return self._ledger.entries[0].type == "Created"

    def _of_record(self, cls: type, value: Mapping[str, Json], mend: Mend) -> Mend | None:
        """In a record that names a thing of theirs, also what is nearly what they wrote."""
        if cls is Item and value.get("id") in self._things:
            return lambda text: GONE if text == value.get("text") or text in self._gone.texts else mend(text)
        if any(isinstance(one, str) and one in self._things for one in value.values()):
            return lambda text: GONE if self._is_near(text) else mend(text)
        return None

    def quoted(self, text: str) -> str:
        """Without the passages and the names in it."""
        folded = alike(text)
        if self._pattern is None or not any(one in folded for one in self._marks):
            return text
        return self._pattern.sub(GONE, text)

    def _copied(self, text: str) -> str:
        return GONE if text in self._whole else self.quoted(text)

    def _machine_said(self, text: str) -> str:
        text = self._copied(text)
        return WORD.sub(lambda word: GONE if word[0].casefold() in self._words else word[0], text)

    def _is_near(self, text: str) -> bool:
        texts = [SequenceMatcher(None, one, text, autojunk=False) for one in self._gone.texts]
        return any(one.real_quick_ratio() >= NEAR and one.quick_ratio() >= NEAR and one.ratio() >= NEAR for one in texts)

    @cached_property
    def _marks(self) -> tuple[str, ...]:
        return (*self._passages, *map(alike, self._names))

    @cached_property
    def _pattern(self) -> "re.Pattern[str] | None":
        longest_first = sorted(self._passages.values(), key=len, reverse=True)
        choices = [*map(_spaced, longest_first), *(f"(?-i:{_spaced(name)})" for name in self._names)]
        return re.compile(rf"(?<!\w)(?:{'|'.join(choices)})(?!\w)", re.IGNORECASE) if choices else None

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words that nobody writes but them: a machine that says one has it from them."""
        remaining = {word for one in self._others for word in _words_of(self.quoted(one.text))}
        return frozenset(word for text in self._gone.texts for word in _words_of(text)) - remaining

    def _is_theirs(self, text: str, since: Moment) -> bool:
        """Whether a passage is their own: nobody had written it before, and it is no common turn of phrase."""
        folded = alike(text)
        there = [one for one in self._others if folded in one.text]
        people = {one.actor for one in there if one.by_participant}
        return len(people) < COMMON and not any(self._is_before(one, since) for one in there)

    def _was_said(self, text: str, since: Moment) -> bool:
        folded = alike(text)
        return any(one.text == folded and self._is_before(one, since) for one in self._others)

    def _is_before(self, saying: Saying, since: Moment) -> bool:
        return saying.moment < since if self._home else saying.moment[0] < since[0]


def without_words(ledger: Ledger, entry: Entry, kept: Collection[str] = ()) -> Entry:
    """A line without any word but those that are `kept`; of an event that nobody knows nothing stays."""
    if entry.payload is None:
        return entry
    event = ledger.event(entry)
    going = {*ledger.words(entry)} - {entry.actor, *kept}
    how = Mending(lambda text: GONE if text in going else text)
    payload = None if event is None else mended(ledger.place(entry), entry.payload, how)
    return entry if payload == entry.payload else resalted(entry, payload)


def _words_of(text: str) -> Iterable[str]:
    return (word for word in WORD.findall(text.casefold()) if not word.isdigit() and (len(word) > 2 or not word.isascii()))


def _spaced(text: str) -> str:
    """A pattern that finds the text whatever spaces are between its words."""
    return r"\s+".join(map(re.escape, text.split()))
