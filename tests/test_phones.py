"""The wire, over real sockets: a real uvicorn, real Socket.IO clients."""

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
import socketio
from aiohttp import ClientSession
from socketio.base_client import reconnecting_clients

from tests.wire import Wire, open_wire, until
from workshop.agenda import Agenda
from workshop.messages import new_token
from workshop.rehearsal.phone import Phone, hang_up
from workshop.rooms import Rooms


@pytest.fixture
async def wire(rooms: Rooms, agenda: Agenda) -> AsyncIterator[Wire]:
    async with open_wire(rooms, agenda) as wire:
        yield wire


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
    await until(lambda: len(bo.shared["all"].get("items", {})) == 5)
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
    await hang_up(client)


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
    await until(lambda: wire.live.connected == {twin.person})
    await twin.close()
    await until(lambda: not wire.live.connected)


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


async def test_whoever_sends_too_fast_is_told_when_to_send_again_and_others_are_not(wire: Wire) -> None:
    hasty, other = await wire.phone(1), await wire.phone(2)
    await wire.host("Next")

    async def say(phone: Phone, n: int) -> Any:
        deed = {"id": new_token(), "activity": "one", "name": "Say", "args": {"text": f"Idea {n}"}}
        return await phone.socket.call("do", deed, namespace="/phone", timeout=20)

    answers = await asyncio.gather(*(say(hasty, n) for n in range(30)))
    assert (await say(other, 99))["ok"]
    refused = [answer for answer in answers if not answer["ok"]]
    assert 15 <= len(answers) - len(refused) <= 29
    assert {answer["code"] for answer in refused} == {"too-fast"}
    assert all(50 <= answer["after"] <= 1000 for answer in refused)
    assert "again" in refused[0]["message"]
    await asyncio.gather(hasty.close(), other.close())


async def test_a_second_phone_with_the_same_token_shares_its_pace(wire: Wire) -> None:
    phone = await wire.phone()
    twin = Phone(1, wire.url, wire.live.row.code)
    twin.token = phone.token
    await twin.connect()
    syncs = [one.socket.call("sync", {"v": 0}, namespace="/phone", timeout=20) for one in (phone, twin) for _ in range(15)]
    codes = [answer.get("code") for answer in await asyncio.gather(*syncs)]
    assert "too-fast" in codes
    await asyncio.gather(phone.close(), twin.close())


async def test_a_refusal_is_in_the_language_of_the_browser(wire: Wire) -> None:
    for transport in ("websocket", "polling"):
        client, refusals = socketio.AsyncClient(reconnection=False), list[Any]()
        client.on("connect_error", refusals.append, namespace="/phone")
        with pytest.raises(socketio.exceptions.ConnectionError):
            await client.connect(
                wire.url,
                headers={"Accept-Language": "fr-BE,fr;q=0.9"},
                namespaces=["/phone"],
                auth={"code": "222222"},
                socketio_path="live/socket.io",
                transports=[transport],
            )
        assert "atelier" in refusals[0]["message"]
        await hang_up(client)


@pytest.mark.parametrize("transports", [["polling"], ["polling", "websocket"]])
async def test_a_phone_that_polls_or_goes_over_to_a_websocket_sees_and_does_the_same(wire: Wire, transports: list[str]) -> None:
    phone = Phone(1, wire.url, wire.live.row.code)
    phone.transports = transports
    await phone.connect()
    assert (await phone.join())["ok"]
    await wire.host("Next")
    await until(lambda: phone.activity == "one")
    assert (await phone.do("Say", {"text": "Trees"}))["ok"]
    await until(lambda: phone.mine.get("own", {}).get("items"))
    assert phone.socket.transport() == transports[-1]
    await phone.close()


async def test_while_many_come_in_a_phone_gets_a_handful_of_frames_and_the_wall_counts_along(wire: Wire) -> None:
    first = await wire.phone()
    frames = 0

    def count(*_data: Any) -> None:
        nonlocal frames
        frames += 1

    for event in ("screen", "patch"):
        first.socket.on(event, count, namespace="/phone")
    others = await asyncio.gather(*(wire.phone(number, name=f"Person {number}") for number in range(2, 42)))
    await until(lambda: len(wire.live.session.present) == 41)
    assert frames <= 5
    await asyncio.gather(first.close(), *(phone.close() for phone in others))


