"""The event log and what stands beside it: workshops, people's names and tokens, sign-ins, checkpoints."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Executable, delete, insert, make_url, select, update
from sqlalchemy.engine import Row

from workshop.chain import START
from workshop.figures import Figures
from workshop.messages import Entry
from workshop.redacted import WordsErased
from workshop.retention import Resting
from workshop.store import attachments
from workshop.store.attachments import Attachment
from workshop.store.database import StoreError, connect, migrate
from workshop.store.erasing import Erasing, settle
from workshop.store.log import WORKSHOPS
from workshop.store.log import Conflict as Conflict
from workshop.store.overview import Standing, standings
from workshop.store.processes import ProcessLogs
from workshop.store.resting import resting
from workshop.store.rows import PersonRow as PersonRow
from workshop.store.rows import WorkshopRow as WorkshopRow
from workshop.store.search import Search
from workshop.store.tables import account, attachment, checkpoint, erasure, event, person, workshop
from workshop.store.wishes import Wishes
from workshop.store.writer import Writer


class Store:
    """All reading and writing of the database. Methods that write are coroutines; they return when it is on the disk."""

    def __init__(self, reader: Engine, writer: Writer, figures: Figures, path: Path | None = None) -> None:
        self._reader = reader
        self._writer = writer
        self._figures = figures
        self.erasing = Erasing(reader, writer, path)
        self.wishes = Wishes(reader, writer)
        self.processes = ProcessLogs(reader, writer)
        self.search = Search(reader, writer)

    def close(self) -> None:
        """Ends the writer and the connections."""
        self._writer.close()
        self._reader.dispose()

    # Workshops and their logs

    async def create(self, code: str, title: str, at: int, rehearsal: bool = False) -> int:
        """A new workshop with an empty log; its id."""
        row = {"code": code, "title": title, "created_at": at, "seq": 0, "head": START, "rehearsal": rehearsal}
        made: int = await self._writer.run(lambda db: db.execute(insert(workshop).values(row)).inserted_primary_key[0])  # type: ignore[index]
        return made

    def workshops(self) -> list[WorkshopRow]:
        """All workshops, the newest first; rehearsals are not among them."""
        return [_workshop(row) for row in self._read(select(workshop).where(~workshop.c.rehearsal).order_by(workshop.c.id.desc()))]

    def rehearsals(self) -> list[WorkshopRow]:
        """The rehearsals that are there."""
        return [_workshop(row) for row in self._read(select(workshop).where(workshop.c.rehearsal))]

    async def remove(self, workshop_id: int) -> None:
        """Removes a rehearsal and all that belongs to it. Raises `StoreError` for a real workshop: those are kept."""

        def remove(db: Connection) -> None:
            if not db.execute(select(workshop.c.rehearsal).where(workshop.c.id == workshop_id)).scalar():
                raise StoreError("Only a rehearsal can be removed.")
            for table in (event, person, checkpoint, attachment, erasure):
                db.execute(delete(table).where(table.c.workshop_id == workshop_id))
            db.execute(delete(workshop).where(workshop.c.id == workshop_id))

        await self._writer.run(remove)

    def standings(self) -> list[Standing]:
        """How all workshops stand, the one that changed last first."""
        with self._reader.connect() as db:
            return standings(db)

    async def retitle(self, workshop_id: int, title: str) -> None:
        """Another title in the list of workshops."""
        await self._write(update(workshop).where(workshop.c.id == workshop_id).values(title=title))

    async def archive(self, code: str, archived: bool) -> None:
        """Lists a workshop apart, or among the others again; nothing else changes."""
        await self._write(update(workshop).where(workshop.c.code == code).values(archived=archived))

    def recent(self, since: int, most: int) -> list[WorkshopRow]:
        """The workshops in which something happened since a time (ms since 1970), the last first, so many of them."""
        last = (event.c.workshop_id == workshop.c.id) & (event.c.seq == workshop.c.seq)
        query = select(workshop).join(event, last).where(event.c.at > since).order_by(event.c.at.desc()).limit(most)
        return [_workshop(row) for row in self._read(query)]

    def resting(self) -> list[Resting]:
        """When something happened last in each workshop, and what of its people is left."""
        with self._reader.connect() as db:
            return resting(db)

    def kin(self, workshop_id: int) -> list[WorkshopRow]:
        """The other workshops of the same process."""
        mine = select(workshop.c.process_id).where(workshop.c.id == workshop_id).scalar_subquery()
        return [_workshop(row) for row in self._read(select(workshop).where(workshop.c.process_id == mine, workshop.c.id != workshop_id))]

    def find(self, code: str) -> WorkshopRow | None:
        """The workshop of a code."""
        rows = self._read(select(workshop).where(workshop.c.code == code))
        return _workshop(rows[0]) if rows else None

    async def append(self, workshop_id: int, after: int, entries: Sequence[Entry]) -> list[Entry]:
        """Appends to a log whose last seq is `after`; the entries with salt and digests. Raises `Conflict` when it is not."""
        made = await self._writer.run(lambda db: WORKSHOPS.append(db, workshop_id, after, entries))
        self._figures.events_total += len(made)
        return made

    def entries(self, workshop_id: int, after: int = 0) -> list[Entry]:
        """The log of a workshop from behind a seq on."""
        with self._reader.connect() as db:
            return WORKSHOPS.read(db, workshop_id, after)

    def commands(self, workshop_id: int) -> dict[str, tuple[int, str]]:
        """The ids in a log, each with its seq and its actor."""
        with self._reader.connect() as db:
            return WORKSHOPS.ids(db, workshop_id)

    # People

    async def add_person(self, workshop_id: int, who: PersonRow, token_hash: str) -> None:
        """A person with the hash of the token that their phone holds."""
        row = {"workshop_id": workshop_id, "id": who.id, "token_hash": token_hash, "name": who.name, "language": who.language}
        await self._write(insert(person).values(row))

    async def change_person(self, workshop_id: int, who: PersonRow) -> None:
        """A new name or language for a person."""
        query = update(person).where(person.c.workshop_id == workshop_id, person.c.id == who.id)
        await self._write(query.values(name=who.name, language=who.language))

    def tokens(self, workshop_id: int) -> dict[str, PersonRow]:
        """Everybody of a workshop, by the hash of the token that their phone holds."""
        rows = self._read(select(person).where(person.c.workshop_id == workshop_id))
        return {row.token_hash: PersonRow(row.id, row.name, row.language) for row in rows}

    def people(self, workshop_id: int) -> list[PersonRow]:
        """Everybody of a workshop."""
        return [PersonRow(row.id, row.name, row.language) for row in self._read(select(person).where(person.c.workshop_id == workshop_id))]

    # Pictures

    async def attach(self, workshop_id: int, picture: Attachment) -> None:
        """Keeps a picture; one that is there already stays as it is."""
        await self._writer.run(lambda db: attachments.add(db, workshop_id, picture))

    async def detach(self, workshop_id: int, ids: Iterable[str]) -> None:
        """Forgets pictures."""
        await self._writer.run(lambda db: attachments.remove(db, workshop_id, ids))

    def attached(self, workshop_id: int) -> list[str]:
        """The ids of the pictures of a workshop."""
        with self._reader.connect() as db:
            return attachments.ids(db, workshop_id)

    def attachment(self, workshop_id: int, id: str) -> bytes | None:
        """The bytes of a picture."""
        with self._reader.connect() as db:
            return attachments.content(db, workshop_id, id)

    # Sign-ins of facilitators and staff

    async def sign_in(self, token_hash: str, role: str, expires_at: int) -> None:
        """Remembers a sign-in until a time (ms since 1970)."""
        row = {"token_hash": token_hash, "role": role, "expires_at": expires_at}
        await self._write(insert(account).values(row))

    def sign_ins(self, now: int) -> Mapping[str, tuple[str, int]]:
        """The sign-ins that still hold: hash of the token -> role, and when it ends (ms since 1970)."""
        rows = self._read(select(account).where(account.c.expires_at > now))
        return {row.token_hash: (row.role, row.expires_at) for row in rows}

    # Checkpoints

    async def save_checkpoint(self, workshop_id: int, seq: int, version: str, state: bytes) -> None:
        """Keeps the folded state at a seq, in place of the one before."""

        later = (event.c.workshop_id == workshop_id, event.c.activity.is_(None), event.c.type == WordsErased.__name__, event.c.seq > seq)

        def save(db: Connection) -> None:
            if db.execute(select(event.c.seq).where(*later).limit(1)).first() is not None:
                return  # it was folded before words were erased
            db.execute(delete(checkpoint).where(checkpoint.c.workshop_id == workshop_id))
            db.execute(insert(checkpoint).values(workshop_id=workshop_id, seq=seq, version=version, state=state))

        await self._writer.run(save)

    def checkpoint(self, workshop_id: int, version: str) -> tuple[int, bytes] | None:
        """The checkpoint of a workshop, if this very version of the software made it."""
        rows = self._read(select(checkpoint).where(checkpoint.c.workshop_id == workshop_id, checkpoint.c.version == version))
        return (rows[0].seq, rows[0].state) if rows else None

    def ready(self) -> bool:
        """Whether the database answers."""
        return bool(self._read(select(workshop.c.id).limit(1)) is not None)

    async def _write(self, statement: Executable) -> None:
        def write(db: Connection) -> None:
            db.execute(statement)

        await self._writer.run(write)

    def _read(self, query: Any) -> Sequence[Row[Any]]:
        with self._reader.connect() as db:
            return db.execute(query).all()


def open_store(url: str, figures: Figures | None = None) -> Store:
    """The store behind a database URL, brought up to date. Raises `StoreError` with what to do."""
    path, file = make_url(url), None
    if path.get_backend_name() == "sqlite" and path.database not in (None, "", ":memory:"):
        folder = Path(str(path.database)).parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"The data folder {folder} cannot be made ({error.strerror}). Choose another with --data.") from error
        file = Path(str(path.database))
    writing = connect(url, "BEGIN IMMEDIATE")
    settle(writing, migrate(writing))
    figures = figures or Figures()
    return Store(connect(url, "BEGIN"), Writer(writing, figures), figures, file)


async def off_loop(call: Any, *args: Any) -> Any:
    """What a reading method of the store returns, without making the event loop wait."""
    return await asyncio.to_thread(call, *args)


def _workshop(row: Row[Any]) -> WorkshopRow:
    return WorkshopRow(row.id, row.code, row.title, row.created_at, row.seq, row.head, bool(row.rehearsal))
