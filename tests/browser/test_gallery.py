"""The gallery: every block in every renderer, and only where the settings ask for it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Page, async_playwright, expect

from tests.browser.phones import chromium
from tests.server import Server, free_port
from workshop.blocks import KINDS
from workshop.pages.gallery.samples import PAIRS

pytestmark = pytest.mark.browser


@asynccontextmanager
async def signed_in(data: Path, **environment: str) -> AsyncIterator[tuple[Page, str, list[str]]]:
    """Somebody who has signed in, the address of the server, and the errors of the pages."""
    server, errors = Server(data, free_port(), environment), list[str]()
    await server.start()
    try:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(**chromium())
            page = await browser.new_page(locale="fr-FR")
            page.on("pageerror", lambda error: errors.append(str(error)))
            await page.goto(f"{server.url}/sign-in?token={server.token}")
            await page.wait_for_url(f"{server.url}/")
            yield page, server.url, errors
            await browser.close()
    finally:
        await server.stop()


async def test_the_phones_of_the_gallery_draw_every_kind_of_block(tmp_path: Path) -> None:
    async with signed_in(tmp_path, PALABRE_GALLERY="1") as (page, url, errors):
        for kind in KINDS:
            for number in (0, 1):
                await page.goto(f"{url}/gallery/phone/{kind}/{number}")
                await expect(page.locator(".page")).to_be_visible()
                await expect(page.get_by_text("Cette partie ne peut pas être affichée ici.")).to_have_count(0)
        assert errors == []


async def test_a_kind_is_shown_on_a_phone_a_wall_a_console_and_as_markdown(tmp_path: Path) -> None:
    async with signed_in(tmp_path, PALABRE_GALLERY="1") as (page, url, errors):
        await page.goto(f"{url}/gallery?kind=tally&dark=1")
        await expect(page.locator(".kind")).to_have_count(1)
        for seat in ("phone", "wall", "console"):
            frame = page.frame_locator(f".seat-{seat} iframe").first
            await expect(frame.get_by_text("Trees")).to_be_visible()
            await expect(frame.locator("html")).to_have_css("color-scheme", "dark")
        await expect(page.locator(".markdown").first).to_contain_text("Trees")
        assert errors == []


async def test_every_kind_has_its_place_in_it(tmp_path: Path) -> None:
    assert {block.kind for pair in PAIRS for block in pair} == set(KINDS)
    async with signed_in(tmp_path, PALABRE_GALLERY="1") as (page, url, _errors):
        await page.goto(f"{url}/gallery")
        await expect(page.locator(".kind h2")).to_have_text(list(KINDS))


async def test_it_is_not_there_unless_it_is_asked_for(tmp_path: Path) -> None:
    async with signed_in(tmp_path) as (page, url, _errors):
        for path in ("/gallery", "/gallery/phone/tally/0", "/gallery/wall/tally/0"):
            answer = await page.goto(f"{url}{path}")
            assert answer is not None
            assert answer.status == 404
