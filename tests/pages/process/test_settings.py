"""What a process is: begun on a page of its own, and described anew in its settings."""

from typing import Any

from nicegui.testing import User

from tests.pages.conftest import press, trigger
from tests.pages.process.conftest import ABOUT, Pact, named, texts
from workshop.pages.desk import Desk
from workshop.process.vocabulary import Phase

GIVEN = {"title": "A square for all", "question": "", "about": "", "territory": "", "scale": "micro", "zone": "Europe/Brussels"}


async def send(user: User, **given: Any) -> None:
    """Sends the form in which the title of the process stands."""
    [form] = [one for one in named(user, "title").ancestors() if one.tag == "form"]
    await trigger(form.client, form, "submit", {name: [value] if isinstance(value, str) else value for name, value in given.items()})


async def test_a_process_begins_with_the_phases_of_a_pact_in_its_own_language(visitor: User, desk: Desk) -> None:
    await visitor.open("/new-process")
    phases = {"phase know": "Know and understand", "phase agree": "Say yes"}
    await send(visitor, **{**GIVEN, **phases, "zone": "", "device": "Europe/Paris", "language": "fr", "also": ["nl", "fr"]})
    await visitor.should_see("A square for all")
    [row] = await desk.processes.listed()
    made = await desk.processes.get(row.code)
    assert made is not None
    assert made.about.phases == (Phase("know", "Connaître et comprendre"), Phase("agree", "Say yes"))
    assert made.about.languages == ("fr", "nl")
    assert made.about.timezone == "Europe/Paris"


async def test_one_without_a_title_or_of_a_strange_time_zone_is_refused_beside_the_button(visitor: User, desk: Desk) -> None:
    await visitor.open("/new-process")
    await send(visitor, **{**GIVEN, "title": "", "language": "en"})
    await visitor.should_see("A process needs a title.")
    await send(visitor, **{**GIVEN, "zone": "Moon/Base", "language": "en"})
    await visitor.should_see("There is no time zone of that name.")
    assert await desk.processes.listed() == []


async def test_it_is_described_anew_and_its_phases_are_in_the_order_of_their_rows(pact: Pact) -> None:
    user = await pact.open("settings")
    phases = {"phase agree": "Agree", "phase know": "Know", "phase-about know": "First of all", "phase x1": "Do", "phase x2": " "}
    await send(user, **{**GIVEN, **phases, "language": "en", "territory": "The north", "scale": "meso", "retention": "6", "texts": "yes"})
    await user.should_see("Saved.")
    about = (await pact.process).about
    assert about.phases == (Phase("agree", "Agree"), Phase("know", "Know", "First of all"), Phase("x1", "Do"))
    assert (about.territory, about.scale, about.retention, about.texts) == ("The north", "meso", 6, True)
    await user.should_see("The north · Meso: several quarters")


async def test_a_phase_in_which_there_are_workshops_stays(pact: Pact) -> None:
    user = await pact.open("settings")
    await send(user, **{**GIVEN, "phase know": "Know", "language": "en", "retention": "24"})
    await user.should_see("There are workshops in the phase “Agree”. Move them first.")
    assert (await pact.process).about == ABOUT


async def test_phases_are_added_moved_and_taken_out_before_they_are_saved(pact: Pact) -> None:
    user = await pact.open("settings")
    await press(user, "Add a phase")
    assert len(texts(user, "phase-row")) == 3
    rows = [one for one in named(user, "phase know").ancestors() if "phase-row" in one.classes]
    down, out = [one for one in rows[0].descendants() if one.tag == "button"][1:]
    await trigger(down.client, down, "click")
    order = list(next(one for one in rows[0].ancestors()).default_slot.children)
    assert order.index(rows[0]) == 1
    await trigger(out.client, out, "click")
    assert len(texts(user, "phase-row")) == 2


async def test_whoever_has_it_open_elsewhere_is_told_that_it_changed(pact: Pact) -> None:
    user = await pact.open("settings")
    await user.should_not_see("This was changed on another screen.")
    await pact.do(
        "Describe", about={"title": "Another title", "phases": [{"id": "know", "title": "Know"}, {"id": "agree", "title": "Agree"}]}
    )
    await user.should_see("This was changed on another screen.")
