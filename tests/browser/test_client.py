"""The phone client, as somebody in the room meets it: a real browser on a stand-in for the server."""

import gzip
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Response, expect, sync_playwright

from tests.browser.stand_in import ENGLISH, Json, Room, open_room
from workshop.blocks import (
    KINDS,
    Bar,
    Board,
    Button,
    Buttons,
    Card,
    Cards,
    Choices,
    Cloud,
    Column,
    Dot,
    Dots,
    Entry,
    Field,
    Form,
    Graph,
    Heading,
    Node,
    Option,
    Outline,
    Part,
    Phase,
    Phases,
    Progress,
    Round,
    Step,
    Tally,
    Text,
    Timer,
    Turn,
    Word,
    Wording,
    encode,
    merge_patch,
)

pytestmark = pytest.mark.browser

ASK = Form(id="idea", fields=(Field("text", "Your idea", input="text"),), command="Say", send="Send")
STEP = Step(id="step", text="Ideas", number=2, of=5)
QUESTION = Heading(id="question", text="What would make you come every week?")
ONE_OF_EACH = (
    STEP,
    Timer(id="timer", total=60_000, left=1),
    QUESTION,
    Text(id="text", text="A note", tone="note"),
    Wording(id="wording", label="Proposal", parts=(Part("the "), Part("first", "removed"), Part("the amended text", "added"))),
    ASK,
    Tally(id="tally", items=(Bar("a", "Trees", 12, detail="12 people"), Bar("b", "Cars", 0))),
    Progress(id="progress", done=3, of=4, label="Answers"),
    Phases(id="phases", items=(Phase("a", "Gather"), Phase("b", "Group")), now="b"),
    Graph(
        id="graph",
        items=(
            Node("topic", "The square", 0.5, 0.5, 0),
            Node("green", "Green group", 0, 0, 1, "topic", 1, 3),
            Node("bees", "Bees in the graph", 0, 0, 2, "green"),
        ),
    ),
    Outline(id="outline", items=(Entry("a", "First line", items=(Entry("b", "Second line"),)),)),
    Board(id="board", items=(Column("shade", "Shady column", 1, (Card("tree", "A tree"),)),), move="Move"),
    Cloud(id="cloud", items=(Word("hope", "hope", 5), Word("rain", "rain", 1))),
    Round(id="round", items=(Turn("a", "Ana", "now"), Turn("b", "Bo", "next"))),
)
SCRIPT = "<img src=x onerror=alert(1)><b>bold</b> {{boot}} </script>"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    arguments = ["--no-sandbox", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def room() -> Iterator[Room]:
    with open_room() as room:
        yield room


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def phone(context: BrowserContext) -> Iterator[Page]:
    """A phone on which no error may happen: neither an exception nor something that the page's policy refused."""
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if "Content Security Policy" in said.text else None)
    yield page
    assert errors == []


def come_in(phone: Page, room: Room) -> None:
    phone.goto(room.page)
    phone.get_by_role("button", name="Come in").click()
    phone.locator(".screen").wait_for()


def write(phone: Page, text: str) -> None:
    phone.get_by_label("Your idea").fill(text)
    phone.get_by_role("button", name="Send").click()


def sent(room: Room) -> list[str]:
    return [command["args"]["text"] for command in room.received]


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


def test_a_draft_survives_a_reload(phone: Page, room: Room) -> None:
    room.show(QUESTION, ASK)
    come_in(phone, room)
    phone.get_by_label("Your idea").fill("A table to play chess, in the sha")
    phone.reload()
    expect(phone.get_by_label("Your idea")).to_have_value("A table to play chess, in the sha")


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
    expect(phone.locator(".waiting .said")).to_have_count(0)
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
    expect(phone.locator(".waiting .said")).to_have_count(0)
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
    for words in (
        "the amended text",
        "12 people",
        "3 of 4",
        "Gather",
        "Green group",
        "First line",
        "Shady column",
        "hope",
        "▶ speaks now",
    ):
        expect(phone.get_by_text(words).first).to_be_visible()
    phone.get_by_text("Green group").click()
    expect(phone.get_by_text("Bees in the graph")).to_be_visible()
    phone.get_by_label("Move “A tree” to").select_option("A new group")
    assert room.wait_for(1) == [{"card": "tree", "to": ""}]
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


def test_the_next_step_takes_the_focus_to_its_heading(phone: Page, room: Room) -> None:
    room.show(QUESTION, ASK)
    come_in(phone, room)
    phone.get_by_label("Your idea").focus()
    room.show(Heading(id="question", text="Which ones?"), activity="vote", v=2)
    expect(phone.get_by_role("heading", name="Which ones?")).to_be_focused()


def test_another_language_can_be_chosen_at_any_time(phone: Page, room: Room) -> None:
    room.words["fr"] = {"Come in": "Entrer", "Connected": "Connecté"}
    room.show(QUESTION)
    phone.goto(room.page)
    phone.get_by_label("Language").select_option("Français")
    phone.get_by_role("button", name="Entrer").click()
    expect(phone.locator(".status")).to_have_text("● Connecté")
    expect(phone.locator("html")).to_have_attribute("lang", "fr")
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
    assert phone.locator("button, select, textarea, label.option").evaluate_all(small) == []
