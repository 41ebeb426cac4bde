"""The agenda editor: a plan is written, kept at every key, and saved where it belongs."""

from pathlib import Path
from typing import Any

import pytest
from nicegui.element import Element
from nicegui.testing import User

from tests.conftest import TEMPLATE
from tests.pages.conftest import fill, trigger
from workshop.agenda import Agenda, dump
from workshop.live import Live
from workshop.messages import Command
from workshop.pages.desk import Desk
from workshop.rooms import Rooms
from workshop.turn import FACILITATOR

OFFER = "For tests."


def field(user: User, label: str, number: int = 0) -> Element:
    """The input under a label; of several with the same label, the one of that number."""
    found = sorted(user.find(content=label).elements, key=lambda one: one.id)
    labels = [one.parent_slot.parent for one in found if one.parent_slot and one.parent_slot.parent.tag == "label"]
    return next(one for one in labels[number].descendants() if one.tag in ("input", "textarea", "select"))


async def write(user: User, label: str, text: Any, number: int = 0) -> None:
    """Types into a field and leaves it."""
    made = field(user, label, number)
    await trigger(made.client, made, "change", text)


async def press(user: User, text: str) -> None:
    """Presses the button that says this and no more, or has it on it."""
    found = {one for words in user.find(content=text).elements for one in words.ancestors(include_self=True) if one.tag == "button"}
    [made] = [one for one in found if getattr(one, "text", "") in ("", text) and one.visible]
    await trigger(made.client, made, "click")


async def move(user: User, title: str, by: int) -> None:
    """Alt and an arrow key, on a step."""
    names = [one for one in user.find(content=title).elements if one.tag == "b" and getattr(one, "text", "") == title]
    [summary] = [one for name in names for one in name.ancestors() if one.tag == "summary"]
    await trigger(summary.client, summary, "keydown", by)


def titles(desk: Desk, key: str) -> list[str]:
    draft = desk.drafts.find(key)
    return [step.title for step in draft.steps] if draft else []


async def test_a_workshop_is_built_from_nothing_and_opened(visitor: User, rooms: Rooms) -> None:
    await visitor.open("/template/new")
    await visitor.should_see("Choose a first step below.")
    await write(visitor, "The question", "What now?")
    await press(visitor, OFFER)
    await visitor.should_see("7 minutes")  # what the method takes as a rule
    await write(visitor, "Question", "Who are you?")
    await write(visitor, "Minutes", "25")
    await visitor.should_see("25 minutes")
    await press(visitor, "Open the room")
    [one] = await rooms.standings()
    live = await rooms.get(one.code)
    assert live is not None
    agenda = live.session.agenda
    assert (agenda.title, agenda.question, one.stage) == ("What now?", "What now?", "open")
    assert [(step.method, step.minutes, step.settings["question"]) for step in agenda.steps] == [("tiny", 25, "Who are you?")]


async def test_what_was_written_is_there_again_after_a_reload_also_what_is_wrong(visitor: User, desk: Desk) -> None:
    await visitor.open("/template/new")
    await press(visitor, OFFER)
    await write(visitor, "Minutes", "soon")
    await visitor.should_see("A number from 1 to 600.")
    desk.drafts._known.clear()  # the server was started anew
    await visitor.open("/template/new")
    assert field(visitor, "Minutes").props["defaultValue"] == "soon"
    await press(visitor, "Open the room")
    await visitor.should_see("1 field must be put right.")


async def test_steps_are_moved_duplicated_taken_out_and_put_back(visitor: User, desk: Desk, live: Live) -> None:
    key = f"agenda-{live.row.code}"
    await visitor.open(f"/agenda/{live.row.code}")
    await move(visitor, "Second", -1)
    assert titles(desk, key) == ["Second", "First"]
    await move(visitor, "Second", -1)
    assert titles(desk, key) == ["Second", "First"], "it is the first already"
    made = sorted(visitor.find(content="Take out").elements, key=lambda one: one.id)
    await trigger(made[0].client, made[0], "click")
    assert titles(desk, key) == ["Second"]
    await visitor.should_see("“First” was taken out.")
    await press(visitor, "Put it back")
    assert titles(desk, key) == ["Second", "First"]
    made = sorted(visitor.find(content="Duplicate").elements, key=lambda one: one.id)
    await trigger(made[0].client, made[0], "click")
    assert titles(desk, key) == ["Second", "Second", "First"]


