"""Every screen, light and dark, at 1280 and 320 pixels: what axe finds, headings, targets, zoom, and what moves for those who want less.

A screen is loaded once. Of screens that are made of the same blocks the last is looked at: it shows most. A wall is projected: it is judged
at its own width.

Axe judges by every rule where something is seen that it has not judged yet on any screen: elements in elements, each with its tag, classes,
role, states and colours, whatever their words (`judge.js`). Where all of it is known axe is spared; but what is new at a width is judged by
the rules on places there, and what is new in the dark by the rule on colours. So axe does not see a fault that lies only in how often or in
which order known elements stand: titles, their order, ids given twice, sizes, zoom and motion are looked at here, on each screen.
"""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, ViewportSize

from tests.browser.house import NARROW, WIDE, House, Played, house, together
from tests.browser.judge import Fault, Judge
from tests.browser.snapshots import Moment

pytestmark = pytest.mark.browser

LOOK = (Path(__file__).parent / "access.js").read_text(encoding="utf-8")
# where the bar of a narrow console is in its place; that it covers nothing that has the focus, `test_keyboard` shows
TO_THE_END = "scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })"
ZOOMED: ViewportSize = {"width": 320, "height": 256}  # a screen of 1280 x 1024, four times as large
STRIPS = {"steps"}  # the agenda of a narrow console is a strip that goes sideways, and nothing else does


@dataclass
class Found:
    """What was wrong on any screen, by kind of fault, and on how many screens it was looked for."""

    judge: Judge = field(default_factory=Judge)
    titles: list[Fault] = field(default_factory=list)
    frames: list[Fault] = field(default_factory=list)
    wide: list[Fault] = field(default_factory=list)
    small: list[Fault] = field(default_factory=list)
    thumbs: list[Fault] = field(default_factory=list)
    moving: list[Fault] = field(default_factory=list)
    screens: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def found(played: Played, tmp_path_factory: pytest.TempPathFactory) -> Found:
    """One round through all screens."""
    return asyncio.run(_round(played, tmp_path_factory.mktemp("access")))


def test_axe_finds_nothing_on_any_screen(found: Found) -> None:
    assert found.judge.violations == []


def test_every_screen_has_one_title_and_no_level_below_it_is_left_out(found: Found) -> None:
    assert found.titles == []


def test_every_screen_says_its_language_has_a_main_part_each_name_once_and_interrupts_nobody(found: Found) -> None:
    assert found.frames == []


def test_nothing_goes_sideways_or_hides_at_320_pixels(found: Found) -> None:
    assert found.wide == []


def test_whatever_can_be_pressed_is_at_least_24_pixels_large(found: Found) -> None:
    assert found.small == []


def test_on_a_phone_it_is_at_least_44_pixels_high(found: Found) -> None:
    assert found.thumbs == []


def test_nothing_moves_for_whoever_wants_less_motion(found: Found) -> None:
    assert found.moving == []


def test_every_kind_of_screen_was_looked_at(found: Found) -> None:
    kinds = {"notice", "start", "new", "editor", "record", "wall", "console", "door", "phone", "menu", "goodbye"}
    for names in (found.screens, found.judge.judged):
        assert {name.split()[0] for name in names} >= kinds
    assert len(found.screens) > 60


async def _round(played: Played, data: Path) -> Found:
    found = Found()
    async with house(played, data) as here:
        await together(_pages(here, found), _consoles(here, found), _walls(here, found), _phones(here, found))
        await _end(here, found)
    return found


async def _pages(here: House, found: Found) -> None:
    stranger = await (await here.visitor(reduced_motion="reduce")).new_page()
    await stranger.goto(here.at("/"))
    await _look(stranger, "notice", found)
    page = await here.staff(reduced_motion="reduce")
    for name, path in (("start", "/"), ("new", "/new/ideas-to-consent"), ("editor", "/template/ideas-to-consent")):
        await page.goto(here.at(path))
        await page.locator("h1:visible").wait_for()
        await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        await _look(page, name, found)
    await page.goto(here.at("record", here.named("end")))
    await page.locator("h1:visible").first.wait_for()
    await _look(page, "record", found)


async def _consoles(here: House, found: Found) -> None:
    page = await here.staff(reduced_motion="reduce")
    for moment in _telling(here.moments, "console"):
        await page.goto(here.at("console", moment))
        await page.locator(".step").first.wait_for()
        await _look(page, f"console {moment.name}", found)
    await page.goto(here.at("console", here.named("ideas-done")))
    await page.locator(".step").first.wait_for()
    await page.set_viewport_size(WIDE)
    await page.get_by_label("Change times and order").click()
    for drawer in ("Notes", "Preview", "Room"):
        await page.get_by_role("group").get_by_role("button", name=drawer).click()
        await _look(page, f"console {drawer}", found, narrow=False)
    for fold in ("Keys", "More on the time"):
        await page.get_by_label(fold).click()
        await _look(page, f"console {fold}", found, narrow=False)
        await page.keyboard.press("Escape")
    await page.set_viewport_size(NARROW)
    await page.locator(".side-toggle").click()
    await _look(page, "console side", found, wide=False)
    await page.locator(".side-toggle").click()
    await _zoom_in(page, found)


