"""Fields of the forms of a process, and what comes out of them."""

from collections.abc import Callable, Mapping
from typing import Any

from nicegui.element import Element

from workshop.messages import clean
from workshop.pages.elements import Keyed, Words, adorn, box

Json = Any


def field(label: str, name: str, hint: str = "", tag: str = "input", classes: str = "field", **props: Json) -> Element:
    """A field with its label; `props` go to what is filled in."""
    with box(classes, "label"):
        Words("span", label)
        made = box("", tag)
        adorn(made, name=name, **props)
        Words("span", hint, "soft hint")
    return made


def tick(label: str, name: str, value: str = "yes", checked: bool = False, hint: str = "") -> Element:
    """A box to tick, with its label behind it."""
    with box("tick", "label"):
        made = box("", "input")
        adorn(made, type="checkbox", name=name, value=value, defaultChecked=checked)
        with box():
            Words("span", label)
            Words("span", hint, "soft hint")
    return made


class Choice:
    """A choice from a list that may change while it is shown."""

    def __init__(self, label: str, name: str, hint: str = "", classes: str = "field") -> None:
        with box(classes, "label") as self.element:
            Words("span", label)
            self.select = box("", "select")
            adorn(self.select, name=name)
            Words("span", hint, "soft hint")
        self._chosen = ""
        self._keyed = Keyed(self.select, self._option)

    def draw(self, options: Mapping[str, str], chosen: str = "") -> None:
        """Offers these, in this order."""
        self._chosen = chosen
        self._keyed.draw({id: {"pos": place, "text": text} for place, (id, text) in enumerate(options.items())})

    def _option(self, id: str) -> tuple[Element, Callable[[Mapping[str, Json]], None]]:
        made = Words("option")
        adorn(made, value=id)

        def draw(item: Mapping[str, Json]) -> None:
            made.say(item["text"])
            adorn(made, defaultSelected=id == self._chosen)

        return made, draw


def first(given: Mapping[str, Json], name: str) -> str:
    """What was written in a field, without what nobody sees."""
    return clean(str((given.get(name) or [""])[0]))


def several(given: Mapping[str, Json], name: str) -> tuple[str, ...]:
    """What was ticked under a name."""
    return tuple(str(one) for one in given.get(name) or ())


def number(given: Mapping[str, Json], name: str, otherwise: int = 0) -> int:
    """The number that was written in a field."""
    text = first(given, name)
    return int(text) if text.isdecimal() and len(text) < 9 else otherwise
