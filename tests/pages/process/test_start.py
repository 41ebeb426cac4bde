"""Processes on the start page, and which process a workshop belongs to."""

from tests.pages.conftest import addresses, submit
from tests.pages.process.conftest import Pact, texts
from workshop.agenda import Agenda
from workshop.pages.desk import Desk


async def test_a_process_is_listed_with_its_question_and_what_is_due(pact: Pact) -> None:
    await pact.user.open("/")
    await pact.user.should_see("2 things are due", retries=20)
    assert texts(pact.user, "process-item") == ["A square for all What should it become? Saint-Roch · 2 workshops 2 things are due"]
    assert addresses(pact.user, "A square for all") >= {f"/process/{pact.code}"}
    assert addresses(pact.user, "New process") == {"/new-process"}


async def test_a_workshop_says_to_which_process_it_belongs_and_another_one_is_taken_in(pact: Pact, desk: Desk, agenda: Agenda) -> None:
    await desk.rooms.create(agenda)
    await pact.user.open("/")
    await pact.user.should_see("Your workshops")
    await pact.user.should_see("Take in", retries=20)
    before = [one for one in texts(pact.user, "workshop") if "Part of “A square for all”" in one]
    await submit(pact.user, "Take in", process=pact.code)
    after = [one for one in texts(pact.user, "workshop") if "Part of “A square for all”" in one]
    assert (len(before), len(after)) == (2, 3)
    await pact.user.should_see("Saint-Roch · 3 workshops")
