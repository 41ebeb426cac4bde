"""The few elements that every page is made of: tags with our own classes, and never anybody's markup."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from nicegui import ui
from nicegui.element import Element
from nicegui.elements.mixins.text_element import TextElement

Json = Any
ONCE: Final = "(event) => event.detail > 1 || emit()"
EACH: Final = "() => emit()"


def box(classes: str = "", tag: str = "div") -> Element:
    """A tag to put others into."""
    return ui.element(tag).classes(classes)


class Words(TextElement):
    """A tag with text; text is all that it can hold."""

    def __init__(self, tag: str, text: str = "", classes: str = "") -> None:
        super().__init__(tag=tag, text=text)
        self.classes(classes)
        self.set_visibility(bool(text))

    def say(self, text: str) -> None:
        """Another text; without one the tag is not there."""
        self.set_text(text)
        self.set_visibility(bool(text))


def button(text: str, press: Callable[[], Any], classes: str = "", key: str = "", once: bool = True) -> Words:
    """A button of ours; `key` is the key that does the same. A double click counts `once`: else Next would go two steps."""
    made = Words("button", text, f"button {classes}")
    made.props["type"] = "button"
    if key:
        made.props["data-key"] = key
    if once:
        made.on("click", lambda _event: press(), js_handler=ONCE)
    else:
        made.on("click", lambda _event: press(), js_handler=EACH)
    return made


def link(text: str, to: str, classes: str = "button", new_tab: bool = False) -> Words:
    """A link to a page of ours."""
    made = Words("a", text, classes)
    made.props["href"] = to
    if new_tab:
        made.props["target"] = "_blank"
    return made


class Keyed:
    """A container whose children are known by id: what is new is made, what went is removed, the rest is changed in place."""

    def __init__(self, into: Element, make: Callable[[str], tuple[Element, Callable[[Mapping[str, Json]], None]]]) -> None:
        self._into = into
        self._make = make
        self._made: dict[str, tuple[Element, Callable[[Mapping[str, Json]], None]]] = {}
        self._order: list[str] = []

    def draw(self, items: Mapping[str, Mapping[str, Json]]) -> None:
        """Makes the children those of `items`, in the order of their `pos`."""
        order = sorted(items, key=lambda id: items[id]["pos"])
        for id in [id for id in self._made if id not in items]:
            self._made.pop(id)[0].delete()
            self._order.remove(id)
        for place, id in enumerate(order):
            if id not in self._made:
                with self._into:
                    self._made[id] = self._make(id)
                self._order.append(id)
            if self._order[place : place + 1] != [id]:
                self._order.remove(id)
                self._order.insert(place, id)
                self._made[id][0].move(self._into, place)
            self._made[id][1](items[id])


def toned(element: Element, tone: str, others: Iterable[str] = ("soft", "note", "good", "now", "stop")) -> None:
    """Gives an element the class of its tone, in place of the one before."""
    element.classes(tone, remove=" ".join(other for other in others if other != tone))


def adorn(element: Element, **props: Json) -> None:
    """Gives an element some props ("_" stands for "-"); one that has them already is not sent again."""
    for name, value in props.items():
        key = name.replace("_", "-")
        if element.props.get(key) != value:
            element.props[key] = value
