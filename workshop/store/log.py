"""The lines of a log as rows of the database: appended with their digests, and read."""

import json
import os
from collections.abc import Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Connection, bindparam, insert, select, update

from workshop.chain import canonical, linked, salted
from workshop.messages import Entry
from workshop.store.database import StoreError
from workshop.store.prepared import Prepared
from workshop.store.tables import event, workshop

SALT_BYTES: Final = 16
_LINE = ("seq", "id", "at", "actor", "activity", "type", "payload", "salt", "payload_digest", "digest")
_HEAD = Prepared(
    select(workshop.c.head).where(workshop.c.id == bindparam("number"), workshop.c.seq == bindparam("after")).with_for_update(),
    ("number", "after"),
)
_ADD = Prepared(insert(event), ("workshop_id", *_LINE))
_MOVE = Prepared(
    update(workshop).where(workshop.c.id == bindparam("number")).values(seq=bindparam("to"), head=bindparam("digest")),
    ("number", "to", "digest"),
)
_READ = Prepared(
    select(*(event.c[name] for name in _LINE))
    .where(event.c.workshop_id == bindparam("number"), event.c.seq > bindparam("after"))
    .order_by(event.c.seq),
    ("number", "after"),
)
_IDS = Prepared(select(event.c.id, event.c.seq, event.c.actor).where(event.c.workshop_id == bindparam("number")), ("number",))


class Conflict(StoreError):
    """Somebody else appended to this log in the meantime."""


def append(db: Connection, number: int, after: int, entries: Sequence[Entry]) -> list[Entry]:
    """Appends to the log of a workshop whose last seq is `after`; the entries with salt and digests. Raises `Conflict` when it is not."""
    found = _HEAD.run(db, number, after)
    if not found:
        raise Conflict("Somebody else wrote to this workshop in the meantime.")
    made = list(_chained(found[0][0], entries))
    _ADD.many(db, ((number, *row) for row, _entry in made))
    last = made[-1][1]
    _MOVE.run(db, number, last.seq, last.digest)
    return [entry for _row, entry in made]


def read(db: Connection, number: int, after: int) -> list[Entry]:
    """The log of a workshop from behind a seq on."""
    return [
        Entry(seq, id, at, actor, activity, type, None if payload is None else json.loads(payload), salt, payload_digest, digest)
        for seq, id, at, actor, activity, type, payload, salt, payload_digest, digest in _READ.read(db, number, after)
    ]


def ids(db: Connection, number: int) -> dict[str, tuple[int, str]]:
    """The ids in a log, each with its seq and its actor."""
    actors: dict[str, str] = {}  # one text for each person, not for each line
    return {id: (seq, actors.setdefault(actor, actor)) for id, seq, actor in _IDS.read(db, number)}


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
