"""Nothing that somebody said is lost or said twice: the outbox and the drafts of a phone."""

from dataclasses import replace

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.phones import ASK, DELIVERED, QUESTION, come_in, sent, write
from tests.browser.stand_in import Room
from workshop.blocks import Choices, Dot, Dots, Heading, Option

pytestmark = pytest.mark.browser


def test_a_draft_survives_a_reload(phone: Page, room: Room) -> None:
    room.show(QUESTION, ASK)
    come_in(phone, room)
    phone.get_by_label("Your idea").fill("A table to play chess, in the sha")
    phone.reload()
    expect(phone.get_by_label("Your idea")).to_have_value("A table to play chess, in the sha")


def test_what_is_said_without_a_network_is_sent_once_and_in_order_when_it_is_back(phone: Page, room: Room) -> None:
    room.show(QUESTION, ASK)
    come_in(phone, room)
    room.stop()
    expect(phone.locator(".status")).to_have_text("▲ Waiting for the network")
    write(phone, "Bees")
    write(phone, "Skate park")
    expect(phone.locator(".status")).to_have_text("▲ Waiting: 2 not sent")
    expect(phone.locator(".waiting .said")).to_have_text(["Bees", "Skate park"])
    room.start()
    expect(phone.locator(".status")).to_have_text("● Connected")
    expect(phone.locator(".status")).to_have_text(DELIVERED)
    assert sent(room) == ["Bees", "Skate park"]


def test_what_was_not_acknowledged_is_sent_again_after_a_reload_under_the_same_id(phone: Page, room: Room) -> None:
    room.show(QUESTION, ASK)
    come_in(phone, room)
    room.silent = True
    write(phone, "Bees")
    expect(phone.locator(".waiting .said")).to_have_text("Bees")
    write(phone, "Trees")
    room.silent = False
    phone.reload()
    phone.locator(".screen").wait_for()
    expect(phone.locator(".status")).to_have_text(DELIVERED)
    assert sent(room) == ["Bees", "Bees", "Trees"]
    assert room.received[0]["id"] == room.received[1]["id"] != room.received[2]["id"]


def test_a_refusal_is_said_and_gives_the_text_back(phone: Page, room: Room) -> None:
    room.show(QUESTION, ASK)
    come_in(phone, room)
    room.answer = lambda command: {"ok": False, "code": "closed", "message": "This round is closed: look at the wall."}
    write(phone, "Too late")
    alert = phone.get_by_role("alert")
    expect(alert).to_contain_text("This round is closed: look at the wall.")
    expect(phone.get_by_label("Your idea")).to_have_value("Too late")
    alert.get_by_role("button", name="Close").click()
    expect(alert).to_be_empty()


def test_a_refused_text_is_shown_when_the_next_one_is_being_written_already(phone: Page, room: Room) -> None:
    room.show(QUESTION, ASK)
    come_in(phone, room)
    room.stop()
    expect(phone.locator(".status")).to_contain_text("Waiting")
    write(phone, "Too late")
    phone.get_by_label("Your idea").fill("The next")
    room.answer = lambda command: {"ok": False, "code": "closed", "message": "Closed."}
    room.start()
    expect(phone.get_by_role("alert")).to_contain_text("Too late")
    expect(phone.get_by_label("Your idea")).to_have_value("The next")


def test_a_refused_text_is_shown_when_its_step_is_over_even_after_a_reload(phone: Page, room: Room) -> None:
    room.show(QUESTION, ASK)
    come_in(phone, room)
    room.stop()
    expect(phone.locator(".status")).to_contain_text("Waiting")
    write(phone, "Too late")
    room.answer = lambda command: {"ok": False, "code": "closed", "message": "This step is over."}
    room.prepare(Heading(id="question", text="Which ones?"), activity="vote", v=2)
    room.start()
    for _time in range(2):
        expect(phone.get_by_role("alert")).to_contain_text("This step is over.Too late")
        phone.reload()
    phone.get_by_role("alert").get_by_role("button", name="Close").click()
    phone.reload()
    phone.locator(".screen").wait_for()
    expect(phone.get_by_role("alert")).to_be_empty()


