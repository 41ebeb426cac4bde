"""Makes the README's pictures: a rehearsal on a real server, photographed at the wall. Run by `make pictures`."""

import asyncio
import sys
import tempfile
from itertools import cycle
from pathlib import Path
from random import Random

from playwright.async_api import async_playwright

from workshop.agenda import load
from workshop.app import shipped
from workshop.messages import Command, new_token
from workshop.rehearsal.phone import Phone
from workshop.rehearsal.rehearse import Rehearsal, Report
from workshop.running import running
from workshop.sentences import SENTENCES
from workshop.turn import FACILITATOR

PEOPLE = 24
SHOTS = {"one": "wall-lobby", "arrive": "wall-check-in", "ideas": "wall-ideas", "map": "wall-map"}


async def main(folder: Path) -> None:
    """Writes one picture of the wall for each of the first steps."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data:
        async with running(Path(data)) as (app, url), async_playwright() as playwright:
            live = await app.rooms.create(
                load(shipped("_templates", "examples/templates") / "ideas-to-consent.toml", app.rooms.registry.methods)
            )
            await live.submit(FACILITATOR, Command(new_token(), None, "OpenRoom", {}))
            phones = [Phone(number, url, live.row.code) for number in range(1, PEOPLE + 1)]
            room = Rehearsal(live, phones, Random(1), cycle(SENTENCES), Report(live.row.code, live), len(SENTENCES))
            browser = await playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
            page = await browser.new_page(viewport={"width": 1920, "height": 1080}, locale="en-GB")
            await page.goto(f"{url}/sign-in?token={app.sign_in.offer()}")
            await page.wait_for_url(f"{url}/")
            await page.goto(f"{url}/wall/{live.row.code}")
            for phone in phones:
                await phone.connect()
                await phone.join()
            shown = "one"
            while shown:
                await room.act()
                await page.wait_for_timeout(1200)
                await page.screenshot(path=folder / f"{SHOTS[shown]}.png")
                while live.session.current == shown or (shown == "one" and not live.session.current):
                    await room.go_on()
                    await room.act()
                shown = live.session.current if live.session.current in SHOTS else ""
            await asyncio.gather(*(phone.close() for phone in phones))
            await browser.close()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
