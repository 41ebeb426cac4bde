"""Words are taken out of the database: lines, name, phone, pictures and checkpoint in one transaction, then their bytes.

SQLite only marks as free what is deleted, and keeps old pages in its write-ahead log. So its connections overwrite what they delete
(`secure_delete`); after an erasure the write-ahead log is written back and emptied, and the file is searched for what was erased:
where pages were rearranged, a copy may be left in a gap, and then the file is written anew (`VACUUM`). That it is still to be done is
noted in the file (`user_version`), so that it is done at the next start when the power goes in between. On PostgreSQL only the
transaction happens here: that database overwrites by its own rules (see the README).
"""

import asyncio
import contextlib
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, delete, select, update

from workshop.chain import canonical
from workshop.messages import Entry, digest_of, new_token
from workshop.store.database import StoreError
from workshop.store.log import WORKSHOPS, Log
from workshop.store.search import wipe
from workshop.store.tables import attachment, checkpoint, event, person, process_event
from workshop.store.writer import Writer

CLEAN: Final = 1
BEFORE, BEHIND = 40, 12
MOST_TRACES: Final = 64
CHUNK: Final = 8 * 1024 * 1024
PAGE: Final = 4096


class Erasing:
    """Takes words out of one database; `path` is its file, None where it has none of its own."""

    def __init__(self, reader: Engine, writer: Writer, path: Path | None) -> None:
        self._reader, self._writer, self._path = reader, writer, path
        self._traces: list[bytes] = []
        self.stained = False

    async def take_out(self, logs: Log, number: int, people: Collection[str], lines: Sequence[Entry], told: Sequence[Entry]) -> None:
        """Leaves of some lines what they now hold, appends what is `told` of it, and forgets the names, the phones and the pictures of
        some people. Raises `Conflict` when somebody else appended meanwhile.
        """

        def take_out(db: Connection) -> list[bytes]:
            traces = _traces(db, logs, number, people, lines)
            if told:
                logs.append(db, number, told[0].seq - 1, told)
            logs.leave(db, number, lines)
            if logs is WORKSHOPS:
                _forget(db, number, people)
                _drop_pictures(db, number, people)
                db.execute(delete(checkpoint).where(checkpoint.c.workshop_id == number))
            wipe(db)
            if self._path is not None:
                db.exec_driver_sql("PRAGMA user_version = 0")
            return traces

        self._traces += await self._writer.run(take_out)
        self.stained = True

    async def unname(self, number: int, people: Collection[str], told: Sequence[Entry]) -> None:
        """Appends what is `told`, and forgets the names and the phones of some people. Raises `Conflict` as above."""

        def unname(db: Connection) -> list[bytes]:
            traces = _phones(db, number, people)
            WORKSHOPS.append(db, number, told[0].seq - 1, told)
            _forget(db, number, people)
            return traces

        self._traces += await self._writer.run(unname)
        self.stained = True

    def is_clean(self) -> bool:
        """Whether no byte of what was erased is left, whoever erased it."""
        if self._path is None:
            return True
        with self._reader.connect() as db:
            return bool(db.exec_driver_sql("PRAGMA user_version").scalar() == CLEAN)

    async def scrub(self) -> bool:
        """Sees to it that no byte of what was erased is in the files of the database; whether the whole file had to be written anew.

        Raises `StoreError` when that must wait.
        """
        traces, self._traces, self.stained = self._traces, [], False
        if self._path is None:
            return False
        try:
            await self._writer.apart(_empty)
            found = await asyncio.to_thread(_held_in, self._path, traces)
            await self._writer.apart(_write_anew if found else _done)
        except Exception:
            self._traces, self.stained = traces + self._traces, True
            raise
        return found


def settle(engine: Engine, fresh: bool) -> None:
    """At the start: what an erasure left to be done, or what was deleted before bytes were overwritten, is done now."""
    if engine.dialect.name != "sqlite":
        return
    with engine.connect() as connection, contextlib.suppress(StoreError, sqlite3.Error):  # else whoever else has it open does it
        db: Any = connection.connection.driver_connection
        if fresh or db.execute("PRAGMA user_version").fetchone()[0] == CLEAN:
            _done(db)
        else:
            _write_anew(db)


def _write_anew(db: Any) -> None:
    db.execute("VACUUM")
    _done(db)


def _done(db: Any) -> None:
    _empty(db)
    db.execute(f"PRAGMA user_version = {CLEAN}")
    _empty(db)


def _empty(db: Any) -> None:
    """Empties the write-ahead log. Raises `StoreError` when somebody still reads from it."""
    if db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
        raise StoreError("The database is being read; what was erased is overwritten in a moment.")


def _forget(db: Connection, number: int, people: Collection[str]) -> None:
    for one in people:
        who = (person.c.workshop_id == number, person.c.id == one)
        db.execute(update(person).where(*who).values(name="", token_hash=digest_of(new_token())))


def _drop_pictures(db: Connection, number: int, people: Collection[str]) -> None:
    for one in people:
        db.execute(delete(attachment).where(attachment.c.workshop_id == number, attachment.c.actor == one))


def _traces(db: Connection, logs: Log, number: int, people: Collection[str], lines: Sequence[Entry]) -> list[bytes]:
    """Bytes that only the lines, the names and the pictures have that are to go: some of each."""
    table, owner = (event, event.c.workshop_id) if logs is WORKSHOPS else (process_event, process_event.c.process_id)
    seqs = [one.seq for one in lines[-MOST_TRACES:]]
    rows = db.execute(select(table.c.seq, table.c.payload).where(owner == number, table.c.seq.in_(seqs))).all()
    there = {row.seq: row.payload.encode() for row in rows if row.payload}
    found = [_difference(there[one.seq], canonical(one.payload).encode()) for one in lines if one.seq in there]
    if logs is WORKSHOPS:
        found += _phones(db, number, people)
        theirs = (attachment.c.workshop_id == number, attachment.c.actor.in_(people))
        found += [one for content in db.execute(select(attachment.c.bytes).where(*theirs)).scalars() for one in _samples(content)]
    return found


def _phones(db: Connection, number: int, people: Collection[str]) -> list[bytes]:
    mine = (person.c.workshop_id == number, person.c.id.in_(list(people)[:MOST_TRACES]))
    return [one.encode() for one in db.execute(select(person.c.token_hash).where(*mine)).scalars()]


def _difference(before: bytes, after: bytes) -> bytes:
    """What stood around the first byte that is another one now."""
    place = next((place for place, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), 0)
    return before[max(0, place - BEFORE) : place + BEHIND]


def _samples(content: bytes) -> Iterable[bytes]:
    return (content[place : place + BEFORE] for place in range(BEFORE, len(content) - BEFORE, 16 * PAGE))


def _held_in(path: Path, traces: Sequence[bytes]) -> bool:
    """Whether one of these is somewhere in a file."""
    with path.open("rb") as file:
        rest = b""
        while chunk := file.read(CHUNK):
            content = rest + chunk
            if any(one in content for one in traces):
                return True
            rest = content[-BEFORE - BEHIND - PAGE :]
    return False