@pytest.mark.parametrize("code", ["try-again", "too-fast"])
def test_what_is_put_off_stays_and_is_sent_again_in_its_order(phone: Page, room: Room, code: str) -> None:
    room.show(QUESTION, ASK)
    come_in(phone, room)
    put_off = {"ok": False, "code": code, "message": "Not just now.", "after": 300}
    room.answer = lambda command: put_off if len(room.received) < 3 else {"ok": True, "seq": 1}
    write(phone, "Bees")
    write(phone, "Trees")
    room.wait_for(4)
    expect(phone.locator(".status")).to_have_text(DELIVERED)
    assert sent(room) == ["Bees", "Bees", "Bees", "Trees"]
    assert len({command["id"] for command in room.received}) == 2
    expect(phone.get_by_role("alert")).to_be_empty()


def test_ten_minutes_in_a_lift_and_then_one_delivery(phone: Page, room: Room) -> None:
    room.show(QUESTION, ASK)
    phone.clock.install()
    come_in(phone, room)
    phone.context.set_offline(True)
    expect(phone.locator(".status")).to_have_text("▲ Waiting for the network")
    for text in ("Bees", "Trees", "A well"):
        write(phone, text)
    phone.clock.fast_forward("10:00")
    expect(phone.locator(".status")).to_have_text("▲ Waiting: 3 not sent")
    phone.context.set_offline(False)
    phone.clock.fast_forward(400)  # it comes back at once, or nearly
    assert [args["text"] for args in room.wait_for(3)] == ["Bees", "Trees", "A well"]
    expect(phone.locator(".status")).to_have_text(DELIVERED)
    assert len(room.received) == 3


def test_a_tab_that_is_closed_leaves_its_words_to_the_next_visit(phone: Page, room: Room, context: BrowserContext) -> None:
    room.show(QUESTION, ASK)
    come_in(phone, room)
    room.silent = True
    write(phone, "Bees")
    room.wait_for(1)
    write(phone, "Trees")
    phone.close()
    room.silent = False
    later = context.new_page()
    later.goto(room.page)
    expect(later.locator(".status")).to_have_text(DELIVERED)
    assert sent(room) == ["Bees", "Bees", "Trees"]
    assert len({command["id"] for command in room.received}) == 2


def test_two_tabs_send_what_was_written_in_each_once(phone: Page, room: Room, context: BrowserContext) -> None:
    room.show(QUESTION, ASK)
    come_in(phone, room)
    other = context.new_page()
    other.goto(room.page)
    other.locator(".screen").wait_for()
    room.stop()
    for tab, text in ((phone, "Bees"), (other, "Trees"), (phone, "A well"), (other, "Shade")):
        expect(tab.locator(".status")).to_contain_text("Waiting")
        write(tab, text)
        expect(tab.locator(".waiting .said").filter(has_text=text)).to_be_visible()
    for tab in (phone, other):
        expect(tab.locator(".waiting .said")).to_have_text(["Bees", "Trees", "A well", "Shade"])
    room.start()
    for tab in (phone, other):
        expect(tab.locator(".status")).to_have_text(DELIVERED, timeout=40_000)
        expect(tab.locator(".waiting .said")).to_have_count(0)
        expect(tab.locator(".outcome")).to_have_text("Sent ✓")
    assert sorted(sent(room)) == ["A well", "Bees", "Shade", "Trees"]


def second_tab(room: Room, context: BrowserContext) -> Page:
    """Another tab of the same phone; it counts the drafts that it has heard are gone."""
    other = context.new_page()
    other.add_init_script("""window.gone = 0; addEventListener("storage", ({ key, newValue }) => {
        if (key.includes(".draft.") && newValue === null) window.gone += 1; });""")
    other.goto(room.page)
    other.locator(".screen").wait_for()
    return other


