"""Without a pointer: a facilitator, somebody in the room and staff do all that they have to do, and see where they are at every stop."""

import re
from pathlib import Path

import pytest
from playwright.async_api import Page, ViewportSize, expect

from tests.browser.fingers import Fingers
from tests.browser.house import NARROW, House, Played, house

pytestmark = pytest.mark.browser
PHONE: ViewportSize = {"width": 390, "height": 844}


async def test_a_facilitator_holds_a_workshop_by_keyboard(played: Played, tmp_path: Path) -> None:
    async with house(played, tmp_path) as here:
        page = await here.staff()
        fingers = Fingers(page)
        await page.goto(here.at("/"))
        await fingers.press("Consent decision")
        await expect(page.get_by_role("heading", level=1)).to_have_text("Consent decision")
        await fingers.write("The question", "Where do we plant?")
        await fingers.press("Open the room")
        await page.wait_for_url(re.compile("/console/"))
        await expect(page.locator(".next")).to_contain_text("Next: Arrive")
        await page.keyboard.press("ArrowRight")
        await expect(page.locator(".step.now")).to_contain_text("Arrive")
        await page.keyboard.press("Space")
        await expect(page.get_by_role("button", name="Go on", exact=True)).to_be_visible()
        await _drive(page, fingers)
        await _arrange(page, fingers)
        await _finish(page, fingers)


async def _drive(page: Page, fingers: Fingers) -> None:
    await page.keyboard.press("ArrowRight")
    await expect(page.locator(".step.now")).to_contain_text("Consent")
    await fingers.press("To the running step")
    await fingers.write("What is happening?", "Cars drive fast")
    await fingers.write("Why does it matter?", "Children cross here")
    await fingers.press("Show the driver")
    await expect(page.get_by_role("heading", name="Cars drive fast")).to_be_visible()
    await fingers.press("Undo: ")
    await expect(page.get_by_role("heading", name="Cars drive fast")).to_have_count(0)
    await fingers.press("Do it again")
    await expect(page.get_by_role("heading", name="Cars drive fast")).to_be_visible()
    await fingers.press("Notes")
    await fingers.write("What should not be forgotten", "Four came late")
    await fingers.press("Keep the note")
    await expect(page.locator(".note-kept")).to_contain_text("Four came late")


async def _arrange(page: Page, fingers: Fingers) -> None:
    """The questions of the console are answered where the fingers are."""
    await page.keyboard.press("?")
    await expect(page.get_by_text("These keys")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_text("These keys")).to_be_hidden()
    await fingers.press("✓")  # the step before, in the agenda
    await expect(page.get_by_text("is not finished")).to_be_visible()
    await expect(page.get_by_role("button", name="Stay")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("is not finished")).to_be_hidden()
    await expect(page.locator(".step.now")).to_contain_text("Consent")
    await fingers.press("✓")
    await expect(page.get_by_role("button", name="Stay")).to_be_focused()
    await fingers.reach("Go to Arrive", key="Shift+Tab")
    await page.keyboard.press("Enter")
    await expect(page.locator(".step.now")).to_contain_text("Arrive")


async def _finish(page: Page, fingers: Fingers) -> None:
    async with page.context.expect_page() as opened:
        await fingers.press("Record")
    record = Fingers(await opened.value)
    await expect(record.page.get_by_text("Four came late")).to_be_visible()
    async with record.page.expect_download() as download:
        await record.press("Download as Markdown")
    assert "Four came late" in Path(await (await download.value).path()).read_text("utf-8")


async def test_on_a_narrow_console_the_bar_covers_nothing_that_has_the_focus(played: Played, tmp_path: Path) -> None:
    async with house(played, tmp_path) as here:
        page = await here.staff(viewport=NARROW, reduced_motion="reduce")
        fingers = Fingers(page)
        for moment, last in (("01-ideas-begins", "Next: "), ("12-decision-begins", "End the workshop")):
            await page.goto(here.at("console", here.named(moment)))
            await page.locator(".step").first.wait_for()
            await fingers.reach(last)
            assert "Add for somebody" in fingers.stops


