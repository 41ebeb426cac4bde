"""A phone or tablet that a whole table shares, opened by the table's own code: a real browser on a stand-in for the server."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.phones import ASK, QUESTION, come_in, write
from tests.browser.stand_in import Room

pytestmark = pytest.mark.browser


def test_the_code_of_a_table_opens_a_door_without_a_name(phone: Page, room: Room) -> None:
    room.show(QUESTION, ASK)
    phone.goto(f"{room.page}?table=3")
    expect(phone.get_by_role("heading", name="Table 3")).to_be_visible()
    expect(phone.get_by_text("kept in the public record")).to_be_visible()
    expect(phone.get_by_role("textbox")).to_have_count(0)
    phone.get_by_role("button", name="Come in for table 3").click()
    expect(phone.get_by_role("banner").get_by_text("Table 3")).to_be_visible()
    assert room.joins == [{"table": "3", "language": "en", "accepts": True}]


def test_the_device_of_a_table_stays_it_over_a_reload_and_writes_as_usual(phone: Page, room: Room) -> None:
    room.show(QUESTION, ASK)
    phone.goto(f"{room.page}?table=3")
    phone.get_by_role("button", name="Come in for table 3").click()
    phone.get_by_label("Your idea").fill("Half a thou")
    phone.reload()
    expect(phone.get_by_role("banner").get_by_text("Table 3")).to_be_visible()
    expect(phone.get_by_label("Your idea")).to_have_value("Half a thou")
    write(phone, "Shade")
    assert room.wait_for(1) == [{"text": "Shade"}]
    assert len(room.joins) == 1


def test_who_scanned_the_code_of_a_table_with_their_own_phone_comes_in_as_themselves(phone: Page, room: Room) -> None:
    room.show(QUESTION)
    phone.goto(f"{room.page}?table=3")
    phone.get_by_role("button", name="This is my own phone").click()
    expect(phone.get_by_label("Your name, if you like")).to_be_visible()
    phone.reload()
    phone.get_by_role("button", name="Come in").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("What would make you come every week?")
    expect(phone.get_by_role("banner").get_by_text("Table 3")).to_have_count(0)
    assert "table" not in room.joins[0]


def test_a_phone_that_is_in_stays_who_it_is_and_is_only_offered_to_speak_for_the_table(phone: Page, room: Room) -> None:
    room.show(QUESTION)
    come_in(phone, room)
    phone.goto(f"{room.page}?table=12")
    expect(phone.get_by_text("You scanned the code of table 12.")).to_be_visible()
    phone.get_by_role("button", name="Stay myself").click()
    expect(phone.get_by_text("You scanned the code of table 12.")).to_have_count(0)
    assert len(room.joins) == 1
    phone.goto(f"{room.page}?table=12")
    phone.get_by_role("button", name="Speak for table 12").click()
    expect(phone.get_by_role("banner").get_by_text("Table 12")).to_be_visible()
    assert room.joins[1]["table"] == "12"


def test_a_code_for_no_table_is_the_code_of_the_room(phone: Page, room: Room) -> None:
    phone.goto(f"{room.page}?table=<b>1")
    expect(phone.get_by_label("Your name, if you like")).to_be_visible()