async def test_of_one_persons_phones_the_last_four_stay_on_the_line(wire: Wire) -> None:
    phone = await wire.phone()
    twins = []
    for _ in range(4):
        twin = Phone(1, wire.url, wire.live.row.code)
        twin.token = phone.token
        twin.socket.reconnection = False
        await twin.connect()
        twins.append(twin)
    await until(lambda: len(wire.phones.callers.crowd(wire.live).members) == 4)
    assert wire.live.connected == {phone.person}
    await asyncio.gather(phone.close(), *(twin.close() for twin in twins))


async def test_whoever_hangs_up_while_their_line_comes_back_leaves_nothing_behind(wire: Wire) -> None:
    phone = await wire.phone()
    phone.socket.reconnection_delay = phone.socket.reconnection_delay_max = 60
    (line,) = wire.phones.lines.values()
    line.abort()
    await until(lambda: phone.socket in reconnecting_clients)
    await phone.close()
    assert phone.socket not in reconnecting_clients
    assert phone.socket.eio.http is None or phone.socket.eio.http.closed


async def test_whoever_leaves_may_take_their_words_along_and_comes_back_as_somebody_else(wire: Wire) -> None:
    phone = await wire.phone(name="Ana")
    await wire.host("Next")
    await until(lambda: phone.activity == "one")
    await phone.do("Say", {"text": "Only Ana says this"})
    person = phone.person
    assert (await phone.socket.call("leave", {"erase": True}, namespace="/phone", timeout=5))["ok"]
    assert "Only Ana" not in str(await wire.live.entries())
    assert wire.live.session.present == frozenset()
    assert (await phone.join())["ok"]
    assert wire.live.session.present != {person}
    await phone.close()


async def test_a_clock_that_is_set_ends_no_line(wire: Wire) -> None:
    phone = await wire.phone()
    (socket,) = wire.phones.eio.sockets.values()
    socket.last_ping = time.time() - 100  # a ping is under way, and the clock was put on by that much meanwhile
    wire.phones._reckon(100)
    ((id, line),) = wire.phones.lines.items()
    await wire.phones._look_after(id, line)
    assert (await phone.socket.call("sync", {"v": 0}, namespace="/phone", timeout=5))["ok"]
    phone.socket.reconnection = False
    socket.last_ping = time.time() - 100  # this one is really not answered
    await wire.phones._look_after(id, line)
    await until(lambda: id not in wire.phones.lines)
    await phone.close()


async def test_a_connection_that_never_says_what_it_came_for_is_ended(wire: Wire) -> None:
    async with ClientSession() as http, http.ws_connect(f"{wire.url}/live/socket.io/?EIO=4&transport=websocket") as line:
        assert (await line.receive_str()).startswith("0")
        ((id, ours),) = wire.phones.lines.items()
        await wire.phones._look_after(id, ours)
        assert not line.closed
        ours.since -= 60
        await wire.phones._look_after(id, ours)
        assert (await line.receive()).type.name in ("CLOSED", "CLOSE", "ERROR")


async def test_a_hand_goes_up_and_down_beside_every_step_and_is_still_up_after_a_reload(wire: Wire) -> None:
    phone = await wire.phone()
    for name, next_name in (("RaiseHand", "LowerHand"), ("LowerHand", "RaiseHand"), ("RaiseHand", "LowerHand")):
        answer = await phone.socket.call("do", {"id": new_token(), "activity": None, "name": name, "args": {}}, namespace="/phone")
        assert answer["ok"]
        await wire.live.settled()
        await until(lambda: [one["command"] for one in phone.mine["my-hand"]["items"].values()] == [next_name])  # noqa: B023
    assert wire.live.session.hands == (phone.person,)
    await wire.host("LowerHand", person=phone.person)
    await until(lambda: "up" in phone.mine["my-hand"]["items"])
    await phone.close()


@pytest.mark.parametrize("name", ["Join", "Leave", "Next", "TakeWheel", "Close", "Say"])
async def test_nothing_but_a_hand_goes_beside_a_step(wire: Wire, name: str) -> None:
    phone = await wire.phone()
    before = wire.live.session.seq
    answer = await phone.socket.call("do", {"id": new_token(), "activity": None, "name": name, "args": {}}, namespace="/phone")
    assert answer["code"] == "bad-message"
    assert wire.live.session.seq == before
    await phone.close()
