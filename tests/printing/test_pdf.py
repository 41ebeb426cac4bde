"""The sheets as they come out of a printer: PDF made by a real Chromium, and the codes on them read back."""

import io
import re
from collections.abc import AsyncIterator

import httpx
import pytest
import zxingcpp
from PIL import Image
from playwright.async_api import Page, Route, async_playwright

from tests.browser.phones import chromium
from workshop.live import Live

pytestmark = pytest.mark.browser

SITE = "http://testserver"
CUT_OFF = """(all) => all.filter((it) => it.scrollHeight > it.clientHeight + 1 || it.scrollWidth > it.clientWidth + 1)
  .map((it) => `${it.className} ${it.textContent}`)"""


@pytest.fixture
async def page(press: httpx.AsyncClient) -> AsyncIterator[Page]:
    """A page of a browser that reaches nothing but the print page."""

    async def answer(route: Route) -> None:
        found = await press.get(route.request.url.removeprefix(SITE))
        await route.fulfill(status=found.status_code, headers=dict(found.headers), body=found.content)

    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(**chromium())
        page = await browser.new_page(viewport={"width": 1024, "height": 1200})
        await page.route("**/*", answer)
        yield page
        await browser.close()


async def open_page(page: Page, live: Live, show: str, people: int = 43) -> None:
    await page.goto(f"{SITE}/print/{live.row.code}?show={show}&people={people}")
    await page.emulate_media(media="print")
    await page.evaluate("document.fonts.ready.then(() => true)")


async def sheets_in_print(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", await page.pdf(prefer_css_page_size=True)))


async def read_codes(page: Page) -> list[str]:
    """What a scanner reads from each code, on paper without colours."""
    codes = []
    for drawing in await page.locator(".code").all():
        picture = Image.open(io.BytesIO(await drawing.screenshot())).convert("L")
        codes += [found.text for found in zxingcpp.read_barcodes(picture)]
    return codes


@pytest.mark.parametrize(("show", "sheets"), [("poster", 1), ("tables", 11), ("badges", 5), ("plan", 1), ("cards", 1)])
async def test_each_kind_takes_its_sheets_nothing_is_cut_off_and_no_control_is_printed(
    page: Page, live: Live, show: str, sheets: int
) -> None:
    await open_page(page, live, show)
    assert await sheets_in_print(page) == sheets == await page.locator(".sheet").count()
    assert await page.locator(".sheet, .badge, .half, .card").evaluate_all(CUT_OFF) == []
    assert await page.get_by_role("button").count() == 0


async def test_the_poster_leads_into_the_workshop_and_the_wifi(page: Page, live: Live) -> None:
    await open_page(page, live, "poster")
    assert await read_codes(page) == [f"http://palabre.example/j/{live.row.code}", "WIFI:T:WPA;S:Salle des fêtes;P:geheim;;"]
    assert f"/ {live.row.code[:3]} {live.row.code[3:]}" in await page.locator(".typed").inner_text()


async def test_the_card_of_a_table_leads_to_the_door_for_its_device(page: Page, live: Live) -> None:
    await open_page(page, live, "tables", 8)
    assert await read_codes(page) == [f"http://palabre.example/j/{live.row.code}?table={table}" for table in (1, 2)]


async def test_it_is_printed_when_the_server_is_gone(page: Page, live: Live) -> None:
    await open_page(page, live, "badges", 12)
    await page.unroute_all()
    await page.route("**/*", lambda route: route.abort())
    assert await sheets_in_print(page) == 2


async def test_a_plan_for_many_goes_on_further_sheets(page: Page, live: Live) -> None:
    await open_page(page, live, "plan", 130)
    assert await sheets_in_print(page) == 3
    assert await page.locator("tbody tr").count() == 130
