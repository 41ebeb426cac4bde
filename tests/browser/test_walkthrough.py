"""A stranger holds a workshop, from the start page to the zip with its record: two phones, a second facilitator, a second device."""

import io
import zipfile
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.async_api import Browser, BrowserContext, Page, async_playwright, expect

from tests.browser.phones import chromium
from tests.server import Server, free_port

pytestmark = pytest.mark.browser

COUNTED = (
    "addEventListener('click', (e) => e.isTrusted && localStorage.setItem('clicks', Number(localStorage.getItem('clicks')) + 1), true)"
)
PROPOSAL = "From April, the square is closed to cars on market days."
AMENDED = "From April, the square is closed to cars on market days, except for deliveries before eight."
FIELDS = {"text": PROPOSAL, "responsible": "The council", "criteria": "Counted cars", "review_date": "2035-10-01"}
PHONE = {"width": 390, "height": 844}
LAPTOP = {"width": 1366, "height": 768}


class Walk:
    """The facilitator at the console, the wall, and what went wrong on any page."""

    console: Page
    wall: Page
    code: str

    def __init__(self, server: Server, browser: Browser, language: str = "en-GB") -> None:
        self.server, self.browser, self.language = server, browser, language
        self.faults: list[str] = []

    async def device(self, size: dict[str, int]) -> BrowserContext:
        context = await self.browser.new_context(viewport=size, locale=self.language)  # type: ignore[arg-type]
        context.set_default_timeout(40_000)
        context.on("page", self._watch)
        return context

    def _watch(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)

    async def look(self, name: str) -> None:
        """Something is to be seen now; whoever walks by hand takes pictures here."""

    async def look_at(self, name: str, page: Page) -> None:
        """The same, on a page besides."""

    async def next(self, label: str) -> None:
        """Presses the big button, once it says this."""
        await self.console.locator(".next", has_text=label).click()

    async def press(self, name: str) -> None:
        await self.console.get_by_role("button", name=name).first.click()

    async def told(self, text: str) -> None:
        """The strip above the buttons says so."""
        await expect(self.console.locator(".notice-strip")).to_contain_text(text)

    async def fill(self, send: str, **fields: str) -> None:
        """Fills a form of the console and sends it."""
        form = self.console.locator("form", has=self.console.get_by_role("button", name=send, exact=True))
        for name, value in fields.items():
            await form.locator(f"[name={name}]").fill(value)
        await form.get_by_role("button", name=send, exact=True).click()

    async def phone(self, name: str) -> Page:
        """Somebody scans the code of the wall and comes in."""
        address = zxingcpp.read_barcodes(Image.open(io.BytesIO(await self.wall.screenshot())))[0].text
        phone = await (await self.device(PHONE)).new_page()
        await phone.goto(address)
        await phone.get_by_label("Your name").fill(name)
        await phone.get_by_role("button", name="Come in").click()
        return phone


async def write(phone: Page, text: str) -> None:
    await phone.locator("form textarea, form input").first.fill(text)
    await phone.get_by_role("button", name="Send", exact=True).click()
    await expect(phone.locator(".status")).not_to_contain_text("waiting")


async def answer(phone: Page, choice: str) -> None:
    await phone.get_by_label(choice).first.check(force=True)
    await phone.get_by_role("button", name=f"Send “{choice}”").click()


async def hand(phone: Page, name: str) -> None:
    await phone.get_by_role("button", name="Menu").click()
    await phone.get_by_role("button", name=name).click()


async def test_a_stranger_holds_a_workshop_to_its_record(tmp_path: Path) -> None:
    server = Server(tmp_path, free_port())
    await server.start("--public-url", f"http://127.0.0.1:{server.port}")
    try:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(**chromium())
            walk = Walk(server, browser)
            await hold(walk)
            assert walk.faults == []
            await browser.close()
    finally:
        await server.stop()


async def hold(walk: Walk) -> None:
    """The whole workshop."""
    await open_the_room(walk)
    await rehearse(walk)
    ana, bo = await walk.phone("Ana"), await walk.phone("Bo")
    await expect(walk.wall.get_by_text("2 people are here").first).to_be_visible()
    await arrive(walk, ana, bo)
    await gather(walk, ana, bo)
    await put_together(walk)
    await move_to_another_device(walk)
    await group(walk, ana)
    await vote(walk, ana, bo)
    await decide(walk, ana, bo)
    await read_the_record(walk)


async def open_the_room(walk: Walk) -> None:
    """Three clicks from the start page to a code on the wall."""
    staff = await walk.device(LAPTOP)
    await staff.add_init_script(COUNTED)
    page = walk.console = await staff.new_page()
    await page.goto(f"{walk.server.url}/sign-in?token={walk.server.token}")
    await walk.look("start")
    await page.get_by_role("link", name="From ideas to a consent decision").click()
    await page.wait_for_url("**/new/*")
    await walk.look("new")
    await page.get_by_role("button", name="Open the room").click()
    await page.wait_for_url("**/console/*")
    walk.code = page.url.rsplit("/", 1)[-1]
    async with staff.expect_page() as opened:
        await page.get_by_role("link", name="Open the wall").click()
    walk.wall = await opened.value
    await walk.wall.set_viewport_size({"width": 1920, "height": 1080})
    await walk.wall.locator(".join-code").wait_for()
    assert await page.evaluate("Number(localStorage.getItem('clicks'))") == 3
    await walk.look("lobby")


