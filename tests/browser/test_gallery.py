"""The gallery: every block in every renderer, and only where the settings ask for it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from tests.browser.house import House, standing
from workshop.blocks import KINDS
from workshop.pages.gallery.samples import PAIRS

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    """One server for all tests that look at the gallery."""
    async with standing(tmp_path_factory.mktemp("gallery"), PALABRE_GALLERY="1") as here:
        yield here


@pytest_asyncio.fixture(loop_scope="module")
async def page(house: House) -> AsyncIterator[Page]:
    """Somebody who has signed in; no page may have an error."""
    errors: list[str] = []
    page = await house.staff(locale="fr-FR")
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    await page.context.close()
    assert errors == []


async def test_the_phones_of_the_gallery_draw_every_kind_of_block(house: House, page: Page) -> None:
    for kind in KINDS:
        for number in (0, 1):
            await page.goto(house.at(f"/gallery/phone/{kind}/{number}"))
            await expect(page.locator(".page")).to_be_visible()
            await expect(page.get_by_text("Cette partie ne peut pas être affichée ici.")).to_have_count(0)


async def test_a_kind_is_shown_on_a_phone_a_wall_a_console_and_as_markdown(house: House, page: Page) -> None:
    await page.goto(house.at("/gallery?kind=tally&dark=1"))
    await expect(page.locator(".kind")).to_have_count(1)
    for seat in ("phone", "wall", "console"):
        frame = page.frame_locator(f".seat-{seat} iframe").first
        await expect(frame.get_by_text("Trees")).to_be_visible()
        await expect(frame.locator("html")).to_have_css("color-scheme", "dark")
    await expect(page.locator(".markdown").first).to_contain_text("Trees")


async def test_every_kind_has_its_place_in_it(house: House, page: Page) -> None:
    assert {block.kind for pair in PAIRS for block in pair} == set(KINDS)
    await page.goto(house.at("/gallery"))
    await expect(page.locator(".kind h2")).to_have_text(list(KINDS))


async def test_it_is_not_there_unless_it_is_asked_for(tmp_path: Path) -> None:
    async with standing(tmp_path) as here:
        page = await here.staff()
        for path in ("/gallery", "/gallery/phone/tally/0", "/gallery/wall/tally/0"):
            answer = await page.goto(here.at(path))
            assert answer is not None
            assert answer.status == 404
