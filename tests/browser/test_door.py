"""Coming in, as somebody in the room does it: a real browser on a stand-in for the server."""

import gzip

import pytest
from playwright.sync_api import Page, Response, expect

from tests.browser.phones import QUESTION, STEP, come_in
from tests.browser.stand_in import Room

pytestmark = pytest.mark.browser


def test_coming_in_tells_the_name_and_the_language(phone: Page, room: Room) -> None:
    phone.goto(room.page)
    expect(phone.get_by_role("heading", level=1)).to_have_text("What should our square become?")
    expect(phone.get_by_text("kept in the public record")).to_be_visible()
    phone.get_by_label("Your name, if you like").fill("Ana")
    room.show(STEP, QUESTION)
    phone.get_by_role("button", name="Come in").click()
    expect(phone.get_by_role("heading", level=1)).to_be_focused()
    expect(phone.get_by_text("Step 2 of 5")).to_be_visible()
    expect(phone.locator(".status")).to_have_text("● Connected")
    assert room.joins == [{"name": "Ana", "language": "en", "accepts": True}]


def test_who_was_in_is_in_again_after_a_reload(phone: Page, room: Room) -> None:
    room.show(QUESTION)
    come_in(phone, room)
    phone.reload()
    expect(phone.get_by_role("heading", level=1)).to_have_text("What would make you come every week?")
    assert len(room.joins) == 1


def test_a_room_that_is_not_there_says_so(phone: Page, room: Room) -> None:
    room.refusal = {"code": "no-such-room", "message": "No such room."}
    phone.goto(room.page)
    expect(phone.get_by_role("alert").get_by_text("No such room.")).to_be_visible()
    room.refusal = None
    phone.get_by_role("button", name="Try again").click()
    expect(phone.locator(".status")).to_have_text("● Connected")


def test_a_code_that_no_workshop_has_is_said_on_the_page_itself(phone: Page, room: Room) -> None:
    room.boot = {"code": "", "title": "Palabre", "refused": "No workshop has this code."}
    phone.goto(room.page)
    expect(phone.get_by_role("heading", level=1)).to_have_text("No workshop has this code.")
    expect(phone.get_by_role("button", name="Come in")).to_have_count(0)


def test_another_language_can_be_chosen_at_any_time(phone: Page, room: Room) -> None:
    room.words["fr"] = {"Come in": "Entrer", "Connected": "Connecté"}
    room.show(QUESTION)
    phone.goto(room.page)
    phone.get_by_label("Language").select_option("Français")
    phone.get_by_role("button", name="Entrer").click()
    expect(phone.locator(".status")).to_have_text("● Connecté")
    expect(phone.locator("html")).to_have_attribute("lang", "fr")
    phone.get_by_role("button", name="Menu").click()
    phone.get_by_label("Language").select_option("Nederlands")
    expect(phone.locator("html")).to_have_attribute("lang", "nl")
    assert [join["language"] for join in room.joins] == ["fr", "nl"]


def test_a_phone_comes_in_with_five_requests_and_forty_kilobytes(phone: Page, room: Room) -> None:
    answers: list[Response] = []
    phone.on("response", lambda answer: answers.append(answer))
    phone.goto(room.page)
    expect(phone.locator(".status")).to_have_text("● Connected")
    assert len(answers) <= 5
    assert sum(len(gzip.compress(answer.body())) for answer in answers) <= 40_000
    assert {answer.url.split("/")[2] for answer in answers} == {room.address.split("/")[2]}
