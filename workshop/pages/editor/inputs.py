"""What is filled in on the editor: fields that send what is typed as it is typed, and are never changed from here."""

from collections.abc import Callable
from typing import Any, Final

from nicegui.element import Element

from workshop.fields import Field
from workshop.language import Speaker
from workshop.pages.elements import Words, adorn, box

Json = Any
TYPED: Final = "(event) => emit(event.target.value)"
TICKED: Final = "(event) => emit(event.target.checked)"
PAUSE_S: Final = 0.3
Changed = Callable[[Json], None]
Mark = Callable[[str], None]


def heard(made: Element, changed: Changed) -> None:
    """Tells what stands in a field soon after each key, and at once when it is left."""
    made.on("input", lambda event: changed(event.args), js_handler=TYPED, throttle=PAUSE_S, leading_events=False)
    made.on("change", lambda event: changed(event.args), js_handler=TYPED)


def entry(label: str, value: str, changed: Changed, hint: str = "", tag: str = "input", short: bool = False, **props: Json) -> Mark:
    """A field with its label; what is returned marks it as wrong, with the reason, or as right."""
    with box("field short" if short else "field", "label"):
        Words("span", label)
        made = box("", tag)
        adorn(made, defaultValue=value, **props)
        Words("span", hint, "soft hint")
        wrong = Words("span", "", "wrong")
    wrong.props["role"] = "status"
    heard(made, changed)

    def mark(reason: str) -> None:
        wrong.say(reason)
        adorn(made, aria_invalid="true" if reason else "false")

    return mark


def setting(say: Speaker, asked: Field, value: Json, changed: Changed) -> Mark:
    """The field of a setting."""
    label, hint = say(asked.label), say(asked.help)
    value = asked.default if value is None else value
    match asked.kind:
        case "switch":
            return _switch(label, hint, value is True, changed)
        case "choice":
            return _choice(label, hint, {id: say(words) for id, words in asked.options.items()}, str(value or ""), changed)
        case "number":
            bounds = {"min": asked.least, "max": asked.most}
            given = {name: f"{bound:g}" for name, bound in bounds.items() if bound is not None}
            return entry(label, _text(value), changed, hint, short=True, type="number", inputmode="numeric", **given)
        case "date":
            return entry(label, _text(value), changed, hint, short=True, type="date")
        case "lines":
            return entry(label, "\n".join(value or ()), changed, hint, "textarea", rows=4, dir="auto")
        case "text":
            return entry(label, _text(value), changed, hint, "textarea", rows=3, maxlength=asked.limit, dir="auto")
        case "line":
            return entry(label, _text(value), changed, hint, maxlength=asked.limit, dir="auto")
        case "other":
            return _shown(label, _text(value))


def _switch(label: str, hint: str, on: bool, changed: Changed) -> Mark:
    with box("field switch", "label"):
        made = box("", "input")
        adorn(made, type="checkbox", role="switch", defaultChecked=on)
        with box():
            Words("span", label)
            Words("span", hint, "soft hint")
            wrong = Words("span", "", "wrong")
    made.on("change", lambda event: changed(event.args), js_handler=TICKED)
    return wrong.say


def _choice(label: str, hint: str, options: dict[str, str], chosen: str, changed: Changed) -> Mark:
    with box("field short", "label"):
        Words("span", label)
        with box("", "select") as made:
            for id, text in options.items():
                adorn(Words("option", text), value=id, defaultSelected=id == chosen)
        Words("span", hint, "soft hint")
        wrong = Words("span", "", "wrong")
    made.on("change", lambda event: changed(event.args), js_handler=TYPED)
    return wrong.say


def _shown(label: str, value: str) -> Mark:
    with box("field"):
        Words("span", label)
        Words("code", value)
        wrong = Words("span", "", "wrong")
    return wrong.say


def _text(value: Json) -> str:
    return "" if value is None else str(value)
