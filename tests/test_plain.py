"""The plain path: a phone that can neither hold a connection nor poll one takes part all the same."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientSession

from tests.wire import Wire, open_wire
from workshop.agenda import Agenda
from workshop.messages import new_token
from workshop.rooms import Rooms


@pytest.fixture
async def wire(rooms: Rooms, agenda: Agenda) -> AsyncIterator[Wire]:
    async with open_wire(rooms, agenda) as wire:
        yield wire


class Visitor:
    """A phone that only asks and answers."""

    def __init__(self, http: ClientSession, wire: Wire) -> None:
        self.http, self.path, self.token = http, f"{wire.url}/live/plain/{wire.live.row.code}", ""

    async def send(self, event: str, data: Any = None) -> tuple[int, Any]:
        async with self.http.post(self.path, json={"event": event, "data": data or {}}, headers=self._headers()) as answer:
            return answer.status, await answer.json()

    async def come_in(self) -> None:
        _status, answer = await self.send("connect")
        self.token = answer["welcome"]["token"]
        assert (await self.send("join", {"language": "fr", "accepts": True}))[1]["ok"]

    async def say(self, text: str, id: str = "") -> Any:
        return (await self.send("do", {"id": id or new_token(), "activity": "one", "name": "Say", "args": {"text": text}}))[1]

    async def screen(self, since: str = "") -> tuple[int, Any]:
        async with self.http.get(self.path, params={"since": since}, headers=self._headers()) as answer:
            return answer.status, await answer.json() if answer.status != 204 else None

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"} if self.token else {}


@pytest.fixture
async def visitor(wire: Wire) -> AsyncIterator[Visitor]:
    async with ClientSession() as http:
        yield Visitor(http, wire)


async def test_somebody_comes_in_writes_and_sees_what_others_write(wire: Wire, visitor: Visitor) -> None:
    await visitor.come_in()
    assert len(wire.live.connected) == 1
    await wire.host("Next")
    status, screen = await visitor.screen()
    assert (status, screen["activity"]) == (200, "one")
    news = asyncio.create_task(visitor.screen(screen["mark"]))
    phone = await wire.phone(2)
    assert (await phone.do("Say", {"text": "Trees"}))["ok"]
    status, screen = await news
    assert status == 200
    assert (await visitor.say("Benches"))["ok"]
    await wire.live.settled()
    assert "Benches" in str((await visitor.screen())[1]["mine"])
    await phone.close()


async def test_the_same_command_twice_happens_once(wire: Wire, visitor: Visitor) -> None:
    await visitor.come_in()
    await wire.host("Next")
    first, second = await visitor.say("Trees", "c" * 12), await visitor.say("Trees", "c" * 12)
    assert first == second
    assert first["ok"]


async def test_who_is_not_known_gets_nothing(wire: Wire, visitor: Visitor) -> None:
    assert (await visitor.screen())[0] == 401
    assert (await visitor.say("x"))["code"] == "unknown"
    visitor.token = "somebody"
    assert (await visitor.screen())[0] == 401
    _status, answer = await visitor.send("connect")
    visitor.token = answer["welcome"]["token"]
    assert (await visitor.screen())[0] == 401  # greeted, but not in
    assert (await visitor.send("join", {"language": "fr"}))[1]["code"] == "notice"
    assert wire.live.session.present == frozenset()


async def test_what_cannot_be_read_is_refused(wire: Wire, visitor: Visitor) -> None:
    await visitor.come_in()
    for event, data in (("destroy", {}), ("do", {"id": "x"}), ("join", {"language": 7, "accepts": True})):
        status, answer = await visitor.send(event, data)
        assert (status, answer["ok"]) == (400, False)
    async with visitor.http.post(visitor.path, data=b"\xff[") as answer:
        assert answer.status == 400


async def test_a_code_that_is_not_there_is_refused_like_over_the_socket(wire: Wire, visitor: Visitor) -> None:
    visitor.path = f"{wire.url}/live/plain/222222"
    assert (await visitor.send("connect"))[1]["code"] == "no-such-room"


async def test_whoever_asks_too_often_is_told_to_wait(wire: Wire, visitor: Visitor) -> None:
    await visitor.come_in()
    answers = [(await visitor.send("sync"))[1] for _ in range(25)]
    assert answers[-1]["code"] == "too-fast"
    assert answers[-1]["after"] > 0
