import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text

from workshop.chain import START, link, payload_digest
from workshop.messages import Entry
from workshop.store.database import StoreError, _alembic, connect
from workshop.store.store import Conflict, PersonRow, Store, open_store
from workshop.store.tables import NEWEST, metadata


def said(seq: int, id: str = "") -> Entry:
    return Entry(seq, id or f"c{seq}", 1000 + seq, "p1", "one", "Said", {"text": f"Idea {seq}"})


async def test_what_was_appended_is_there_after_opening_again(store: Store, database: str) -> None:
    number = await store.create("K7MQ4X", "Our square", 1)
    await store.append(number, 0, [said(1), said(2)])
    again = open_store(database)
    entries = again.entries(number)
    again.close()
    assert [(one.seq, one.id, one.payload) for one in entries] == [(1, "c1", {"text": "Idea 1"}), (2, "c2", {"text": "Idea 2"})]


async def test_the_digests_make_a_chain_that_ends_in_the_head(store: Store) -> None:
    number = await store.create("K7MQ4X", "Our square", 1)
    await store.append(number, 0, [said(1), said(2)])
    await store.append(number, 2, [said(3)])
    head = START
    for entry in store.entries(number):
        assert entry.payload_digest == payload_digest(entry.salt, entry.payload or {})
        head = link(head, entry)
        assert entry.digest == head
    row = store.find("K7MQ4X")
    assert row is not None
    assert (row.seq, row.head) == (3, head)


async def test_two_writers_cannot_take_the_same_seq(store: Store) -> None:
    number = await store.create("K7MQ4X", "Our square", 1)
    outcomes = await asyncio.gather(*(store.append(number, 0, [said(1, f"c{n}")]) for n in range(20)), return_exceptions=True)
    assert sum(isinstance(one, list) for one in outcomes) == 1
    assert sum(isinstance(one, Conflict) for one in outcomes) == 19
    assert len(store.entries(number)) == 1


async def test_a_command_is_in_the_log_once(store: Store) -> None:
    number = await store.create("K7MQ4X", "Our square", 1)
    await store.append(number, 0, [said(1, "same")])
    with pytest.raises(StoreError):
        await store.append(number, 1, [said(2, "same")])
    assert store.commands(number) == {"same": (1, "p1")}


async def test_one_failed_write_does_not_take_its_neighbours_along(store: Store) -> None:
    first, second = await store.create("K7MQ4X", "One", 1), await store.create("K7MQ4Y", "Two", 1)
    good, bad = await asyncio.gather(store.append(first, 0, [said(1)]), store.append(second, 7, [said(8)]), return_exceptions=True)
    assert isinstance(good, list)
    assert isinstance(bad, Conflict)
    assert len(store.entries(first)) == 1


async def test_a_person_is_known_by_their_token_and_by_nothing_else(store: Store) -> None:
    number = await store.create("K7MQ4X", "Our square", 1)
    other = await store.create("K7MQ4Y", "Other", 1)
    await store.add_person(number, PersonRow("p1", "Ana", "es"), "hash")
    assert store.tokens(number) == {"hash": PersonRow("p1", "Ana", "es")}
    assert store.tokens(other) == {}


def test_every_commit_waits_for_the_disk(store: Store, tmp_path: Path) -> None:
    with store._writer._engine.connect() as db:
        assert db.execute(text("PRAGMA synchronous")).scalar() == 2
        assert db.execute(text("PRAGMA journal_mode")).scalar() == "wal"


def test_a_database_of_a_newer_version_is_refused_with_a_sentence(database: str) -> None:
    open_store(database).close()
    engine = create_engine(database)
    with engine.begin() as db:
        db.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(StoreError, match="newer Palabre"):
        open_store(database)


def test_a_database_of_the_first_version_is_brought_up_to_date_with_all_that_is_in_it(database: str) -> None:
    engine = connect(database, "BEGIN IMMEDIATE")
    config = _alembic()
    with engine.begin() as db:
        config.attributes["connection"] = db
        command.upgrade(config, "0001")
        db.execute(text("INSERT INTO workshop (id, code, title, created_at, seq, head) VALUES (1, 'K7MQ4X', 'Our square', 1, 1, 'h')"))
        db.execute(text("INSERT INTO person (workshop_id, id, token_hash, name, language) VALUES (1, 'p1', 'hash', 'Ana', 'es')"))
        db.execute(
            text("INSERT INTO event VALUES (1, 1, 'c1', 5, 'p1', NULL, 'Said', '{}', 'salt', 'x', 'h')"),
        )
    engine.dispose()
    store = open_store(database)
    (row,) = store.workshops()
    assert (row.title, row.rehearsal) == ("Our square", False)
    assert [(one.code, one.archived) for one in store.standings()] == [("K7MQ4X", False)]
    assert [one.id for one in store.entries(1)] == ["c1"]
    assert store.people(1) == [PersonRow("p1", "Ana", "es")]
    store.close()


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("my notes " * 200)
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(f"sqlite:///{tmp_path / 'notes.txt'}")
    assert (tmp_path / "notes.txt").read_text() == "my notes " * 200


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be made"):
        open_store(f"sqlite:///{tmp_path / 'file' / 'inside' / 'x.sqlite'}")


def test_the_newest_migration_makes_the_tables_of_this_version(database: str) -> None:
    assert ScriptDirectory.from_config(_alembic()).get_current_head() == NEWEST
    open_store(database).close()
    engine = create_engine(database)
    with engine.connect() as db:
        assert compare_metadata(MigrationContext.configure(db), metadata) == []
    engine.dispose()


def test_a_database_that_is_up_to_date_is_opened_without_the_library_that_migrates(database: str) -> None:
    open_store(database).close()
    program = (
        f"import sys; from workshop.store.store import open_store; open_store({database!r}).close(); sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