async def rehearse(walk: Walk) -> None:
    """Simulated people come into a copy and go again: nothing of them is in the room itself."""
    await walk.press("Rehearse")
    await walk.console.wait_for_url(lambda url: "/console/" in url and walk.code not in url)
    await walk.press("20 times as fast")
    await walk.press("5 fewer")
    await expect(walk.console.locator(".rehearsal").get_by_text("25 people")).to_be_visible()
    await walk.next("Open the room")
    await expect(walk.console.locator(".room-state")).not_to_contain_text(" 0 here")
    await walk.next("Next: Arrive")
    await expect(walk.console.locator(".word").first).to_be_visible()
    await walk.look("rehearsal")
    await walk.press("Empty the room and go back")
    await walk.console.wait_for_url(f"**/console/{walk.code}")
    await expect(walk.console.locator(".room-state")).to_contain_text("0 here")


async def arrive(walk: Walk, ana: Page, bo: Page) -> None:
    """Hands go up in the menu of the phone; one is lowered at the console, the other by whoever raised it."""
    await walk.next("Next: Arrive")
    await write(ana, "Curious")
    await write(bo, "Tired")
    await expect(walk.wall.get_by_text("2 of 2")).to_be_visible()
    await hand(bo, "Raise my hand")
    await expect(walk.console.locator(".hand .who")).to_have_text(["Bo"])
    await hand(ana, "Raise my hand")
    await expect(walk.console.locator(".hand .who")).to_have_text(["Bo", "Ana"])
    await walk.look("hands")
    await walk.console.locator(".hand", has_text="Bo").get_by_role("button", name="Lower").click()
    await expect(bo.get_by_text("Your hand is up")).to_have_count(0)
    await hand(ana, "Lower my hand")
    await expect(walk.console.get_by_text("Nobody wants to speak.")).to_be_visible()


async def gather(walk: Walk, ana: Page, bo: Page) -> None:
    """A card of somebody without a phone, a note, and an idea that is hidden: taken back, and done again."""
    await walk.next("Next: Ideas")
    for phone in (ana, bo):
        await expect(phone.get_by_role("heading", name="What should our square become?")).to_be_visible()
    for phone, texts in ((ana, ("Trees along the street", "A fountain for children")), (bo, ("Shade from trees", "Something rude"))):
        for text in texts:
            await write(phone, text)
            await expect(phone.get_by_text(text).first).to_be_visible()
    await walk.fill("Add for somebody", text="A bench for Mrs. Peeters")
    await expect(walk.wall.locator(".card")).to_have_count(5)
    rude = walk.console.locator(".card", has_text="Something rude")
    await rude.get_by_role("button", name="Hide").click()
    await expect(walk.wall.get_by_text("Something rude")).to_have_count(0)
    await walk.press("Undo: hide “Something rude”")
    await walk.told("Undone: hide “Something rude”.")
    await expect(walk.wall.get_by_text("Something rude")).to_be_visible()
    await walk.look("undone")
    await walk.press("Do it again")
    await walk.told("Done again: hide “Something rude”.")
    await expect(walk.wall.get_by_text("Something rude")).to_have_count(0)
    await walk.press("Notes")
    await walk.fill("Keep the note", text="The mayor came in late.")
    await expect(walk.console.locator(".note-kept")).to_contain_text("The mayor came in late.")
    await walk.look("note")


async def put_together(walk: Walk) -> None:
    """Two ideas that say the same, and a step that was opened too early: taken back."""
    shade = walk.console.locator(".card", has_text="Shade from trees")
    await shade.get_by_role("button", name="Same as").click()
    await walk.look("same")
    await walk.console.locator(".card", has_text="Trees along the street").get_by_role("button", name="This one").click()
    await expect(walk.wall.locator(".card", has_text="Trees along the street")).to_contain_text("2 said this")
    await walk.look("merged")
    await walk.next("Support ideas")
    await walk.next("End the gathering")
    await walk.next("Next: Grouping")
    await expect(walk.console.locator(".step.now")).to_contain_text("Grouping")
    await walk.press("Back to Ideas")
    await walk.told("Back in “Ideas”, as it was left.")
    await walk.look("back")


