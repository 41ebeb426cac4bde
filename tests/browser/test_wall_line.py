"""A wall is left alone for hours: it comes back by itself, stays as dark as it was, and moves what moves."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Page, ViewportSize, expect

from tests.browser.house import House, standing
from tests.browser.snapshots import TEMPLATE
from workshop.agenda import load
from workshop.background import Background
from workshop.messages import Command, new_token
from workshop.method import Role
from workshop.registry import discover
from workshop.rooms import Rooms
from workshop.store.store import open_store
from workshop.turn import FACILITATOR, Actor

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]
LAPTOP: ViewportSize = {"width": 1366, "height": 768}


async def held(data: Path, *, hands: int = 0) -> str:
    """A workshop in its first step, kept in a data folder."""
    store, background = open_store(f"sqlite:///{data / 'palabre.sqlite'}"), Background()
    rooms = Rooms(store, discover(), lambda: 1_790_000_000_000, background)
    live = await rooms.create(load(TEMPLATE, rooms.registry.methods))
    for name in ("OpenRoom", "Next"):
        await live.submit(FACILITATOR, Command(new_token(), None, name, {}))
    for number in range(hands):
        for name in ("Join", "RaiseHand"):
            await live.submit(Actor(f"p{number}", Role.PARTICIPANT), Command(new_token(), None, name, {}))
    await rooms.close()
    background.close()
    store.close()
    return live.row.code


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the one server for all tests; what is held is kept there before it starts."""
    return tmp_path_factory.mktemp("walls")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def calm(data: Path) -> str:
    """A workshop in which nobody raises a hand."""
    return await held(data)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def lively(data: Path) -> str:
    """A workshop in which two people do."""
    return await held(data, hands=2)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(data: Path, calm: str, lively: str) -> AsyncIterator[House]:
    """One server for all tests; each has a browser window of its own."""
    async with standing(data) as here:
        yield here


async def opened(house: House, code: str, query: str = "") -> Page:
    """The wall, by somebody who has signed in."""
    page = await house.staff(viewport=LAPTOP)
    await page.goto(house.at(f"/wall/{code}{query}"))
    await expect(page.get_by_text("Step 1 of 5")).to_be_visible()
    await page.wait_for_function("() => window.socket?.connected")
    return page


async def test_the_light_is_remembered_and_a_double_click_fills_the_screen(house: House, calm: str) -> None:
    wall = await opened(house, calm)
    assert not await wall.evaluate(DARK)
    await wall.keyboard.press("d")
    await wall.reload()
    await expect(wall.get_by_text("Step 1 of 5")).to_be_visible()
    assert await wall.evaluate(DARK)
    for filled in ("true", "false"):
        await wall.locator(".screen").dblclick()
        await wall.wait_for_function(f"() => !!document.fullscreenElement === {filled}")


DARK = "getComputedStyle(document.documentElement).colorScheme === 'dark'"
CARDS = """() => { const list = document.createElement('div');
  list.className = 'cards list piece';
  for (const text of ['Trees', 'Benches'])
    list.append(Object.assign(document.createElement('div'), { className: 'card', id: text, textContent: text }));
  document.querySelector('.screen').append(list); }"""
SWAPPED = "() => document.getElementById('Trees').before(document.getElementById('Benches'))"
MOVING = "() => document.getElementById('Trees').getAnimations().some((one) => /translate/.test(one.effect.getKeyframes()[0].transform))"


async def test_what_stands_elsewhere_goes_there_and_stays_still_for_those_who_prefer_it(house: House, calm: str) -> None:
    wall = await opened(house, calm)
    await wall.evaluate(CARDS)
    await wall.wait_for_function("() => document.getElementById('Trees').getAnimations().length")  # it appears
    await wall.evaluate(SWAPPED)
    await wall.wait_for_function(MOVING)
    await wall.wait_for_function("() => document.getAnimations().length === 0")
    await wall.emulate_media(reduced_motion="reduce")
    await wall.evaluate("() => document.getElementById('Benches').before(document.getElementById('Trees'))")
    await wall.evaluate("() => new Promise((done) => setTimeout(() => requestAnimationFrame(done), 0))")
    assert not await wall.evaluate(MOVING)


async def test_raised_hands_are_counted_and_nobody_is_named(house: House, lively: str) -> None:
    wall = await opened(house, lively)
    await expect(wall.get_by_text("2 hands raised")).to_be_visible()


async def test_a_wall_keeps_its_picture_while_the_server_is_away_and_comes_back(house: House, calm: str) -> None:
    wall = await opened(house, calm, "?dark=1")
    failed: list[str] = []
    wall.on("requestfailed", lambda request: failed.append(request.url) if request.is_navigation_request() else None)
    loaded = await wall.evaluate("() => window.documentId")
    for _time in range(2):
        await house.server.kill()
        await wall.wait_for_function("() => document.body.classList.contains('away')")
        await expect(wall.get_by_text("The connection comes back by itself…")).to_be_visible()
        await expect(wall.get_by_text("In one word: how do you arrive today?")).to_be_visible()
        await house.server.start()
        await wall.wait_for_function(
            "(before) => window.documentId && window.documentId !== before && window.socket?.connected", arg=loaded
        )
        loaded = await wall.evaluate("() => window.documentId")
        await expect(wall.get_by_text("In one word: how do you arrive today?")).to_be_visible()
        await wall.wait_for_function(f"() => !document.body.classList.contains('away') && {DARK}")
    assert failed == []
