"""Where in the logs the words of a thing stand: the line by which anybody can check them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from workshop.dossier.things import Thing
from workshop.messages import Entry
from workshop.process.history import taken_back

Places = Mapping[str, int]


def texts_in(entries: Sequence[Entry]) -> dict[str, int]:
    """Each text of a log with the first line in which it stands; lines that were taken back are left aside."""
    found: dict[str, int] = {}
    back = taken_back(entries)
    for entry in (one for one in entries if one.seq not in back):
        for text in _strings(entry.payload):
            found.setdefault(text, entry.seq)
    return found


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _strings(part)


def places_of(things: Iterable[Thing], logs: Mapping[str, Sequence[Entry]]) -> dict[str, int]:
    """The line of each thing's text in the log of its home, by the thing's ref; a text that was put together stands in none."""
    texts = {home: texts_in(entries) for home, entries in logs.items()}
    found = ((one.ref, texts.get(one.home, {}).get(one.text)) for one in things)
    return {ref: seq for ref, seq in found if seq is not None}
