"""Photographs the gallery: every kind of block in every renderer, light and dark. Run by `make pictures`."""

import asyncio
import sys
import tempfile
from pathlib import Path

from playwright.async_api import Page, async_playwright

from tests.browser.phones import chromium
from workshop.blocks import KINDS
from workshop.running import running

LIGHTS = {"light": "0", "dark": "1"}


async def shoot(page: Page, url: str, folder: Path) -> None:
    """Takes a picture of each kind in each light."""
    for kind in KINDS:
        for light, dark in LIGHTS.items():
            await page.goto(f"{url}/gallery?kind={kind}&dark={dark}")
            section = page.locator(".kind")
            for frame in await section.locator("iframe").all():
                await frame.content_frame.locator(".screen").first.wait_for(state="attached")
            await section.screenshot(path=folder / f"{kind}-{light}.png")


async def main(folder: Path) -> None:
    """Takes all pictures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data:
        async with running(Path(data), gallery=True) as (app, url), async_playwright() as playwright:
            browser = await playwright.chromium.launch(**chromium())
            page = await browser.new_page(viewport={"width": 1366, "height": 1600}, locale="en-GB")
            await page.goto(f"{url}/sign-in?token={app.sign_in.offer()}")
            await page.wait_for_url(f"{url}/")
            await shoot(page, url, folder)
            await browser.close()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