async def test_somebody_in_the_room_takes_part_by_keyboard(played: Played, tmp_path: Path) -> None:
    async with house(played, tmp_path) as here:
        phone = await (await here.visitor(viewport=PHONE)).new_page()
        fingers = Fingers(phone)
        await _come_in(fingers, here, "01-ideas-begins", name="Ana")
        await fingers.write("Your idea", "A fountain")
        await fingers.press("Send")
        await expect(phone.get_by_text("A fountain").first).to_be_visible()
        await _come_in(fingers, here, "02-ideas-begins")
        await fingers.press("Support")
        await expect(phone.get_by_role("button", name="Take it back").first).to_be_visible()
        await _come_in(fingers, here, "06-priorities-begins")
        await fingers.press("Give a dot to")
        await expect(phone.get_by_text("Sent ✓").first).to_be_visible()
        await _come_in(fingers, here, "12-decision-begins")
        await _signal(fingers)
        await _leave(fingers)


async def _come_in(fingers: Fingers, here: House, moment: str, name: str = "") -> None:
    await fingers.page.goto(here.at("j", here.named(moment)))
    if name:
        await fingers.write("Your name", name)
    await fingers.press("Come in")
    await expect(fingers.page.get_by_role("heading", level=1)).to_be_focused()


async def _signal(fingers: Fingers) -> None:
    """Consent is one of three options: the arrows choose among them, as everywhere."""
    await fingers.reach("Consent")
    await fingers.page.keyboard.press("ArrowDown")
    await fingers.page.keyboard.press("ArrowUp")
    await fingers.press("Send “Consent”")
    await expect(fingers.page.get_by_text("Sent ✓").first).to_be_visible()


async def _leave(fingers: Fingers) -> None:
    phone = fingers.page
    await fingers.press("Menu")
    await expect(phone.get_by_role("button", name="Raise my hand")).to_be_focused()
    await phone.keyboard.press("Enter")
    await expect(phone.get_by_text("Your hand is up")).to_be_visible()
    await fingers.press("Menu")
    await fingers.press("Leave")
    await expect(phone.get_by_role("heading", name="Leave the workshop?")).to_be_focused()
    await fingers.press("erase")
    await expect(phone.get_by_role("heading", level=1)).to_have_text("You have left.")


async def test_staff_read_the_record_and_keep_the_wall_by_keyboard(played: Played, tmp_path: Path) -> None:
    async with house(played, tmp_path) as here:
        page = await here.staff()
        fingers = Fingers(page)
        await page.goto(here.at("/"))
        await fingers.press("Record")
        await page.wait_for_url(re.compile("/record/"))
        for button, ending in (("Download as Markdown", ".md"), ("Everything as a folder", ".zip")):
            async with page.expect_download() as download:
                await fingers.press(button)
            assert (await download.value).suggested_filename.endswith(ending)
        await fingers.press("Console")
        await page.locator(".step").first.wait_for()
        async with page.context.expect_page() as opened:
            await page.keyboard.press("f")
        await _keep(await opened.value)


async def _keep(wall: Page) -> None:
    """The wall has no stop for the focus: two keys are all that it knows."""
    await wall.locator("h1:visible").first.wait_for()
    await wall.keyboard.press("Tab")
    assert await wall.evaluate("document.activeElement === document.body")
    await wall.keyboard.press("d")
    await expect(wall.locator("html.dim")).to_be_attached()
    await wall.keyboard.press("d")
    await expect(wall.locator("html:not(.dim)")).to_be_attached()
    await wall.keyboard.press("f")
    await wall.wait_for_function("document.fullscreenElement !== null")
    await wall.keyboard.press("f")
    await wall.wait_for_function("document.fullscreenElement === null")
