"""The plain path of a phone whose network breaks websockets and polling, against answers as the server gives them, and worse ones."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Page, Route, WebSocketRoute, expect

from tests.browser.phones import ASK, DELIVERED, QUESTION, write
from tests.browser.stand_in import CODE, ENGLISH, Room
from workshop.blocks import encode

pytestmark = pytest.mark.browser

WELCOME = {"person": "p1", "token": "secret", "workshop": {"title": "A living square"}, "language": "en", "now": 0, "joined": True}
SCREEN = {"mark": "m1", "v": 1, "activity": "ideas", "shared": encode([QUESTION, ASK], ENGLISH), "mine": {}}
Answer = tuple[int, Any]


@dataclass
class Path:
    """What the plain path answers, and what it was asked."""

    answers: dict[str, list[Answer]]
    asked: list[tuple[str, str]] = field(default_factory=list)

    def answer(self, route: Route) -> None:
        """Gives the answers to an event one after the other, the last one again and again; None hangs, or breaks off."""
        body = json.loads(route.request.post_data or "null")
        event = body["event"] if body else "news"
        self.asked.append((event, route.request.headers.get("authorization", "")))
        answers = self.answers[event]
        status, data = answers.pop(0) if len(answers) > 1 else answers[0]
        if status == 0:
            route.abort()
        elif status != 204 or event != "news":
            text = data if isinstance(data, str) else json.dumps(data)
            route.fulfill(status=status, body=text, content_type="application/json")


@pytest.fixture
def path(phone: Page) -> Iterator[Path]:
    path = Path({"connect": [(200, {"ok": True, "welcome": WELCOME})], "news": [(200, SCREEN), (204, None)], "do": [(200, {"ok": True})]})
    phone.route_web_socket("**/live/**", lambda socket: socket.close())
    phone.route("**/live/socket.io/**", lambda route: route.abort())
    phone.route("**/live/plain/**", path.answer)
    phone.add_init_script("Math.random = () => 0")  # the shortest waits
    yield path
    phone.unroute_all(behavior="ignoreErrors")


def test_a_screen_comes_and_a_word_goes_out_with_the_token_of_the_phone(phone: Page, room: Room, path: Path) -> None:
    phone.goto(room.page)
    phone.locator(".screen").wait_for()
    write(phone, "Bees")
    expect(phone.locator(".status")).to_have_text(DELIVERED)
    assert path.asked[:2] == [("connect", ""), ("news", "Bearer secret")]
    assert path.asked.count(("do", "Bearer secret")) == 1


def test_what_is_put_off_or_breaks_off_is_sent_again(phone: Page, room: Room, path: Path) -> None:
    put_off = {"ok": False, "code": "too-fast", "message": "Very fast.", "after": 100}
    path.answers["do"] = [(200, put_off), (0, None), (502, "<html>Bad gateway</html>"), (200, {"ok": True})]
    phone.goto(room.page)
    phone.locator(".screen").wait_for()
    write(phone, "Bees")
    expect(phone.locator(".status")).to_have_text(DELIVERED, timeout=40_000)
    assert [event for event, _token in path.asked].count("do") == 4
    expect(phone.get_by_role("alert")).to_be_empty()


def test_a_phone_that_the_workshop_forgot_asks_as_a_stranger(phone: Page, room: Room, path: Path) -> None:
    path.answers["connect"] = [(401, {"ok": False, "code": "unknown"}), (200, {"ok": True, "welcome": WELCOME | {"joined": False}})]
    phone.add_init_script(f"localStorage.setItem('palabre.{CODE}.token', '\"old\"')")
    phone.goto(room.page)
    expect(phone.get_by_role("button", name="Come in")).to_be_visible()
    expect(phone.locator(".status")).to_have_text("● Connected")
    assert path.asked[-2:] == [("connect", "Bearer old"), ("connect", "")]


def test_who_is_told_to_wait_here_waits_calmly_too(phone: Page, room: Room, path: Path) -> None:
    wait = {"ok": False, "code": "wait", "message": "Many people are coming in.", "after": 3000}
    path.answers["connect"] = [(200, wait), (200, {"ok": True, "welcome": WELCOME})]
    phone.goto(room.page)
    expect(phone.locator("main").get_by_text("Many people are coming in.")).to_be_visible()
    expect(phone.locator(".screen")).to_be_visible(timeout=40_000)


def test_a_network_that_cuts_every_socket_after_a_moment_is_left_for_the_plain_path(phone: Page, room: Room, path: Path) -> None:
    def cut(socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()
        server.on_message(lambda message: socket.close() if "welcome" in str(message) else socket.send(message))

    phone.route_web_socket("**/live/**", cut)
    phone.goto(room.page)
    expect(phone.locator(".screen")).to_be_visible(timeout=40_000)
    write(phone, "Bees")
    expect(phone.locator(".status")).to_have_text(DELIVERED)
    assert ("do", "Bearer secret") in path.asked


def test_a_portal_that_answers_everything_with_its_own_page_counts_as_no_network(phone: Page, room: Room, path: Path) -> None:
    path.answers["connect"] = [(200, "<html>Please sign in to this Wi-Fi</html>")]
    phone.goto(room.page)
    phone.wait_for_function("() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/plain/'))")
    expect(phone.locator(".status")).to_have_text("▲ Waiting for the network")
    expect(phone.get_by_role("alert")).to_be_empty()
