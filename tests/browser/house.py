"""A server with every moment of a workshop on it, and a browser that is signed in: for tests that look at all screens."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, BrowserContext, Page, ViewportSize, async_playwright

from tests.browser.phones import chromium
from tests.browser.snapshots import Moment, moments
from tests.server import Server, free_port

WIDE: ViewportSize = {"width": 1280, "height": 720}
NARROW: ViewportSize = {"width": 320, "height": 640}


@dataclass(frozen=True)
class Played:
    """A data folder with every moment of a workshop."""

    folder: Path
    moments: list[Moment]

    @property
    def whole(self) -> list[Moment]:
        """The moments of the one workshop that goes from the lobby to an end."""
        return self.moments[: next(place for place, one in enumerate(self.moments, start=1) if one.name == "end")]


def play(folder: Path) -> Played:
    """Plays it."""
    return Played(folder, asyncio.run(moments(folder)))


@dataclass(frozen=True)
class House:
    """The moments of a workshop, and where they can be looked at."""

    server: Server
    browser: Browser
    moments: list[Moment]
    signed_in: Any

    def at(self, path: str, moment: Moment | None = None) -> str:
        """The address of a page."""
        return f"{self.server.url}/{path}/{moment.code}" if moment else f"{self.server.url}{path}"

    def named(self, end: str) -> Moment:
        """The first moment whose name ends so."""
        return next(one for one in self.moments if one.name.endswith(end))

    async def visitor(self, **options: Any) -> BrowserContext:
        """A browser of somebody who comes by."""
        context = await self.browser.new_context(**{"locale": "en-GB", "viewport": WIDE, **options})
        context.set_default_timeout(60_000)  # four walks share the machine with whatever else runs
        return context

    async def staff(self, **options: Any) -> Page:
        """A page of somebody who has signed in."""
        return await (await self.visitor(storage_state=self.signed_in, **options)).new_page()


@asynccontextmanager
async def house(played: Played, data: Path) -> AsyncIterator[House]:
    """It stands until the end of the block, on a copy of what was played."""
    shutil.copytree(played.folder, data, dirs_exist_ok=True)
    async with standing(data, moments=played.moments) as here:
        yield here


@asynccontextmanager
async def standing(data: Path, *more: str, port: int = 0, moments: Sequence[Moment] = (), **environment: str) -> AsyncIterator[House]:
    """A server on a data folder, and one browser that has signed in, until the end of the block."""
    server = Server(data, port or free_port(), environment)
    await server.start(*more)
    try:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(**chromium())
            yield House(server, browser, list(moments), await sign_in(browser, server))
            await browser.close()
    finally:
        await server.stop()


async def sign_in(browser: Browser, server: Server) -> Any:
    """What a browser keeps once it is signed in."""
    context = await browser.new_context()
    page = await context.new_page()
    await page.goto(f"{server.url}/sign-in?token={server.token}")
    await page.wait_for_url(f"{server.url}/")
    return await context.storage_state()


async def together(*walks: Any) -> None:
    """Several walks at once; the first that fails ends them all."""
    async with asyncio.TaskGroup() as group:
        for walk in walks:
            group.create_task(walk)
