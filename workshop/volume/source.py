"""The logs and the pictures of a process, as a database has them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workshop.messages import Entry
from workshop.process.history import fold
from workshop.record.folder import shown_in
from workshop.record.proceedings import Methods
from workshop.store.processes import ProcessRow
from workshop.store.store import Store
from workshop.volume.book import Logs, SayIn
from workshop.volume.volume import Volume, volume_of


@dataclass(frozen=True, slots=True)
class Source:
    """What the folder of a process is made from."""

    own: Sequence[Entry]
    workshops: Logs
    pictures: Mapping[str, Mapping[str, bytes]] = field(default_factory=dict)


def source_of(store: Store, row: ProcessRow, methods: Methods) -> Source:
    """Reads everything; it takes a while, so not on the event loop."""
    own = store.processes.entries(row.id)
    found = {code: store.find(code) for code in fold(own).workshops}
    numbers = {code: workshop.id for code, workshop in found.items() if workshop is not None}
    workshops = {code: store.entries(number) for code, number in numbers.items()}
    pictures = {code: _pictures(store, number, workshops[code], methods) for code, number in numbers.items()}
    return Source(own, workshops, pictures)


def _pictures(store: Store, number: int, entries: Sequence[Entry], methods: Methods) -> Mapping[str, bytes]:
    if not store.attached(number):
        return {}
    found = {id: store.attachment(number, id) for id in shown_in(entries, methods).digests}
    return {id: content for id, content in found.items() if content is not None}


def written_from(source: Source, methods: Methods, say_in: SayIn) -> Volume:
    """The folder that comes of it."""
    return volume_of(source.own, source.workshops, methods, say_in, source.pictures)
