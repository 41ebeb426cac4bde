"""The blocks of a screen on a phone, drawn and used: a real browser on a stand-in for the server."""

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from tests.browser.phones import ASK, QUESTION, STEP, come_in
from tests.browser.stand_in import Room
from workshop.blocks import KINDS, Button, Buttons, Card, Cards, Choices, Dot, Dots, Field, Form, Heading, Option, Timer
from workshop.pages.gallery.samples import PAIRS

pytestmark = pytest.mark.browser

ONE_OF_EACH = tuple(replace(block, id=block.kind) for block, _later in PAIRS)
SCRIPT = "<img src=x onerror=alert(1)><b>bold</b> {{boot}} </script>"


def test_a_form_sends_its_fields_with_its_arguments_and_is_empty_again(phone: Page, room: Room) -> None:
    fields = (
        Field("what", "What"),
        Field("cost", "Cost", input="number"),
        Field("when", "When", input="date"),
        Field("who", "Who", input="choice", options=(Option("us", "We"), Option("town", "The town"))),
        Field("why", "Why", required=False),
    )
    room.show(Form(id="pact", fields=fields, command="Promise", send="Promise", args={"from": "i1"}))
    come_in(phone, room)
    phone.get_by_role("button", name="Promise").click()
    expect(phone.get_by_label("What")).to_be_focused()
    expect(phone.get_by_text("Please fill this in.")).to_be_visible()
    phone.get_by_label("What").fill("Plant trees")
    phone.get_by_label("Cost").fill("12")
    phone.get_by_label("When").fill("2027-04-01")
    phone.get_by_label("Who").select_option("The town")
    phone.get_by_role("button", name="Promise").click()
    expect(phone.locator(".outcome")).to_contain_text("Sent ✓")
    expect(phone.get_by_label("What")).to_have_value("")
    args = {"from": "i1", "what": "Plant trees", "cost": 12, "when": "2027-04-01", "who": "town", "why": ""}
    [command] = room.received
    assert command == {"id": command["id"], "activity": "ideas", "name": "Promise", "args": args}


def test_what_people_write_is_shown_as_written(phone: Page, room: Room) -> None:
    room.boot["notice"] = SCRIPT
    phone.goto(room.page)
    expect(phone.locator(".notice")).to_have_text(SCRIPT)
    items = (Card("1", SCRIPT, above=SCRIPT, detail=SCRIPT), Card("2", "اقتراح"))
    option = Option("x", SCRIPT, SCRIPT)
    room.show(
        Heading(id="h", text=SCRIPT),
        Cards(id="c", items=items),
        Choices(id="o", items=(option,), command="C", argument="a", send="Send"),
    )
    come_in(phone, room)
    expect(phone.get_by_text(SCRIPT, exact=True)).to_have_count(6)
    assert phone.locator("main img, main b b, main script").count() == 0
    assert phone.get_by_text("اقتراح").evaluate("(it) => getComputedStyle(it).direction") == "rtl"


def test_every_kind_of_block_is_drawn(phone: Page, room: Room) -> None:
    room.show(*ONE_OF_EACH)
    come_in(phone, room)
    for words in ("for a year", "3 people", "3 of 9", "Gather", "hope", "▶ speaks now", "Host: Ana", "Go to", "Table 3"):
        expect(phone.get_by_text(words).first).to_be_visible()
    phone.locator("summary", has_text="Green").first.click()
    expect(phone.locator("details", has_text="Green").get_by_text("Trees").first).to_be_visible()
    phone.get_by_label("Move “Bees” to").select_option("A new group")
    assert room.wait_for(1) == [{"card": "bees", "to": ""}]
    assert phone.get_by_text("This part cannot be shown here.").count() == 0
    kinds = phone.evaluate("async () => Object.keys((await import('/static/phone/blocks.js')).KINDS)")
    assert sorted(kinds) == sorted(KINDS)


def test_choosing_says_what_will_be_sent_and_can_be_changed(phone: Page, room: Room) -> None:
    options = (Option("yes", "Consent", "I can live with it", "good", "circle"), Option("no", "Objection", "", "stop", "square"))
    signal = Choices(id="signal", items=options, command="Signal", argument="signal", send="Send")
    room.show(QUESTION, signal)
    come_in(phone, room)
    expect(phone.get_by_role("button", name="Send")).to_be_disabled()
    phone.get_by_label("Consent").check()
    phone.get_by_role("button", name="Send “Consent”").click()
    expect(phone.get_by_text("You can still change it.")).to_be_visible()
    phone.get_by_label("Objection").check()
    phone.get_by_role("button", name="Send “Objection”").click()
    expect(phone.get_by_text("You can still change it.")).to_be_visible()
    assert [command["args"] for command in room.received] == [{"signal": "yes"}, {"signal": "no"}]
    room.emit("patch", {"v": 2, "from": 1, "shared": {"signal": {"chosen": ["yes"]}}})
    expect(phone.get_by_label("Consent")).to_be_checked()


