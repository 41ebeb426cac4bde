"""A phone in real Chromium, a real server, and a bad network between them: nothing is lost, nothing is said twice."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.async_api import BrowserContext, Page, Route, WebSocket, WebSocketRoute, async_playwright, expect

from tests.browser.flapping import flap
from tests.browser.phones import DELIVERED, chromium
from tests.load.proxy import Proxy
from tests.load.room import database, prepared
from tests.server import Server, free_port
from workshop.store.store import open_store

pytestmark = pytest.mark.browser


@dataclass
class Street:
    """A server, the network before it, and a browser at the other end."""

    data: Path
    code: str
    server: Server
    network: Proxy
    context: BrowserContext
    blocked: set[str] = field(default_factory=set)
    ways: list[str] = field(default_factory=list)
    welcomed: asyncio.Event = field(default_factory=asyncio.Event)

    async def block(self, *ways: str) -> None:
        """Lets neither of these through, until `blocked` is cleared."""
        self.blocked.update(ways)
        await self.context.route_web_socket("**/live/**", self._websocket)
        await self.context.route("**/live/socket.io/**", self._polling)

    async def phone(self) -> Page:
        """Somebody who is in; `ways` tells by which way each of their commands went, `welcomed` that a websocket was welcome."""
        page = await self.context.new_page()
        page.set_default_timeout(40_000)
        page.on("request", lambda request: self._note("plain" if "/plain/" in request.url else "polling", request.post_data))
        page.on("websocket", self._listen)
        await page.goto(f"http://127.0.0.1:{self.network.port}/j/{self.code}")
        await page.get_by_role("button", name="Come in").click()
        await page.locator("form textarea").wait_for(timeout=40_000)
        return page

    def _note(self, way: str, sent: str | bytes | None) -> None:
        if isinstance(sent, str) and '"do"' in sent:
            self.ways.append(way)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framesent", lambda frame: self._note("websocket", frame))
        socket.on("framereceived", lambda frame: self.welcomed.set() if '"welcome"' in str(frame) else None)

    def _websocket(self, socket: WebSocketRoute) -> None:
        if "websocket" not in self.blocked:
            socket.connect_to_server()

    async def _polling(self, route: Route) -> None:
        await (route.abort() if "polling" in self.blocked else route.continue_())

    def said(self) -> list[str]:
        """The ideas in the log."""
        store = open_store(database(self.data))
        row = store.find(self.code)
        assert row is not None
        entries = store.entries(row.id)
        store.close()
        return [str((entry.payload or {})["text"]) for entry in entries if "text" in (entry.payload or {})]


@pytest.fixture
async def street(tmp_path: Path) -> AsyncIterator[Street]:
    code = await prepared(tmp_path)
    server = Server(tmp_path, free_port())
    await server.start()
    network = Proxy(server.port)
    await network.start()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(**chromium())
        context = await browser.new_context(viewport={"width": 390, "height": 844}, locale="en-GB")
        yield Street(tmp_path, code, server, network, context)
        await browser.close()
    await network.close()
    await server.stop()


async def write(phone: Page, text: str) -> None:
    await phone.locator("form textarea").fill(text)
    await phone.get_by_role("button", name="Send", exact=True).click()


async def test_a_server_that_is_killed_gets_what_was_said_meanwhile_when_it_is_back(street: Street) -> None:
    phone = await street.phone()
    status = phone.locator(".status")
    await write(phone, "Bees")
    await expect(status).to_have_text(DELIVERED)
    await street.server.kill()
    await expect(status).to_have_text("▲ Waiting for the network")
    await write(phone, "Trees")
    await write(phone, "A well")
    await expect(status).to_have_text("▲ Waiting: 2 not sent")
    await phone.locator("form textarea").fill("A table to pl")
    await street.server.start()
    await expect(status).to_have_text(DELIVERED, timeout=40_000)
    await expect(phone.locator(".status")).to_have_text(DELIVERED)
    await expect(phone.locator("form textarea")).to_have_value("A table to pl")
    assert street.said() == ["Bees", "Trees", "A well"]


async def test_an_acknowledgement_that_is_swallowed_makes_nothing_twice(street: Street) -> None:
    phone = await street.phone()
    for wire in street.network.wires:
        wire.swallow()
    await write(phone, "Bees")
    await write(phone, "Trees")
    await expect(phone.locator(".status")).to_have_text(DELIVERED, timeout=40_000)
    await expect(phone.locator(".status")).to_have_text("● Connected")
    assert street.network.swallowed == 1
    assert street.said() == ["Bees", "Trees"]


async def test_a_network_that_freezes_and_thaws(street: Street) -> None:
    phone = await street.phone()
    frozen = tuple(street.network.wires)
    for wire in frozen:
        wire.freeze()
    await write(phone, "Bees")
    await expect(phone.locator(".status")).to_have_text("▲ Waiting: 1 not sent")
    for wire in frozen:
        wire.thaw()
    await expect(phone.locator(".status")).to_have_text(DELIVERED)
    assert street.said() == ["Bees"]


async def test_a_line_that_only_the_phone_believes_in_is_replaced(street: Street) -> None:
    phone = await street.phone()
    for wire in tuple(street.network.wires):
        wire.half_open("phone")
    await write(phone, "Bees")
    await expect(phone.locator(".status")).to_have_text("▲ Waiting: 1 not sent")
    await expect(phone.locator(".status")).to_have_text(DELIVERED, timeout=40_000)
    assert street.said() == ["Bees"]


async def test_cuts_without_end_while_somebody_writes(street: Street) -> None:
    phone = await street.phone()
    texts = [f"Idea {number}" for number in range(12)]
    for text in texts:
        await write(phone, text)
        for wire in tuple(street.network.wires):
            wire.cut()
    await expect(phone.locator(".status")).to_have_text(DELIVERED, timeout=40_000)
    assert street.said() == texts


async def test_where_websockets_fail_polling_carries(street: Street) -> None:
    await street.block("websocket")
    phone = await street.phone()
    await write(phone, "Bees")
    await expect(phone.locator(".status")).to_have_text(DELIVERED)
    assert street.ways[-1] == "polling"
    assert street.said() == ["Bees"]


async def test_where_polling_fails_too_plain_requests_carry_and_the_socket_comes_back(street: Street) -> None:
    await street.block("websocket", "polling")
    await street.context.clock.install()
    phone = await street.phone()
    await write(phone, "Bees")
    await expect(phone.locator(".status")).to_have_text(DELIVERED)
    await expect(phone.get_by_text("Bees", exact=True).first).to_be_visible()
    assert street.ways[-1] == "plain"

    await street.server.kill()
    await write(phone, "Trees")
    await expect(phone.locator(".status")).to_have_text("▲ Waiting: 1 not sent")
    await street.server.start()
    await expect(phone.locator(".status")).to_have_text(DELIVERED, timeout=40_000)

    street.blocked.clear()
    await phone.clock.fast_forward("01:31")
    async with asyncio.timeout(40):
        await street.welcomed.wait()
    await write(phone, "A well")
    await expect(phone.locator(".status")).to_have_text(DELIVERED)
    assert street.ways[-1] == "websocket"
    assert street.said() == ["Bees", "Trees", "A well"]


async def test_a_network_that_flaps_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    found = await flap(tmp_path, faults=14)
    assert found.written > 20
    assert (found.lost, found.doubled) == (0, 0)
    assert found.sending_s < 2, found
