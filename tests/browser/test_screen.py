"""The screen of a phone as it changes: patches, gaps, and a field that stays where it is."""

from dataclasses import replace

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.phones import ASK, QUESTION, STEP, come_back, come_in, write
from tests.browser.stand_in import ENGLISH, Json, Room
from workshop.blocks import Card, Cards, Field, Form, Heading, Text, encode, merge_patch

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("old", "patch", "new"),
    [
        ({"a": "b"}, {"a": "c"}, {"a": "c"}),
        ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
        ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
        ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
        ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
        ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
        ({"a": "foo"}, {"a": {"b": {"c": None}}}, {"a": {"b": {}}}),
        (["a", "b"], ["c", "d"], ["c", "d"]),
        ({"a": "foo"}, None, None),
    ],
)
def test_a_patch_is_applied_as_rfc_7386_says(phone: Page, room: Room, old: Json, patch: Json, new: Json) -> None:
    phone.goto(room.page)
    applied = "async ([old, patch]) => (await import('/static/phone/screen.js')).patched(old, patch)"
    assert phone.evaluate(applied, [old, patch]) == new


def test_patches_change_the_screen_and_a_gap_asks_for_all_of_it(phone: Page, room: Room) -> None:
    before, after = Text(id="note", text="one", pos=20), Text(id="note", text="two", pos=20)
    room.show(QUESTION, before)
    come_in(phone, room)
    room.emit("patch", {"v": 2, "from": 1, "shared": merge_patch(encode([before], ENGLISH), encode([after], ENGLISH))})
    expect(phone.get_by_text("two", exact=True)).to_be_visible()
    assert room.syncs == 0
    room.prepare(QUESTION, Text(id="note", text="four"), v=4)
    room.emit("patch", {"v": 4, "from": 3, "shared": {"note": {"text": "never seen"}}})
    expect(phone.get_by_text("four", exact=True)).to_be_visible()
    assert room.syncs == 1


def test_what_is_for_one_person_stands_where_its_position_says(phone: Page, room: Room) -> None:
    room.show(Text(id="a", text="first"), Text(id="c", text="third"), mine=(Text(id="b", text="second", pos=15),))
    come_in(phone, room)
    expect(phone.locator(".screen .text")).to_have_text(["first", "second", "third"])


def test_a_patch_does_not_move_the_caret(phone: Page, room: Room) -> None:
    room.show(QUESTION, ASK)
    come_in(phone, room)
    field = phone.get_by_label("Your idea")
    field.fill("A chess table")
    field.evaluate("(it) => { it.setSelectionRange(2, 7); window.same = it; }")
    cards = Cards(id="said", pos=5, items=(Card("1", "Bees"), Card("2", "Trees")))
    room.emit("patch", {"v": 2, "from": 1, "shared": {"said": encode([cards], ENGLISH)["said"], "idea": {"send": "Send it"}}})
    expect(phone.get_by_role("button", name="Send it")).to_be_visible()
    expect(phone.get_by_text("Bees")).to_be_visible()
    expect(field).to_be_focused()
    assert field.evaluate("(it) => [it === window.same, it.value, it.selectionStart, it.selectionEnd]") == [
        True, "A chess table", 2, 7
    ]  # fmt: skip


def test_what_the_server_fills_in_can_be_emptied_and_follows_it_until_then(phone: Page, room: Room) -> None:
    field = Field("text", "Your idea", value="Bees")
    room.show(QUESTION, Form(id="idea", fields=(field,), command="Amend", send="Send"))
    come_in(phone, room)
    room.emit("patch", {"v": 2, "from": 1, "shared": {"idea": {"fields": {"text": {"value": "Wild bees"}}}}})
    expect(phone.get_by_label("Your idea")).to_have_value("Wild bees")
    phone.get_by_label("Your idea").fill("")
    room.emit("patch", {"v": 3, "from": 2, "shared": {"idea": {"send": "Amend"}}})
    expect(phone.get_by_role("button", name="Amend")).to_be_visible()
    expect(phone.get_by_label("Your idea")).to_have_value("")


