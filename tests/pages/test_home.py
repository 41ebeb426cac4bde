"""The start page: templates to choose from, and the workshops that are there."""

import pytest
from nicegui.testing import User

from tests.conftest import Clock
from tests.pages.conftest import addresses, press, submit
from workshop.agenda import Agenda
from workshop.live import Live
from workshop.messages import Command
from workshop.method import Role
from workshop.rooms import Rooms
from workshop.turn import FACILITATOR, Actor


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


async def host(live: Live, command: str, by: str = FACILITATOR.id, **args: str) -> None:
    await live.submit(Actor(by, Role.FACILITATOR), Command(f"{command} {by}", None, command, args))


async def test_a_workshop_is_renamed_where_it_is_listed(visitor: User, rooms: Rooms, live: Live) -> None:
    await visitor.open("/")
    await submit(visitor, "Rename", title="  Our   garden ")
    await visitor.should_see("Our garden")
    assert live.session.agenda.title == "Our garden"
    assert [one.title for one in await rooms.standings()] == ["Our garden"]


async def test_whoever_does_not_drive_hears_who_does_and_nothing_is_renamed(visitor: User, rooms: Rooms, live: Live) -> None:
    await host(live, "TakeWheel", by="host:2")
    await visitor.open("/")
    await submit(visitor, "Rename", title="Our garden")
    await visitor.should_see("has the wheel. Take it first.")
    assert [one.title for one in await rooms.standings()] == ["Our square"]


async def test_one_in_the_archive_is_listed_apart_and_comes_back_with_all_that_was_said(visitor: User, rooms: Rooms, live: Live) -> None:
    before = await live.entries()
    await visitor.open("/")
    await press(visitor, "Put into the archive")
    await visitor.should_see("1 in the archive")
    assert [one.archived for one in await rooms.standings()] == [True]
    assert await rooms.get(live.row.code) is live
    await visitor.open("/")
    await press(visitor, "Take out of the archive")
    await visitor.should_not_see("in the archive")
    assert [one.archived for one in await rooms.standings()] == [False]
    assert await live.entries() == before


async def test_a_workshop_is_held_once_more_without_what_was_said(visitor: User, rooms: Rooms, live: Live) -> None:
    for command in ("OpenRoom", "Next", "Close"):
        await host(live, command)
    await visitor.open("/")
    await press(visitor, "Once more, without what was said")
    again, before = sorted(await rooms.standings(), key=lambda one: one.code == live.row.code)
    assert (again.stage, again.people, before.stage) == ("planned", 0, "closed")
    copy = await rooms.get(again.code)
    assert copy is not None
    assert copy.session.agenda == live.session.agenda
    assert [entry.type for entry in await copy.entries()] == ["Created"]
