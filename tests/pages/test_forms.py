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


async def test_what_is_being_typed_outlives_a_change_of_the_form_itself(canvas: Canvas) -> None:
    def ask(text: str, hands: str) -> Form:
        fields = (Field("text", "Your idea", value=text), Field("hands", f"Hands of {hands}", input="number", required=False))
        return Form(id="ask", fields=fields, command="Say", send="Send", args={"table": hands})

    canvas.show(ask("Trees", "3"))
    [form], fields = canvas.tagged("form"), canvas.tagged("input")
    canvas.show(ask("Trees and water", "4"))
    assert canvas.tagged("form") == [form]
    assert canvas.tagged("input") == fields  # the browser keeps what was typed: the same input has another default
    assert fields[0].props["defaultValue"] == "Trees and water"
    assert "Hands of 4" in canvas.texts()
    await canvas.trigger(form, "submit", {"text": ["Shade"], "hands": ["12"]})
    assert canvas.sent == [("Say", {"table": "4", "text": "Shade", "hands": 12})]


async def test_a_prefilled_value_that_is_gone_leaves_the_field_empty(canvas: Canvas) -> None:
    canvas.show(Form(id="ask", fields=(Field("text", "Your idea", value="Trees"),), command="Say", send="Send"))
    canvas.show(Form(id="ask", fields=(Field("text", "Your idea"),), command="Say", send="Send"))
    assert canvas.tagged("input")[0].props["defaultValue"] == ""


async def test_a_choice_starts_at_its_value(canvas: Canvas) -> None:
    kinds = (Option("concern", "Concern"), Option("objection", "Objection"))
    canvas.show(Form(id="f", fields=(Field("kind", "Kind", "choice", options=kinds, value="objection"),), command="Add", send="Add"))
    assert [one.props.get("defaultSelected") for one in canvas.tagged("option")] == [False, True]
