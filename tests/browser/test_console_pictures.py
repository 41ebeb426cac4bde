"""A facilitator photographs what is on paper: from the console to the wall, over a real server."""

from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.browser.house import WIDE, House, Played, house
from tests.browser.snapshots import Moment
from tests.photos import photo

pytestmark = pytest.mark.browser


def telling(here: House) -> Moment:
    """A World Café in whose harvest a table tells."""
    return next(one for one in here.moments if "cloth" in one.screens["console"] and "telling" in one.screens["wall"])


async def choose(console: Page, path: Path, content: bytes) -> None:
    path.write_bytes(content)
    await console.set_input_files(".picture-field [type=file]", path)


async def test_a_picture_that_the_facilitator_adds_is_on_the_wall_and_a_file_that_is_none_is_refused(
    played: Played, tmp_path: Path
) -> None:
    path = tmp_path / "cloth.jpg"
    async with house(played, tmp_path / "data") as here:
        moment, console, wall = telling(here), await here.staff(), await here.staff()
        await console.goto(here.at("console", moment))
        await wall.goto(here.at("wall", moment))
        await choose(console, path, b"%PDF-1.7 " + bytes(200))
        await expect(console.get_by_text("This file is no picture.")).to_be_visible()
        await choose(console, path, photo(size=(3200, 2400)))
        await expect(console.locator(".picture-field[data-state=kept]")).to_be_visible()
        await console.get_by_label("What is on it").fill("Three circles")
        await console.get_by_role("button", name="Add the photo").click()
        shown = wall.get_by_role("img", name="Three circles")
        await expect(shown).to_be_visible()
        await expect(console.locator(".picture-field[data-state]")).to_have_count(0)
        assert await shown.evaluate("(image) => image.decode().then(() => [image.naturalWidth, image.naturalHeight])") == [1600, 1200]
        place = await shown.bounding_box()
        assert place is not None
        assert abs(place["width"] / place["height"] - 4 / 3) < 0.02
        assert place["y"] + place["height"] < WIDE["height"]
