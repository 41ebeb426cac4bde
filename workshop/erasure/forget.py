"""Somebody is forgotten in all the logs of a process at once."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from workshop.erasure.finder import Finder
from workshop.erasure.gone import gone_of
from workshop.erasure.ledger import Ledger
from workshop.messages import Entry


@dataclass(frozen=True, slots=True)
class Forgotten:
    """A log that changes: its code, its last seq when it was read, and the lines without their words."""

    code: str
    after: int
    lines: Sequence[Entry]


def forget(home: Ledger, others: Iterable[Ledger], whom: Collection[str], names: Iterable[str] = ()) -> list[Forgotten]:
    """The logs that change when some people of the workshop `home` are erased; nothing is written. The home is the last.

    Whoever writes them appends to each the event `workshop.redacted.vouching(lines)`; the home goes last, because its lines are what the
    copies are found by: if the power goes in between, the same can be asked again.
    """
    gone = gone_of(home, whom, names)
    found = (Forgotten(one.code, len(one.entries), Finder(gone, one).found()) for one in (*others, home))
    return [one for one in found if one.lines]
