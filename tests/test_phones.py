"""The wire, over real sockets: a real uvicorn, real Socket.IO clients."""

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import socketio
from aiohttp import ClientSession
from fastapi import FastAPI

from workshop.agenda import Agenda
from workshop.attempts import Attempts
from workshop.callers import Callers
from workshop.figures import Figures
from workshop.gate import Paces
from workshop.guesses import Guesses
from workshop.join import add_join_pages
from workshop.live import FACILITATOR, Live
from workshop.messages import Command, new_token
from workshop.phones import Phones, around
from workshop.port import listen, started, uvicorn_server
from workshop.rehearsal.phone import Phone
from workshop.rooms import Rooms

STATIC = Path(__file__).parent.parent / "static"


@dataclass
class Wire:
    """A running server with one open workshop."""

    url: str
    live: Live

    async def phone(self, number: int = 1, name: str = "", join: bool = True, language: str = "en") -> Phone:
        phone = Phone(number, self.url, self.live.row.code, name, language)
        await phone.connect()
        if join:
            assert (await phone.join())["ok"]
        return phone

    async def host(self, name: str, activity: str | None = None, **args: Any) -> None:
        await self.live.submit(FACILITATOR, Command(new_token(), activity, name, args))
        await self.live.settled()


@pytest.fixture
async def wire(rooms: Rooms, agenda: Agenda) -> AsyncIterator[Wire]:
    listener = listen("127.0.0.1", 0)
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    app, phones = FastAPI(), Phones(Callers(rooms, Paces(1000, 1000)))
    add_join_pages(app, rooms, Attempts(Guesses(time.monotonic), Figures()), STATIC, lambda code: f"https://palabre.example/j/{code}")
    uvicorn = uvicorn_server(around(phones, app))
    serving = await started(uvicorn, listener)
    live = await rooms.create(agenda)
    wire = Wire(url, live)
    await wire.host("OpenRoom")
    yield wire
    uvicorn.should_exit = True
    await serving
    await phones.close()
    listener.close()


async def texts(phone: Phone, block: str) -> list[str]:
    await phone.refresh()
    return [item["text"] for item in phone.screen[block].get("items", {}).values()]


async def test_somebody_comes_in_writes_and_sees_it(wire: Wire) -> None:
    phone = await wire.phone(name="Ana")
    assert phone.screen["question"]["text"] == "What should it become?"
    await wire.host("Next")
    await phone.refresh()
    answer = await phone.do("Say", {"text": "Trees"})
    assert answer["ok"]
    await wire.live.settled()
    assert await texts(phone, "own") == ["Trees"]
    assert wire.live.names[phone.person] == "Ana"
    await phone.close()


async def test_patches_lead_to_the_same_screen_as_asking_for_it(wire: Wire) -> None:
    ana, bo = await wire.phone(1), await wire.phone(2)
    await wire.host("Next")
    for phone in (ana, bo):
        await phone.refresh()
    for n in range(5):
        await ana.do("Say", {"text": f"Idea {n}"})
        await wire.live.settled()
    await wire.host("Reveal", "one")
    await asyncio.wait_for(_until(lambda: len(bo.shared["all"].get("items", {})) == 5), 5)
    patched = dict(bo.screen)
    await bo.refresh()
    assert patched == bo.screen
    await asyncio.gather(ana.close(), bo.close())


async def test_before_coming_in_there_is_a_welcome_and_nothing_else(wire: Wire) -> None:
    phone = await wire.phone(join=False)
    assert phone.person
    assert phone.screen == {}
    answer = await phone.socket.call("do", {"id": "abcdefgh", "activity": "one", "name": "Say", "args": {}}, namespace="/phone")
    assert answer["ok"] is False
    await phone.close()


async def test_the_notice_must_be_accepted(wire: Wire) -> None:
    phone = await wire.phone(join=False)
    answer = await phone.socket.call("join", {"language": "fr"}, namespace="/phone")
    assert (answer["ok"], answer["code"]) == (False, "notice")
    assert wire.live.session.present == frozenset()
    await phone.close()


async def test_a_reload_resumes_the_same_person_with_their_screen(wire: Wire) -> None:
    phone = await wire.phone()
    await wire.host("Next")
    await phone.refresh()
    await phone.do("Say", {"text": "Trees"})
    await phone.close()
    again = Phone(1, wire.url, wire.live.row.code)
    again.token = phone.token
    await again.connect()
    assert again.person == phone.person
    assert await texts(again, "own") == ["Trees"]
    assert len(wire.live.session.people) == 1
    await again.close()


