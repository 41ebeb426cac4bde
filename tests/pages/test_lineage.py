"""The pages of a process that search it and draw where things come from, as staff see them."""

import pytest
from nicegui.testing import User

from workshop.pages.desk import Desk
from workshop.process.vocabulary import About
from workshop.processes import command
from workshop.turn import Done


@pytest.fixture
async def code(desk: Desk) -> str:
    """A process with three cards, one of which was answered."""
    process = await desk.processes.found(About("Our square"))
    code: str = getattr(process, "code", "")
    rows = [{"text": text} for text in ("Shade near the école", "A <b>fountain</b>", "Benches")]
    for one in (command("Contribute", rows=rows), command("Reply", refs=["process/1"], standing="not_now", text="Next year.")):
        assert isinstance(await desk.processes.submit(code, one), Done)
    return code


async def test_what_is_found_is_shown_with_its_kind(visitor: User, code: str) -> None:
    await visitor.open(f"/process/{code}/search?q=ecole")
    await visitor.should_see("Contribution (1)")
    await visitor.should_see("école")
    await visitor.should_not_see("Benches")


async def test_what_is_not_there_is_not_found(visitor: User, code: str) -> None:
    await visitor.open(f"/process/{code}/search?q=submarine")
    await visitor.should_see("Nothing was found.")


async def test_what_became_of_a_contribution_is_said_on_its_page(visitor: User, code: str) -> None:
    await visitor.open(f"/process/{code}/lineage?of=process/1")
    await visitor.should_see("The reason: “Next year.”")


async def test_without_a_thing_there_is_something_to_choose_from(visitor: User, code: str) -> None:
    await visitor.open(f"/process/{code}/lineage?of=process/99")
    await visitor.should_see("Nothing was decided or promised yet.")
