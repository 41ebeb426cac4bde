"""The start page: from a template to a room in one form."""

import pytest
from nicegui.testing import User

from tests.pages.conftest import submit
from workshop.rooms import Rooms


async def test_a_template_shows_how_long_it_takes_and_its_steps(visitor: User) -> None:
    await visitor.open("/")
    await visitor.should_see("Our square")
    await visitor.should_see("15 minutes")
    await visitor.should_see("First → Second")


async def test_a_template_that_cannot_be_used_says_why_and_hides_no_other(visitor: User) -> None:
    await visitor.open("/")
    await visitor.should_see("no method 'unknown' is installed")
    await visitor.should_see("Create")


async def test_a_workshop_is_made_from_a_template_with_what_was_changed(visitor: User, rooms: Rooms) -> None:
    await visitor.open("/")
    await submit(visitor, "Create", title="Our park", question="More <b>trees</b>?", place="Saint-Roch", language="fr")
    [row] = await rooms.listed()
    await visitor.should_see("Open the room →", retries=60)
    live = await rooms.get(row.code)
    assert live is not None
    agenda = live.session.agenda
    assert (agenda.title, agenda.question, agenda.place, agenda.language) == ("Our park", "More <b>trees</b>?", "Saint-Roch", "fr")
    assert [step.title for step in agenda.steps] == ["First", "Second"]


async def test_a_title_that_was_emptied_is_that_of_the_template(visitor: User, rooms: Rooms) -> None:
    await visitor.open("/")
    await submit(visitor, "Create", title="  ", question="", place="", language="en")
    assert [row.title for row in await rooms.listed()] == ["Our square"]


async def test_the_workshops_that_are_there_can_be_opened(visitor: User, rooms: Rooms) -> None:
    await visitor.open("/")
    await submit(visitor, "Create", title="Our park", question="", place="", language="en")
    await visitor.open("/")
    [row] = await rooms.listed()
    links = {str(element.props["href"]) for name in ("Console", "Wall", "Record") for element in visitor.find(name).elements}
    assert links == {f"/console/{row.code}", f"/wall/{row.code}", f"/record/{row.code}"}
    await visitor.should_see(row.code)


@pytest.mark.parametrize(("language", "title"), [("nl", "Nieuwe workshop"), ("es-CO", "Nuevo taller"), ("de", "New workshop")])
async def test_the_page_speaks_the_language_of_the_browser(visitor: User, language: str, title: str) -> None:
    visitor.http_client.headers["Accept-Language"] = language
    await visitor.open("/")
    await visitor.should_see(title)