def test_a_tab_keeps_and_sends_what_it_shows_when_another_takes_the_draft_away(phone: Page, room: Room, context: BrowserContext) -> None:
    room.show(QUESTION, ASK)
    come_in(phone, room)
    other = second_tab(room, context)
    field = other.get_by_label("Your idea")
    write(phone, "Bees")
    other.wait_for_function("gone === 1")
    field.fill("Trees")
    taken = "Object.keys(localStorage).filter((key) => key.includes('.draft.')).map((key) => localStorage.removeItem(key)).length"
    expect(phone.get_by_label("Your idea")).to_have_value("Trees")
    assert phone.evaluate(taken) == 1  # as if the first tab were only now done with its own
    other.wait_for_function("gone === 2")
    expect(field).to_have_value("Trees")
    other.reload()
    expect(field).to_have_value("Trees")
    field.fill("Trees and shade")
    other.evaluate(f"new Promise((then) => {{ {taken}; setTimeout(then); }})")
    other.get_by_role("button", name="Send").click()
    room.wait_for(2)
    assert sent(room) == ["Bees", "Trees and shade"]


def test_what_one_tab_sends_is_no_longer_written_in_the_other(phone: Page, room: Room, context: BrowserContext) -> None:
    room.show(QUESTION, ASK)
    come_in(phone, room)
    other = second_tab(room, context)
    other.get_by_label("Your idea").fill("Bees")
    expect(phone.get_by_label("Your idea")).to_have_value("Bees")
    phone.get_by_role("button", name="Send").click()
    for tab in (phone, other):
        expect(tab.get_by_label("Your idea")).to_have_value("")
    room.wait_for(1)
    assert sent(room) == ["Bees"]


def test_a_tab_where_nobody_is_follows_what_is_written_in_another(phone: Page, room: Room, context: BrowserContext) -> None:
    room.show(QUESTION, ASK)
    come_in(phone, room)
    other = second_tab(room, context)
    other.get_by_label("Your idea").fill("Bees ar god")
    other.evaluate("document.hasFocus = () => false")
    expect(phone.get_by_label("Your idea")).to_have_value("Bees ar god")
    phone.get_by_label("Your idea").fill("Bees are good")
    expect(other.get_by_label("Your idea")).to_have_value("Bees are good")
    phone.get_by_role("button", name="Send").click()
    for tab in (phone, other):
        expect(tab.get_by_label("Your idea")).to_have_value("")


def test_a_tab_leaves_to_another_what_that_one_is_sending(phone: Page, room: Room, context: BrowserContext) -> None:
    room.show(QUESTION, ASK)
    come_in(phone, room)
    other = context.new_page()
    other.goto(room.page)
    other.locator(".screen").wait_for()
    room.silent = True
    write(phone, "Bees")
    room.wait_for(1)
    expect(other.locator(".waiting .said")).to_have_text(["Bees"])
    write(other, "Trees")
    room.wait_for(2)
    assert sent(room) == ["Bees", "Trees"]


def test_what_a_closed_tab_left_is_sent_by_the_tab_that_stays(phone: Page, room: Room, context: BrowserContext) -> None:
    room.show(QUESTION, ASK)
    come_in(phone, room)
    other = context.new_page()
    other.goto(room.page)
    other.locator(".screen").wait_for()
    room.stop()
    expect(other.locator(".status")).to_contain_text("Waiting")
    write(other, "Bees")
    expect(phone.locator(".status")).to_have_text("▲ Waiting: 1 not sent")
    other.close(run_before_unload=True)
    room.start()
    room.wait_for(1)
    expect(phone.locator(".status")).to_have_text(DELIVERED)
    assert sent(room) == ["Bees"]


def test_who_comes_in_by_one_tab_is_in_by_the_other(phone: Page, room: Room, context: BrowserContext) -> None:
    room.show(QUESTION, ASK)
    other = context.new_page()
    other.goto(room.page)
    expect(other.locator(".status")).to_have_text("● Connected")
    come_in(phone, room)
    expect(other.get_by_label("Your idea")).to_be_visible()
    assert len(room.joins) == 1


