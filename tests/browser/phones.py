"""What people do with a phone, and what is asked of them, in tests."""

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.browser.stand_in import Room
from workshop.blocks import Field, Form, Heading, Step

BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
OFF = (  # what Playwright turns off, which this list replaces; then, in each window: pages of the address bar, a spare process
    *("AimEnabled", "AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose"),
    *("HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades", "LensOverlay", "MediaRouter", "NetworkTimeServiceQuerying"),
    *("OptimizationHints", "PaintHolding", "PreconnectToSearch", "ThirdPartyStoragePartitioning"),
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "SpareRendererForSitePerProcess"),
)
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-component-update"]
QUIET += [f"--disable-features={','.join(OFF)}"]
ASK = Form(id="idea", fields=(Field("text", "Your idea", input="text"),), command="Say", send="Send")
DELIVERED = re.compile("● (Sent ✓|Connected)")
STEP = Step(id="step", text="Ideas", number=2, of=5)
QUESTION = Heading(id="question", text="What would make you come every week?")


def chromium() -> dict[str, Any]:
    """How to start the browser that is there."""
    return {"executable_path": next(path for path in BROWSERS if Path(path).exists()), "args": QUIET}


def come_in(phone: Page, room: Room) -> None:
    """Opens the page and comes in."""
    phone.goto(room.page)
    phone.get_by_role("button", name="Come in").click()
    phone.locator(".screen").wait_for()


def come_back(phone: Page, room: Room) -> None:
    """The network goes away and is back, and the phone hears of it."""
    room.stop()
    room.start()
    phone.evaluate("dispatchEvent(new Event('online'))")


def write(phone: Page, text: str) -> None:
    """Writes an idea and sends it."""
    phone.get_by_label("Your idea").fill(text)
    phone.get_by_role("button", name="Send").click()


def sent(room: Room) -> list[str]:
    """The ideas that have arrived, each as often as it did."""
    return [command["args"]["text"] for command in room.received]
