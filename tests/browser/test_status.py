"""What a phone says about its line at every moment, and what of it a screen reader says."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.phones import ASK, DELIVERED, QUESTION, come_back, come_in, write
from tests.browser.stand_in import STATIC, Room, open_room
from workshop.join_page import words

pytestmark = pytest.mark.browser

REMEMBER = """() => {
  window.said = [];
  const aloud = document.querySelector(".aloud");
  new MutationObserver(() => window.said.push(aloud.textContent)).observe(aloud, { childList: true, characterData: true, subtree: true });
}"""


def stop_the_clock(phone: Page) -> None:
    """From now on the phone's time goes on only when it is told to."""
    phone.clock.pause_at(phone.evaluate("Date.now()") / 1000 + 0.1)


def test_it_is_said_whether_something_waits_is_on_its_way_or_was_sent(phone: Page, room: Room) -> None:
    status = phone.locator(".status")
    phone.clock.install()
    room.show(QUESTION, ASK)
    come_in(phone, room)
    expect(status).to_have_text("● Connected")
    room.silent = True
    stop_the_clock(phone)
    write(phone, "Bees")
    expect(status).to_have_text("↑ Sending…")
    phone.clock.run_for(2000)
    expect(status).to_have_text("▲ Waiting: 1 not sent")
    phone.clock.resume()
    room.silent = False
    come_back(phone, room)
    expect(status).to_have_text("● Sent ✓")
    expect(status).to_have_text("● Connected")


def test_what_is_written_without_a_network_is_shown_at_once_as_waiting(phone: Page, room: Room) -> None:
    room.show(QUESTION, ASK)
    come_in(phone, room)
    phone.clock.install()
    phone.context.set_offline(True)
    expect(phone.locator(".status")).to_have_text("▲ Waiting for the network")
    stop_the_clock(phone)
    write(phone, "Bees")
    expect(phone.locator(".cards.waiting")).to_have_text("Beeswaiting")


def test_a_lost_network_is_seen_within_two_seconds(phone: Page, room: Room) -> None:
    phone.clock.install()
    room.show(QUESTION, ASK)
    come_in(phone, room)
    stop_the_clock(phone)
    phone.context.set_offline(True)
    phone.clock.run_for(2000)
    expect(phone.locator(".status")).to_have_text("▲ Waiting for the network")
    phone.context.set_offline(False)
    phone.clock.run_for(2000)
    expect(phone.locator(".status")).to_have_text("● Connected")


def test_a_network_that_freezes_is_seen_two_seconds_after_something_was_sent(phone: Page, room: Room) -> None:
    phone.clock.install()
    room.show(QUESTION, ASK)
    come_in(phone, room)
    with room.frozen():
        stop_the_clock(phone)
        write(phone, "Bees")
        phone.clock.run_for(2000)
        expect(phone.locator(".status")).to_have_text("▲ Waiting: 1 not sent")
        phone.clock.resume()
    expect(phone.locator(".status")).to_have_text("● Sent ✓")
    assert len({command["id"] for command in room.received}) == 1


def test_a_network_that_freezes_while_nothing_is_sent_is_seen_by_the_missing_heartbeat(phone: Page) -> None:
    with open_room(ping_s=1) as room:
        room.show(QUESTION, ASK)
        come_in(phone, room)
        with room.frozen():
            expect(phone.locator(".status")).to_have_text("▲ Waiting for the network")
        expect(phone.locator(".status")).to_have_text("● Connected")
        assert room.connects == 1, "it was the same line all the time"


@pytest.mark.parametrize("noticed_by", ["the missing acknowledgement", "the missing heartbeat"])
def test_a_line_that_stays_frozen_is_given_up_and_another_one_is_opened(phone: Page, noticed_by: str) -> None:
    with open_room(ping_s=1 if "heartbeat" in noticed_by else 60) as room:
        room.show(QUESTION, ASK)
        come_in(phone, room)
        with room.frozen(), phone.expect_websocket(timeout=40_000):
            if "acknowledgement" in noticed_by:
                write(phone, "Bees")
        expect(phone.locator(".status")).to_have_text(DELIVERED)
        assert room.connects > 1
        assert len({command["id"] for command in room.received}) == ("acknowledgement" in noticed_by)


def test_what_is_said_aloud_is_only_that_we_wait_and_that_it_is_over(phone: Page, room: Room) -> None:
    room.show(QUESTION, ASK)
    come_in(phone, room)
    expect(phone.locator(".aloud")).to_have_text("Connected")
    phone.evaluate(REMEMBER)
    for text in ("Bees", "Trees", "A well"):
        write(phone, text)
        expect(phone.locator(".outcome")).to_have_text("Sent ✓")
    assert phone.evaluate("said") == []
    room.stop()
    write(phone, "Shade")
    write(phone, "Benches")
    expect(phone.locator(".aloud")).to_contain_text("Waiting")
    room.start()
    expect(phone.locator(".aloud")).to_have_text("Connected")
    said = phone.evaluate("said")
    assert said[-2:] == ["Waiting for the network. What you send is kept.", "Connected"]
    assert len(said) <= 3, "two words were sent meanwhile, and not counted aloud"
    assert phone.locator(".aloud").get_attribute("role") == "status"


def test_it_is_said_in_the_language_of_the_phone(phone: Page, room: Room) -> None:
    room.words["fr"] = words(STATIC, "fr")
    room.show(QUESTION, ASK)
    come_in(phone, room)
    phone.get_by_role("button", name="Menu").click()
    phone.get_by_label("Language").select_option("Français")
    phone.keyboard.press("Escape")
    status = phone.locator(".status")
    expect(status).to_have_text("● Connecté")
    room.silent = True
    write(phone, "Bees")
    expect(status).to_have_text("↑ Envoi…")
    expect(status).to_have_text("▲ En attente : 1 à envoyer")
    room.silent = False
    come_back(phone, room)
    expect(status).to_have_text("● Envoyé ✓")
    expect(status).to_have_text("● Connecté")
    room.stop()
    expect(status).to_have_text("▲ En attente du réseau")
    expect(phone.locator(".aloud")).to_have_text("En attente du réseau")
