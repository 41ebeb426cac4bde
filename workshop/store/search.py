"""A full-text index of everything that processes hold, so that anything said can be found again.

It is made from the dossiers and can be made anew at any time, so it is no part of the schema: it is laid out when somebody first searches,
and thrown away whole when words are erased, because a full-text index keeps what was deleted until its parts are merged. SQLite searches by
its FTS5, PostgreSQL by its own text search.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Engine, inspect

from workshop.messages import new_token
from workshop.store.wanted import Wanted, folded, words_of
from workshop.store.writer import Writer

AT_ONCE: Final = 2000
Job = Callable[[Connection], None]
LAYOUT: Final[Mapping[str, Sequence[str]]] = {
    "sqlite": (
        "CREATE VIRTUAL TABLE IF NOT EXISTS found USING fts5(text, code UNINDEXED, ref UNINDEXED, kind UNINDEXED, place UNINDEXED, "
        "at UNINDEXED, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')",
        "CREATE TABLE IF NOT EXISTS found_of (code TEXT PRIMARY KEY, head TEXT NOT NULL)",
    ),
    "postgresql": (
        "CREATE TABLE IF NOT EXISTS found (text TEXT NOT NULL, code TEXT NOT NULL, ref TEXT NOT NULL, kind TEXT NOT NULL, "
        "place TEXT NOT NULL, at BIGINT NOT NULL, words TEXT NOT NULL)",
        "CREATE INDEX IF NOT EXISTS found_words ON found USING gin (to_tsvector('simple', words))",
        "CREATE TABLE IF NOT EXISTS found_of (code TEXT PRIMARY KEY, head TEXT NOT NULL)",
    ),
}


@dataclass(frozen=True, slots=True)
class Findable:
    """Something that can be found: its ref, its kind, its words, the workshop that it is from ("process": none), when (ms since 1970)."""

    ref: str
    kind: str
    text: str
    place: str
    at: int


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found, in the process of that code."""

    code: str
    found: Findable


class Search:
    """The index of one database. Methods that write are coroutines; whoever brings it up to date waits for their `turn`."""

    def __init__(self, reader: Engine, writer: Writer) -> None:
        self.turn = asyncio.Lock()
        self._reader, self._writer = reader, writer

    async def heads(self) -> dict[str, str]:
        """What each process was when it was put into the index; for "", the name of this very index."""
        return await asyncio.to_thread(self._heads) or await self._writer.run(_laid_out)

    async def fill(self, index: str, code: str, head: str, rows: Sequence[Findable]) -> None:
        """Puts a process into the index of that name, in place of what was there of it; in parts, so that nothing waits for it.

        Nothing is put into another index: what was read before words were erased has them still.
        """
        parts = [rows[start : start + AT_ONCE] for start in range(0, len(rows), AT_ONCE)]
        for job in (_emptying(code), *(_adding(code, part) for part in parts), _stamping(code, head)):
            await self._writer.run(_only_into(index, job))

    def find(self, wanted: Wanted, codes: Sequence[str], most: int) -> list[Hit]:
        """What has all the words and phrases, in some processes, the best first; [] where nothing is looked for."""
        if not wanted.parts or not codes:
            return []
        with self._reader.connect() as db:
            if not inspect(db).has_table("found"):
                return []
            query, text = _QUERIES[db.dialect.name], wanted.for_sqlite() if db.dialect.name == "sqlite" else wanted.for_postgresql()
            marks = ", ".join(f"{_mark(db)}" for _code in codes)
            rows = db.exec_driver_sql(query.format(codes=marks), (text, *codes, *((text,) if db.dialect.name != "sqlite" else ()), most))
            return [Hit(code, Findable(ref, kind, text, place, int(at))) for code, ref, kind, text, place, at in rows]

    def _heads(self) -> dict[str, str]:
        with self._reader.connect() as db:
            return _heads_in(db) if inspect(db).has_table("found_of") else {}


def wipe(db: Connection) -> None:
    """Throws the index away: it is made anew when somebody searches."""
    db.exec_driver_sql("DROP TABLE IF EXISTS found")
    db.exec_driver_sql("DROP TABLE IF EXISTS found_of")


_QUERIES: Final[Mapping[str, str]] = {
    "sqlite": "SELECT code, ref, kind, text, place, at FROM found WHERE found MATCH ? AND code IN ({codes}) "
    "ORDER BY bm25(found), rowid LIMIT ?",
    "postgresql": "SELECT code, ref, kind, text, place, at FROM found WHERE to_tsvector('simple', words) @@ to_tsquery('simple', %s) "
    "AND code IN ({codes}) ORDER BY ts_rank_cd(to_tsvector('simple', words), to_tsquery('simple', %s)) DESC, at LIMIT %s",
}


def _mark(db: Connection) -> str:
    return "?" if db.dialect.name == "sqlite" else "%s"


def _laid_out(db: Connection) -> dict[str, str]:
    for statement in LAYOUT[db.dialect.name]:
        db.exec_driver_sql(statement)
    mark = _mark(db)
    db.exec_driver_sql(f"INSERT INTO found_of (code, head) VALUES ('', {mark}) ON CONFLICT DO NOTHING", (new_token(),))
    return _heads_in(db)


def _heads_in(db: Connection) -> dict[str, str]:
    return {row.code: row.head for row in db.exec_driver_sql("SELECT code, head FROM found_of")}


def _only_into(index: str, job: Job) -> Job:
    def run(db: Connection) -> None:
        if inspect(db).has_table("found_of") and _heads_in(db).get("") == index:
            job(db)

    return run


def _emptying(code: str) -> Job:
    def empty(db: Connection) -> None:
        for table in ("found", "found_of"):
            db.exec_driver_sql(f"DELETE FROM {table} WHERE code = {_mark(db)}", (code,))

    return empty


def _adding(code: str, rows: Sequence[Findable]) -> Job:
    def add(db: Connection) -> None:
        own = db.dialect.name == "sqlite"
        names = ("text", "code", "ref", "kind", "place", "at", *(() if own else ("words",)))
        marks = ", ".join(_mark(db) for _name in names)
        values = [(one.text, code, one.ref, one.kind, one.place, one.at, *(() if own else (_plain(one.text),))) for one in rows]
        db.exec_driver_sql(f"INSERT INTO found ({', '.join(names)}) VALUES ({marks})", values)

    return add


def _stamping(code: str, head: str) -> Job:
    return lambda db: db.exec_driver_sql(f"INSERT INTO found_of (code, head) VALUES ({_mark(db)}, {_mark(db)})", (code, head)).close()


def _plain(text: str) -> str:
    return " ".join(folded(word) for word, _start, _end in words_of(text))
