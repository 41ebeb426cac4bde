"""A photo on its way from a phone: made small, sent when there is a network, kept over a reload, and never lost unsaid."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.phones import DELIVERED, QUESTION, come_back, come_in
from tests.browser.stand_in import CODE, Room
from tests.photos import MAKER, opened, photo, telltale
from workshop.blocks import Field, Form, Picture

pytestmark = pytest.mark.browser

FIELDS = (Field("picture", "A photo of the cloth", input="picture"), Field("alt", "What is on it", required=False))
PIN = Form(id="pin", fields=FIELDS, command="Pin", send="Pin it", args={"table": 3})


@pytest.fixture
def cloth(tmp_path: Path) -> Path:
    """A large photo that says where it was taken."""
    path = tmp_path / "cloth.jpg"
    path.write_bytes(photo(size=(4000, 3000)))
    return path


def choose(phone: Page, path: Path) -> None:
    phone.locator("input[type=file]").first.set_input_files(path)


def pin(phone: Page) -> None:
    phone.get_by_role("button", name="Pin it").click()


def test_a_photo_is_made_small_sent_and_named_in_the_command(phone: Page, room: Room, cloth: Path) -> None:
    room.show(QUESTION, PIN)
    come_in(phone, room)
    choose(phone, cloth)
    expect(phone.get_by_text("The picture is there.")).to_be_visible()
    phone.get_by_label("What is on it").fill("Three circles")
    pin(phone)
    [(id, sent)] = room.pictures.items()
    assert opened(sent).size == (1600, 1200)
    assert len(sent) < len(cloth.read_bytes())
    assert room.wait_for(1) == [{"table": 3, "picture": f"{CODE}-{id}-40x30", "alt": "Three circles"}]
    expect(phone.get_by_text("The picture is there.")).to_have_count(0)
    expect(phone.locator(".preview")).to_have_count(0)


def test_where_it_was_taken_does_not_leave_the_phone(phone: Page, room: Room, tmp_path: Path) -> None:
    path = tmp_path / "cloth.jpg"
    path.write_bytes(telltale(orientation=6))
    room.show(QUESTION, PIN)
    come_in(phone, room)
    choose(phone, path)
    expect(phone.get_by_text("The picture is there.")).to_be_visible()
    [sent] = room.pictures.values()
    assert MAKER.encode() not in sent
    assert opened(sent).size == (480, 640)  # upright


def test_without_a_network_it_waits_and_goes_by_itself(phone: Page, room: Room, cloth: Path) -> None:
    room.show(QUESTION, PIN)
    come_in(phone, room)
    room.stop()
    expect(phone.locator(".status")).to_contain_text("Waiting")
    choose(phone, cloth)
    expect(phone.locator(".preview img")).to_be_visible()
    pin(phone)
    expect(phone.get_by_text("It is sent as soon as the picture is there.")).to_be_visible()
    assert room.received == []
    come_back(phone, room)
    room.wait_for(1)
    expect(phone.locator(".status")).to_have_text(DELIVERED)
    assert len(room.pictures) == 1


def test_it_is_kept_over_a_reload_and_so_is_the_wish_to_send_it(phone: Page, room: Room, cloth: Path) -> None:
    room.show(QUESTION, PIN)
    come_in(phone, room)
    room.picture_answer = (503, {"ok": False, "code": "try-again", "message": "", "after": 60_000})
    choose(phone, cloth)
    expect(phone.get_by_text("The picture waits for the network.")).to_be_visible()
    pin(phone)
    expect(phone.get_by_text("It is sent as soon as the picture is there.")).to_be_visible()
    room.picture_answer = None
    phone.reload()
    [args] = room.wait_for(1)
    assert args["picture"].startswith(CODE)
    assert len(room.pictures) == 1  # under the same id


def test_what_is_refused_is_said_and_nothing_is_sent(phone: Page, room: Room, cloth: Path) -> None:
    room.show(QUESTION, PIN)
    come_in(phone, room)
    room.picture_answer = (422, {"ok": False, "code": "no-picture", "message": "This picture cannot be read."})
    choose(phone, cloth)
    expect(phone.get_by_text("This picture cannot be read.")).to_be_visible()
    pin(phone)
    expect(phone.locator("input[type=file]").first).to_be_focused()
    expect(phone.get_by_text("This picture cannot be read.")).to_be_visible()
    room.picture_answer = None
    choose(phone, cloth)
    expect(phone.get_by_text("The picture is there.")).to_be_visible()
    assert room.received == []


def test_one_that_was_chosen_by_mistake_is_removed(phone: Page, room: Room, cloth: Path) -> None:
    room.show(QUESTION, PIN)
    come_in(phone, room)
    choose(phone, cloth)
    phone.get_by_role("button", name="Remove it").click()
    expect(phone.locator(".preview")).to_have_count(0)
    phone.reload()
    expect(phone.get_by_role("button", name="Pin it")).to_be_visible()
    expect(phone.locator(".preview")).to_have_count(0)


def test_a_command_that_is_refused_gives_the_picture_back(phone: Page, room: Room, cloth: Path) -> None:
    room.show(QUESTION, PIN)
    come_in(phone, room)
    room.answer = lambda command: {"ok": False, "code": "closed", "message": "Closed."}
    choose(phone, cloth)
    expect(phone.get_by_text("The picture is there.")).to_be_visible()
    pin(phone)
    expect(phone.get_by_role("alert")).to_have_text("Closed.Close")
    expect(phone.get_by_text("The picture is there.")).to_be_visible()


def test_a_phone_that_forgets_keeps_no_picture(phone: Page, room: Room, cloth: Path) -> None:
    room.show(QUESTION, PIN)
    come_in(phone, room)
    room.picture_answer = (503, {"ok": False, "code": "try-again", "message": "", "after": 60_000})
    choose(phone, cloth)
    expect(phone.get_by_text("The picture waits for the network.")).to_be_visible()
    phone.get_by_role("button", name="Menu").click()
    phone.get_by_role("button", name="Leave", exact=True).click()
    phone.get_by_role("button", name="Leave, and erase what I wrote").click()
    expect(phone.get_by_text("You have left.")).to_be_visible()
    kept = """async () => {
      const base = await new Promise((then) => { const asked = indexedDB.open('palabre.%s'); asked.onsuccess = () => then(asked.result); });
      const all = base.transaction('pictures').objectStore('pictures').count();
      return new Promise((then) => { all.onsuccess = () => then(all.result); });
    }"""
    assert phone.evaluate(kept % CODE) == 0


def test_the_place_of_a_picture_is_kept_before_it_is_there_and_a_tap_shows_it_large(phone: Page, room: Room) -> None:
    picture = Picture(id="cloth", picture=f"{CODE}-0-400x300", alt="The cloth of table 3", caption="Round 2")
    phone.route("**/live/picture/*", lambda route: route.fulfill(body=photo(size=(400, 300)), content_type="image/jpeg"))
    room.show(QUESTION, picture, PIN)
    come_in(phone, room)
    box = phone.locator(".enlarges img").bounding_box()
    assert box
    assert abs(box["width"] / box["height"] - 4 / 3) < 0.05
    phone.get_by_role("button", name="The cloth of table 3").click()
    expect(phone.get_by_role("dialog", name="The cloth of table 3")).to_be_visible()
    phone.keyboard.press("Escape")
    expect(phone.get_by_role("dialog")).to_have_count(0)