def test_several_can_be_chosen_but_not_more_than_allowed(phone: Page, room: Room) -> None:
    options = tuple(Option(id, id.upper()) for id in "abc")
    room.show(Choices(id="most", items=options, command="Pick", argument="ids", send="Send", most=2, args={"round": 1}))
    come_in(phone, room)
    phone.get_by_role("checkbox", name="A").check()
    phone.get_by_role("checkbox", name="B").check()
    expect(phone.get_by_role("checkbox", name="C")).to_be_disabled()
    phone.get_by_role("button", name="Send (2 / 2)").click()
    expect(phone.locator(".outcome")).to_contain_text("Sent ✓")
    assert room.received[0]["args"] == {"round": 1, "ids": ["a", "b"]}


def test_dots_are_given_and_taken_back_at_once(phone: Page, room: Room) -> None:
    room.show(Dots(id="dots", items=(Dot("a", "Trees", 1), Dot("b", "Market")), command="Give", left=2, most=2))
    come_in(phone, room)
    more = phone.get_by_role("button", name="Give a dot to “Trees”")
    more.click()
    expect(more).to_be_disabled()
    expect(phone.get_by_text("Dots left: 1")).to_be_visible()
    phone.get_by_role("button", name="Take a dot back from “Trees”").click()
    expect(phone.get_by_text("Dots left: 2")).to_be_visible()
    assert room.wait_for(2) == [{"option": "a", "dots": 2}, {"option": "a", "dots": 1}]


def test_on_a_scale_each_option_gets_a_number_and_can_get_another(phone: Page, room: Room) -> None:
    room.show(Dots(id="scale", items=(Dot("a", "Trees", 7), Dot("b", "Market", -1)), command="Rate", left=1, most=10, scale=True))
    come_in(phone, room)
    market, trees = (phone.get_by_role("group", name=name) for name in ("Market", "Trees"))
    expect(trees.get_by_role("button", name="7")).to_have_attribute("aria-pressed", "true")
    expect(phone.get_by_text("Still to rate: 1")).to_be_visible()
    market.get_by_role("button", name="0").first.click()
    expect(phone.get_by_text("Still to rate: 0")).to_be_visible()
    market.get_by_role("button", name="10").click()
    expect(market.get_by_role("button", name="10")).to_have_attribute("aria-pressed", "true")
    assert room.wait_for(2) == [{"option": "b", "dots": 0}, {"option": "b", "dots": 10}]


def test_a_button_that_asks_first_sends_only_after_yes(phone: Page, room: Room) -> None:
    room.show(Buttons(id="b", items=(Button("go", "Withdraw", "Withdraw", {"idea": "i1"}, confirm="Take it away?"),)))
    come_in(phone, room)
    phone.get_by_role("button", name="Withdraw").click()
    phone.get_by_role("dialog").get_by_role("button", name="Cancel").click()
    phone.get_by_role("button", name="Withdraw").click()
    expect(phone.get_by_role("dialog")).to_contain_text("Take it away?")
    phone.get_by_role("dialog").get_by_role("button", name="Withdraw").click()
    expect(phone.get_by_role("dialog")).to_have_count(0)
    assert room.wait_for(1) == [{"idea": "i1"}]


def test_the_timer_follows_the_clock_of_the_server(phone: Page, room: Room) -> None:
    room.show(QUESTION, Timer(id="timer", total=600_000, ends=room.now + 250_000))
    come_in(phone, room)
    expect(phone.get_by_role("timer")).to_have_text("4:10 left")
    room.show(Timer(id="timer", total=600_000, left=61_000))
    expect(phone.get_by_role("timer")).to_have_text("1:01 left, paused")


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_is_wider_than_the_phone_and_targets_are_large(phone: Page, room: Room, width: int) -> None:
    long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    phone.set_viewport_size({"width": width, "height": 640})
    room.show(
        STEP, Heading(id="h", text=long), ASK,
        Cards(id="c", items=(Card("1", long, long, long, 3, buttons=(Button("x", long, "X"),)),)),
        Choices(id="o", items=(Option("x", long, long),), command="C", argument="a", send=long),
        Dots(id="d", items=(Dot("x", long, 1),), command="D", left=1, most=3),
    )  # fmt: skip
    come_in(phone, room)
    assert phone.evaluate("document.documentElement.scrollWidth") <= width
    small = "(all) => all.map((it) => [it.textContent, it.getBoundingClientRect().height]).filter(([, h]) => h < 44)"
    assert phone.locator("button:visible, select:visible, textarea:visible, label.option:visible").evaluate_all(small) == []
