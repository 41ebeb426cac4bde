"""A map is arranged without a pointer at the console, and sorted with a few taps on a phone: real browsers on a real server."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Page, async_playwright, expect

from tests.browser.phones import chromium
from workshop.agenda import parse
from workshop.app import App
from workshop.live import Live
from workshop.messages import Command, new_token
from workshop.registry import Registry, discover
from workshop.running import running
from workshop.turn import FACILITATOR, MACHINE

pytestmark = pytest.mark.browser
AGENDA = """
title = "Our evening"
question = "What matters to you?"
[[steps]]
id = "map"
method = "mind_map"
title = "Map"
minutes = 20
[steps.settings]
topic = "Our square"
who = "room"
"""
IDEAS = ("Trees", "More trees", "Night bus")
BY_HAND = Registry({"mind_map": replace(discover().methods["mind_map"], work=lambda _state: None)})  # no machine that groups first
Json = Any


async def act(live: Live, name: str, args: Json, actor: Any = FACILITATOR) -> None:
    await live.submit(actor, Command(new_token(), "map" if args is not None else None, name, args or {}))


async def a_map(app: App) -> Live:
    """A workshop at a map of two groups, made of cards on paper."""
    live = await app.rooms.create(parse(AGENDA, app.rooms.registry.methods))
    await act(live, "OpenRoom", None)
    await act(live, "Next", None)
    for text in IDEAS:
        await act(live, "Add", {"text": text})
    ids = [idea.id for idea in live.session.activity.state.ideas] if live.session.activity else []
    groups = [{"title": "Green", "ideas": ids[:2]}, {"title": "Road", "ideas": ids[2:]}]
    await act(live, "TakeGrouping", {"round": 1, "groups": groups}, MACHINE)
    return live


async def console(browser: Browser, app: App, url: str, live: Live) -> Page:
    page = await (await browser.new_context(viewport={"width": 1366, "height": 768}, locale="en-GB")).new_page()
    await page.goto(f"{url}/sign-in?token={app.sign_in.offer()}")
    await page.wait_for_url(f"{url}/")
    await page.goto(f"{url}/console/{live.row.code}")
    return page


async def test_a_map_is_arranged_by_keys_and_sorted_by_taps(tmp_path: Path) -> None:
    async with running(tmp_path, BY_HAND) as (app, url), async_playwright() as playwright:
        browser, live = await playwright.chromium.launch(**chromium()), await a_map(app)
        page = await console(browser, app, url, live)
        await _by_keys(page)
        phone = await (await browser.new_context(viewport={"width": 390, "height": 844}, locale="en-GB")).new_page()
        await phone.goto(f"{url}/j/{live.row.code}")
        await phone.get_by_role("button", name="Come in").click()
        await expect(phone.get_by_text("3 ideas")).to_be_visible()
        await page.get_by_role("button", name="Next: Let the whole room sort").click()
        await _by_taps(phone)
        await page.get_by_role("button", name="Next: Show what the room has sorted").click()
        await expect(pile(page, "Road").locator(".card")).to_have_count(2)
        await browser.close()


def pile(page: Page, title: str) -> Any:
    return page.locator(".pile").filter(has=page.locator(f'input[value="{title}"]'))


async def _by_keys(page: Page) -> None:
    """A card goes into the group beside it with one key, and what else can be done with it is one key away."""
    card = page.get_by_role("button", name="Trees", exact=True)
    await card.focus()
    await page.keyboard.press("Alt+ArrowRight")
    await expect(pile(page, "Road").get_by_role("button", name="Trees", exact=True)).to_be_focused()
    await expect(page.get_by_role("button", name="Undo: move “Trees”")).to_be_visible()
    await page.keyboard.press("m")
    await expect(page.get_by_role("button", name="Let it move")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("placed by hand")).to_have_count(0)


async def _by_taps(phone: Page) -> None:
    """One card after the other, each with one tap on a group and one to send it."""
    card = phone.locator(".text.tone-now")
    for _card in IDEAS:
        await expect(card).to_be_visible()
        said = await card.inner_text()
        assert said in IDEAS
        await phone.locator(".option").filter(has_text="Green" if said == "More trees" else "Road").click()
        await phone.locator(".send .button").click()
        await expect(phone.locator(".text.tone-now").filter(has_text=re.compile(f"^{said}$"))).to_have_count(0)
    await expect(phone.get_by_text("The cards that are left are with others")).to_be_visible()
