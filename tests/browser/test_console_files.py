"""A facilitator brings what is on paper or in a spreadsheet: from the console to the wall, over a real server."""

from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.browser.house import WIDE, House, Played, house, together
from tests.browser.snapshots import Moment
from tests.photos import photo

pytestmark = pytest.mark.browser


def telling(here: House) -> Moment:
    """A World Café in whose harvest a table tells."""
    return next(one for one in here.moments if "cloth" in one.screens["console"] and "telling" in one.screens["wall"])


def gathering(here: House) -> Moment:
    """A brainstorm in which ideas come in."""
    return next(one for one in here.moments if {"paper", "ideas", "progress"} <= one.screens["console"])


async def test_what_a_facilitator_brings_is_on_the_wall_and_a_file_that_is_of_no_use_is_refused(played: Played, tmp_path: Path) -> None:
    async with house(played, tmp_path / "data") as here:
        await together(_picture(here, tmp_path / "cloth.jpg"), _spreadsheet(here, tmp_path / "ideas.csv"))


async def _picture(here: House, path: Path) -> None:
    moment, console, wall = telling(here), await here.staff(), await here.staff()
    await console.goto(here.at("console", moment))
    await wall.goto(here.at("wall", moment))
    await _choose(console, ".picture-field", path, b"%PDF-1.7 " + bytes(200))
    await expect(console.get_by_text("This file is no picture.")).to_be_visible()
    await _choose(console, ".picture-field", path, photo(size=(3200, 2400)))
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


async def _spreadsheet(here: House, path: Path) -> None:
    """The file has more bytes than one message of the page may have."""
    moment, console, wall = gathering(here), await here.staff(), await here.staff()
    await console.goto(here.at("console", moment))
    await wall.goto(here.at("wall", moment))
    await console.get_by_text("From a spreadsheet (CSV)").click()
    await _choose(console, ".bring", path, b"PK\x03\x04" + bytes(200))
    await expect(console.get_by_text("This is a workbook, not a CSV file.")).to_be_visible()
    rows = "".join(f"Quartier Nord;Une idée numéro {n}, que beaucoup soutiennent à la fête;{n}\r\n" for n in range(400))
    await _choose(console, ".bring", path, f"Lieu;Idée;Voix\r\n{rows}".encode("cp1252"))
    await console.get_by_role("button", name="Bring in 400 rows").click()
    await expect(console.get_by_text("400 rows were brought in")).to_be_visible()
    await expect(wall.get_by_text("Une idée numéro 399, que beaucoup soutiennent à la fête")).to_be_visible()


async def _choose(console: Page, field: str, path: Path, content: bytes) -> None:
    path.write_bytes(content)
    await console.set_input_files(f"{field} [type=file]", path)
