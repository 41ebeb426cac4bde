import asyncio
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from workshop.figures import Figures
from workshop.store.database import StoreError, connect
from workshop.store.writer import Writer


@pytest.fixture
def figures() -> Figures:
    return Figures()


@pytest.fixture
def writer(tmp_path: Path, figures: Figures) -> Iterator[Writer]:
    engine = connect(f"sqlite:///{tmp_path / 'numbers.sqlite'}", "BEGIN IMMEDIATE")
    with engine.begin() as db:
        db.execute(text("CREATE TABLE number (n INTEGER PRIMARY KEY)"))
    writer = Writer(engine, figures)
    yield writer
    writer.close()


def add(db: Connection, number: int) -> int:
    db.execute(text("INSERT INTO number VALUES (:n)"), {"n": number})
    return number


async def numbers(writer: Writer) -> list[int]:
    return await writer.run(lambda db: list(db.execute(text("SELECT n FROM number ORDER BY n")).scalars()))


async def test_what_comes_at_once_is_committed_together(writer: Writer, figures: Figures) -> None:
    written = await asyncio.gather(*(writer.run(partial(add, number=n)) for n in range(200)))
    assert written == list(range(200)) == await numbers(writer)
    assert figures.writes_total == 201
    assert figures.commits_total < 50
    assert figures.commit_seconds_total > 0


async def test_one_that_fails_fails_alone(writer: Writer) -> None:
    outcomes = await asyncio.gather(*(writer.run(partial(add, number=n % 10)) for n in range(12)), return_exceptions=True)
    assert sum(isinstance(one, StoreError) for one in outcomes) == 2
    assert await numbers(writer) == list(range(10))


async def test_a_job_that_raises_anything_at_all_does_not_end_the_writer(writer: Writer) -> None:
    def broken(db: Connection) -> None:
        add(db, 1)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await writer.run(broken)
    assert await numbers(writer) == []


async def test_a_connection_that_broke_is_replaced(writer: Writer) -> None:
    def broken(db: Connection) -> None:
        assert db.connection.dbapi_connection is not None
        db.connection.dbapi_connection.close()

    with pytest.raises(StoreError):
        await writer.run(broken)
    assert await writer.run(lambda db: add(db, 5)) == 5


async def test_nobody_waits_for_an_answer_that_nobody_wants_any_more(writer: Writer) -> None:
    asked = asyncio.create_task(writer.run(lambda db: add(db, 1)))
    await asyncio.sleep(0)
    asked.cancel()
    assert await numbers(writer) == [1]
