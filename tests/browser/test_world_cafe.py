"""A World Café as people live it: two phones, a tablet on a table, the console and the wall in real Chromium, through three rounds."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, async_playwright, expect

from methods.world_cafe.state import State
from tests.browser.phones import chromium
from workshop.agenda import parse
from workshop.live import Live
from workshop.messages import Command, new_token
from workshop.method import Role
from workshop.running import running
from workshop.turn import Actor

pytestmark = pytest.mark.browser
AGENDA = """
title = "Our quarter"
[[steps]]
id = "cafe"
method = "world_cafe"
title = "Café"
[steps.settings]
questions = ["What do you like here?", "What is missing?"]
"""


class Hall:
    """A room with ten people who only sit, the console, the wall, and whoever opens a page."""

    def __init__(self, live: Live, url: str, browser: Browser) -> None:
        self.live, self.url, self.browser = live, url, browser
        self.faults: list[str] = []

    @property
    def cafe(self) -> State:
        """The café as it is now."""
        activity = self.live.session.activity
        assert activity is not None
        state: State = activity.state
        return state

    async def page(self, path: str, width: int, height: int) -> Page:
        """A page in a browser of its own, on which no error may happen."""
        context = await self.browser.new_context(viewport={"width": width, "height": height}, locale="en-GB")
        page = await context.new_page()
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        await page.goto(f"{self.url}{path}")
        return page

    async def phone(self, name: str) -> Page:
        """Somebody comes in with a phone."""
        phone = await self.page(f"/j/{self.live.row.code}", 390, 844)
        await phone.get_by_label("Your name, if you like").fill(name)
        await phone.get_by_role("button", name="Come in").click()
        await phone.locator(".screen").wait_for()
        return phone

    async def sit(self, people: int) -> None:
        """Some people come in who do nothing."""
        for number in range(people):
            await self.live.submit(Actor(f"p{number}", Role.PARTICIPANT), Command(new_token(), None, "Join", {}))

    def person(self, name: str) -> str:
        """The id of somebody who gave this name."""
        return next(id for id, known in self.live.names.items() if known == name)


@asynccontextmanager
async def open_hall(data: Path) -> AsyncIterator[tuple[Hall, Page, Page]]:
    """The hall with the console and the wall, the room open."""
    async with running(data) as (app, url), async_playwright() as playwright:
        live = await app.rooms.create(parse(AGENDA, app.rooms.registry.methods))
        browser = await playwright.chromium.launch(**chromium())
        hall = Hall(live, url, browser)
        console = await hall.page(f"/sign-in?token={app.sign_in.offer()}", 1366, 768)
        await console.wait_for_url(f"{url}/")
        await console.goto(f"{url}/console/{live.row.code}")
        wall = await console.context.new_page()
        await wall.set_viewport_size({"width": 1920, "height": 1080})
        await wall.goto(f"{url}/wall/{live.row.code}")
        await console.locator(".next", has_text="Open the room").click()
        yield hall, console, wall
        await browser.close()
        assert hall.faults == []


async def write(page: Page, text: str) -> None:
    """Writes a note for the table, and sees it there."""
    await page.get_by_label("Your note for the table").fill(text)
    await page.get_by_role("button", name="Send", exact=True).click()
    await expect(page.get_by_text(text, exact=True)).to_be_visible()


async def on(console: Page, label: str) -> None:
    """The facilitator presses the big button, once it says this."""
    await console.locator(".next", has_text=label).click()


async def test_two_phones_and_a_tablet_through_three_rounds_with_a_host_who_leaves(tmp_path: Path) -> None:
    async with open_hall(tmp_path) as (hall, console, wall):
        ana, bo = await hall.phone("Ana"), await hall.phone("Bo")
        await hall.sit(10)
        await on(console, "Café")
        await ana.get_by_role("button", name="I would like to host a table").click()
        await expect(ana.get_by_role("button", name="I would rather travel")).to_be_visible()
        await on(console, "Seat the room")
        await expect(ana.get_by_text("You host")).to_be_visible()
        await expect(bo.get_by_text("Your table")).to_be_visible()
        table = hall.cafe.running.seats[hall.person("Ana")]
        await expect(wall.get_by_text("Host: Ana")).to_be_visible()

        tablet = await hall.page(f"/j/{hall.live.row.code}?table={table}", 1024, 768)
        await tablet.get_by_role("button", name=f"Come in for table {table}").click()
        await on(console, "Begin round 1")
        await write(ana, "Trees along the street")
        await write(tablet, "The bakery")
        await expect(ana.get_by_text("The bakery", exact=True)).to_be_visible()
        await ana.locator(".card", has_text="The bakery").get_by_role("button", name="Carry on", exact=True).click()
        await expect(wall.get_by_text("The bakery")).to_be_visible()
        await second_round(hall, console, wall, tablet, table)
        await expect(bo.get_by_text("What is missing?")).to_be_visible()
        await harvest(hall, console, wall, bo, table)


async def second_round(hall: Hall, console: Page, wall: Page, tablet: Page, table: int) -> None:
    """The host leaves in the middle; somebody at the table takes over."""
    await on(console, "End round 1")
    await on(console, "Begin round 2")
    await expect(tablet.get_by_text("What earlier rounds left here")).to_be_visible()
    await expect(tablet.get_by_text("The bakery", exact=True)).to_be_visible()
    await hall.live.submit(Actor(hall.person("Ana"), Role.PARTICIPANT), Command(new_token(), None, "Leave", {}))
    await expect(tablet.get_by_text("This table has no host.")).to_be_visible()
    await expect(wall.get_by_text("No host")).to_be_visible()
    await console.locator(".table-card").nth(table - 1).get_by_role("button", name="Open").click()
    await console.get_by_role("button", name="Make host").first.click()
    await expect(tablet.get_by_text("This table has no host.")).to_have_count(0)
    await expect(wall.get_by_text("No host")).to_have_count(0)
    follower = hall.cafe.hosts[table]
    await on(console, "End round 2")
    await on(console, "Begin round 3")
    await write(tablet, "A bench in the sun")
    assert hall.cafe.running.seats[follower] == table, "who took over stays"


async def harvest(hall: Hall, console: Page, wall: Page, bo: Page, table: int) -> None:
    """The table tells, somebody hears a pattern, and the record has it all."""
    await on(console, f"Begin the harvest at table {table}")
    await expect(wall.get_by_text(f"What does table {table} carry on?")).to_be_visible()
    await expect(wall.get_by_text("The bakery", exact=True)).to_be_visible()
    await bo.get_by_label("A pattern you hear").fill("People like what is close")
    await bo.get_by_role("button", name="Send", exact=True).click()
    await expect(wall.get_by_text("People like what is close")).to_be_visible()
    assert await wall.evaluate("document.documentElement.scrollHeight <= innerHeight")
    await on(console, "End the harvest")
    await on(console, "End the workshop")
    await expect(bo.get_by_text("Thank you.").first).to_be_visible()
    record = await console.context.new_page()
    await record.goto(f"{hall.url}/record/{hall.live.row.code}")
    for words in (
        "Trees along the street",
        "The bakery",
        "A bench in the sun",
        "People like what is close",
        "12 people talked at 3 tables",
    ):
        await expect(record.get_by_text(words).first).to_be_visible()