async def _zoom_in(page: Page, found: Found) -> None:
    """Four times as large, everything is on one page that scrolls."""
    await page.set_viewport_size(ZOOMED)
    for part in (".stage-sheet", ".panel:visible", ".next"):
        await page.locator(part).scroll_into_view_if_needed()
        inner = await page.locator(part).evaluate("(one) => [one.clientHeight, one.scrollHeight - one.clientHeight]")
        found.wide += [] if inner[0] >= 40 and inner[1] <= 1 else [("console, four times as large", part, str(inner))]


async def _walls(here: House, found: Found) -> None:
    page = await here.staff(reduced_motion="reduce")
    for moment in _telling(here.moments, "wall"):
        await page.goto(here.at("wall", moment) + "?dark=0")
        await page.locator("h1:visible, p:visible").first.wait_for()
        await _look(page, f"wall {moment.name}", found, narrow=False, dark=False)
        await page.keyboard.press("d")
        await page.locator("html.dim").wait_for()
        await found.judge.dark(page, f"wall {moment.name}")


async def _phones(here: House, found: Found) -> None:
    page = await (await here.visitor(reduced_motion="reduce", viewport=NARROW)).new_page()
    for moment in _telling(here.moments, "phone"):
        await page.goto(here.at("j", moment))
        if moment.name == "lobby":
            await page.get_by_role("button", name="Come in").wait_for()
            await _look(page, "door", found)
        await page.get_by_role("button", name="Come in").click()
        await page.locator(".screen, .alert").first.wait_for()
        await _look(page, f"phone {moment.name}", found)
    await _leave(page, here, found)


async def _end(here: House, found: Found) -> None:
    """What a phone shows that was in when the workshop ended."""
    last = here.moments[here.moments.index(here.named("end")) - 1]
    phone = await (await here.visitor(reduced_motion="reduce", viewport=NARROW)).new_page()
    await phone.goto(here.at("j", last))
    await phone.get_by_role("button", name="Come in").click()
    console = await here.staff()
    await console.goto(here.at("console", last))
    await console.locator(".next", has_text="End the workshop").click()
    await phone.get_by_text("Thank you.").first.wait_for()
    await _look(phone, "phone ended", found)


async def _leave(page: Page, here: House, found: Found) -> None:
    await page.goto(here.at("j", here.named("lobby")))
    await page.get_by_role("button", name="Menu").click()
    await _look(page, "menu", found)
    await page.get_by_role("button", name="Leave").click()
    await _look(page, "menu leaving", found)
    await page.get_by_role("button", name="erase").click()
    await page.get_by_role("heading", level=1).wait_for()
    await _look(page, "goodbye", found)


def _telling(moments: Iterable[Moment], screen: str) -> list[Moment]:
    """The moments in which such a screen is made of other blocks than in all the others; the last of those that are alike."""
    return list({one.screens[screen]: one for one in moments}.values())


async def _look(page: Page, name: str, found: Found, wide: bool = True, narrow: bool = True, dark: bool = True) -> None:
    """Looks at a screen at both widths, and at its colours in the dark."""
    found.screens.append(name)
    for size in [WIDE] * wide + [NARROW] * narrow:
        await page.set_viewport_size(size)
        await page.evaluate(TO_THE_END)
        where = f"{name} at {size['width']}"
        await found.judge.at(page, name, size["width"])
        _judge(await page.evaluate(LOOK), where, size["width"], found)
    if dark:
        await page.emulate_media(color_scheme="dark")
        await found.judge.dark(page, name)
        await page.emulate_media(color_scheme="light")


def _judge(seen: Any, where: str, width: int, found: Found) -> None:
    phone = where.split()[0] in ("door", "phone", "menu", "goodbye")
    found.titles += [] if len(seen["titles"]) == 1 else [(where, *seen["titles"])]
    found.titles += [(where, f"from {above} to {level}") for above, level in pairwise(seen["levels"]) if level > above + 1]
    framed = seen["language"] == "en" and seen["landmarks"] == 1 and not seen["loud"] and not seen["twice"]
    found.frames += [] if framed else [(where, seen["language"], str(seen["landmarks"]), *seen["loud"], *seen["twice"])]
    if width == NARROW["width"]:
        found.wide += [(where, f"{seen['wide']} px")] if seen["wide"] > 0 else []
        found.wide += [(where, name) for name in seen["aside"] if name not in STRIPS]
    found.small += [(where, str(one)) for one in seen["targets"] if min(one["width"], one["height"]) < 24]
    found.thumbs += [(where, str(one)) for one in seen["targets"] if phone and one["height"] < 44]
    found.moving += [(where, str(one)) for one in seen["moves"]] + [(where, "running")] * seen["running"]
