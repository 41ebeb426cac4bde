"""What the tests of the phone share: a browser, a phone in it, and a stand-in for the server."""

from collections.abc import Iterator

import pytest
from playwright import async_api, sync_api
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.house import Played, play
from tests.browser.phones import chromium
from tests.browser.stand_in import Room, open_room

for expect in (sync_api.expect, async_api.expect):
    expect.set_options(timeout=40_000)  # a phone that comes back may wait for some seconds, and the machine is shared


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """A workshop, played once for all tests that look at its moments."""
    return play(tmp_path_factory.mktemp("played"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**chromium())
        yield browser
        browser.close()


@pytest.fixture
def room() -> Iterator[Room]:
    with open_room() as room:
        yield room


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.set_default_timeout(40_000)
    yield context
    context.close()


@pytest.fixture
def phone(context: BrowserContext) -> Iterator[Page]:
    """A phone on which no error may happen: neither an exception nor something that the page's policy refused."""
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if "Content Security Policy" in said.text else None)
    yield page
    assert errors == []