async def move_to_another_device(walk: Walk) -> None:
    """The console is loaded anew, then opened on a tablet; a co-facilitator takes the wheel by a link and gives it back."""
    await walk.console.reload()
    await expect(walk.console.locator(".step.now")).to_contain_text("Ideas")
    await walk.press("Room")
    link = await link_from(walk, "Go on at another device")
    tablet = await (await walk.device({"width": 1024, "height": 768})).new_page()
    await tablet.goto(link)
    await tablet.get_by_role("link", name="Console").first.click()
    await expect(tablet.locator(".step.now")).to_contain_text("Ideas")
    laptop, walk.console = walk.console, tablet
    await walk.look("tablet")
    await tablet.locator(".side-toggle").click()
    link = await link_from(walk, "Invite a co-facilitator", "Bea")
    other = await (await walk.device(LAPTOP)).new_page()
    await other.goto(link)
    await expect(other.get_by_text("Facilitator 1 drives.")).to_be_visible()
    await tablet.get_by_role("button", name="Hand over").click()
    await expect(tablet.get_by_text("Bea drives.")).to_be_visible()
    await walk.look("no-wheel")
    await other.locator(".next", has_text="Next: Grouping").click()
    await expect(walk.console.locator(".step.now")).to_contain_text("Grouping")
    await tablet.locator(".side").get_by_role("button", name="Take over").click()
    await expect(other.get_by_text("Facilitator 1 has the wheel now.")).to_be_visible()
    await tablet.context.close()
    walk.console = laptop


async def link_from(walk: Walk, fold: str, name: str = "") -> str:
    fold_of = walk.console.locator(".fold", has_text=fold)
    await fold_of.locator("summary").click()
    if name:
        await fold_of.get_by_label("Their name").fill(name)
    await fold_of.get_by_role("button", name="Make a link").click()
    await walk.look("link")
    return await fold_of.get_by_label("The link").input_value()


async def group(walk: Walk, ana: Page) -> None:
    """Three ideas that have nothing in common: the machine leaves them where they are, and the facilitator makes the groups."""
    await expect(walk.wall.get_by_text("3 ideas are not yet placed.")).to_be_visible(timeout=60_000)
    for place, text in enumerate(("Trees along the street", "A fountain for children"), 1):
        await walk.console.locator(".pile button.card", has_text=text).click()
        await walk.console.locator(".pile.new").get_by_role("button", name="Put it here").click()
        await expect(walk.wall.locator(".group-name")).to_have_count(place + 1)  # and what is not yet placed
    title = walk.console.get_by_role("textbox", name="Title of the group").first
    await title.fill("Green and cool")
    await title.press("Enter")
    await expect(ana.get_by_text("Green and cool").first).to_be_visible()
    await walk.look("map")
    await walk.next("Keep this map")


async def vote(walk: Walk, ana: Page, bo: Page) -> None:
    """The result is shown, taken back, and shown."""
    await walk.next("Next: Priorities")
    for phone in (ana, bo):
        await phone.get_by_role("button", name="Give a dot to").first.click()
    await expect(walk.wall.get_by_text("2 of 2").first).to_be_visible()
    await walk.look("vote")
    await walk.next("Show the result")
    await expect(walk.console.locator(".next")).to_contain_text("Next: Consent")
    await walk.press("Undo: show the result")
    await walk.told("Undone: show the result.")
    await walk.look("unrevealed")
    await walk.next("Show the result")


async def decide(walk: Walk, ana: Page, bo: Page) -> None:
    await walk.next("Next: Consent")
    await walk.look("driver")
    await walk.fill("Show the driver", happens="Cars fill the square.", matters="Children cross between them.")
    await walk.press("Yes: it matters")
    await walk.next("Present the proposal")
    await walk.fill("Show the proposal", **FIELDS)
    await walk.look("proposal")
    await walk.next("Ask for questions")
    await walk.next("Ask for reactions")
    await walk.next("Ask for consent")
    await answer(ana, "Consent")
    await answer(bo, "Possible objection")
    await bo.locator("form textarea").first.fill("Shops could not get their goods.")
    await bo.locator("form").get_by_role("button").last.click()
    await walk.next("Test the possible objections")
    await walk.look("objection")
    await walk.press("It qualifies")
    await walk.next("Resolve the objections")
    await walk.fill("Offer this amendment", text=AMENDED)
    await bo.get_by_role("button", name="Yes, it resolves my objection").click()
    await walk.press("The proposer agrees")
    await walk.next("Ask for consent to the new text")
    for phone in (ana, bo):
        await answer(phone, "Consent")
    await walk.look("consent")
    await walk.next("Agreed: close the decision")
    await walk.look("agreed")
    await walk.next("End the workshop")
    for page in (ana, walk.wall):
        await expect(page.get_by_text("Thank you.").first).to_be_visible()
    await walk.look("end")


async def read_the_record(walk: Walk) -> None:
    async with walk.console.context.expect_page() as opened:
        await walk.console.get_by_role("link", name="Open the record").click()
    page = await opened.value
    await walk.look_at("record", page)
    async with page.expect_download() as download:
        await page.get_by_role("link", name="Everything as a folder (ZIP)").click()
    with zipfile.ZipFile(await (await download.value).path()) as archive:
        files = {Path(name).name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    record = files["record.md"]
    said = ("Curious", "Trees along the street", "Shade from trees", "A bench for Mrs. Peeters", "Green and cool", AMENDED)
    for words in (*said, "The mayor came in late.", "Shops could not get their goods.", "The council", "2035"):
        assert words in record
    assert "rude" not in record
    assert "simulated" not in record
