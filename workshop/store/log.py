"""The lines of a log as rows of the database: appended with their digests, and read."""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from sqlalchemy import BindParameter, Connection, Table, bindparam, insert, select, update

from workshop.chain import canonical, linked, salted
from workshop.messages import Entry
from workshop.store.database import StoreError
from workshop.store.prepared import Prepared
from workshop.store.tables import event, process, process_event, workshop

SALT_BYTES: Final = 16
_LINE = ("seq", "id", "at", "actor", "activity", "type", "payload", "salt", "payload_digest", "digest")


class Conflict(StoreError):
    """Somebody else appended to this log in the meantime."""


class Log:
    """The logs of workshops, or those of processes: the table of their heads, and that of their lines, which name the head as `owner`."""

    def __init__(self, heads: Table, lines: Table, owner: str) -> None:
        whose = lines.c[owner]
        number: BindParameter[int] = bindparam("number")
        columns = [lines.c[name] for name in _LINE]
        mine = whose == number
        there = (heads.c.id == number, heads.c.seq == bindparam("after"))
        moved = update(heads).where(heads.c.id == number).values(seq=bindparam("to"), head=bindparam("digest"))
        self._head = Prepared(select(heads.c.head).where(*there).with_for_update(), ("number", "after"))
        self._add = Prepared(insert(lines), (owner, *_LINE))
        self._move = Prepared(moved, ("number", "to", "digest"))
        self._read = Prepared(select(*columns).where(mine, lines.c.seq > bindparam("after")).order_by(lines.c.seq), ("number", "after"))
        place = (mine, lines.c.seq == bindparam("place"))
        left = update(lines).where(*place).values(payload=bindparam("kept"), salt=bindparam("fresh"))
        self._leave = Prepared(left, ("number", "place", "kept", "fresh"))
        self._ids = Prepared(select(lines.c.id, lines.c.seq, lines.c.actor).where(mine), ("number",))

    def append(self, db: Connection, number: int, after: int, entries: Sequence[Entry]) -> list[Entry]:
        """Appends to the log whose last seq is `after`; the entries with salt and digests. Raises `Conflict` when it is not."""
        found = self._head.run(db, number, after)
        if not found:
            raise Conflict("Somebody else wrote to this log in the meantime.")
        made = list(_chained(found[0][0], entries))
        self._add.many(db, ((number, *row) for row, _entry in made))
        last = made[-1][1]
        self._move.run(db, number, last.seq, last.digest)
        return [entry for _row, entry in made]

    def restore(self, db: Connection, number: int, entries: Sequence[Entry]) -> None:
        """Writes a log that was written elsewhere, line by line as it is, into one that is empty."""
        self._add.many(db, ((number, *_row_of(entry)) for entry in entries))
        self._move.run(db, number, entries[-1].seq, entries[-1].digest)

    def leave(self, db: Connection, number: int, entries: Iterable[Entry]) -> None:
        """Leaves of some lines only this payload and this salt; their digests stay."""
        for entry in entries:
            self._leave.run(db, number, entry.seq, None if entry.payload is None else canonical(entry.payload), entry.salt)

    def read(self, db: Connection, number: int, after: int = 0) -> list[Entry]:
        """The log from behind a seq on."""
        return [
            Entry(seq, id, at, actor, activity, type, None if payload is None else json.loads(payload), salt, payload_digest, digest)
            for seq, id, at, actor, activity, type, payload, salt, payload_digest, digest in self._read.read(db, number, after)
        ]

    def ids(self, db: Connection, number: int) -> dict[str, tuple[int, str]]:
        """The ids in a log, each with its seq and its actor."""
        actors: dict[str, str] = {}  # one text for each person, not for each line
        return {id: (seq, actors.setdefault(actor, actor)) for id, seq, actor in self._ids.read(db, number)}


WORKSHOPS: Final = Log(workshop, event, "workshop_id")
PROCESSES: Final = Log(process, process_event, "process_id")


def _row_of(entry: Entry) -> tuple[Any, ...]:
    kept = None if entry.payload is None else canonical(entry.payload)
    return (
        entry.seq, entry.id, entry.at, entry.actor, entry.activity, entry.type, kept, entry.salt, entry.payload_digest, entry.digest,
    )  # fmt: skip


def _chained(head: str, entries: Sequence[Entry]) -> Iterator[tuple[tuple[Any, ...], Entry]]:
    salts = os.urandom(SALT_BYTES * len(entries)).hex()
    for place, one in enumerate(entries):
        salt = salts[2 * SALT_BYTES * place : 2 * SALT_BYTES * (place + 1)]
        payload = canonical(one.payload or {})
        hidden = salted(salt, payload)
        head = linked(head, (one.seq, one.id, one.at, one.actor, one.activity, one.type, hidden))
        entry = Entry(one.seq, one.id, one.at, one.actor, one.activity, one.type, one.payload, salt, hidden, head)
        kept = None if one.payload is None else payload
        yield (one.seq, one.id, one.at, one.actor, one.activity, one.type, kept, salt, hidden, head), entry
