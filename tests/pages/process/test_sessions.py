"""The workshops of a process: in their order, new ones, and what is brought into them."""

from nicegui import ui
from nicegui.element import Element
from nicegui.testing import User

from tests.pages.conftest import addresses, fill, press, submit, trigger
from tests.pages.process.conftest import Pact, choose, texts
from workshop.agenda import Agenda
from workshop.method import Rejected
from workshop.pages.desk import Desk
from workshop.process.vocabulary import About
from workshop.processes import command


async def test_a_workshop_shows_when_it_was_and_what_came_of_it(pact: Pact) -> None:
    user = await pact.open("sessions")
    first, second = texts(user, "session-card")
    assert first.startswith("Our square ↑ ↓ Over 2 February 2026 · ")
    assert "3 contributions · 1 group · 1 decision · 1 commitment" in first
    assert second.startswith(f"The second evening ↑ ↓ Planned {pact.second.row.code}")


async def test_a_workshop_goes_up_into_the_phase_before_and_no_further(pact: Pact) -> None:
    user = await pact.open("sessions")
    for order in ((pact.first, pact.second), (pact.second, pact.first)):
        await _lift(user, pact.second.row.code, -1)
        assert [one.phase for one in (await pact.process).sittings] == ["know", "know"]
        assert (await pact.process).workshops == tuple(one.row.code for one in order)
    await _lift(user, pact.second.row.code, -1)
    await user.should_see("It stands at the end already.")


async def _lift(user: User, code: str, by: int) -> None:
    found = [one for one in user.find(kind=ui.element).elements if "session-card" in one.classes]
    [card] = [one for one in found if any(up.props.get("href") == f"/console/{code}" for up in one.descendants())]
    await trigger(card.client, card, "keydown", by)


async def test_a_workshop_is_put_into_another_phase_and_taken_out(pact: Pact) -> None:
    user = await pact.open("sessions")
    await pact.do("RemoveSession", workshop=pact.second.row.code)
    await user.should_see("No workshop in this phase.")
    [phase] = [one for one in _named(user, "phase") if any("phase-choice" in up.classes for up in one.ancestors())]
    await trigger(phase.client, phase, "change", "agree")
    assert [one.phase for one in (await pact.process).sittings] == ["agree"]
    await press(user, "Take out")
    await press(user, "Take it out of the process?")
    await user.should_see("None yet. Plan a new workshop")
    assert (await pact.process).sittings == ()


def _named(user: User, name: str) -> list[Element]:
    return [one for one in user.find(kind=ui.element).elements if one.props.get("name") == name]


async def test_one_that_is_there_is_taken_in(pact: Pact, desk: Desk, agenda: Agenda) -> None:
    live = await desk.rooms.create(agenda)
    user = await pact.open("sessions")
    await submit(user, "Take in", workshop=live.row.code, phase="agree")
    await user.should_see("It belongs to the process now.")
    assert (await pact.process).workshops[-1] == live.row.code
    await user.should_see("There is none that belongs to no process.")


async def test_a_new_one_comes_from_a_template_into_a_phase(pact: Pact) -> None:
    user = await pact.open("sessions")
    assert addresses(user, "Our square") >= {f"/new/square?process={pact.code}"}
    await user.open(f"/new/square?process={pact.code}")
    await fill(user, "Open the room", title="The third evening", question="Who waters?", then="prepare", phase="agree", language="en")
    await user.should_see("The third evening")
    last = (await pact.process).sittings[-1]
    assert last.phase == "agree"
    made = await pact.desk.rooms.get(last.workshop)
    assert made is not None
    assert made.session.agenda.title == "The third evening"


async def _bringing(pact: Pact) -> User:
    user = await pact.open("sessions")
    folds = [one for one in user.find(kind=ui.element).elements if "bringing" in one.classes and one.visible]
    [fold] = folds
    await trigger(fold.client, fold, "toggle")
    return user


async def test_ideas_of_one_workshop_are_brought_into_a_step_of_another(pact: Pact) -> None:
    user = await _bringing(pact)
    await choose(user, "kinds", True, "idea")
    await user.should_see("3 would come in:")
    await choose(user, "open", True)
    await user.should_see("1 would come in:")
    await press(user, "Bring in 1 thing")
    await user.should_see("1 thing came into “First”.")
    assert [item.text for item in pact.second.session.brought["one"]] == ["A café"]
    await user.should_see("1 thing was brought into this step before")


async def test_what_belongs_to_the_process_and_to_its_parts_can_be_brought_too(pact: Pact, desk: Desk, agenda: Agenda) -> None:
    part = await desk.processes.found(About("A street", parent=pact.code))
    assert not isinstance(part, Rejected)
    await desk.processes.submit(part.code, command("Contribute", rows=[{"text": "Slower cars"}]))
    await pact.do("Contribute", rows=[{"text": "A fountain", "support": 9}, {"text": "A swing"}])
    user = await _bringing(pact)
    await choose(user, "sources", False, f"{pact.code}/{pact.first.row.code}")
    for source in (f"{pact.code}/process", f"{part.code}/process"):
        await choose(user, "sources", True, source)
    await choose(user, "kinds", True, "idea")
    await user.should_see("3 would come in:")
    await choose(user, "most", "1")
    await press(user, "Bring in 1 thing")
    assert [item.text for item in pact.second.session.brought["one"]] == ["A fountain"]
    await choose(user, "most", "")
    await press(user, "Bring in 3 things")
    assert f"process-{part.code}/1" in [item.id for item in pact.second.session.brought["one"]]


async def test_where_nothing_can_come_in_it_is_said_what_to_do(pact: Pact) -> None:
    await pact.do("RemoveSession", workshop=pact.first.row.code)
    user = await _bringing(pact)
    await user.should_see("There is nothing to bring in yet")