async def test_it_is_said_what_a_step_takes_and_when_it_begins(visitor: User, live: Live) -> None:
    await visitor.open(f"/agenda/{live.row.code}")
    await visitor.should_see("takes the ideas of “First”")
    await write(visitor, "Begins at", "23:50")
    for time in ("23:50", "23:55", "23:50–00:05"):
        await visitor.should_see(time)
    await move(visitor, "First", 1)
    await visitor.should_see("takes the ideas of “Second”")


async def test_a_saved_agenda_is_that_of_the_workshop_and_of_the_list(visitor: User, live: Live, rooms: Rooms, desk: Desk) -> None:
    await visitor.open(f"/agenda/{live.row.code}")
    await write(visitor, "Title", "Our park")
    await visitor.should_see("Not saved yet")
    await press(visitor, "Save")
    await visitor.should_see("Saved.")
    assert live.session.agenda.title == "Our park"
    assert [one.title for one in await rooms.standings()] == ["Our park"]
    assert desk.drafts.find(f"agenda-{live.row.code}") is None


async def test_a_step_that_was_held_stays_as_it_is(visitor: User, live: Live) -> None:
    for name in ("OpenRoom", "Next"):
        await live.submit(FACILITATOR, Command(name, None, name, {}))
    await visitor.open(f"/agenda/{live.row.code}")
    await visitor.should_see("Held already")
    await visitor.should_not_see("Open the room")
    assert len(visitor.find(content="Take out").elements) == 1, "only the step that is to come can be taken out"


async def test_what_the_room_refuses_is_said_and_nothing_is_lost(visitor: User, live: Live, desk: Desk) -> None:
    await visitor.open(f"/agenda/{live.row.code}")
    made = sorted(visitor.find(content="Take out").elements, key=lambda one: one.id)
    await trigger(made[0].client, made[0], "click")
    for name in ("OpenRoom", "Next"):  # meanwhile the step is held
        await live.submit(FACILITATOR, Command(name, None, name, {}))
    await press(visitor, "Save")
    await visitor.should_see("“First” was held already and must stay in the agenda.")
    assert titles(desk, f"agenda-{live.row.code}") == ["Second"]


async def test_another_screen_says_that_it_shows_what_was(visitor: User, live: Live, desk: Desk, agenda: Agenda) -> None:
    await visitor.open(f"/agenda/{live.row.code}")
    await visitor.should_not_see("This was changed on another screen.")
    changed = dump(agenda).replace("Our square", "Our park")
    await live.submit(FACILITATOR, Command("c", None, "ChangeAgenda", {"agenda": changed}))
    await visitor.should_see("This was changed on another screen.", retries=60)


async def test_a_template_that_comes_along_becomes_a_copy_of_ones_own(visitor: User, desk: Desk, tmp_path: Path) -> None:
    await visitor.open("/template/square")
    await write(visitor, "Title", "My square")
    await press(visitor, "Save as a template")
    assert [path.name for path in (tmp_path / "templates").iterdir()] == ["my-square.toml"]
    found = desk.templates.find("square", "en")
    assert found is not None
    assert found.agenda is not None
    assert found.agenda.title == "Our square"


async def test_a_file_takes_the_place_of_the_plan_and_one_that_is_wrong_says_in_which_line(visitor: User, desk: Desk) -> None:
    await visitor.open("/template/new")
    await trigger_form(visitor, TEMPLATE.replace("minutes = 10", "minutes = 0"))
    await visitor.should_see("File, line 13: steps.1.minutes")
    assert titles(desk, "template-new") == []
    await trigger_form(visitor, TEMPLATE)
    assert titles(desk, "template-new") == ["First", "Second"]


async def trigger_form(user: User, text: str) -> None:
    await fill(user, "Use this file", text=[text])  # type: ignore[arg-type]


@pytest.mark.parametrize("path", ["/agenda/AAAAAA", "/template/nothing"])
async def test_what_is_not_there_is_no_error(visitor: User, path: str) -> None:
    await visitor.open(path)
    await visitor.should_see("No workshop has this code." if "agenda" in path else "Choose a first step below.")
