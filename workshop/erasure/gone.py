"""What goes when somebody is erased: their lines, the things that those made, and what they wrote, with when they did."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from workshop.erasure.ledger import HANDED_ON, ID, Ledger, Moment
from workshop.erasure.places import strings_in
from workshop.messages import derived_id
from workshop.session.events import Joined

LONG: Final = 12
SHORTEST_NAME: Final = 3
ALWAYS: Final[Moment] = (0, 0)
SENTENCE: Final = re.compile(r"(?<=[.!?…])\s+|\n+")
MARKS: Final = " \u00a0.,;:!?…\"'()«»“”‘’"
UNSPACED: Final = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True)
class Gone:
    """The workshop, the lines that are theirs, the ids of what they made, the texts and the names, each with when it was first theirs."""

    code: str
    lines: frozenset[int] = frozenset()
    things: frozenset[str] = frozenset()
    texts: Mapping[str, Moment] = field(default_factory=dict)
    names: Mapping[str, Moment] = field(default_factory=dict)

    @property
    def passages(self) -> Mapping[str, Moment]:
        """The texts that are long enough to be known again inside another one, and their sentences that are."""
        return {part: moment for text, moment in self.texts.items() for part in parts(text) if is_long(part)}


def gone_of(ledger: Ledger, whom: Collection[str], names: Iterable[str] = ()) -> Gone:
    """What goes with some people, by their ids, whom others know by `names`; `line:17` is one line that somebody else wrote for them."""
    whom = frozenset(whom)
    own = [one for one in ledger.entries if {one.actor, f"line:{one.seq}"} & whom and not (one.activity is None and one.type in HANDED_ON)]
    found: dict[str, Moment] = {}
    things: set[str] = set()
    for entry in own:
        fresh = derived_id(ledger.code, entry.id.partition("/")[0])
        things.update(one for one in strings_in(entry.payload or {}) if fresh in one and ID.fullmatch(one))
        for text in ledger.words(entry):
            if text not in whom:
                found.setdefault(text, (entry.at, entry.seq))
    came = next(((one.at, one.seq) for one in own if one.type == Joined.__name__), ALWAYS)
    called = {name: came for name in names if len(name) >= SHORTEST_NAME}
    return Gone(ledger.code, frozenset(one.seq for one in own), frozenset(things), found, called)


def parts(text: str) -> Iterator[str]:
    """A text, and each of its sentences, without the marks around them."""
    yield from dict.fromkeys(part.strip(MARKS) for part in (text, *SENTENCE.split(text)))


def is_long(text: str) -> bool:
    """Whether nobody else is likely to write these very words by chance."""
    return len(text) >= LONG and (len(text.split()) > 1 or bool(UNSPACED.search(text)))
