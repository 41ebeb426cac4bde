"""Makes the README's pictures: a rehearsal on a real server, at the wall, on a phone and in the console. Run by `make pictures`."""

import asyncio
import sys
import tempfile
from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from io import BytesIO
from itertools import cycle
from pathlib import Path
from random import Random
from typing import Any, Final

from PIL import Image
from playwright.async_api import Browser, Page, async_playwright

from tests.browser.phones import chromium
from workshop.agenda import load
from workshop.app import App, shipped
from workshop.live import Live
from workshop.messages import Command, new_token
from workshop.rehearsal.phone import Phone
from workshop.rehearsal.rehearse import Rehearsal, Report
from workshop.running import running
from workshop.sentences import SENTENCES
from workshop.turn import FACILITATOR

PEOPLE: Final = 24
PUBLIC: Final = "https://palabre.example"
QUALITY: Final = 80
SIZES: Final = {"wall": (1920, 1080), "console": (1366, 768), "editor": (1366, 768), "phone": (390, 844)}
PROPOSAL: Final = {
    "text": "From April, the square is closed to cars from 16:00 to 19:00 on weekdays, except for deliveries.",
    "responsible": "Neighbourhood council",
    "criteria": "Children play there; no more than three complaints a month",
    "review_date": "2035-10-01",
}


@dataclass
class Studio:
    """A rehearsal with its camera; `taken` are the pictures that were taken."""

    app: App
    url: str
    live: Live
    room: Rehearsal
    browser: Browser
    folder: Path
    taken: set[str] = field(default_factory=set)

    async def take(self, name: str, page: Page) -> None:
        """Takes the picture of that name once, small enough for a README."""
        if name in self.taken:
            return
        self.taken.add(name)
        await page.wait_for_timeout(1500)
        with Image.open(BytesIO(await page.screenshot())) as shot:
            shot.save(self.folder / f"{name}.webp", quality=QUALITY, method=6)

    async def page(self, kind: str, path: str) -> Page:
        """A page of the facilitator's, as large as what shows it."""
        width, height = SIZES[kind]
        page = await self.browser.new_page(viewport={"width": width, "height": height}, locale="en-GB")
        await page.goto(f"{self.url}/sign-in?token={self.app.sign_in.offer()}")
        await page.wait_for_url(f"{self.url}/")
        await page.goto(f"{self.url}{path}")
        return page

    async def guest(self) -> Page:
        """Somebody with a phone who has come in."""
        width, height = SIZES["phone"]
        page = await self.browser.new_page(viewport={"width": width, "height": height}, locale="en-GB", device_scale_factor=2)
        await page.goto(f"{self.url}/j/{self.live.row.code}")
        await page.get_by_role("button", name="Come in").click()
        return page

    async def open_room(self) -> None:
        """Everybody comes in."""
        await self.host("OpenRoom", {})
        for phone in self.room.phones:
            await phone.connect()
            await phone.join()

    async def host(self, name: str, args: Mapping[str, Any], activity: str | None = None) -> None:
        """The facilitator does something."""
        await self.live.submit(FACILITATOR, Command(new_token(), activity, name, args))


async def decide(studio: Studio) -> None:
    """From the plan to the question whether anybody objects."""
    code, live = studio.live.row.code, studio.live
    wall, editor = await studio.page("wall", f"/wall/{code}"), await studio.page("editor", f"/agenda/{code}")
    await studio.take("editor", editor)
    await studio.open_room()
    await studio.take("wall-lobby", wall)
    console, guest = await studio.page("console", f"/console/{code}"), await studio.guest()
    while "phone-consent" not in studio.taken:
        await studio.room.go_on()
        if live.session.current == "decision":
            await studio.host("Propose", PROPOSAL, "decision")
        if await guest.locator(".option").count():
            await guest.locator(".option").first.click()
            await studio.take("phone-consent", guest)
            await studio.take("wall-consent", wall)
        await studio.room.act()
        if live.session.current in ("ideas", "map"):
            await studio.take(f"wall-{live.session.current}", wall)
            await studio.take("console", console)


async def mix(studio: Studio) -> None:
    """Into the first round of a World Café."""
    wall = await studio.page("wall", f"/wall/{studio.live.row.code}")
    await studio.open_room()
    guest = await studio.guest()
    while "wall-tables" not in studio.taken:
        await studio.room.go_on()
        if await guest.locator(".place.moving").count():
            await studio.take("phone-table", guest)
            await studio.room.go_on()
            await studio.room.act()
            await studio.take("wall-tables", wall)
        await studio.room.act()


SCENES: Final = {"ideas-to-consent": decide, "world-cafe": mix}


async def main(folder: Path) -> None:
    """Takes all pictures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    async with AsyncExitStack() as stack:
        data = stack.enter_context(tempfile.TemporaryDirectory())
        app, url = await stack.enter_async_context(running(Path(data), public_url=PUBLIC))
        playwright = await stack.enter_async_context(async_playwright())
        browser = await playwright.chromium.launch(**chromium())
        templates = shipped("_templates", "examples/templates")
        for name, scene in SCENES.items():
            live = await app.rooms.create(load(templates / f"{name}.toml", app.rooms.registry.methods))
            phones = [Phone(number, url, live.row.code) for number in range(1, PEOPLE + 1)]
            room = Rehearsal(live, phones, Random(1), cycle(SENTENCES), Report(live.row.code, live), len(SENTENCES))
            await scene(Studio(app, url, live, room, browser, folder))
            await asyncio.gather(*(phone.close() for phone in phones))
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
