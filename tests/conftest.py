"""What tests share: a store in a temporary folder, rooms with the tiny method, and a clock that stands where it is put."""

import gc
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from tests.shares import Shares, dealt, shares
from tests.tiny import method as tiny
from workshop.agenda import Agenda, parse
from workshop.background import Background
from workshop.registry import Registry
from workshop.rooms import Rooms
from workshop.store.store import Store, open_store

METHODS = {"tiny": tiny}
hypothesis.settings.register_profile("palabre", deadline=None)  # a busy machine says nothing of the code
hypothesis.settings.load_profile("palabre")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest begins first."""
    items[:] = dealt(items)


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: no collection of garbage, of which each page makes two, looks at it again."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Shares:
    """Tests that look at one played workshop go to one process, those of the methods to another, and so on."""
    return shares(config, log)


TEMPLATE = """
title = "Our square"
question = "What should it become?"
[[steps]]
id = "one"
method = "tiny"
title = "First"
minutes = 5
[[steps]]
id = "two"
method = "tiny"
title = "Second"
minutes = 10
"""


@dataclass
class Clock:
    """A clock that a test moves."""

    now: int = 1_790_000_000_000

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def agenda() -> Agenda:
    return parse(TEMPLATE, METHODS)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def database(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'palabre.sqlite'}"


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    store = open_store(database)
    yield store
    store.close()


@pytest.fixture
async def rooms(store: Store, clock: Clock) -> AsyncIterator[Rooms]:
    background = Background(limit_s=20)
    rooms = Rooms(store, Registry(METHODS), clock, background)
    yield rooms
    await rooms.close()
    background.close()
