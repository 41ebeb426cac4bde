"""What a facilitator fills in and presses: it is sent as the method asked for it, and nothing that is being written is lost."""

from tests.pages.conftest import Canvas
from workshop.blocks import Button, Buttons, Choices, Field, Form, Option, Progress

ASK = Form(
    id="ask",
    fields=(Field("text", "Your idea"), Field("hands", "Hands", input="number", required=False)),
    command="Say",
    send="Send",
    args={"table": 3},
)


def reset(canvas: Canvas) -> bool:
    """Whether the browser was told to empty a form."""
    return any("reset" in str(message) for message in canvas.client.outbox.messages)


async def test_a_form_sends_its_fields_with_its_arguments_and_is_emptied(canvas: Canvas) -> None:
    canvas.show(ASK)
    [form] = canvas.tagged("form")
    await canvas.trigger(form, "submit", {"text": ["Trees"], "hands": ["12"]})
    assert canvas.sent == [("Say", {"table": 3, "text": "Trees", "hands": 12})]
    assert reset(canvas)


async def test_an_optional_number_that_is_empty_is_left_out(canvas: Canvas) -> None:
    canvas.show(ASK)
    [form] = canvas.tagged("form")
    await canvas.trigger(form, "submit", {"text": ["Trees"], "hands": [""]})
    assert canvas.sent == [("Say", {"table": 3, "text": "Trees"})]


async def test_what_was_refused_stays_in_the_form(canvas: Canvas) -> None:
    canvas.accepts = False
    canvas.show(ASK)
    [form] = canvas.tagged("form")
    await canvas.trigger(form, "submit", {"text": ["Trees"], "hands": [""]})
    assert not reset(canvas)


async def test_a_form_is_not_made_again_when_something_else_changes(canvas: Canvas) -> None:
    canvas.show(ASK, Progress(id="p", done=1, of=3, label="have written"))
    [form], fields = canvas.tagged("form"), canvas.tagged("input")
    changed = canvas.show(ASK, Progress(id="p", done=2, of=3, label="have written"))
    assert canvas.tagged("form") == [form]
    assert canvas.tagged("input") == fields
    assert not changed & {form, *fields}


async def test_the_chosen_option_is_sent_as_the_named_argument(canvas: Canvas) -> None:
    options = (Option("yes", "Consent"), Option("no", "Objection"))
    canvas.show(Choices(id="c", items=options, command="Signal", argument="sign", send="Send"))
    [form] = canvas.tagged("form")
    await canvas.trigger(form, "submit", {"choice": ["no"]})
    canvas.show(Choices(id="c", items=options, command="Signal", argument="signs", send="Send", most=2))
    [form] = canvas.tagged("form")
    await canvas.trigger(form, "submit", {"choice": ["yes", "no"]})
    assert canvas.sent == [("Signal", {"sign": "no"}), ("Signal", {"signs": ["yes", "no"]})]


async def test_a_button_that_asks_first_sends_at_the_second_press(canvas: Canvas) -> None:
    canvas.show(Buttons(id="b", items=(Button("drop", "Drop it", "Drop", {"id": 7}, confirm="Really drop it?"),)))
    await canvas.trigger(canvas.saying("Drop it"), "click")
    assert canvas.sent == []
    await canvas.trigger(canvas.saying("Really drop it?"), "click")
    assert canvas.sent == [("Drop", {"id": 7})]
    assert "Drop it" in canvas.texts()
