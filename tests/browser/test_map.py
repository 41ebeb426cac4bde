"""A mind map of three hundred ideas on a wall, in many scripts: measured in real Chromium, with the letters that are really there."""

import asyncio
import sys
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, async_playwright

from tests.browser.maps import MAPS, TITLES
from tests.browser.phones import chromium
from tests.browser.test_walls import MEASURE, SETTLED
from tests.server import Server, free_port

pytestmark = pytest.mark.browser

PROJECTORS = [(1920, 1080), (1366, 768), (1024, 768)]
FOOT = ".page.wall .running { padding-bottom: 16vh !important; }"  # as high as what a wall says below its map
Json = Any


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Json]:
    """What was measured of each map, in each size and light."""
    return asyncio.run(_round(tmp_path_factory.mktemp("map")))


def test_no_label_lies_over_another_and_none_is_cut_off(seen: dict[str, Json]) -> None:
    assert len(seen) == len(MAPS) * len(PROJECTORS) * 2
    assert {where: one["covered"] for where, one in seen.items() if one["covered"]} == {}
    cut = {where: [text["text"] for text in one["texts"] if not text["inside"]] for where, one in seen.items()}
    assert {where: texts for where, texts in cut.items() if texts} == {}
    assert [where for where, one in seen.items() if one["scrolls"] or one["cut"]] == []


def test_letters_are_large_and_stand_out(seen: dict[str, Json]) -> None:
    small = {where: min(text["size"] for text in one["texts"]) for where, one in seen.items()}
    assert [where for where, size in small.items() if size < one_fortieth(where) - 0.05] == []
    assert {(where, text["text"]) for where, one in seen.items() for text in one["texts"] if text["contrast"] < 7} == set()


def test_every_group_has_its_title_and_its_count(seen: dict[str, Json]) -> None:
    for name, groups in (("twelve", 12), ("thirty", 30)):
        said = [text["text"] for text in seen[f"{name} 1366x768 light"]["texts"]]
        assert sum(any(title in one for title in TITLES) for one in said) == groups
        assert sum(one.isdigit() for one in said) == groups + 1  # and of those not yet placed


def one_fortieth(where: str) -> float:
    return int(where.split()[1].partition("x")[2]) / 40


async def _round(data: Path) -> dict[str, Json]:
    seen: dict[str, Json] = {}
    server = Server(data, free_port(), {"PALABRE_GALLERY": "1"}, under=(sys.executable, "-m", "tests.browser.maps"))
    await server.start()
    try:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(**chromium())
            page = await (await browser.new_context(locale="fr-FR", reduced_motion="reduce")).new_page()
            await page.goto(f"{server.url}/sign-in?token={server.token}")
            await page.wait_for_url(f"{server.url}/")
            for name in MAPS:
                for dark, light in (("0", "light"), ("1", "dark")):
                    await page.goto(f"{server.url}/gallery/wall/{name}/0?dark={dark}")
                    seen |= {f"{name} {size} {light}": one for size, one in (await _measured(page)).items()}
            await browser.close()
    finally:
        await server.stop()
    return seen


async def _measured(page: Page) -> dict[str, Json]:
    found = {}
    await page.add_style_tag(content=FOOT)
    await page.locator(".group").first.wait_for()
    for width, height in PROJECTORS:
        await page.set_viewport_size({"width": width, "height": height})
        await page.evaluate(SETTLED)
        found[f"{width}x{height}"] = await page.evaluate(MEASURE)
    return found
