"""`palabre forget`: staff erase somebody, with and without a server that runs."""

import asyncio
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.conftest import METHODS
from tests.server import Server, free_port
from tests.test_forgetting import crowded, held, name_of, of_seven, own_words
from workshop import forget_command
from workshop.agenda import Agenda, parse
from workshop.background import Background
from workshop.cli import app
from workshop.messages import Command, new_token
from workshop.method import Role
from workshop.registry import Registry, discover
from workshop.rooms import Rooms
from workshop.session.history import fold
from workshop.store.store import PersonRow, Store, open_store
from workshop.turn import FACILITATOR, Actor

BRAINSTORM = """
title = "Our square"
[[steps]]
id = "ideas"
method = "brainstorm"
title = "Ideas"
"""


def forget(data: Path, *args: str, answer: str = "") -> Result:
    return CliRunner().invoke(app, ["forget", *args, "--data", str(data)], input=answer)


@pytest.fixture
async def code(rooms: Rooms, store: Store, agenda: Agenda, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(forget_command, "discover", lambda: Registry(METHODS))
    monkeypatch.setattr(forget_command, "SERVER_TAKES_S", 0.0)
    live = await crowded(rooms, agenda)
    await rooms.close()
    store.close()
    return live.row.code


@pytest.mark.parametrize("asked", [["8"], ["p07"], ["--name", name_of(7)[:-2]], ["--text", own_words(7)[1].upper()]])
async def test_somebody_is_found_shown_and_erased(code: str, asked: list[str], tmp_path: Path) -> None:
    if asked == ["8"]:
        asked = [str(_number(tmp_path, code))]
    shown = await asyncio.to_thread(forget, tmp_path, code, *asked, answer="n\n")
    assert f"p07: person {_number(tmp_path, code)}, called “{name_of(7)}”; 3 texts in “First”, 0 pictures; 5 lines" in shown.output
    assert shown.exit_code == 1
    assert len(held(tmp_path, of_seven())) >= 3
    done = await asyncio.to_thread(forget, tmp_path, code, *asked, "--yes")
    assert done.exit_code == 0, done.output
    assert "Erased: 5 lines" in done.output
    assert held(tmp_path, of_seven()) == []


def _number(data: Path, code: str) -> int:
    store = open_store(f"sqlite:///{data / 'palabre.sqlite'}")
    row = store.find(code)
    assert row is not None
    number = fold(METHODS, store.entries(row.id)).people["p07"].number
    store.close()
    return number


async def test_who_is_not_found_or_not_alone_is_said(code: str, tmp_path: Path) -> None:
    for asked, said in (
        (["--name", "Nobody"], "Nobody was found"),
        (["--text", "A bench for"], "There are several"),
        ([], "Say who is meant"),
    ):
        result = await asyncio.to_thread(forget, tmp_path, code, *asked, "--yes")
        assert result.exit_code == 1
        assert said in result.output
    assert "No workshop has the code" in (await asyncio.to_thread(forget, tmp_path, "AAAAAA", "8")).output


async def test_a_server_that_runs_erases_what_the_command_asks_for(tmp_path: Path) -> None:
    server = Server(tmp_path, free_port())
    code = await _written(tmp_path)
    await server.start()
    try:
        assert len(held(tmp_path, of_seven()[:1])) >= 1
        done = await asyncio.to_thread(forget, tmp_path, code, "--text", own_words(7)[0], "--yes")
        assert done.exit_code == 0, done.output
        assert held(tmp_path, of_seven()) == []
        assert held(tmp_path, own_words(8)[:1])
    finally:
        await server.stop()


async def _written(data: Path) -> str:
    """A workshop of before: two people wrote in it."""
    store, registry, background = open_store(f"sqlite:///{data / 'palabre.sqlite'}"), discover(), Background()
    rooms = Rooms(store, registry, lambda: 1_790_000_000_000, background)
    live = await rooms.create(parse(BRAINSTORM, registry.methods))
    for name in ("OpenRoom", "Next"):
        await live.submit(FACILITATOR, Command(new_token(), None, name, {}))
    for number in (7, 8):
        actor = Actor(f"p0{number}", Role.PARTICIPANT)
        await live.roll.introduce(PersonRow(actor.id, name_of(number), "en"), f"token {number}")
        await live.submit(actor, Command(new_token(), None, "Join", {}))
        await live.submit(actor, Command(new_token(), "ideas", "Add", {"text": own_words(number)[0]}))
    await rooms.close()
    background.close()
    store.close()
    return live.row.code
