"""Processes on a real database: their logs, their workshops, their dossiers."""

from dataclasses import replace
from typing import Any

import pytest

from tests.conftest import Clock
from tests.tiny import method as tiny
from workshop.agenda import Agenda
from workshop.background import Background
from workshop.live import Live
from workshop.messages import Command
from workshop.method import Item, Rejected
from workshop.process.vocabulary import About, Phase
from workshop.processes import Processes, command
from workshop.registry import Registry
from workshop.rooms import Rooms
from workshop.store.store import Store
from workshop.turn import FACILITATOR, Done

ABOUT = About("Our square", phases=(Phase("know", "Know"), Phase("agree", "Agree")))


@pytest.fixture
def processes(store: Store, rooms: Rooms, clock: Clock) -> Processes:
    return Processes(store, rooms, clock)


@pytest.fixture
async def pact(processes: Processes) -> str:
    made = await processes.found(ABOUT)
    assert not isinstance(made, Rejected)
    return made.code


async def begun(processes: Processes, code: str, agenda: Agenda, phase: str = "know") -> Live:
    live = await processes.begin(code, agenda, phase)
    assert isinstance(live, Live)
    return live


async def host(live: Live, name: str, activity: str | None = None, **args: Any) -> None:
    answer = await live.submit(FACILITATOR, Command(f"{name}-{live.session.seq}", activity, name, args))
    assert isinstance(answer, Done), answer


def code_of(answer: object) -> str:
    assert isinstance(answer, Rejected), answer
    return answer.code


async def test_a_process_is_there_after_a_restart(processes: Processes, pact: str, store: Store, rooms: Rooms, clock: Clock) -> None:
    await processes.submit(pact, command("Contribute", rows=[{"text": "Trees"}], source="cards"))
    again = await Processes(store, rooms, clock).get(pact.lower())
    assert again is not None
    assert again.about == ABOUT
    assert [one.text for one in again.contributions.values()] == ["Trees"]


async def test_a_process_without_a_title_is_refused(processes: Processes) -> None:
    assert code_of(await processes.found(About(""))) == "bad-description"
    assert await processes.listed() == []


async def test_the_dossier_follows_a_workshop_that_goes_on(processes: Processes, pact: str, agenda: Agenda) -> None:
    live = await begun(processes, pact, agenda)
    before = await processes.dossier(pact)
    await host(live, "OpenRoom")
    await host(live, "Next")
    await host(live, "Say", "one", text="Benches")
    after = await processes.dossier(pact)
    assert before is not None
    assert after is not None
    assert before.contributions == ()
    assert [(thing.text, thing.home) for thing in after.contributions] == [("Benches", live.row.code)]
    assert await processes.dossier(pact) is after


async def test_a_workshop_belongs_to_one_process_until_it_is_taken_out(processes: Processes, pact: str, agenda: Agenda) -> None:
    live = await begun(processes, pact, agenda)
    other = await processes.found(replace(ABOUT, title="Another"))
    assert not isinstance(other, Rejected)
    taken = command("AddSession", workshop=live.row.code)
    assert code_of(await processes.submit(other.code, taken)) == "taken"
    await processes.submit(pact, command("RemoveSession", workshop=live.row.code))
    assert isinstance(await processes.submit(other.code, replace(taken, id="again")), Done)
    found = await processes.of(live.row.code)
    assert found is not None
    assert found.code == other.code


async def test_undo_takes_a_workshop_out_again(processes: Processes, pact: str, agenda: Agenda) -> None:
    live = await begun(processes, pact, agenda)
    assert isinstance(await processes.submit(pact, command("Undo")), Done)
    assert await processes.of(live.row.code) is None
    assert code_of(await processes.submit(pact, command("Undo"))) == "nothing-to-undo"


@pytest.mark.parametrize(("code", "workshop", "reason"), [("", "ZZZZZZ", "unknown-workshop"), ("QQQQQQ", "", "unknown-process")])
async def test_what_does_not_exist_is_said(processes: Processes, pact: str, code: str, workshop: str, reason: str) -> None:
    assert code_of(await processes.submit(code or pact, command("AddSession", workshop=workshop))) == reason


async def test_a_command_sent_twice_happens_once(processes: Processes, pact: str) -> None:
    note = command("TakeNote", text="Begun.")
    first, second = await processes.submit(pact, note), await processes.submit(pact, note)
    assert first == second
    made = await processes.get(pact)
    assert made is not None
    assert len(made.notes) == 1


async def test_two_servers_do_not_write_over_each_other(processes: Processes, pact: str, store: Store, rooms: Rooms, clock: Clock) -> None:
    other = Processes(store, rooms, clock)
    assert await other.get(pact)
    await processes.submit(pact, command("TakeNote", text="Here."))
    assert code_of(await other.submit(pact, command("TakeNote", text="There."))) == "try-again"
    assert isinstance(await other.submit(pact, command("TakeNote", text="There.")), Done)
    assert len(await other.entries(pact)) == 3


async def test_who_watches_hears_of_every_change(processes: Processes, pact: str) -> None:
    heard: list[str] = []
    stop = processes.watch(pact, lambda: heard.append("changed"))
    await processes.submit(pact, command("TakeNote", text="One."))
    stop()
    await processes.submit(pact, command("TakeNote", text="Two."))
    assert heard == ["changed"]


async def test_a_follow_up_is_given_what_is_due_before_its_room_opens(store: Store, clock: Clock, agenda: Agenda) -> None:
    promised = Item("c1", "commitment", "Water the trees", facts={"by": "2026-01-01"})
    promising = replace(tiny, results=lambda _state: (promised,))
    looking = replace(tiny, name="looking", takes=frozenset({"commitment", "decision"}))
    background = Background(limit_s=20)
    rooms = Rooms(store, Registry({"tiny": promising, "looking": looking}), clock, background)
    processes = Processes(store, rooms, clock)
    made = await processes.found(ABOUT)
    assert not isinstance(made, Rejected)
    first = await begun(processes, made.code, agenda)
    later = replace(agenda, steps=(replace(agenda.steps[0], method="looking"), agenda.steps[1]))
    second = await begun(processes, made.code, later, "agree")
    assert not second.session.brought
    await host(first, "OpenRoom")
    await host(first, "Next")
    await processes.prepare(second)
    assert [(item.id, item.text) for item in second.session.brought["one"]] == [(f"{first.row.code}/c1", "Water the trees")]
    assert "two" not in second.session.brought
    await rooms.close()
    background.close()


async def test_things_of_one_workshop_are_brought_into_another(processes: Processes, pact: str, agenda: Agenda) -> None:
    first, second = await begun(processes, pact, agenda), await begun(processes, pact, agenda, "agree")
    item = Item(f"{first.row.code}/i1", "idea", "Trees")
    assert isinstance(await processes.bring(second.row.code, "one", [item]), Done)
    await host(second, "OpenRoom")
    await host(second, "Next")
    dossier = await processes.dossier(pact)
    assert dossier is not None
    assert [thing.ref for thing in dossier.contributions if thing.text == "Trees"] == [item.id]
    assert code_of(await processes.bring("ZZZZZZ", "one", [item])) == "unknown-workshop"
