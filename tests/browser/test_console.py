"""The console under hasty hands, in real Chromium: double clicks, keys held down, two facilitators at once."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import BrowserContext, async_playwright, expect

from tests.server import Server, free_port

CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-component-update"]

pytestmark = pytest.mark.browser


@pytest.fixture
async def staff(tmp_path: Path) -> AsyncIterator[BrowserContext]:
    """A browser that is signed in; its first page shows the console of a new consent decision."""
    server = Server(tmp_path, free_port())
    await server.start()
    async with async_playwright() as playwright:
        program = next(path for path in CHROMIUM if Path(path).exists())
        browser = await playwright.chromium.launch(executable_path=program, args=QUIET)
        context = await browser.new_context(viewport={"width": 1366, "height": 768}, locale="en-GB")
        page = await context.new_page()
        await page.goto(f"{server.url}/sign-in?token={server.token}")
        await page.get_by_role("link", name="Consent decision", exact=True).click()
        await page.get_by_role("button", name="Change the steps first").click()
        await page.get_by_role("link", name="← Console").click()
        await page.wait_for_url("**/console/*")
        yield context
        await browser.close()
    await server.stop()


async def test_hasty_hands_go_one_step_at_a_time(staff: BrowserContext) -> None:
    [page] = staff.pages
    forward = page.locator(".next")
    await forward.get_by_text("Open the room").dblclick()
    await expect(forward).to_contain_text("Next: Arrive")
    for _held in range(4):  # a key that is held down repeats
        await page.keyboard.down("ArrowRight")
    await page.keyboard.up("ArrowRight")
    await expect(page.locator(".step.now")).to_contain_text("Arrive")
    await expect(forward).to_contain_text("Next: Consent")


async def test_two_presses_on_one_more_minute_give_two(staff: BrowserContext) -> None:
    [page] = staff.pages
    await page.locator(".next").click()
    await page.locator(".rail").get_by_text("Arrive").click()
    await page.get_by_role("button", name="Pause").click()
    await expect(page.locator(".ring")).to_contain_text("4:")
    await page.get_by_role("button", name="+1 min").dblclick()
    await expect(page.locator(".ring")).to_contain_text("6:")


async def test_undo_has_its_key_with_and_without_capitals(staff: BrowserContext) -> None:
    [page] = staff.pages
    await page.locator(".next").click()
    await page.locator(".rail").get_by_text("Consent").click()
    for key in ("u", "U"):
        await page.locator("[name=happens]").fill("Cars drive fast")
        await page.get_by_role("button", name="Show the driver").click()
        await expect(page.locator(".screen h1")).to_have_text("Cars drive fast")
        await page.locator("body").press(key)
        await expect(page.locator(".screen h1")).not_to_have_text("Cars drive fast")


async def test_keys_do_nothing_while_somebody_writes(staff: BrowserContext) -> None:
    [page] = staff.pages
    note = page.locator(".side textarea")
    await note.press_sequentially("Four came late? ")
    await note.press("ArrowRight")
    await expect(note).to_have_value("Four came late? ")
    await expect(page.locator(".next")).to_contain_text("Open the room")
    await expect(page.get_by_text("These keys")).to_be_hidden()


async def test_the_question_mark_shows_the_keys(staff: BrowserContext) -> None:
    [page] = staff.pages
    await page.locator("body").press("?")
    await expect(page.get_by_text("These keys")).to_be_visible()
    await page.locator("body").press("?")
    await expect(page.get_by_text("These keys")).to_be_hidden()


async def test_what_one_facilitator_types_stays_when_another_changes_the_same_form(staff: BrowserContext) -> None:
    [first] = staff.pages
    second = await staff.new_page()
    await second.goto(first.url)
    await second.locator(".next").get_by_text("Open the room").click()
    await second.locator(".rail").get_by_text("Consent").click()
    await first.locator("[name=matters]").press_sequentially("Children cross here")
    await second.locator("[name=happens]").fill("Cars drive fast")
    await second.get_by_role("button", name="Show the driver").click()
    await expect(first.locator("[name=happens]")).to_have_value("Cars drive fast")
    await expect(first.locator("[name=matters]")).to_have_value("Children cross here")
    await expect(first.locator("[name=matters]")).to_be_focused()
