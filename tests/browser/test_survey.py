"""A survey on a phone: answered by touch and by keys, changed, and written with a draft that is not lost."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.phones import come_in
from tests.browser.stand_in import Room
from workshop.blocks import Heading, Questionnaire
from workshop.pages.gallery.samples import ASKS

pytestmark = pytest.mark.browser


def test_a_survey_is_answered_one_question_at_a_time_and_each_answer_can_be_changed(phone: Page, room: Room) -> None:
    room.show(Heading(id="h", text="Our square"), Questionnaire(id="survey", items=ASKS, command="Answer"))
    come_in(phone, room)
    expect(phone.get_by_text("2 of 4 answered")).to_be_visible()
    shade = phone.get_by_role("group", name="There is shade")
    shade.get_by_role("radio", name="1: never").check()
    expect(phone.get_by_text("3 of 4 answered")).to_be_visible()
    phone.keyboard.press("ArrowRight")
    expect(shade.get_by_role("radio", name="2")).to_be_checked()
    phone.get_by_role("checkbox", name="To play").check()
    phone.get_by_role("checkbox", name="To sit").check()
    phone.get_by_label("What is missing?", exact=True).fill("A fountain")
    expect(phone.get_by_text("4 of 4 answered")).to_be_visible()
    phone.get_by_role("button", name="Send: What is missing?").click()
    expect(phone.locator(".outcome")).to_contain_text("You can still change it.")
    assert room.wait_for(5) == [
        {"question": "shade", "answer": ["1"]},
        {"question": "shade", "answer": ["2"]},
        {"question": "use", "answer": ["play"]},
        {"question": "use", "answer": ["play", "sit"]},
        {"question": "miss", "answer": ["A fountain"]},
    ]
