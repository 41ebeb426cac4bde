"""Who asked to be erased: noted before anything is done, so that it is done even if the power goes in between.

It holds no name and no words. Another process, the command line, notes a wish here too: the server that has the workshop open does it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Engine, delete, insert, select, update

from workshop.store.tables import erasure, workshop
from workshop.store.writer import Writer

STUCK_MS: Final = 60_000
KEPT_MS: Final = 24 * 3_600_000


@dataclass(frozen=True, slots=True)
class Wish:
    """Whoever is to be erased: a person's id, or `line:17` for what stands in one line of the log; who asked for it, and when."""

    id: int
    code: str
    whom: str
    actor: str
    asked_at: int


class Wishes:
    """All reading and writing of wishes. Methods that write are coroutines; they return when it is on the disk."""

    def __init__(self, reader: Engine, writer: Writer) -> None:
        self._reader, self._writer = reader, writer

    async def add(self, workshop_id: int, whom: Collection[str], actor: str, at: int) -> list[int]:
        """Notes wishes; their ids."""

        def add(db: Connection) -> list[int]:
            rows = [{"workshop_id": workshop_id, "whom": one, "actor": actor, "asked_at": at} for one in whom]
            return [db.execute(insert(erasure).values(row)).inserted_primary_key[0] for row in rows]  # type: ignore[index]

        return await self._writer.run(add)

    async def take(self, now: int) -> list[Wish]:
        """The wishes that nobody has taken, or whoever did has not done in a minute; they are taken now."""
        if not self._waiting(now):
            return []

        def take(db: Connection) -> Sequence[Any]:
            rows = db.execute(_open(now)).all()
            ids = [row.id for row in rows]
            db.execute(update(erasure).where(erasure.c.id.in_(ids)).values(taken_at=now))
            db.execute(delete(erasure).where(erasure.c.lines.is_not(None), erasure.c.asked_at < now - KEPT_MS))
            return rows

        return [Wish(row.id, row.code, row.whom, row.actor, row.asked_at) for row in await self._writer.run(take)]

    async def done(self, wishes: Collection[Wish], lines: int) -> None:
        """They are done: so many lines changed."""
        ids = [one.id for one in wishes]

        def done(db: Connection) -> None:
            db.execute(update(erasure).where(erasure.c.id.in_(ids)).values(lines=lines))

        await self._writer.run(done)

    def lines(self, ids: Collection[int]) -> int | None:
        """How many lines changed for these wishes; None as long as they are not all done."""
        with self._reader.connect() as db:
            found = db.execute(select(erasure.c.lines).where(erasure.c.id.in_(ids))).scalars().all()
        return None if any(one is None for one in found) else max(found, default=0)

    def taken(self, ids: Collection[int]) -> bool:
        """Whether a server does them, or did."""
        with self._reader.connect() as db:
            return None not in db.execute(select(erasure.c.taken_at).where(erasure.c.id.in_(ids))).scalars().all()

    def _waiting(self, now: int) -> bool:
        with self._reader.connect() as db:
            return db.execute(_open(now).limit(1)).first() is not None


def _open(now: int) -> Any:
    free = erasure.c.taken_at.is_(None) | (erasure.c.taken_at < now - STUCK_MS)
    query = select(erasure.c.id, workshop.c.code, erasure.c.whom, erasure.c.actor, erasure.c.asked_at)
    return query.join(workshop, workshop.c.id == erasure.c.workshop_id).where(erasure.c.lines.is_(None), free).order_by(erasure.c.id)
