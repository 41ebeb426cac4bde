"""How a phone comes back: by itself, spread over time, calmly when it is told to wait."""

import pytest
from playwright.sync_api import Page, WebSocket, expect

from tests.browser.phones import ASK, DELIVERED, QUESTION, come_in, sent, write
from tests.browser.stand_in import Room

pytestmark = pytest.mark.browser

WAITS = """async ([failures, times]) => {
  const { waitAfter } = await import("/static/phone/pace.js");
  return Array.from({ length: times }, () => waitAfter(failures));
}"""


def test_who_is_told_to_wait_is_told_so_calmly_and_comes_in_by_itself(phone: Page, room: Room) -> None:
    room.refusal = {"code": "wait", "message": "Many people are coming in. It goes on by itself.", "after": 400}
    phone.goto(room.page)
    calm = phone.locator("main").get_by_role("status").filter(has_text="It goes on by itself.")
    expect(calm).to_be_visible()
    expect(phone.locator(".status")).to_have_text("▲ Waiting for the network")
    expect(phone.get_by_role("button", name="Try again")).to_have_count(0)
    room.refusal = None
    expect(phone.locator(".status")).to_have_text("● Connected")
    expect(calm).to_have_count(0)


def test_nobody_who_waits_comes_sooner_than_told(phone: Page, room: Room) -> None:
    room.refusal = {"code": "wait", "message": "It goes on by itself.", "after": 60_000}
    sockets: list[WebSocket] = []
    phone.on("websocket", lambda socket: sockets.append(socket))
    phone.clock.install()
    phone.goto(room.page)
    expect(phone.get_by_text("It goes on by itself.")).to_be_visible()
    room.refusal = None
    phone.evaluate("dispatchEvent(new Event('online')); document.dispatchEvent(new Event('visibilitychange'))")
    phone.clock.fast_forward(59_000)
    assert len(sockets) == 1
    phone.clock.fast_forward(31_000)
    expect(phone.locator(".status")).to_have_text("● Connected")
    assert len(sockets) == 2


@pytest.mark.parametrize("code", ["no-such-room", "full"])
def test_who_is_refused_may_try_again_and_does_not_knock_by_itself(phone: Page, room: Room, code: str) -> None:
    room.refusal = {"code": code, "message": "Not here."}
    phone.clock.install()
    phone.goto(room.page)
    expect(phone.get_by_role("alert").get_by_text("Not here.")).to_be_visible()
    phone.clock.fast_forward("05:00")
    assert room.connects == 1
    room.refusal = None
    phone.get_by_role("button", name="Try again").click()
    expect(phone.locator(".status")).to_have_text("● Connected")
    expect(phone.get_by_role("alert")).to_be_empty()


def test_a_thousand_phones_spread_over_two_seconds_and_wait_longer_and_longer(phone: Page, room: Room) -> None:
    phone.goto(room.page)
    first, second, tenth = (sorted(phone.evaluate(WAITS, [failures, 1000])) for failures in (0, 1, 10))
    busiest = max(sum(start <= wait < start + 100 for wait in first) for start in range(0, 2000, 100))
    assert first[-1] <= 2000
    assert busiest < 100, "of a thousand, within a tenth of a second"
    assert 1500 < second[0] < second[-1] < 4000
    assert 4000 < tenth[0] < 5000
    assert 8500 < tenth[-1] <= 9000


def test_a_phone_that_wakes_up_looks_whether_the_line_is_still_there(phone: Page, room: Room) -> None:
    room.show(QUESTION, ASK)
    phone.clock.install()
    come_in(phone, room)
    phone.clock.fast_forward(2500)
    room.prepare(QUESTION, ASK.__class__(id="idea", fields=ASK.fields, command="Say", send="Tell"), v=7)
    phone.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(phone.get_by_role("button", name="Tell")).to_be_visible()
    assert room.syncs == 1
    assert room.connects == 1


def test_a_network_that_is_back_is_used_at_once(phone: Page, room: Room) -> None:
    phone.clock.install()
    room.show(QUESTION, ASK)
    come_in(phone, room)
    room.stop()
    expect(phone.locator(".status")).to_contain_text("Waiting")
    write(phone, "Bees")
    phone.clock.pause_at(phone.evaluate("Date.now()") / 1000 + 1)
    room.start()
    phone.evaluate("dispatchEvent(new Event('online'))")
    phone.clock.run_for(300)
    expect(phone.locator(".status")).to_have_text(DELIVERED)
    assert sent(room) == ["Bees"]


def test_a_wish_to_come_in_that_was_not_heard_is_kept_over_a_reload(phone: Page, room: Room) -> None:
    room.show(QUESTION, ASK)
    room.silent = True
    phone.goto(room.page)
    phone.get_by_label("Your name, if you like").fill("Ana")
    phone.get_by_role("button", name="Come in").click()
    expect(phone.get_by_role("button", name="Come in")).to_be_disabled()
    expect(phone.get_by_text("waiting", exact=True)).to_be_visible()
    room.silent = False
    phone.reload()
    expect(phone.get_by_label("Your idea")).to_be_visible()
    assert room.joins == 2 * [{"name": "Ana", "language": "en", "accepts": True}]


def test_what_is_typed_at_the_door_survives_a_reload(phone: Page, room: Room) -> None:
    phone.goto(room.page)
    phone.get_by_label("Your name, if you like").fill("Ana")
    phone.reload()
    expect(phone.get_by_label("Your name, if you like")).to_have_value("Ana")


def test_where_websockets_do_not_get_through_polling_does(phone: Page, room: Room) -> None:
    phone.route_web_socket("**/live/**", lambda socket: socket.close())
    room.show(QUESTION, ASK)
    come_in(phone, room)
    write(phone, "Bees")
    expect(phone.locator(".status")).to_have_text(DELIVERED)
    assert sent(room) == ["Bees"]
