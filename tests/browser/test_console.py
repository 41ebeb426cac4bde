"""The console in real Chromium: hasty hands, keys and dragging, what a reload leaves, two facilitators and one wheel."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import BrowserContext, Page, ViewportSize, expect

from tests.browser.house import House, standing

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]
LAPTOP: ViewportSize = {"width": 1366, "height": 768}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    """One server for all tests; each has a workshop and a browser window of its own."""
    async with standing(tmp_path_factory.mktemp("console")) as here:
        yield here


@pytest_asyncio.fixture(loop_scope="module")
async def staff(house: House) -> AsyncIterator[BrowserContext]:
    """A browser that is signed in; its first page shows the console of a new consent decision."""
    page = await house.staff(viewport=LAPTOP)
    await page.goto(house.at("/new/consent"))
    await page.get_by_role("button", name="Change the steps first").click()
    await page.get_by_role("link", name="← Console").click()
    await page.wait_for_url("**/console/*")
    yield page.context
    await page.context.close()


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
    await page.get_by_role("button", name="Notes").click()
    note = page.locator(".side textarea")
    await expect(note).to_be_visible()
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


async def titles(page: Page) -> list[str]:
    return await page.locator(".step .name").all_inner_texts()


async def test_a_coming_step_is_moved_by_dragging_and_by_keys(staff: BrowserContext) -> None:
    [page] = staff.pages
    first, second, *_rest = before = await titles(page)
    await page.locator(".step").nth(1).drag_to(page.locator(".step").nth(0))
    await expect(page.locator(".step .name").first).to_have_text(second)
    await page.locator(".step > .button").first.focus()
    await page.keyboard.press("Alt+ArrowDown")
    await expect(page.locator(".step .name").first).to_have_text(first)
    assert await titles(page) == before
    await expect(page.locator(".step > .button").nth(1)).to_be_focused()


async def test_what_was_held_stays_where_it_is(staff: BrowserContext) -> None:
    [page] = staff.pages
    before = await titles(page)
    await page.locator(".next").click()
    await page.locator(".next").get_by_text("Next: Arrive").click()
    await expect(page.locator(".step.now")).to_contain_text(before[0])
    await page.locator(".step > .button").first.focus()
    await page.keyboard.press("Alt+ArrowDown")
    await page.locator(".step > .button").nth(1).focus()
    await page.keyboard.press("Alt+ArrowUp")
    await page.keyboard.press("Space")  # on a button, this presses it: the pause is not meant
    await expect(page.locator(".step.now")).to_contain_text(before[1])
    assert await titles(page) == before


async def test_minutes_are_changed_where_they_stand(staff: BrowserContext) -> None:
    [page] = staff.pages
    await page.get_by_role("button", name="Change times and order").click()
    await page.get_by_role("button", name="One minute more: Arrive").dblclick()
    await expect(page.locator(".step").first.locator(".arrange .soft")).to_have_text("7 min")


async def test_a_reload_finds_the_drawer_the_draft_and_the_place_again(staff: BrowserContext) -> None:
    [page] = staff.pages
    await page.locator(".next").click()
    await page.locator(".rail").get_by_text("Consent").click()
    await expect(page.locator(".screen textarea").first).to_be_visible()
    await page.get_by_role("button", name="Notes").click()
    note = page.locator(".side textarea")
    await expect(note).to_be_visible()  # what is not shown yet takes no letters
    await note.press_sequentially("Two came late")
    await expect(note).to_have_value("Two came late")
    sheet = page.locator(".stage-sheet")
    await sheet.evaluate("sheet => { sheet.scrollTop = 120; }")
    where = await sheet.evaluate("sheet => sheet.scrollTop")
    assert where > 0
    await page.reload()
    await expect(page.locator(".side textarea")).to_have_value("Two came late")
    await expect(page.get_by_role("button", name="Notes")).to_have_attribute("aria-pressed", "true")
    await page.wait_for_function("where => document.querySelector('.stage-sheet').scrollTop === where", arg=where)


async def test_the_sound_is_off_until_it_is_wanted_and_comes_once_at_the_end(staff: BrowserContext) -> None:
    [page] = staff.pages
    await page.locator(".next").click()
    await page.locator(".next").get_by_text("Next: Arrive").click()
    await page.get_by_label("More on the time").click()
    sound = page.get_by_role("button", name="A soft sound at the end")
    await expect(sound).to_have_attribute("aria-pressed", "false")
    await sound.click()
    heard = await page.evaluate("document.documentElement.dataset.chimed")
    for _minute in range(5):
        await page.get_by_role("button", name="−1 min").click()
    await expect(page.locator(".step-head .ring")).to_contain_text("0:00")
    await page.wait_for_function("heard => Number(document.documentElement.dataset.chimed) > Number(heard)", arg=heard)


async def test_two_facilitators_one_wheel(staff: BrowserContext) -> None:
    [first] = staff.pages
    await first.locator(".next").get_by_text("Open the room").click()
    await first.get_by_text("Invite a co-facilitator").click()
    await first.get_by_label("Their name", exact=True).fill("Bea")
    await first.get_by_role("button", name="Make a link").click()
    link = await first.get_by_label("The link").input_value()
    assert staff.browser is not None
    other = await staff.browser.new_context(viewport=LAPTOP, locale="en-GB")
    second = await other.new_page()
    await second.goto(link)
    await second.wait_for_url("**/console/*")
    await expect(second.get_by_text("Facilitator 1 drives.")).to_be_visible()
    await second.keyboard.press("ArrowRight")
    await second.get_by_role("button", name="Take the wheel").click()
    await expect(first.get_by_text("Bea drives.")).to_be_visible()
    await expect(first.locator(".next")).to_contain_text("Next: Arrive")
    await first.keyboard.press("ArrowRight")
    await second.keyboard.press("ArrowRight")
    await expect(first.locator(".step.now")).to_contain_text("Arrive")
    await expect(second.locator(".next")).to_contain_text("Next: Consent")
    await second.get_by_role("button", name="Hand over").click()
    await expect(first.get_by_text("You have the wheel now; Bea had it.")).to_be_visible()
    await other.close()
