import asyncio

import pytest

from tests.conftest import METHODS, Clock
from workshop.agenda import Agenda
from workshop.background import Background
from workshop.registry import Registry
from workshop.rooms import LATELY_MS, Rooms
from workshop.store.store import Store


async def restarted(store: Store, clock: Clock) -> Rooms:
    """The rooms of a server that has just started on the same database."""
    rooms = Rooms(store, Registry(METHODS), clock, Background())
    await rooms.warm()
    return rooms


async def test_workshops_that_were_going_on_are_open_again_after_a_start(rooms: Rooms, store: Store, clock: Clock, agenda: Agenda) -> None:
    old = (await rooms.create(agenda)).row.code
    clock.now += LATELY_MS
    late = [(await rooms.create(agenda)).row.code for _ in range(3)]
    again = await restarted(store, clock)
    assert {live.row.code for live in again.opened()} == set(late)
    assert again.known(old) is None
    assert await again.get(old) is not None
    await again.close()


async def test_one_that_cannot_be_opened_stops_no_other(
    rooms: Rooms, store: Store, clock: Clock, agenda: Agenda, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    first, second = [(await rooms.create(agenda)).row for _ in range(2)]
    entries = store.entries

    def broken(number: int, after: int = 0) -> object:
        if number == first.id:
            raise OSError("the disk has a bad place")
        return entries(number, after)

    monkeypatch.setattr(store, "entries", broken)
    again = await restarted(store, clock)
    assert [live.row.code for live in again.opened()] == [second.code]
    assert f"{first.code} cannot be opened" in caplog.text
    await again.close()


async def test_those_who_come_during_the_start_are_served_too(rooms: Rooms, store: Store, clock: Clock, agenda: Agenda) -> None:
    codes = [(await rooms.create(agenda)).row.code for _ in range(3)]
    again = Rooms(store, Registry(METHODS), clock, Background())
    warming = asyncio.create_task(again.warm())
    lives = await asyncio.gather(*(again.get(code) for code in codes))
    await warming
    assert [live.row.code for live in lives if live] == codes
    assert [again.known(code) for code in codes] == lives
    await again.close()
