"""The start page: templates to choose from, and the workshops that are there."""

import pytest
from nicegui.testing import User

from tests.conftest import Clock
from tests.pages.conftest import addresses
from workshop.agenda import Agenda
from workshop.live import FACILITATOR
from workshop.messages import Command
from workshop.rooms import Rooms


async def test_a_template_shows_how_long_it_takes_what_comes_out_and_its_steps(visitor: User) -> None:
    await visitor.open("/")
    for text in ("Our square", "15 min", "Two short steps.", "First → Second"):
        await visitor.should_see(text)
    assert addresses(visitor, "Our square") == {"/new/square"}


async def test_a_template_that_cannot_be_used_says_why_and_hides_no_other(visitor: User) -> None:
    await visitor.open("/")
    await visitor.should_see("wrong.toml, line 4: steps.0.method: no method 'unknown' is installed")
    await visitor.should_see("Our square")


async def test_an_empty_list_says_what_to_do(visitor: User) -> None:
    await visitor.open("/")
    await visitor.should_see("None yet. Choose a template")
    assert addresses(visitor, "Build your own") == {"/template/new"}


async def test_a_workshop_is_listed_with_how_it_stands_and_when_it_changed(
    visitor: User, rooms: Rooms, agenda: Agenda, clock: Clock
) -> None:
    live = await rooms.create(agenda)
    code = live.row.code
    clock.now += 3 * 3_600_000
    await visitor.open("/")
    await visitor.should_see("Planned")
    await visitor.should_see(f"{code} · 3 hours ago")
    assert addresses(visitor, "Console") == {f"/console/{code}"}
    assert addresses(visitor, "Agenda") == {f"/agenda/{code}"}
    for command, shown in (("OpenRoom", "Room open"), ("Close", "Over"), ("Reopen", "Room open")):
        await live.submit(FACILITATOR, Command(command, None, command, {}))
        await visitor.open("/")
        await visitor.should_see(shown)


@pytest.mark.parametrize(("language", "title"), [("nl", "Nieuwe workshop"), ("es-CO", "Nuevo taller"), ("de", "New workshop")])
async def test_the_page_speaks_the_language_of_the_browser(visitor: User, language: str, title: str) -> None:
    visitor.http_client.headers["Accept-Language"] = language
    await visitor.open("/")
    await visitor.should_see(title)