def test_the_next_step_takes_the_focus_to_its_heading(phone: Page, room: Room) -> None:
    room.show(QUESTION, ASK)
    come_in(phone, room)
    phone.get_by_label("Your idea").focus()
    room.show(Heading(id="question", text="Which ones?"), activity="vote", v=2)
    expect(phone.get_by_role("heading", name="Which ones?")).to_be_focused()


def place(part: Locator) -> int:
    """How far from the upper edge of the glass it stands, in whole pixels."""
    box = part.bounding_box()
    assert box is not None
    return round(box["y"])


LONG = Cards(id="said", pos=5, items=tuple(Card(str(number), f"Idea {number}") for number in range(8)))


@pytest.mark.parametrize("scrolled", [0, 200])
def test_what_comes_in_above_does_not_move_the_field_in_which_somebody_writes(phone: Page, room: Room, scrolled: int) -> None:
    few = Cards(id="said", pos=5, items=LONG.items[:2])
    room.show(QUESTION, few, ASK, *(Text(id=f"t{number}", text="More below.\n\n\n") for number in range(8)))
    come_in(phone, room)
    field = phone.get_by_label("Your idea")
    field.focus()
    phone.evaluate("(y) => scrollTo(0, y)", scrolled)
    field.press_sequentially("A che")
    before = place(field)
    for v, cards in enumerate((LONG, few, LONG), start=2):
        room.emit("patch", {"v": v, "from": v - 1, "shared": {"said": encode([cards], ENGLISH)["said"] | {"empty": None}}})
        gone = {str(number): None for number in range(2, 8)} if cards is few else {}
        room.emit("patch", {"v": v, "from": v, "shared": {"said": {"items": gone}}})
        expect(phone.locator(".cards .card")).to_have_count(len(cards.items))
        field.press_sequentially("s")
        assert place(field) == before
    expect(field).to_have_value("A chesss")
    expect(field).to_be_focused()


def test_room_that_was_held_for_a_field_is_given_back_when_nobody_writes(phone: Page, room: Room) -> None:
    room.show(replace(QUESTION, pos=1), LONG, ASK)
    come_in(phone, room)
    heading, field = phone.get_by_role("heading", level=1), phone.get_by_label("Your idea")
    top = place(heading)
    field.focus()
    phone.evaluate("scrollTo(0, 0)")
    before = place(field)
    room.emit("patch", {"v": 2, "from": 1, "shared": {"said": None}})
    expect(phone.locator(".cards .card")).to_have_count(0)
    assert place(field) == before
    assert place(heading) > top
    field.blur()
    room.emit("patch", {"v": 3, "from": 2, "shared": {"idea": {"send": "Tell"}}})
    expect(phone.get_by_role("button", name="Tell")).to_be_visible()
    assert place(heading) == top


def test_words_on_their_way_do_not_move_the_field(phone: Page, room: Room) -> None:
    room.show(QUESTION, LONG, ASK)
    come_in(phone, room)
    field = phone.get_by_label("Your idea")
    field.focus()
    before = place(field)
    for number in range(4):
        field.press_sequentially(f"Idea {number}")
        phone.get_by_role("button", name="Send").click()
        field.focus()
        room.wait_for(number + 1)
        assert place(field) == before


def test_what_is_sent_at_once_moves_nothing_below_the_form(phone: Page, room: Room) -> None:
    room.show(QUESTION, ASK, Text(id="below", text="Below"))
    come_in(phone, room)
    room.silent = True
    write(phone, "Bees")
    expect(phone.locator(".status")).to_have_text("↑ Sending…")
    before = place(phone.get_by_text("Below"))
    room.silent = False
    come_back(phone, room)
    expect(phone.locator(".outcome")).to_have_text("Sent ✓")
    assert place(phone.get_by_text("Below")) == before


def test_a_screen_without_a_heading_is_headed_by_its_step(phone: Page, room: Room) -> None:
    room.show(STEP, ASK)
    come_in(phone, room)
    expect(phone.get_by_role("heading", level=1)).to_have_text("Ideas")
    room.emit("patch", {"v": 2, "from": 1, "shared": encode([replace(QUESTION, pos=1)], ENGLISH)})
    expect(phone.get_by_role("heading", level=1)).to_have_text(["What would make you come every week?"])
