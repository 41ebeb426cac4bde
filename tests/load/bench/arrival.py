"""The first load of the join page, by a real browser on a slow line, with nothing in its cache."""

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from playwright.async_api import Browser, async_playwright

from tests.load.bench.cores import cores, on_core
from tests.load.bench.figure import Figure
from tests.load.bench.hall import Hall, hall
from tests.load.bench.scale import Scale

DOWN, UP, ROUND_TRIP_MS = 1_600_000 / 8, 750_000 / 8, 150
BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS: Final = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
NAME, COME_IN, INSIDE = "#name", "main form button.go", "main .screen"


@dataclass(frozen=True, slots=True)
class Arrival:
    """Compressed bytes as they come over the line, requests, those to anybody else, and seconds until one can come in."""

    wire_kb: float
    requests: int
    third_parties: int
    usable_s: float


async def measure(scale: Scale) -> Arrival:
    """A phone opens the link of the QR code; one did before, so that the browser has started in full."""
    async with hall() as place:
        with on_core(*cores()):
            async with async_playwright() as playwright:
                path = next(path for path in map(shutil.which, BROWSERS) if path)
                browser = await playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
                await _visit(browser, place)
                found = await _visit(browser, place)
                await browser.close()
    return found


async def _visit(browser: Browser, place: Hall) -> Arrival:
    context = await browser.new_context(viewport={"width": 390, "height": 844}, locale="en")
    page = await context.new_page()
    line = await context.new_cdp_session(page)
    sizes: list[float] = []
    addresses: list[str] = []
    await line.send("Network.enable")
    line.on("Network.loadingFinished", _noting(sizes, "encodedDataLength"))
    line.on("Network.requestWillBeSent", lambda event: addresses.append(event["request"]["url"]))
    slow = {"offline": False, "latency": ROUND_TRIP_MS, "downloadThroughput": DOWN, "uploadThroughput": UP}
    await line.send("Network.emulateNetworkConditions", slow)
    await line.send("Network.setCacheDisabled", {"cacheDisabled": True})
    start = time.perf_counter()
    await page.goto(f"{place.server.url}/j/{place.code}", wait_until="commit")
    await page.locator(NAME).fill("Ana")
    usable = time.perf_counter() - start
    await page.locator(COME_IN).click()
    await page.locator(INSIDE).wait_for()
    await context.close()
    fetched = [address for address in addresses if urlsplit(address).scheme in ("http", "https")]
    others = sum(urlsplit(address).port != place.server.port for address in fetched)
    return Arrival(sum(sizes) / 1024, len(fetched), others, usable)


def _noting(into: list[float], name: str) -> Callable[[dict[str, Any]], None]:
    return lambda event: into.append(event[name])


def figures(found: Arrival) -> list[Figure]:
    """The lines of the table."""
    good = found.wire_kb <= 40 and found.requests <= 5 and not found.third_parties
    return [
        Figure(
            "first load of the join page, cold cache: over the wire; requests; to third parties",
            "at most 40 KB; 5; 0",
            f"{found.wire_kb:.1f} KB; {found.requests}; {found.third_parties}",
            good,
        ),
        Figure(
            "the same: usable at 1.6 Mbit/s down, 0.75 up, 150 ms round trip",
            "within 1.2 s",
            f"{found.usable_s:.2f} s",
            found.usable_s <= 1.2,
        ),
    ]
