"""A round of speakers as people live it: the wall, the console and three phones, with a pass, a skip, a latecomer and a leaver."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, async_playwright, expect

from tests.browser.phones import chromium
from workshop.agenda import parse
from workshop.running import running

pytestmark = pytest.mark.browser
AGENDA = """
title = "Our quarter"
[[steps]]
id = "round"
method = "circle"
title = "Round"
[steps.settings]
question = "What do you want everybody to know?"
order = "seated"
notes = "none"
seconds = 600
"""


@dataclass
class Room:
    """A room with the console and the wall open; people come with their phones."""

    url: str
    code: str
    browser: Browser
    console: Page
    wall: Page
    faults: list[str] = field(default_factory=list)

    async def phone(self, name: str) -> Page:
        """Somebody comes in."""
        context = await self.browser.new_context(viewport={"width": 390, "height": 844}, locale="en-GB")
        context.set_default_timeout(60_000)
        page = await context.new_page()
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        await page.goto(f"{self.url}/j/{self.code}")
        await page.get_by_label("Your name, if you like").fill(name)
        await page.get_by_role("button", name="Come in").click()
        await page.locator(".screen").wait_for()
        return page

    async def next(self) -> None:
        """The facilitator presses the big button."""
        await self.console.locator("button.next").click()

    async def speaks(self, name: str, after: str) -> None:
        """The wall shows who speaks, and who comes after."""
        await expect(self.wall.locator(".turn.now .speaker")).to_have_text(name)
        await expect(self.wall.locator(".turn.next .speaker")).to_have_text(after)


@asynccontextmanager
async def room(data: Path) -> AsyncIterator[Room]:
    """It stands until the end of the block."""
    async with running(data) as (app, url), async_playwright() as playwright:
        live = await app.rooms.create(parse(AGENDA, app.rooms.registry.methods))
        browser = await playwright.chromium.launch(**chromium())
        context = await browser.new_context(viewport={"width": 1366, "height": 768}, locale="en-GB")
        context.set_default_timeout(60_000)
        console, wall = await context.new_page(), await context.new_page()
        await console.goto(f"{url}/sign-in?token={app.sign_in.offer()}")
        await console.wait_for_url(f"{url}/")
        await console.goto(f"{url}/console/{live.row.code}")
        await wall.goto(f"{url}/wall/{live.row.code}")
        made = Room(url, live.row.code, browser, console, wall)
        for page in (console, wall):
            page.on("pageerror", lambda error: made.faults.append(str(error)))
        yield made
        await browser.close()


async def test_a_round_on_the_wall_the_console_and_three_phones(tmp_path: Path) -> None:
    async with room(tmp_path) as here:
        await here.next()
        ana, bo, cy = [await here.phone(name) for name in ("Ana", "Bo", "Cy")]
        await here.next()
        await expect(here.wall.get_by_text("One person after the other speaks")).to_be_visible()
        await here.next()
        await here.speaks("Ana", "Bo")
        await expect(ana.get_by_text("It is your turn to speak.")).to_be_visible()
        await expect(ana.locator(".clock")).to_have_text(re.compile(r"9:\d\d left"))
        await expect(bo.get_by_text("You are next.")).to_be_visible()
        await expect(cy.get_by_text("2 people speak before you.")).to_be_visible()

        dia = await here.phone("Dia")  # comes late: at the end
        await expect(dia.get_by_text("3 people speak before you.")).to_be_visible()
        await ana.get_by_role("button", name="I have spoken").click()
        await here.speaks("Bo", "Cy")
        await bo.get_by_role("button", name="Pass this time").click()
        await here.speaks("Cy", "Dia")
        await here.console.locator(".turn", has_text="Cy").get_by_role("button", name="Skip").click()
        await expect(here.wall.locator(".turn.now .speaker")).to_have_text("Dia")

        await here.console.locator(".turn", has_text="Cy").get_by_role("button", name="Put back at the end").click()
        await bo.get_by_role("button", name="I would like to speak after all").click()
        await here.speaks("Dia", "Cy")
        await here.console.get_by_role("button", name="Bo: earlier").click()
        await here.speaks("Dia", "Bo")
        await dia.get_by_role("button", name="Menu").click()
        await dia.get_by_role("button", name="Leave", exact=True).click()
        await dia.get_by_role("button", name="Leave, and keep what I wrote").click()
        await here.speaks("Bo", "Cy")
        await here.next()
        await expect(here.wall.locator(".turn.now .speaker")).to_have_text("Cy")
        await here.next()
        await expect(here.wall.get_by_text("Everybody has had a turn.")).to_be_visible()
        assert here.faults == []
