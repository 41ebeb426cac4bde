"""The logs of processes, and which workshops belong to which."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Table, insert, select, update

from workshop.chain import START
from workshop.messages import Entry
from workshop.store import attachments
from workshop.store.attachments import Attachment
from workshop.store.log import PROCESSES, WORKSHOPS
from workshop.store.tables import process, workshop
from workshop.store.writer import Writer


@dataclass(frozen=True, slots=True)
class ProcessRow:
    """A process as the store lists it; `head` is the digest of its last event."""

    id: int
    code: str
    title: str
    created_at: int
    seq: int
    head: str


@dataclass(frozen=True, slots=True)
class Brought:
    """A process, or a workshop, that was written elsewhere."""

    code: str
    title: str
    entries: Sequence[Entry]
    pictures: Sequence[Attachment] = ()


class ProcessLogs:
    """All reading and writing of processes. Methods that write are coroutines; they return when it is on the disk."""

    def __init__(self, reader: Engine, writer: Writer) -> None:
        self._reader = reader
        self._writer = writer

    async def create(self, code: str, title: str, at: int) -> int:
        """A new process with an empty log; its id."""
        row = {"code": code, "title": title, "created_at": at, "seq": 0, "head": START}
        made: int = await self._writer.run(lambda db: db.execute(insert(process).values(row)).inserted_primary_key[0])  # type: ignore[index]
        return made

    async def append(self, number: int, after: int, entries: Sequence[Entry]) -> list[Entry]:
        """Appends to the log whose last seq is `after`; the entries with salt and digests. Raises `Conflict` when it is not."""
        return await self._writer.run(lambda db: PROCESSES.append(db, number, after, entries))

    async def restore(self, brought: Brought, workshops: Sequence[Brought], adopted: Sequence[str] = ()) -> None:
        """Writes a process and workshops of it that were written elsewhere, all or nothing; it adopts workshops that are here already."""

        def restore(db: Connection) -> None:
            number = _begun(db, process, brought)
            PROCESSES.restore(db, number, brought.entries)
            for one in workshops:
                its = _begun(db, workshop, one, process_id=number)
                WORKSHOPS.restore(db, its, one.entries)
                for picture in one.pictures:
                    attachments.add(db, its, picture)
            db.execute(update(workshop).where(workshop.c.code.in_(adopted)).values(process_id=number))

        await self._writer.run(restore)

    async def retitle(self, number: int, title: str) -> None:
        """Another title in the list of processes."""
        await self._write(update(process).where(process.c.id == number).values(title=title))

    async def adopt(self, number: int | None, code: str) -> None:
        """A workshop belongs to this process from now on; with None, to none."""
        await self._write(update(workshop).where(workshop.c.code == code).values(process_id=number))

    def all(self) -> list[ProcessRow]:
        """All processes, the newest first."""
        return [_row(one) for one in self._read(select(process).order_by(process.c.id.desc()))]

    def find(self, code: str) -> ProcessRow | None:
        """The process of a code."""
        found = self._read(select(process).where(process.c.code == code))
        return _row(found[0]) if found else None

    def of(self, workshop_code: str) -> ProcessRow | None:
        """The process that a workshop belongs to."""
        found = self._read(select(process).join(workshop, workshop.c.process_id == process.c.id).where(workshop.c.code == workshop_code))
        return _row(found[0]) if found else None

    def workshops(self, number: int) -> list[str]:
        """The codes of the workshops of a process."""
        return [code for (code,) in self._read(select(workshop.c.code).where(workshop.c.process_id == number))]

    def heads(self, codes: Sequence[str]) -> Mapping[str, tuple[int, int, str]]:
        """The ids, last seqs and heads of some workshops, by their codes."""
        found = self._read(select(workshop.c.code, workshop.c.id, workshop.c.seq, workshop.c.head).where(workshop.c.code.in_(codes)))
        return {code: (id, seq, head) for code, id, seq, head in found}

    def entries(self, number: int, after: int = 0) -> list[Entry]:
        """The log of a process from behind a seq on."""
        with self._reader.connect() as db:
            return PROCESSES.read(db, number, after)

    async def _write(self, statement: Any) -> None:
        def write(db: Connection) -> None:
            db.execute(statement)

        await self._writer.run(write)

    def _read(self, query: Any) -> Sequence[Any]:
        with self._reader.connect() as db:
            return db.execute(query).all()


def _begun(db: Connection, table: Table, brought: Brought, **more: Any) -> int:
    row = {"code": brought.code, "title": brought.title, "created_at": brought.entries[0].at, "seq": 0, "head": START, **more}
    return int(db.execute(insert(table).values(row)).inserted_primary_key[0])  # type: ignore[index]


def _row(row: Any) -> ProcessRow:
    return ProcessRow(row.id, row.code, row.title, row.created_at, row.seq, row.head)
