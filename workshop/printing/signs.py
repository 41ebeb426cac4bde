"""The sign of a table: its number, and its shape in its colour, drawn so that black and white tells them apart too."""

from typing import Final
from xml.etree.ElementTree import Element

from workshop.printing.paper import add

SHAPES: Final = (
    "M50 4A46 46 0 1 0 50 96A46 46 0 1 0 50 4Z",
    "M50 6L97 90H3Z",
    "M8 8H92V92H8Z",
    "M50 2L98 50L50 98L2 50Z",
    "M50 2L61.8 35.6L97.4 36.5L69.1 58.1L79.2 92.2L50 72L20.8 92.2L30.9 58.1L2.6 36.5L38.2 35.6Z",
    "M27 10H73L96 50L73 90H27L4 50Z",
    "M34 4H66V34H96V66H66V96H34V66H4V34H34Z",
    "M50 3L97 37L79 93H21L3 37Z",
)


def shape(parent: Element, color: int) -> None:
    """The shape of a colour."""
    place = (color - 1) % len(SHAPES)
    drawing = add(parent, "svg", "", f"shape c{place + 1}", viewBox="0 0 100 100", aria_hidden="true")
    add(drawing, "path", d=SHAPES[place])


def sign(parent: Element, number: int, color: int, label: str) -> None:
    """A table's number beside its shape."""
    made = add(parent, "p", "", "sign wide" if number > 9 else "sign")
    add(made, "b", str(number), "number", role="img", aria_label=label)
    shape(made, color)
