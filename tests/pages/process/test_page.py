"""The page of a process: its parts, its overview, what needs somebody, and Undo."""

import pytest
from nicegui.testing import User

from tests.pages.conftest import addresses, press, submit
from tests.pages.process.conftest import Pact, texts
from workshop.hosts import Host
from workshop.messages import Command
from workshop.pages.process.parts import PARTS
from workshop.turn import FACILITATOR


async def test_the_overview_says_what_is_asked_where_it_is_and_what_needs_somebody(pact: Pact) -> None:
    user = await pact.open()
    for text in (
        "What should it become?",
        "Saint-Roch · Micro: a street or a quarter",
        "2 workshops · 3 contributions · 1 decision · 1 commitment",
    ):
        await user.should_see(text)
    assert texts(user, "phase")[0].startswith("Know Here we are")
    assert texts(user, "need") == [
        "Decision to be looked at, 23 days late Plant ten trees",
        "Commitment of Bo, 1 day late Water the trees",
        "Promised answer, 3 days late When does it begin?",
        "1 contribution waits for an answer",
    ]
    assert addresses(user, "1 contribution waits for an answer") == {f"/process/{pact.code}/contributions?fate=open"}


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name or "overview")
async def test_each_part_has_an_address_and_says_which_it_is(pact: Pact, part: object) -> None:
    assert part in PARTS
    name = getattr(part, "name", "")
    user = await pact.open(name)
    [here] = [one for one in user.find(content="").elements if one.props.get("aria-current") == "page"]
    assert here.props["href"] == f"/process/{pact.code}{'/' if name else ''}{name}"


async def test_the_folder_of_the_process_is_one_press_away(pact: Pact) -> None:
    user = await pact.open()
    assert addresses(user, "Everything as a folder (ZIP)") == {f"/api/processes/{pact.code}/folder.zip"}


async def test_what_does_not_exist_is_said(pact: Pact) -> None:
    await pact.user.open("/process/ZZZZZZ")
    await pact.user.should_see("No process has this code.")
    await pact.open("cellar")
    await pact.user.should_see("A process has no such part.")


async def test_undo_says_what_it_takes_back_and_takes_it_back(pact: Pact) -> None:
    await pact.do("TakeNote", text="It rained.")
    user = await pact.open("settings")
    await press(user, "Undo: the note “It rained.”")
    await user.should_see("Taken back: the note “It rained.”.")
    assert (await pact.process).notes == ()
    await press(user, "Undo: a workshop was taken in")
    assert (await pact.process).workshops == (pact.first.row.code,)


async def test_what_is_added_on_another_screen_and_what_a_workshop_does_is_seen(pact: Pact) -> None:
    user = await pact.open()
    await pact.do("Contribute", rows=[{"text": "A fountain"}])
    await user.should_see("2 contributions wait for an answer")
    await pact.second.submit(FACILITATOR, Command("open", None, "OpenRoom", {}))
    await user.should_see("Going on now", retries=60)


async def test_a_note_is_kept_and_an_empty_one_is_refused_beside_its_button(pact: Pact) -> None:
    user = await pact.open("settings")
    await submit(user, "Keep the note", text="The school came.")
    assert texts(user, "note-kept") == ["2 February 2026 The school came."]
    await submit(user, "Keep the note", text=" ")
    await user.should_see("The note is empty.")


async def test_the_console_and_the_record_lead_to_the_process(pact: Pact) -> None:
    for page in ("console", "record"):
        await pact.user.open(f"/{page}/{pact.first.row.code}")
        assert addresses(pact.user, "Process") == {f"/process/{pact.code}"}


def test_whoever_was_invited_to_one_workshop_opens_no_process() -> None:
    guest = Host("host:2", "K7MQ4X")
    assert not any(guest.may_open(path) for path in ("/process/K7MQ4X", "/process/ABCDEF/K7MQ4X", "/new-process", "/"))
    assert Host().may_open("/process/K7MQ4X")


async def test_a_page_speaks_the_language_of_the_browser(visitor: User, pact: Pact) -> None:
    visitor.http_client.headers["Accept-Language"] = "fr"
    await pact.open("commitments")
    await visitor.should_see("1\u00a0jour de retard".replace("\u00a0", " "))
