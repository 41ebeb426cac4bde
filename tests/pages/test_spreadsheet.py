"""On the console: the rows of a spreadsheet become contributions of the running step."""

from base64 import b64encode
from collections.abc import AsyncIterator

import pytest
from nicegui import ui
from nicegui.testing import User

from methods.brainstorm.method import method as brainstorm
from tests.conftest import Clock
from tests.pages.conftest import press, trigger
from tests.pages.test_console import host
from tests.tiny import method as tiny
from workshop.agenda import Agenda, parse
from workshop.background import Background
from workshop.live import Live
from workshop.registry import Registry
from workshop.rooms import Rooms
from workshop.store.store import Store

TEMPLATE = """
title = "Our square"
[[steps]]
id = "ideas"
method = "brainstorm"
title = "Ideas"
minutes = 5
[[steps]]
id = "other"
method = "tiny"
title = "Other"
minutes = 5
"""


@pytest.fixture
async def rooms(store: Store, clock: Clock) -> AsyncIterator[Rooms]:
    background = Background(limit_s=20)
    rooms = Rooms(store, Registry({"brainstorm": brainstorm, "tiny": tiny}), clock, background)
    yield rooms
    await rooms.close()
    background.close()


@pytest.fixture
def agenda() -> Agenda:
    return parse(TEMPLATE, {"brainstorm": brainstorm, "tiny": tiny})


@pytest.fixture
async def console(visitor: User, live: Live) -> User:
    """The console of a brainstorm that has begun."""
    await host(live, "OpenRoom")
    await host(live, "Next")
    await visitor.open(f"/console/{live.row.code}")
    return visitor


async def choose(user: User, content: bytes, size: int = 0, step: int = 200_000) -> None:
    """Somebody chooses a file; the browser sends it in parts."""
    [field] = [one for one in user.find(kind=ui.element).elements if one.props.get("accept", "").startswith(".csv")]
    for at in range(0, len(content) or 1, step):
        args = {"size": size or len(content), "at": at, "part": b64encode(content[at : at + step]).decode()}
        await trigger(field.client, field, "change", args)


def ideas(live: Live) -> list[tuple[str, int]]:
    return [(idea.text, idea.support) for idea in live.session.activities["ideas"].state.ideas.all_shown()]


async def test_one_sees_what_comes_in_and_what_not_before_it_does(console: User, live: Live) -> None:
    await choose(console, "Name;Idée;Voix\nAna;Des arbres;3\nBo;;1\nCé;des Arbres;\nDé;<b>Bancs</b>;2\n".encode("cp1252"))
    await console.should_see("2 rows would come in, with their support:")
    await console.should_see("Des arbres (3)")
    await console.should_see("<b>Bancs</b> (2)")
    await console.should_see("2 rows would be left out:")
    await console.should_see("Row 3: it is empty")
    await console.should_see("Row 4: it is the same as row 2")
    await console.should_see("The column “Name” stays out: the record names nobody.")
    assert ideas(live) == []
    await press(console, "Bring in 2 rows")
    assert ideas(live) == [("Des arbres", 3), ("<b>Bancs</b>", 2)]
    await console.should_see("2 rows were brought in; what was there already is there once.")
    await press(console, "Undo: bring in 2 ideas of a spreadsheet")
    assert ideas(live) == []


async def test_many_rows_come_in_some_hundreds_at_a_time(console: User, live: Live) -> None:
    await choose(
        console, ("text\n" + "".join(f"Idea number {n}, in some more words than that\n" for n in range(1200))).encode(), step=10_000
    )
    await console.should_see("1200 rows would come in:")
    await console.should_see("and 1195 more")
    await press(console, "Bring in 1200 rows")
    assert len(ideas(live)) == 1200
    assert [entry.type for entry in await live.entries()].count("Brought") == 3


async def test_the_column_is_chosen_where_no_name_tells(console: User, live: Live) -> None:
    await choose(console, b"Wish,Place\nTrees,North\nOaks,South\n")
    await console.should_see("The column with the texts")
    await console.should_not_see("would come in")
    [column] = [
        one for one in console.find(kind=ui.element).elements if one.tag == "select" and "change" in str(one._event_listeners.values())
    ]
    await trigger(column.client, column, "change", "0")
    await press(console, "Bring in 2 rows")
    assert ideas(live) == [("Trees", 0), ("Oaks", 0)]


@pytest.mark.parametrize(
    ("content", "size", "said"),
    [
        (b"PK\x03\x04", 0, "This is a workbook, not a CSV file. Open it, choose “Save as”, and then “CSV UTF-8”."),
        (b"", 0, "There is nothing in this file."),
        (b"text\n" + b"x\n" * 5001, 0, "This file has 5001 rows, and 5000 can be brought in at a time. Split it."),
        (b"text\n", 9_000_000, "This file is too large. Split it, or leave out the columns that are not needed."),
    ],
)
async def test_a_file_that_cannot_be_used_is_refused_with_what_to_do(console: User, content: bytes, size: int, said: str) -> None:
    await choose(console, content, size)
    await console.should_see(said)


async def test_it_is_there_only_for_a_step_that_takes_it(console: User, live: Live) -> None:
    await console.should_see("From a spreadsheet (CSV)")
    for _turn in range(3):
        await host(live, "Next")
    assert live.session.current == "other"
    await console.should_not_see("From a spreadsheet (CSV)")
