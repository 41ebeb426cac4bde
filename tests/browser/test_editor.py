"""A stranger with nothing but a keyboard builds a workshop, opens the room, and a phone is asked its question."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from tests.browser.house import House, standing
from tests.server import free_port

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    """One server for all tests."""
    port = free_port()
    async with standing(tmp_path_factory.mktemp("editor"), "--public-url", f"http://127.0.0.1:{port}", port=port) as here:
        yield here


@pytest_asyncio.fixture(loop_scope="module")
async def page(house: House) -> AsyncIterator[Page]:
    """A browser that has just been signed in; no page may have an error."""
    faults: list[str] = []
    page = await house.staff(viewport={"width": 1366, "height": 768})
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    await page.goto(house.at("/"))
    await expect(page.get_by_role("heading", name="What will you hold?")).to_be_visible()
    yield page
    await page.context.close()
    assert faults == []


async def tab_to(page: Page, name: str, role: str = "", back: bool = False) -> None:
    """Presses Tab until what has this name has the focus: it must be reached within a page's worth of stops."""
    for _press in range(120):
        await page.keyboard.press("Shift+Tab" if back else "Tab")
        focused = page.locator(":focus")
        if not await focused.count():
            continue
        said = await focused.evaluate("(e) => [e.getAttribute('aria-label') || e.labels?.[0]?.innerText || e.innerText, e.tagName]")
        if said[0].strip().startswith(name) and (not role or said[1] == role):
            return
    raise AssertionError(f"{name} was not reached by keyboard")


async def choose(page: Page, name: str, title: str) -> None:
    """Adds a step: the focus goes to it, open."""
    await tab_to(page, name, "BUTTON")
    await page.keyboard.press("Enter")
    await expect(page.locator("details[open] > summary:focus")).to_contain_text(title)


async def test_a_workshop_of_three_steps_by_keyboard_only(house: House, page: Page) -> None:
    await tab_to(page, "Build your own")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Choose a first step below.")).to_be_visible()
    await tab_to(page, "The question")
    await page.keyboard.type("Where do we plant trees?")

    await choose(page, "Dot vote", "No step before this one yields")
    await tab_to(page, "Dots for each person")
    await page.keyboard.press("Control+A")
    await page.keyboard.type("5")
    await choose(page, "Brainstorm", "Brainstorm")
    await page.keyboard.press("Alt+ArrowUp")
    await expect(page.locator(".plan-step").first).to_contain_text("Brainstorm")
    await expect(page.locator(".plan-step").nth(1)).to_contain_text("takes the ideas of “Brainstorm”")
    await expect(page.locator("summary:focus")).to_contain_text("Brainstorm")
    await tab_to(page, "Minutes")
    await page.keyboard.press("Control+A")
    await page.keyboard.type("20")
    await tab_to(page, "Hide the ideas until you show them")
    await page.keyboard.press("Space")
    await choose(page, "Check-in", "Check-in")
    await tab_to(page, "People answer with")
    await page.keyboard.press("ArrowDown")

    await expect(page.locator(".bar")).to_contain_text("33 minutes")  # 20, 8 for dots and 5 to check in
    await page.reload()  # nothing that was typed is lost
    await expect(page.get_by_label("The question")).to_have_value("Where do we plant trees?")
    await tab_to(page, "Open the room", "BUTTON")
    await page.keyboard.press("Enter")
    await page.wait_for_url(re.compile("/console/"))
    code = page.url.rsplit("/", 1)[-1]

    phone = await (await house.visitor(viewport={"width": 390, "height": 844})).new_page()
    await phone.goto(house.at(f"/j/{code}"))
    await expect(phone.get_by_text("Where do we plant trees?").first).to_be_visible()
    await page.goto(house.at(f"/agenda/{code}"))
    await expect(page.get_by_label("Dots for each person")).to_have_value("5")
    await expect(page.get_by_label("Hide the ideas until you show them")).to_be_checked()
    await expect(page.get_by_label("People answer with")).to_have_value("sentence")


async def test_a_stranger_has_a_room_after_two_presses_and_one_sentence(page: Page) -> None:
    await page.get_by_role("link", name="Retrospective").click()
    await page.get_by_label("The question").fill("What do we keep?")
    await page.keyboard.press("Enter")
    await page.wait_for_url(re.compile("/console/"))
    wall = await page.context.new_page()
    await wall.goto(page.url.replace("/console/", "/wall/"))
    await expect(wall.locator(".join-code")).to_be_visible()
    await expect(wall.get_by_role("heading", name="What do we keep?")).to_be_visible()


async def test_a_step_is_dragged_and_a_file_is_read_into_the_page(house: House, page: Page) -> None:
    await page.goto(house.at("/template/retrospective"))
    await page.locator(".grip").nth(2).drag_to(page.locator(".plan-step").nth(0))
    await expect(page.locator(".plan-step .title").first).to_have_text("Change")
    await page.get_by_text("Use a file instead").click()
    text = '[[steps]]\nid = "one"\nmethod = "brainstorm"\ntitle = "Ideas"\nminutes = {}\n'
    for minutes, shown in ((0, "File, line 6: steps.0.minutes"), (33, "33 minutes")):
        file = f'title = "Our <b>evening</b>"\n{text.format(minutes)}'.encode()
        await page.get_by_label("A file (TOML)").set_input_files({"name": "evening.toml", "mimeType": "application/toml", "buffer": file})
        await expect(page.locator("textarea[name=text]")).to_have_value(re.compile(f"minutes = {minutes}"))
        await page.get_by_role("button", name="Use this file").click()
        await expect(page.get_by_text(shown).first).to_be_visible()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Our <b>evening</b>")
    async with page.expect_download() as download:
        await page.get_by_role("button", name="Download the file (TOML)").click()
    taken = Path(await (await download.value).path()).read_text("utf-8")
    assert 'title = "Our <b>evening</b>"' in taken
    assert "minutes = 33" in taken
