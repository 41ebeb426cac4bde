"""What Undo would take back: everything that the last command of staff brought."""

from collections.abc import Sequence
from typing import Final

from workshop.messages import Entry
from workshop.process.events import Founded, NamesErased, TakenBack
from workshop.process.history import taken_back

STAYS: Final = frozenset({Founded.__name__, NamesErased.__name__, TakenBack.__name__})


def undoable(entries: Sequence[Entry]) -> tuple[int, ...]:
    """The lines of the last command that still counts; () when there is nothing to take back. An erased line stays as it is."""
    back = taken_back(entries)
    there = [entry for entry in entries if entry.seq not in back and entry.type not in STAYS and entry.salt]
    if not there:
        return ()
    command = there[-1].id.partition("/")[0]
    return tuple(entry.seq for entry in there if entry.id.partition("/")[0] == command)
