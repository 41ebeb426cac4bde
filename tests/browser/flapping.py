"""Real phones on a network that flaps: what is lost, what comes twice, and how soon a phone says that it waits.

`python -m tests.browser.flapping [faults]` prints the figures; a test runs a few faults of it.
"""

import asyncio
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from playwright.async_api import Browser, Page, async_playwright, expect

from tests.browser.phones import DELIVERED, chromium
from tests.load.network import Weather
from tests.load.proxy import Proxy
from tests.load.room import database, prepared
from tests.server import Server, free_port
from workshop.store.store import open_store

PHONES: Final = 4
EVERY_S: Final = 1.0
WATCH: Final = """() => {
  const status = document.querySelector(".status");
  const kind = () => status.className.replace("status", "").trim();
  window.moments = [[Date.now(), kind()]];
  new MutationObserver(() => moments.push([Date.now(), kind()])).observe(status, { attributes: true });
}"""


@dataclass(frozen=True, slots=True)
class Flapping:
    """What came of it; `sending_s` is the longest that a phone took before it said that something waits, or that it was sent."""

    faults: Counter[str]
    written: int
    lost: int
    doubled: int
    sending_s: float
    waits: int

    def __str__(self) -> str:
        return (
            f"{self.faults.total()} faults, {self.written} ideas written: {self.lost} lost, {self.doubled} doubled; a phone said that it"
            f" waits {self.waits} times, at most {self.sending_s:.2f} s after something was written\n{dict(self.faults)}"
        )


async def flap(data: Path, faults: int, seed: int = 1) -> Flapping:
    """Some phones write all the time while the network flaps; at last it is fine, and everything arrives."""
    code = await prepared(data)
    server = Server(data, free_port())
    await server.start()
    network = Proxy(server.port)
    await network.start()
    weather = Weather(network, seed)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(**chromium())
        phones = [await _phone(browser, f"http://127.0.0.1:{network.port}/j/{code}") for _ in range(PHONES)]
        storm = asyncio.create_task(weather.blow(faults, EVERY_S))
        written = await asyncio.gather(*(_write(phone, number, storm) for number, phone in enumerate(phones)))
        weather.clear()
        moments = [await _settled(phone) for phone in phones]
        await browser.close()
    await network.close()
    await server.stop()
    said = Counter(_said(data, code))
    texts = [text for one in written for text in one]
    waits = sum(kind == "waiting" for one in moments for _at, kind in one)
    lost, doubled = sum(said[text] == 0 for text in texts), sum(said[text] > 1 for text in texts)
    return Flapping(weather.struck, len(texts), lost, doubled, max(map(_longest, moments)), waits)


async def _phone(browser: Browser, address: str) -> Page:
    context = await browser.new_context(viewport={"width": 390, "height": 844}, locale="en-GB")
    page = await context.new_page()
    await page.goto(address)
    await page.get_by_role("button", name="Come in").click()
    await page.locator("form textarea").wait_for()
    await page.evaluate(WATCH)
    return page


async def _write(phone: Page, number: int, storm: asyncio.Task[None]) -> list[str]:
    texts: list[str] = []
    while not storm.done():
        texts.append(f"Idea {len(texts)} of {number}")
        await phone.locator("form textarea").fill(texts[-1])
        await phone.locator("form .go").click()
        await asyncio.wait({storm}, timeout=EVERY_S)
        await phone.wait_for_function("() => !document.querySelector('.status').classList.contains('sending')")
    return texts


async def _settled(phone: Page) -> list[tuple[float, str]]:
    await expect(phone.locator(".status")).to_have_text(DELIVERED, timeout=60_000)
    moments: list[Any] = await phone.evaluate("moments")
    return [(at, kind) for at, kind in moments]


def _longest(moments: list[tuple[float, str]]) -> float:
    """The longest time, in s, that a phone said "sending" at a stretch."""
    return max((after - at for (at, kind), (after, _next) in pairwise(moments) if kind == "sending"), default=0) / 1000


def _said(data: Path, code: str) -> Iterable[str]:
    store = open_store(database(data))
    row = store.find(code)
    assert row is not None
    entries = store.entries(row.id)
    store.close()
    return [str(entry.payload["text"]) for entry in entries if entry.payload and "text" in entry.payload]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        print(asyncio.run(flap(Path(folder), int(sys.argv[1]) if len(sys.argv) > 1 else 500)))
