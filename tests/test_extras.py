"""Simulated people in a rehearsal: they come, act from what they see, and leave nothing behind."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from tests.test_crowd import Notebook
from tests.wire import until
from workshop.agenda import Agenda
from workshop.attempts import Attempts
from workshop.callers import Callers, Origin
from workshop.crowd import Member
from workshop.extras import Rehearsals
from workshop.figures import Figures
from workshop.gate import Paces
from workshop.guesses import Guesses
from workshop.language import LANGUAGES
from workshop.live import Live
from workshop.messages import Command, new_token
from workshop.rooms import Rooms
from workshop.sayings import sayings_in
from workshop.store.database import StoreError
from workshop.store.store import Store
from workshop.turn import FACILITATOR

FAST = 2000.0


@pytest.fixture
async def rehearsals(rooms: Rooms) -> AsyncIterator[Rehearsals]:
    rehearsals = Rehearsals(rooms)
    yield rehearsals
    await rehearsals.close()


async def host(live: Live, name: str) -> None:
    await live.submit(FACILITATOR, Command(new_token(), None, name, {}))
    await live.settled()


async def test_people_come_when_the_room_is_open_and_act_in_its_steps(rooms: Rooms, agenda: Agenda, rehearsals: Rehearsals) -> None:
    live = await rooms.create(agenda)
    copy = await rehearsals.start(live.row.code, 30, FAST)
    assert copy.row.rehearsal
    assert copy.session.agenda == agenda
    await asyncio.sleep(0.05)
    assert not copy.session.present  # nobody comes in before the room is open
    await host(copy, "OpenRoom")
    await until(lambda: len(copy.session.present) == 30)
    assert len(copy.connected) == 30
    await host(copy, "Next")
    await until(lambda: len(copy.session.activities["one"].state.said) >= 25)
    assert not live.session.present


@pytest.mark.parametrize("language", LANGUAGES)
async def test_people_write_in_the_language_of_the_workshop(rooms: Rooms, agenda: Agenda, rehearsals: Rehearsals, language: str) -> None:
    copy = await rehearsals.start((await rooms.create(replace(agenda, language=language))).row.code, 5, FAST)
    for command in ("OpenRoom", "Next"):
        await host(copy, command)
    await until(lambda: copy.session.activities["one"].state.said)
    [first, *_others] = copy.session.activities["one"].state.said.values()
    assert first.text in sayings_in(language)
    assert all(sayings_in(language) is not sayings_in(other) for other in LANGUAGES if other != language)


async def test_there_can_be_fewer_and_more_at_any_time(rooms: Rooms, agenda: Agenda, rehearsals: Rehearsals) -> None:
    copy = await rehearsals.start((await rooms.create(agenda)).row.code, 10, FAST)
    await host(copy, "OpenRoom")
    await until(lambda: len(copy.session.present) == 10)
    await rehearsals.of(copy).be(4)
    assert len(copy.session.present) == 4
    await rehearsals.of(copy).be(12)
    await until(lambda: len(copy.session.present) == 12)
    assert len(copy.session.people) == 12  # those who left came back as themselves


async def test_an_emptied_room_leaves_no_trace(rooms: Rooms, agenda: Agenda, rehearsals: Rehearsals, store: Store) -> None:
    live = await rooms.create(agenda)
    before = await live.entries()
    copy = await rehearsals.start(live.row.code, 8, FAST)
    await host(copy, "OpenRoom")
    await until(lambda: len(copy.session.present) == 8)
    assert [row.code for row in await rooms.listed()] == [live.row.code]
    await rehearsals.end(copy)
    assert await rooms.get(copy.row.code) is None
    assert store.entries(copy.row.id) == []
    assert await live.entries() == before


async def test_a_phone_that_looked_in_is_hung_up_on_and_nothing_of_it_is_kept(rooms: Rooms, agenda: Agenda, rehearsals: Rehearsals) -> None:
    copy = await rehearsals.start((await rooms.create(agenda)).row.code, 5, FAST)
    await host(copy, "OpenRoom")
    callers = Callers(rooms, Attempts(Guesses(lambda: 0.0), Figures()), Paces(5, 20))
    caller, line = await callers.greet(copy.row.code, "", Origin("here", "en")), Notebook()
    callers.expect(caller)
    assert (await callers.join(caller, {"accepts": True}))["ok"]
    caller.crowd.enter("phone", Member(line, caller.who.id, "en"))  # type: ignore[arg-type]
    await rehearsals.end(copy)
    assert line.aborted
    assert (callers.crowds(), caller.crowd.members, copy.connected) == ([], {}, set())
    assert callers.recall(copy.row.code, caller.token) is None


async def test_a_real_workshop_cannot_be_removed(rooms: Rooms, agenda: Agenda, store: Store) -> None:
    live = await rooms.create(agenda)
    with pytest.raises(StoreError):
        await store.remove(live.row.id)
    assert await live.entries()


async def test_what_a_stopped_server_left_behind_is_removed_at_its_next_start(rooms: Rooms, agenda: Agenda, store: Store) -> None:
    number = await store.create("ZZZZZZ", "left behind", 1, rehearsal=True)
    await rooms.clear()
    assert store.find("ZZZZZZ") is None
    assert store.entries(number) == []
