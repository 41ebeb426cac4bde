"""A new workshop from a template, in one form."""

import asyncio
from pathlib import Path

import pytest
from nicegui.testing import User

from tests.pages.conftest import fill
from workshop.agenda import Agenda
from workshop.pages.desk import Desk
from workshop.rooms import Rooms

FRENCH = """
title = "Notre place"
language = "fr"
question = "Que doit-elle devenir ?"
[[steps]]
id = "one"
method = "tiny"
title = "Un"
minutes = 5
[steps.settings]
question = "Que doit-elle devenir ?"
[[steps]]
id = "two"
method = "tiny"
title = "Deux"
minutes = 10
"""
WRITTEN = {"title": "Our park", "question": "More <b>trees</b>?", "place": "Saint-Roch", "language": "en"}


async def made(rooms: Rooms) -> Agenda:
    [one] = await rooms.standings()
    live = await rooms.get(one.code)
    assert live is not None
    return live.session.agenda


async def test_the_room_is_open_after_one_press(visitor: User, rooms: Rooms) -> None:
    await visitor.open("/new/square")
    await fill(visitor, "Open the room", **WRITTEN, then="open", timezone="Europe/Brussels")
    agenda = await made(rooms)
    assert (agenda.title, agenda.question, agenda.place, agenda.language) == ("Our park", "More <b>trees</b>?", "Saint-Roch", "en")
    assert agenda.timezone == "Europe/Brussels"
    assert [step.title for step in agenda.steps] == ["First", "Second"]
    assert [one.stage for one in await rooms.standings()] == ["open"]
    await visitor.should_see("In the lobby", retries=60)


async def test_whoever_wants_to_change_the_steps_first_gets_a_closed_room_and_the_editor(visitor: User, rooms: Rooms) -> None:
    await visitor.open("/new/square")
    await fill(visitor, "Change the steps first", **WRITTEN, then="prepare")
    await visitor.should_see("Add a step", retries=60)
    assert [one.stage for one in await rooms.standings()] == ["planned"]


async def test_two_presses_make_one_workshop(visitor: User, rooms: Rooms) -> None:
    await visitor.open("/new/square")
    await asyncio.gather(*(fill(visitor, "Open the room", **WRITTEN, then="open") for _press in range(2)))
    assert len(await rooms.standings()) == 1


async def test_a_title_that_was_emptied_is_that_of_the_template(visitor: User, rooms: Rooms) -> None:
    await visitor.open("/new/square")
    await fill(visitor, "Open the room", title="  ", question="", place="", language="en", then="open", timezone="Mars/Olympus")
    agenda = await made(rooms)
    assert (agenda.title, agenda.question, agenda.timezone) == ("Our square", "", "UTC")


async def test_a_template_is_used_in_the_language_that_was_chosen_with_what_was_written(visitor: User, desk: Desk, rooms: Rooms) -> None:
    folder = desk.templates.shipped / "fr"
    folder.mkdir()
    (folder / "square.toml").write_text(FRENCH, "utf-8")
    await visitor.open("/new/square")
    await fill(visitor, "Open the room", title="Our square", question="Et le parc ?", place="", language="fr", then="open")
    agenda = await made(rooms)
    assert (agenda.title, agenda.question, agenda.language) == ("Notre place", "Et le parc ?", "fr")
    assert [step.title for step in agenda.steps] == ["Un", "Deux"]
    assert agenda.steps[0].settings["question"] == "Et le parc ?", "a step that asks the question of the whole follows it"


async def test_what_a_step_asks_can_be_changed_at_once(visitor: User, desk: Desk, rooms: Rooms, tmp_path: Path) -> None:
    own = tmp_path / "templates"
    own.mkdir()
    (own / "mine.toml").write_text(
        FRENCH.replace('settings]\nquestion = "Que doit-elle devenir ?"', 'settings]\nquestion = "Quoi ?"'), "utf-8"
    )
    await visitor.open("/new/mine")
    await visitor.should_see("What the steps ask")
    await fill(visitor, "Open the room", **{**WRITTEN, "one question": "Qui ?", "then": "open"})
    assert (await made(rooms)).steps[0].settings["question"] == "Qui ?"


@pytest.mark.parametrize("name", ["nothing", "wrong", "new.toml", "..secret"])
async def test_a_template_that_is_not_there_is_said(visitor: User, name: str) -> None:
    await visitor.open(f"/new/{name}")
    await visitor.should_see("There is no such template.")