def test_a_choice_that_was_picked_and_not_sent_survives_a_reload(phone: Page, room: Room) -> None:
    options = (Option("yes", "Consent"), Option("no", "Objection"))
    room.show(QUESTION, Choices(id="signal", items=options, command="Signal", argument="signal", send="Send", chosen=("yes",)))
    come_in(phone, room)
    phone.get_by_label("Objection").check()
    phone.reload()
    expect(phone.get_by_label("Objection")).to_be_checked()
    room.silent = True
    phone.get_by_role("button", name="Send “Objection”").click()
    room.wait_for(1)
    phone.reload()
    expect(phone.get_by_label("Objection")).to_be_checked()
    expect(phone.locator(".outcome")).to_have_text("waiting")
    assert {command["args"]["signal"] for command in room.received} == {"no"}


def test_a_refused_choice_is_held_again(phone: Page, room: Room) -> None:
    options = (Option("yes", "Consent"), Option("no", "Objection"))
    room.show(QUESTION, Choices(id="signal", items=options, command="Signal", argument="signal", send="Send"))
    come_in(phone, room)
    room.answer = lambda command: {"ok": False, "code": "closed", "message": "Closed."}
    phone.get_by_label("Objection").check()
    phone.get_by_role("button", name="Send “Objection”").click()
    expect(phone.get_by_role("alert")).to_have_text("Closed.Close")
    expect(phone.get_by_label("Objection")).to_be_checked()
    expect(phone.get_by_role("button", name="Send “Objection”")).to_be_visible()


def test_dots_on_their_way_are_there_after_a_reload(phone: Page, room: Room) -> None:
    room.show(Dots(id="dots", items=(Dot("a", "Trees"), Dot("b", "Market")), command="Give", left=3, most=3))
    come_in(phone, room)
    room.silent = True
    for _tap in range(2):
        phone.get_by_role("button", name="Give a dot to “Trees”").click()
    room.wait_for(1)
    phone.reload()
    expect(phone.get_by_text("Dots left: 1")).to_be_visible()


def test_what_was_being_written_when_the_workshop_went_on_is_shown(phone: Page, room: Room) -> None:
    room.show(QUESTION, ASK)
    come_in(phone, room)
    phone.get_by_label("Your idea").fill("A table to play chess")
    room.show(Heading(id="question", text="Which ones?"), activity="vote", v=2)
    expect(phone.locator(".left")).to_contain_text("A table to play chess")
    phone.locator(".left").get_by_role("button", name="Close").click()
    expect(phone.locator(".left")).to_have_count(0)
    room.show(QUESTION, ASK, v=3)
    expect(phone.get_by_label("Your idea")).to_have_value("A table to play chess")


@pytest.mark.parametrize("fault", ["QuotaExceededError", "SecurityError"])
def test_a_phone_that_stores_nothing_says_so_only_while_something_waits(phone: Page, room: Room, fault: str) -> None:
    refuse = f"() => {{ throw new DOMException('no', '{fault}'); }}"
    methods = ("setItem", "getItem", "removeItem") if fault == "SecurityError" else ("setItem",)
    phone.add_init_script("".join(f"Storage.prototype.{method} = {refuse};" for method in methods))
    room.show(QUESTION, ASK)
    come_in(phone, room)
    write(phone, "Bees")
    expect(phone.locator(".status")).to_have_text(DELIVERED)
    expect(phone.get_by_text("Please keep this page open")).to_have_count(0)
    room.stop()
    expect(phone.locator(".status")).to_contain_text("Waiting")
    write(phone, "Trees")
    expect(phone.get_by_text("Please keep this page open")).to_be_visible()
    room.start()
    room.wait_for(2)
    expect(phone.get_by_text("Please keep this page open")).to_have_count(0)
    assert sent(room) == ["Bees", "Trees"]


def test_what_is_too_long_for_the_line_is_said_at_once_and_stays_in_its_field(phone: Page, room: Room) -> None:
    room.show(QUESTION, replace(ASK, fields=(replace(ASK.fields[0], limit=9000),)))
    come_in(phone, room)
    write(phone, "é" * 8000)
    expect(phone.get_by_role("alert")).to_contain_text("This is too long to be sent.")
    expect(phone.get_by_label("Your idea")).to_have_value("é" * 8000)
    write(phone, "Bees")
    expect(phone.locator(".status")).to_have_text(DELIVERED)
    assert sent(room) == ["Bees"]
