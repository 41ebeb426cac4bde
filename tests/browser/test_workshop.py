"""A whole workshop as people live it: a facilitator, a wall and two phones in real Chromium, from the lobby to the record."""

import io
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.async_api import Browser, BrowserContext, Locator, Page, async_playwright, expect

from tests.browser.phones import chromium
from tests.server import Server, free_port

HOSTILE = '<img src=x onerror="document.title=1"> =1+1 **bold** [x](javascript:1) `c` | # {{7*7}} \\'
IDEAS_ANA = ["A fountain that children can play in", "Trees along the street for shade", HOSTILE]
IDEAS_BO = ["More market stalls on Saturdays", "A market in the evening", "Shade trees over the playground", "Play fountains for children"]
PROPOSAL = "From April, the square is closed to cars on market days."
AMENDED = "From April, the square is closed to cars on market days, except for deliveries."

pytestmark = pytest.mark.browser


class Hall:
    """The facilitator's console, the wall and the phones."""

    def __init__(self, server: Server, browser: Browser) -> None:
        self.server, self.browser = server, browser
        self.faults: list[str] = []

    async def sign_in(self) -> None:
        self.staff: BrowserContext = await self.browser.new_context(viewport={"width": 1366, "height": 768}, locale="en-GB")
        self.console = await self.page(self.staff)
        await self.console.goto(f"{self.server.url}/sign-in?token={self.server.token}")

    async def page(self, context: BrowserContext) -> Page:
        page = await context.new_page()
        page.set_default_timeout(40_000)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda message: self.faults.append(message.text) if message.type == "error" else None)
        return page

    async def phone(self, address: str) -> Page:
        context = await self.browser.new_context(viewport={"width": 390, "height": 844}, locale="en-GB")
        phone = await self.page(context)
        await phone.goto(address)
        await phone.get_by_role("button", name="Come in").click()
        return phone

    async def next(self, label: str) -> None:
        """Presses the big button, once it says this."""
        await self.console.locator(".next", has_text=label).click()

    def form(self, send: str) -> Locator:
        return self.console.locator("form", has=self.console.get_by_role("button", name=send, exact=True))

    async def send(self, send: str, **fields: str) -> None:
        """Fills a form of the console and sends it."""
        form = self.form(send)
        for name, value in fields.items():
            await form.locator(f"[name={name}]").fill(value)
        await form.get_by_role("button", name=send, exact=True).click()


async def write(phone: Page, text: str) -> None:
    await phone.locator("form textarea, form input").first.fill(text)
    await phone.get_by_role("button", name="Send", exact=True).click()


async def answer(phone: Page, choice: str) -> None:
    await phone.get_by_label(choice).first.check(force=True)
    await phone.get_by_role("button", name=f"Send “{choice}”").click()


async def test_from_the_qr_code_on_the_wall_to_the_downloaded_record(tmp_path: Path) -> None:
    server = Server(tmp_path, free_port())
    await server.start("--public-url", f"http://127.0.0.1:{server.port}")
    try:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(**chromium())
            await take_part(Hall(server, browser))
            await browser.close()
    finally:
        await server.stop()


async def take_part(hall: Hall) -> None:
    await hall.sign_in()
    console = hall.console
    await console.get_by_role("link", name="From ideas to a consent decision").click()
    await console.get_by_role("button", name="Change the steps first").click()
    await console.wait_for_url("**/agenda/*")
    code = console.url.rsplit("/", 1)[-1]
    await console.get_by_role("link", name="← Console").click()
    await console.wait_for_url("**/console/*")
    wall = await hall.page(hall.staff)
    await wall.set_viewport_size({"width": 1920, "height": 1080})
    await wall.goto(f"{hall.server.url}/wall/{code}")
    await hall.next("Open the room")
    await wall.locator(".join-code").wait_for()

    address = zxingcpp.read_barcodes(Image.open(io.BytesIO(await wall.screenshot())))[0].text
    assert address == f"{hall.server.url}/j/{code}"
    ana, bo = await hall.phone(address), await hall.phone(address)
    await expect(wall.get_by_text("2 people are here").first).to_be_visible()

    await check_in(hall, wall, ana, bo)
    await gather(hall, wall, ana, bo)
    await arrange(hall, wall, ana)
    await vote(hall, ana, bo)
    await consent(hall, wall, ana, bo)
    await hall.next("End the workshop")
    await expect(ana.get_by_text("Thank you.").first).to_be_visible()

    page = await hall.page(hall.staff)
    await page.goto(f"{hall.server.url}/record/{code}")
    async with page.expect_download() as download:
        await page.get_by_role("link", name="Download as Markdown").click()
    record = Path(await (await download.value).path()).read_text("utf-8")
    for words in ("Curious", *IDEAS_ANA[:2], *IDEAS_BO, "Version:** 2", "except for deliveries"):
        assert words in record
    assert "<img" not in record
    assert "**bold**" not in record
    await expect(page.get_by_text(HOSTILE).first).to_be_visible()
    assert await page.title() != "1"
    assert hall.faults == []


