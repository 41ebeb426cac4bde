"""Every moment of a workshop with thirty people, as three kinds of projectors show it, light and dark, in real Chromium."""

import asyncio
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, async_playwright

from tests.browser.house import Played
from tests.browser.phones import chromium
from tests.browser.snapshots import Moment
from tests.server import Server, free_port

pytestmark = pytest.mark.browser

MEASURE = (Path(__file__).parent / "measure.js").read_text(encoding="utf-8")
SETTLED = """() => document.fonts.ready.then(() => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(done), 0)))))"""
STILL = """async () => {
  let changes = 0;
  new MutationObserver(() => { changes += 1; }).observe(document.querySelector('.stage'), { subtree: true, attributes: true });
  for (let again = 0, still = 0; again < 300; again += 1, changes = 0) {
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
    still = changes ? 0 : still + 1;
    if (still === 5) return true;
  }
  return false;
}"""
PROJECTORS = [(1920, 1080), (1366, 768), (1024, 768)]
Json = Any
Fault = tuple[str, ...]


@dataclass
class Sights:
    """What was wrong anywhere, how much of the height the lobby's code takes, and what the pages of a full wall said."""

    faults: list[Fault] = field(default_factory=list)
    weak: list[Fault] = field(default_factory=list)
    restless: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    codes: list[float] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    cards: list[set[str]] = field(default_factory=list)


@pytest.fixture(scope="module")
def sights(played: Played, tmp_path_factory: pytest.TempPathFactory) -> Sights:
    """One round through all moments: a page is loaded once and looked at in every size and light."""
    return asyncio.run(_round(played, tmp_path_factory.mktemp("walls")))


def test_a_wall_fits_its_letters_are_large_and_nothing_lies_over_anything(sights: Sights) -> None:
    assert sights.faults == []


def test_a_wall_can_be_read_in_a_bright_room_and_in_the_dark(sights: Sights) -> None:
    assert sights.weak == []


def test_the_code_takes_at_least_two_fifths_of_the_height_in_the_lobby_alone(sights: Sights) -> None:
    assert len(sights.codes) == len(PROJECTORS)
    assert min(sights.codes) >= 0.4


def test_what_does_not_fit_goes_by_in_pages_and_each_shows_others(sights: Sights) -> None:
    (first, second), (one, other) = sights.pages, sights.cards
    assert (first[:2], second[:2]) == ("1 ", "2 ")
    assert one
    assert other
    assert not one & other


def test_a_wall_on_which_nothing_happens_does_nothing(sights: Sights) -> None:
    assert sights.restless == []


def test_no_page_has_an_error(sights: Sights) -> None:
    assert sights.errors == []


async def _round(played: Played, data: Path) -> Sights:
    sights = Sights()
    found = [*played.whole, *(one for one in played.moments if one.name.endswith("world_cafe-done"))]
    shutil.copytree(played.folder, data, dirs_exist_ok=True)
    server = Server(data, free_port(), {"PALABRE_WIFI_NAME": "Salle des fêtes", "PALABRE_WIFI_PASSWORD": "saint-roch"})
    await server.start()
    try:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(**chromium())
            context = await browser.new_context(locale="en-GB", reduced_motion="reduce")
            wall = await context.new_page()
            wall.on("pageerror", lambda error: sights.errors.append(str(error)))
            wall.on("console", lambda said: sights.errors.append(said.text) if said.type == "error" else None)
            wall.on("dialog", lambda dialog: sights.errors.append(dialog.message))
            await wall.goto(f"{server.url}/sign-in?token={server.token}")
            await wall.wait_for_url(f"{server.url}/")
            for moment in found:
                await _look(wall, server, moment, sights)
            await _turn_pages(wall, server, next(one for one in found if one.name.endswith("ideas-done")), sights)
            await browser.close()
    finally:
        await server.stop()
    return sights


async def _look(wall: Page, server: Server, moment: Moment, sights: Sights) -> None:
    await wall.goto(f"{server.url}/wall/{moment.code}?dark=0")
    await wall.locator("h1:visible, p:visible").first.wait_for()
    for size in PROJECTORS:
        await wall.set_viewport_size({"width": size[0], "height": size[1]})
        await wall.evaluate(SETTLED)
        seen, where = await wall.evaluate(MEASURE), f"{moment.name} at {size[0]}x{size[1]}"
        sights.faults += [(where, *fault) for fault in _faults(seen, size[1] / 40)]
        sights.codes += [seen["code"]] if seen["code"] is not None else []
    sights.restless += [] if await wall.evaluate(STILL) else [moment.name]
    for light in ("light", "dark"):
        seen = await wall.evaluate(MEASURE)
        sights.weak += [(moment.name, light, f"{one['contrast']:.1f}", one["text"]) for one in seen["texts"] if one["contrast"] < 7]
        await wall.keyboard.press("d")


def _faults(seen: Json, smallest: float) -> list[Fault]:
    return [
        *([("does not fit",)] if seen["scrolls"] or seen["cut"] else []),
        *(("cut off", one["text"]) for one in seen["texts"] if not one["inside"]),
        *((f"{one['size']:.1f} px", one["text"]) for one in seen["texts"] if one["size"] < smallest - 0.05),
        *(("over another", both) for both in seen["covered"]),
    ]


async def _turn_pages(wall: Page, server: Server, moment: Moment, sights: Sights) -> None:
    await wall.set_viewport_size({"width": 1920, "height": 1080})
    await wall.goto(f"{server.url}/wall/{moment.code}")
    line = wall.locator(".turning[data-page*='/']")
    await line.wait_for()
    for _turn in range(2):
        told = await line.get_attribute("data-page") or ""
        sights.pages.append(told)
        sights.cards.append(set(await wall.locator(".card:visible").all_inner_texts()))
        await wall.wait_for_function("(told) => document.querySelector('.turning').dataset.page !== told", arg=told)
