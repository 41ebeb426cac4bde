"""The menu at the foot of the phone: one's hand, the language, the way out."""

from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.phones import ASK, DELIVERED, QUESTION, come_in
from tests.browser.stand_in import ENGLISH, Room
from workshop.blocks import Button, Buttons, Card, Cards, encode
from workshop.language import LANGUAGES

pytestmark = pytest.mark.browser
UP = Buttons(id="my-hand", items=(Button("up", "Raise my hand", "RaiseHand"),))
DOWN = Buttons(id="my-hand", items=(Button("down", "Lower my hand", "LowerHand"),))


def open_menu(phone: Page, room: Room, hand: Buttons = UP) -> None:
    room.show(QUESTION, ASK, mine=(hand,))
    come_in(phone, room)
    phone.get_by_role("button", name="Menu").click()


def leave(phone: Page, how: str) -> None:
    phone.get_by_role("button", name="Leave").click()
    phone.get_by_role("button", name=how).click()


def items(hand: Buttons) -> Any:
    return encode([hand], ENGLISH)["my-hand"]["items"]


def kept(phone: Page) -> list[str]:
    """What the phone remembers of the workshop."""
    remembered: list[str] = phone.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('palabre.KM4T7Q.'))")
    return remembered


def test_a_hand_goes_up_and_stays_up_after_a_reload(phone: Page, room: Room) -> None:
    open_menu(phone, room)
    phone.get_by_role("button", name="Raise my hand").click()
    expect(phone.get_by_role("dialog")).to_have_count(0)
    expect(phone.get_by_text("Your hand is up")).to_be_visible()
    room.wait_for(1)
    assert [(command["name"], command["activity"]) for command in room.received] == [("RaiseHand", None)]
    room.emit("patch", {"v": 2, "from": 1, "mine": {"my-hand": {"items": {"up": None, **items(DOWN)}}}})
    room.prepare(QUESTION, ASK, mine=(DOWN,))
    phone.reload()
    expect(phone.get_by_text("Your hand is up")).to_be_visible()
    phone.get_by_role("button", name="Menu").click()
    phone.get_by_role("button", name="Lower my hand").click()
    expect(phone.get_by_text("Your hand is up")).to_have_count(0)
    room.wait_for(2)


def test_the_menu_is_used_by_keyboard_and_leaves_the_focus_where_it_was(phone: Page, room: Room) -> None:
    room.show(QUESTION, ASK, mine=(UP,))
    come_in(phone, room)
    opener = phone.get_by_role("button", name="Menu")
    opener.focus()
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("button", name="Raise my hand")).to_be_focused()
    phone.keyboard.press("Escape")
    expect(phone.get_by_role("dialog")).to_have_count(0)
    expect(opener).to_be_focused()


@pytest.mark.parametrize("width", [320, 390])
def test_what_can_be_pressed_in_the_menu_is_large(phone: Page, room: Room, width: int) -> None:
    phone.set_viewport_size({"width": width, "height": 700})
    open_menu(phone, room)
    for _view in range(2):
        for target in phone.locator("footer button:visible, footer select:visible").all():
            box = target.bounding_box()
            assert box
            assert box["height"] >= 44
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width
        if phone.get_by_role("button", name="Leave", exact=True).count():
            phone.get_by_role("button", name="Leave", exact=True).click()


@pytest.mark.parametrize(("how", "erase", "said"), [("keep", False, "stays in the workshop"), ("erase", True, "is erased")])
def test_whoever_leaves_is_forgotten_by_the_phone_and_may_come_in_again(phone: Page, room: Room, how: str, erase: bool, said: str) -> None:
    room.show(QUESTION, ASK, mine=(UP,))
    come_in(phone, room)
    phone.get_by_label("Your idea").fill("Half an idea")
    phone.get_by_role("button", name="Menu").click()
    leave(phone, how)
    expect(phone.get_by_role("heading", level=1)).to_have_text("You have left.")
    expect(phone.get_by_role("heading", level=1)).to_be_focused()
    expect(phone.get_by_text(said)).to_be_visible()
    assert room.leaves == [{"erase": erase}]
    assert kept(phone) == []
    phone.get_by_role("button", name="Come in again").click()
    phone.get_by_role("button", name="Come in").click()
    expect(phone.get_by_label("Your idea")).to_have_value("")
    assert len(room.joins) == 2


def test_nobody_leaves_with_words_that_are_not_sent_nor_without_a_network(phone: Page, room: Room) -> None:
    room.show(QUESTION, ASK, mine=(UP,))
    come_in(phone, room)
    room.stop()
    phone.evaluate("dispatchEvent(new Event('offline'))")
    phone.get_by_label("Your idea").fill("Bees")
    phone.get_by_role("button", name="Send").click()
    phone.get_by_role("button", name="Menu").click()
    leave(phone, "keep")
    expect(phone.get_by_text("Something is not sent yet.")).to_be_visible()
    phone.get_by_role("button", name="erase").click()
    expect(phone.get_by_text("There is no network just now.")).to_be_visible()
    assert any(".out." in key for key in kept(phone))


def test_whoever_leaves_by_one_tab_has_left_by_the_other(phone: Page, room: Room, context: BrowserContext) -> None:
    open_menu(phone, room)
    other = context.new_page()
    other.goto(room.page)
    expect(other.get_by_label("Your idea")).to_be_visible()
    leave(phone, "erase")
    expect(other.get_by_role("heading", level=1)).to_have_text("You have left.")


def test_the_page_is_written_from_right_to_left_where_the_language_is(phone: Page, room: Room) -> None:
    room.boot |= {"languages": {**LANGUAGES, "ar": "العربية"}, "rtl": ["ar"]}
    phone.set_viewport_size({"width": 320, "height": 700})
    open_menu(phone, room)
    phone.get_by_label("Language").select_option("العربية")
    expect(phone.locator("html")).to_have_attribute("dir", "rtl")
    phone.keyboard.press("Escape")
    opener = phone.get_by_role("button", name="Menu").bounding_box()
    assert opener
    assert opener["x"] > 160
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320


def test_other_cards_are_found_from_their_beginning_by_whoever_asked_for_them(phone: Page, room: Room) -> None:
    first = Cards(id="dealt", label="Some of the ideas", items=tuple(Card(f"a{n}", "Trees. " * 30) for n in range(6)))
    other = Cards(id="dealt", label="Some of the ideas", items=tuple(Card(f"b{n}", "Bees. " * 30) for n in range(6)))
    turn = Buttons(id="turn", items=(Button("turn", "Show others", "Turn"),))
    room.show(QUESTION, first, turn)
    come_in(phone, room)
    phone.get_by_role("button", name="Show others").click()
    room.wait_for(1)
    expect(phone.locator(".status")).to_have_text(DELIVERED)
    room.show(QUESTION, other, turn, v=2)
    expect(phone.get_by_text("Some of the ideas")).to_be_focused()
    expect(phone.get_by_text("Some of the ideas")).to_be_in_viewport()
    expect(phone.get_by_text("Bees.").first).to_be_in_viewport()