async def check_in(hall: Hall, wall: Page, ana: Page, bo: Page) -> None:
    await hall.next("Next: Arrive")
    await write(ana, "Curious")
    await write(bo, "curious")
    await expect(wall.get_by_text("2 of 2")).to_be_visible()
    await expect(wall.locator(".word")).to_have_count(1)


async def gather(hall: Hall, wall: Page, ana: Page, bo: Page) -> None:
    await hall.next("Next: Ideas")
    await expect(ana.get_by_text("What should our square become?").first).to_be_visible()
    for text in IDEAS_ANA:
        await write(ana, text)
        await expect(ana.get_by_text(text).first).to_be_visible()
    await ana.locator("form textarea").first.fill("A sentence that is not finished")
    await ana.reload()
    await expect(ana.locator("form textarea").first).to_have_value("A sentence that is not finished")
    await expect(ana.get_by_text(IDEAS_ANA[0]).first).to_be_visible()  # the same person, with her ideas
    for text in IDEAS_BO:
        await write(bo, text)
        await expect(bo.get_by_text(text).first).to_be_visible()
    await expect(wall.locator(".card")).to_have_count(7)
    await expect(wall.get_by_text(HOSTILE)).to_be_visible()  # as written, and nothing else came of it
    await expect(hall.console.get_by_text(HOSTILE)).to_be_visible()
    await hall.next("Support ideas")
    await bo.get_by_role("button", name="Support").first.click()
    await hall.next("End the gathering")


async def arrange(hall: Hall, wall: Page, ana: Page) -> None:
    await hall.next("Next: Grouping")
    await wall.locator(".group-name").first.wait_for(timeout=40_000)
    title = hall.console.get_by_role("textbox", name="Title of the group").first
    await title.fill("Shade <b>&</b> sun")
    await title.press("Enter")
    await expect(wall.locator(".group-name", has_text="Shade <b>&</b> sun")).to_have_count(1)
    await expect(ana.get_by_text("Shade <b>&</b> sun").first).to_be_visible()
    await hall.next("Keep this map")
    assert await wall.evaluate("document.documentElement.scrollHeight <= innerHeight")


async def vote(hall: Hall, ana: Page, bo: Page) -> None:
    await hall.next("Next: Priorities")
    for phone in (ana, bo):
        await expect(phone.get_by_text("Which directions matter most to you?")).to_be_visible()
    await hall.next("Show the result")
    await expect(ana.get_by_text("too few for a secret vote")).to_be_visible()


async def consent(hall: Hall, wall: Page, ana: Page, bo: Page) -> None:
    await hall.next("Next: Consent")
    await hall.send("Show the driver", happens="Cars fill the square.", matters="Children cross between them.")
    await hall.console.get_by_role("button", name="Yes: it matters").click()
    await hall.next("Present the proposal")
    fields = {"text": PROPOSAL, "responsible": "The council", "criteria": "Counted cars", "review_date": "2035-10-01"}
    await hall.send("Show the proposal", **fields)
    await expect(wall.get_by_text(PROPOSAL)).to_be_visible()
    await hall.next("Ask for questions")
    await hall.next("Ask for reactions")
    await hall.next("Ask for consent")
    await answer(ana, "Consent")
    await expect(wall.get_by_text("1 of 2")).to_be_visible()
    await answer(bo, "Possible objection")
    await bo.locator("form textarea").first.fill("Shops could not get their goods.")
    await bo.locator("form").get_by_role("button").last.click()
    await hall.next("Test the possible objections")
    await hall.console.get_by_role("button", name="It qualifies").click()
    await hall.next("Resolve the objections")
    await hall.send("Offer this amendment", text=AMENDED)
    await bo.get_by_role("button", name="Yes, it resolves my objection").click()
    await hall.console.get_by_role("button", name="The proposer agrees").click()
    await hall.next("Ask for consent to the new text")
    await expect(wall.locator("ins", has_text="deliveries").first).to_be_visible()
    for phone in (ana, bo):
        await answer(phone, "Consent")
    await hall.next("Agreed: close the decision")
    await expect(ana.get_by_text("except for deliveries").first).to_be_visible()
