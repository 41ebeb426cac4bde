"""What is filled in and pressed on the console. What is being typed is never lost: a form is changed in place."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from nicegui.element import Element

from workshop.pages.elements import Keyed, Words, adorn, box, toned
from workshop.pages.widgets.hands import Draw, Hands, ordered
from workshop.pages.widgets.pictures import picture_field

Json = Any
# All fields travel in one message, when the form is sent; nothing is sent while somebody types.
SENT = """(event) => {
  event.preventDefault();
  const data = new FormData(event.target), values = {};
  for (const name of new Set(data.keys())) values[name] = data.getAll(name).map(String);
  emit(values);
}"""


def form(hands: Hands) -> Draw:
    """Fields, and a button that sends them; a field that stays is changed in place, so that what is typed in it stays too."""
    asked: dict[str, Json] = {}
    with box("form", "form") as made:
        into, send = box().style("display: contents"), Words("button", "", "button go")
    send.props["type"] = "submit"
    keyed = Keyed(into, lambda id: _field(hands, id))

    async def sent(event: Any) -> None:
        fields = asked.get("fields", {})
        values = {name: _value(field, (event.args.get(name) or [""])[0]) for name, field in fields.items()}
        given = {name: value for name, value in values.items() if value is not None}
        accepted = await hands.send(asked["command"], {**asked.get("args", {}), **given})
        if accepted and not made.is_deleted:  # what was refused stays, to be put right
            made.run_method("reset")

    made.on("submit", sent, js_handler=SENT)

    def draw(block: Mapping[str, Json]) -> None:
        asked.clear()
        asked.update(block)
        keyed.draw({f"{field.get('input', 'line')} {name}": field for name, field in block.get("fields", {}).items()})
        send.say(block["send"])

    return draw


def _field(hands: Hands, id: str) -> tuple[Element, Draw]:
    kind, name = id.split(" ", 1)
    with box("field", "label") as made:
        label = Words("span")
        fill = picture_field(hands, name) if kind == "picture" else _input(kind, name)
        hint = Words("span", "", "soft hint")

    def draw(field: Mapping[str, Json]) -> None:
        label.say(field["label"])
        hint.say(field.get("hint", ""))
        fill(field)

    return made, draw


def _input(kind: str, name: str) -> Draw:
    made = box("", {"text": "textarea", "choice": "select"}.get(kind, "input"))
    adorn(made, name=name)
    if kind == "choice":
        return _select(made)
    adorn(made, **({"rows": 3} if kind == "text" else {"type": "text" if kind == "line" else kind}))

    def fill(field: Mapping[str, Json]) -> None:
        adorn(made, required=bool(field.get("required")), defaultValue=field.get("value", ""))
        if kind in ("line", "text"):
            adorn(made, maxlength=field.get("limit", 280), dir="auto")

    return fill


def _select(made: Element) -> Draw:
    wanted = [""]

    def option(id: str) -> tuple[Element, Draw]:
        one = Words("option")

        def draw(item: Mapping[str, Json]) -> None:
            one.say(item["text"])
            adorn(one, value=id, defaultSelected=id == wanted[0])

        return one, draw

    keyed = Keyed(made, option)

    def fill(field: Mapping[str, Json]) -> None:
        wanted[0] = field.get("value", "")
        adorn(made, required=bool(field.get("required")))
        keyed.draw(field.get("options", {}))

    return fill


def _value(field: Mapping[str, Json], text: str) -> Json:
    """A number as a number; an optional number or picture that is not there is left out; what is no number is refused by the method."""
    if field.get("input") == "picture":
        return text or None
    if field.get("input") != "number":
        return text
    for number in (int, float):
        with suppress(ValueError):
            return number(text)
    return text or None


def choices(hands: Hands) -> Draw:
    """Options with a mark each; without a command they are shown only, as the legend of what phones offer."""
    label, into = hands.heading("h3"), box()
    shown: list[Any] = []

    def draw(block: Mapping[str, Json]) -> None:
        label.say(block.get("label", ""))
        known = [block.get(name) for name in ("items", "command", "send", "args", "chosen", "most")]
        if known != shown:
            shown[:] = known
            into.clear()
            with into:
                _choices(hands, block)

    return draw


def _choices(hands: Hands, block: Mapping[str, Json]) -> None:
    several = block.get("most", 0) != 1
    with box("options", "form") as made:
        for id, option in ordered(block.get("items", {})):
            _option(id, option, block, several)
        if block.get("command"):
            Words("button", block["send"], "button go").props["type"] = "submit"

    async def sent(event: Any) -> None:
        chosen = event.args.get("choice") or []
        value = chosen if several else (chosen or [""])[0]
        await hands.send(block["command"], {**block.get("args", {}), block["argument"]: value})

    if block.get("command"):
        made.on("submit", sent, js_handler=SENT)


def _option(id: str, option: Mapping[str, Json], block: Mapping[str, Json], several: bool) -> None:
    with box("option", "label") as made:
        if block.get("command"):
            mark = box("", "input")
            mark.props["type"], mark.props["name"], mark.props["value"] = "checkbox" if several else "radio", "choice", id
            if id in block.get("chosen", []):
                mark.props["checked"] = True
        Words("span", {"circle": "●", "triangle": "▲", "square": "■"}.get(option.get("shape", ""), ""), "shape")
        with box():
            Words("b", option["text"])
            Words("span", option.get("detail", ""), "soft")
    toned(made, option.get("tone", ""))


def dots(hands: Hands) -> Draw:
    """Dots belong to people's own phones; a page shows what can be chosen."""
    label, into = hands.heading("h3"), box("options")
    shown: list[Any] = []

    def draw(block: Mapping[str, Json]) -> None:
        label.say(block.get("label", ""))
        items = ordered(block.get("items", {}))
        if items != shown:
            shown[:] = items
            into.clear()
            with into:
                for id, item in items:
                    _option(id, item, {}, False)

    return draw


def buttons(hands: Hands) -> Draw:
    """A row of buttons."""
    label, row = hands.heading("h3"), box("row")
    shown: list[Any] = []

    def draw(block: Mapping[str, Json]) -> None:
        label.say(block.get("label", ""))
        items = ordered(block.get("items", {}))
        if items != shown:
            shown[:] = items
            row.clear()
            with row:
                for _id, item in items:
                    hands.button(item)

    return draw