async def test_a_token_of_one_person_gives_no_more_than_their_own_seat(wire: Wire) -> None:
    phone = await wire.phone()
    for name in ("Next", "Undo", "Close"):
        answer = await phone.socket.call("do", {"id": new_token(), "activity": "one", "name": name, "args": {}}, namespace="/phone")
        assert answer["ok"] is False
    assert wire.live.session.stage == "open"
    assert wire.live.session.current == ""
    stranger = Phone(2, wire.url, wire.live.row.code)
    stranger.token = phone.person  # an id that everybody may see is no secret
    await stranger.connect()
    assert stranger.person != phone.person
    await asyncio.gather(phone.close(), stranger.close())


async def test_an_unknown_code_is_refused_with_a_sentence(wire: Wire) -> None:
    client = socketio.AsyncClient(reconnection=False)
    refusals: list[Any] = []
    client.on("connect_error", refusals.append, namespace="/phone")
    with pytest.raises(socketio.exceptions.ConnectionError):
        await client.connect(
            wire.url, namespaces=["/phone"], auth={"code": "222222"}, socketio_path="live/socket.io", transports=["websocket"]
        )
    assert refusals[0]["data"]["code"] == "no-such-room"
    assert "wall" in refusals[0]["message"]
    await client.disconnect()


@pytest.mark.parametrize("data", [None, [], "x", 7, {}, {"id": "short"}, {"id": "a" * 9, "activity": "one", "name": "Say", "args": []}])
async def test_what_cannot_be_read_is_answered_and_harms_nobody(wire: Wire, data: Any, caplog: pytest.LogCaptureFixture) -> None:
    phone = await wire.phone()
    answer = await phone.socket.call("do", data, namespace="/phone", timeout=5)
    assert answer["ok"] is False
    assert (await phone.socket.call("sync", {"v": 0}, namespace="/phone", timeout=5))["ok"]
    assert "Traceback" not in caplog.text
    await phone.close()


@pytest.mark.parametrize("forged", ["connect", "disconnect", "welcome", "__init__", "trigger_event"])
async def test_after_three_packets_that_are_not_ours_the_line_is_cut_and_nobody_else_notices(
    wire: Wire, forged: str, caplog: pytest.LogCaptureFixture
) -> None:
    joker, other = await wire.phone(1), await wire.phone(2)
    cut, back = asyncio.Event(), asyncio.Event()
    joker.socket.on("disconnect", lambda *_reason: cut.set(), namespace="/phone")
    joker.socket.on("connect", back.set, namespace="/phone")
    for _ in range(2):
        answer = await joker.socket.call(forged, {"code": wire.live.row.code}, namespace="/phone", timeout=5)
        assert answer["code"] == "bad-message"
    assert not cut.is_set()
    await joker.socket.emit(forged, {"code": wire.live.row.code}, namespace="/phone")
    await asyncio.wait_for(cut.wait(), 5)
    assert (await other.socket.call("sync", {"v": 0}, namespace="/phone", timeout=5))["ok"]
    assert "Traceback" not in caplog.text
    await asyncio.wait_for(back.wait(), 10)  # it may come again
    await asyncio.gather(joker.close(), other.close())


async def test_each_phone_has_its_language_and_can_change_it(wire: Wire) -> None:
    phone = await wire.phone(language="nl")
    member = next(iter(wire.live.connected))
    assert member == phone.person
    await phone.socket.call("join", {"language": "es", "accepts": True}, namespace="/phone")
    people = wire.live._store.people(wire.live.row.id)
    assert [one.language for one in people] == ["es"]
    await phone.close()


async def test_when_the_last_phone_of_a_person_is_gone_they_are_not_connected(wire: Wire) -> None:
    phone = await wire.phone()
    twin = Phone(1, wire.url, wire.live.row.code)
    twin.token = phone.token
    await twin.connect()
    await phone.close()
    await asyncio.wait_for(_until(lambda: wire.live.connected == {twin.person}), 5)
    await twin.close()
    await asyncio.wait_for(_until(lambda: not wire.live.connected), 5)


async def test_the_join_page_comes_with_a_strict_policy_and_what_people_wrote_closes_no_tag(
    wire: Wire, rooms: Rooms, agenda: Agenda
) -> None:
    live = await rooms.create(replace(agenda, title="</script><script>alert(1)</script>"))
    async with ClientSession() as http, http.get(f"{wire.url}/j/{live.row.code}") as answer:
        page = await answer.text()
        assert answer.status == 200
        assert "unsafe" not in answer.headers["content-security-policy"]
        assert "<script>alert" not in page
    async with ClientSession() as http, http.get(f"{wire.url}/j/222222") as answer:
        assert answer.status == 404
    async with ClientSession() as http, http.get(f"{wire.url}/j/{live.row.code}/qr.svg") as answer:
        assert (await answer.text()).startswith("<?xml")


async def _until(fact: Any) -> None:
    while not fact():  # noqa: ASYNC110 - the fact has no event
        await asyncio.sleep(0.02)
