"""Which contributions are wanted: by what became of them, where they come from, the group they are in, words in them; pure."""

import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from workshop.dossier.dossier import Dossier
from workshop.dossier.fates import STATES
from workshop.language import Message, _
from workshop.process.vocabulary import STANDINGS

PAGE: Final = 50
FATES: Final[Mapping[str, Message]] = {"open": _("Still open"), "grouped": _("In a group")} | dict(STANDINGS.items())


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; "" is anything."""

    fate: str = ""
    home: str = ""
    group: str = ""
    words: str = ""


@dataclass(slots=True)
class Finder:
    """The contributions of one dossier, with their texts as they are searched: made once, when somebody first searches."""

    dossier: Dossier
    _plain: dict[str, str] = field(default_factory=dict)

    def find(self, wanted: Wanted) -> list[str]:
        """The refs of all that fit, in the order in which they came."""
        words = plain(wanted.words).split()
        return [
            ref for ref in self.dossier.fates if self._fits(ref, wanted) and (not words or all(word in self._text(ref) for word in words))
        ]

    def fates(self) -> Mapping[str, int]:
        """How many have come to each fate, the open ones first."""
        counts = Counter(fate.state for fate in self.dossier.fates.values())
        return {state: counts[state] for state in reversed(STATES) if counts[state]}

    def groups(self) -> Mapping[str, int]:
        """How many contributions each group has, by its ref, the largest first."""
        counts = Counter(group for fate in self.dossier.fates.values() for group in fate.groups)
        return dict(counts.most_common())

    def homes(self) -> Mapping[str, int]:
        """How many come from each workshop, or from the process itself."""
        return Counter(self.dossier.things[ref].home for ref in self.dossier.fates)

    def _fits(self, ref: str, wanted: Wanted) -> bool:
        fate = self.dossier.fates[ref]
        return (
            wanted.fate in ("", fate.state)
            and wanted.home in ("", self.dossier.things[ref].home)
            and (not wanted.group or wanted.group in fate.groups)
        )

    def _text(self, ref: str) -> str:
        if ref not in self._plain:
            self._plain[ref] = plain(self.dossier.things[ref].text)
        return self._plain[ref]


def plain(text: str) -> str:
    """A text without what searching leaves aside: large letters and accents."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
