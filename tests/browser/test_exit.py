"""The way out when its answer is lost: the workshop has erased the words, and the phone must not keep them."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.phones import ASK, QUESTION, come_back, come_in
from tests.browser.stand_in import Room
from tests.browser.test_menu import kept, leave

pytestmark = pytest.mark.browser


def wish_to_be_erased(phone: Page, room: Room) -> None:
    """Somebody with half an idea asks to be erased; no answer comes."""
    room.show(QUESTION, ASK)
    come_in(phone, room)
    phone.get_by_label("Your idea").fill("Half an idea")
    room.silent = True
    phone.get_by_role("button", name="Menu").click()
    leave(phone, "erase")
    phone.wait_for_function("Object.keys(localStorage).some((key) => key.endsWith('.leaving'))")


@pytest.mark.parametrize("reloads", [False, True])
def test_a_phone_that_did_not_hear_that_it_was_erased_forgets_as_soon_as_it_hears(phone: Page, room: Room, reloads: bool) -> None:
    wish_to_be_erased(phone, room)
    room.wait_for_leave()
    room.silent = False
    come_back(phone, room)
    if reloads:
        phone.reload()
    expect(phone.get_by_text("What you wrote is erased.")).to_be_visible()
    assert kept(phone) == []
    phone.get_by_role("button", name="Come in again").click()
    phone.get_by_role("button", name="Come in").click()
    expect(phone.get_by_label("Your idea")).to_have_value("")


def test_a_phone_whose_wish_did_not_come_through_stays_in_with_its_draft(phone: Page, room: Room) -> None:
    wish_to_be_erased(phone, room)
    room.wait_for_leave()
    room.silent = False
    room.come_in_all()
    come_back(phone, room)
    phone.reload()
    expect(phone.get_by_label("Your idea")).to_have_value("Half an idea")
    expect(phone.get_by_text("You have left.")).to_have_count(0)


def test_what_was_being_written_in_another_tab_is_forgotten_too(phone: Page, room: Room, context: BrowserContext) -> None:
    room.show(QUESTION, ASK)
    come_in(phone, room)
    other = context.new_page()
    other.goto(room.page)
    other.get_by_label("Your idea").fill("Half an idea")
    phone.get_by_role("button", name="Menu").click()
    leave(phone, "erase")
    for tab in (phone, other):
        expect(tab.get_by_text("You have left.")).to_be_visible()
    assert kept(phone) == kept(other) == []
    other.get_by_role("button", name="Come in again").click()
    other.get_by_role("button", name="Come in").click()
    expect(other.get_by_label("Your idea")).to_have_value("")
