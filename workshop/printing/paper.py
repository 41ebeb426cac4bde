"""Paper: a document of sheets, built as a tree, so that what people wrote is only ever text."""

from collections.abc import Iterable
from typing import Final
from xml.etree.ElementTree import Element, SubElement, tostring

from workshop.language import direction
from workshop.qr import modules_of

A4: Final = "0 0 210 297"


def add(parent: Element, tag: str, text: str = "", classes: str = "", **attributes: str | int) -> Element:
    """A tag with text inside of another one; "_" in the name of an attribute stands for "-"."""
    given = {name.rstrip("_").replace("_", "-"): str(value) for name, value in attributes.items()}
    made = SubElement(parent, tag, {"class": classes, **given} if classes else given)
    made.text = text
    return made


def words(parent: Element, tag: str, text: str, classes: str = "") -> None:
    """What people or the plan say, from the side of its own language; nothing where there is nothing to say."""
    if text:
        add(parent, tag, text, classes, dir="auto")


def sheet(body: Element, classes: str) -> Element:
    """One side of paper."""
    return add(body, "section", "", f"sheet {classes}")


def code(parent: Element, text: str, label: str) -> None:
    """A QR code."""
    size, path = modules_of(text)
    drawing = add(parent, "svg", "", "code", viewBox=f"0 0 {size} {size}", role="img", aria_label=label, shape_rendering="crispEdges")
    add(drawing, "rect", width=size, height=size, fill="#fff")
    add(drawing, "path", d=path, fill="#000")


def cut_marks(parent: Element, across: Iterable[float], down: Iterable[float]) -> None:
    """Where to cut, in millimetres from the left and from the top: short lines at the edges of the sheet."""
    drawing = add(parent, "svg", "", "cuts", viewBox=A4, aria_hidden="true")
    for x in across:
        for top, end in ((3, 9), (288, 294)):
            add(drawing, "line", x1=f"{x:g}", x2=f"{x:g}", y1=top, y2=end)
    for y in down:
        for left, end in ((3, 9), (201, 207)):
            add(drawing, "line", x1=left, x2=end, y1=f"{y:g}", y2=f"{y:g}")


def document(title: str, language: str) -> tuple[Element, Element]:
    """An empty document, and its body."""
    root = Element("html", {"lang": language, "dir": direction(language)})
    head = SubElement(root, "head")
    add(head, "meta", charset="utf-8")
    add(head, "meta", name="viewport", content="width=device-width")
    add(head, "title", title)
    for name in ("tokens", "print"):
        add(head, "link", rel="stylesheet", href=f"/static/{name}.css")
    add(head, "script", " ", src="/static/print.js", type="module")
    return root, SubElement(root, "body")


def text_of(root: Element) -> str:
    """The document as HTML."""
    return "<!doctype html>" + tostring(root, encoding="unicode", method="html")
