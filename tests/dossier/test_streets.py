"""Small workshops feed a larger one: what a street asked for is found behind the town's decision, and not as the town's own words."""

from pathlib import Path

from tests.dossier.streets import WINNERS, house, live_through
from workshop.method import Rejected
from workshop.processes import command
from workshop.turn import Done


async def test_what_streets_asked_for_comes_to_the_town_with_its_origin(tmp_path: Path) -> None:
    async with house(tmp_path) as processes:
        found = await live_through(processes, 6)
    assert len(found.winners) == 6 * WINNERS
    assert {thing.ref for thing in found.winners} == {thing.ref for thing in found.town.contributions}
    assert all(thing.origin.startswith("Street assemblies: Assembly of Street") for thing in found.town.contributions)
    [decision] = found.town.decisions
    behind = found.town.words_behind(decision.thing.ref)
    assert behind
    assert {thing.ref for thing in behind} < {thing.ref for thing in found.winners}
    assert all(found.town.fate(thing.ref).state == "taken_up" for thing in behind)


async def test_the_town_answers_what_a_street_asked_for(tmp_path: Path) -> None:
    async with house(tmp_path) as processes:
        found = await live_through(processes, 3)
        town, ref = found.town.process.code, found.winners[0].ref
        answer = await processes.submit(town, command("Reply", refs=[ref], standing="not_now", text="In the budget of 2030."))
        assert isinstance(answer, Done)
        refused = await processes.submit(town, command("Reply", refs=["ZZZZZZ/i1"], standing="not_now", text="No."))
        assert isinstance(refused, Rejected)
        after = await processes.dossier(town)
    assert after is not None
    assert after.fate(ref).state == "not_now"
