"""A tablet on which nothing is dragged: steps are put elsewhere, and last longer, by taps on what is large enough for a finger."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Locator, Page, expect

from tests.browser.house import House, standing

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]
TABLETS = [(1024, 768), (768, 1024)]
FINGER = 44


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    """One server for all tests; each has a tablet and a workshop of its own."""
    async with standing(tmp_path_factory.mktemp("touch")) as here:
        yield here


@pytest_asyncio.fixture(loop_scope="module", params=TABLETS, ids=["wide", "tall"])
async def tablet(request: pytest.FixtureRequest, house: House) -> AsyncIterator[Page]:
    """A tablet with the agenda of a new workshop."""
    width, height = request.param
    page = await house.staff(viewport={"width": width, "height": height}, has_touch=True)
    await page.goto(house.at("/"))
    await page.get_by_role("link", name="From ideas to a consent decision").first.tap()
    await page.get_by_role("button", name="Change the steps first").tap()
    await page.wait_for_url("**/agenda/*")
    yield page
    await page.context.close()


async def large(target: Locator) -> Locator:
    """What is to be tapped, once it is seen to be large enough."""
    await target.scroll_into_view_if_needed()
    box = await target.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= FINGER
    return target


async def test_a_plan_is_arranged_by_taps_alone(tablet: Page) -> None:
    titles = tablet.locator(".plan-step .title")
    await expect(titles).to_have_text(["Arrive", "Ideas", "Grouping", "Priorities", "Consent"])
    first = tablet.locator(".plan-step").first
    await (await large(first.get_by_role("button", name="Move down"))).tap()
    await expect(titles).to_have_text(["Ideas", "Arrive", "Grouping", "Priorities", "Consent"])
    await (await large(tablet.locator(".plan-step").nth(1).get_by_role("button", name="Move up"))).tap()
    await expect(titles).to_have_text(["Arrive", "Ideas", "Grouping", "Priorities", "Consent"])


async def test_coming_steps_are_arranged_at_the_console_by_taps_alone(tablet: Page) -> None:
    await tablet.get_by_role("link", name="← Console").tap()
    names = tablet.locator(".step .name")
    await expect(names.first).to_have_text("Arrive")
    await (await large(tablet.get_by_role("button", name="Change times and order"))).tap()
    await (await large(tablet.get_by_role("button", name="Later: Arrive"))).tap()
    await expect(names).to_have_text(["Ideas", "Arrive", "Grouping", "Priorities", "Consent"])
    await (await large(tablet.get_by_role("button", name="Earlier: Arrive"))).tap()
    await expect(names.first).to_have_text("Arrive")
    await (await large(tablet.get_by_role("button", name="One minute more: Ideas"))).tap()
    await expect(tablet.locator(".step").nth(1).locator(".arrange .soft")).to_have_text("13 min")
