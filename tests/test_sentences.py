"""What the product says is always a sentence that can be found and translated, never a bare text in the code."""

import ast
import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

from workshop import blocks, method
from workshop.language import Message, Words

ROOT = Path(__file__).parents[1]
SAYING = ("_", "n_")
NAME = "Palabre"
MODULES = ("workshop.blocks", "workshop.method", "workshop.pages.elements")
SOURCES = sorted(path for part in ("workshop", "methods") for path in (ROOT / part).rglob("*.py"))
SCREENS = [path for path in SOURCES if not {"rehearsal", "testing", "samples"} & {*path.parent.parts, path.stem}]


def words_of(cls: type) -> dict[int | str, str]:
    """The fields of a class that are said to somebody, by their name and by their place among the arguments."""
    found = [(place, one) for place, one in enumerate(dataclasses.fields(cls)) if one.type in (Words, Message, Message | None)]
    named: dict[int | str, str] = {one.name: one.name for _place, one in found}
    return named | {place: one.name for place, one in found if not one.kw_only}


SAID = {
    name: words_of(cls)
    for module in (blocks, method)
    for name, cls in vars(module).items()
    if isinstance(cls, type) and dataclasses.is_dataclass(cls)
} | {"Words": {1: "text", "text": "text"}, "button": {0: "text", "text": "text"}, "link": {0: "text", "text": "text"}}


def calls(tree: ast.AST, *names: str) -> Iterator[ast.Call]:
    """The calls of some names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node


def unfindable(source: str) -> list[int]:
    """The lines that say something which Babel cannot find: no literal text, or inside an f-string."""
    tree = ast.parse(source)
    hidden = [call for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for call in calls(node, *SAYING)]
    return sorted({call.lineno for call in [*_open(tree), *hidden]})


def _open(tree: ast.AST) -> Iterator[ast.Call]:
    for call in calls(tree, *SAYING):
        texts = call.args[:2] if isinstance(call.func, ast.Name) and call.func.id == "n_" else call.args[:1]
        if not texts or not all(isinstance(text, ast.Constant) and isinstance(text.value, str) for text in texts):
            yield call


def bare(source: str) -> list[str]:
    """English text given to a block, a button or a rejection without `_()`."""
    tree = ast.parse(source)
    own = {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module in MODULES
        for alias in node.names
        if alias.name in SAID
    }
    return [text for name in own for call in calls(tree, name) for value in _said(call, own[name]) for text in _texts(value)]


def _said(call: ast.Call, name: str) -> Iterator[ast.expr]:
    yield from (value for place, value in enumerate(call.args) if place in SAID[name])
    yield from (one.value for one in call.keywords if one.arg in SAID[name])


def _texts(value: ast.AST) -> Iterator[str]:
    if isinstance(value, ast.Call | ast.Subscript | ast.Compare):
        return
    if isinstance(value, ast.Constant) and isinstance(value.value, str) and re.search(r"[a-z]", value.value.replace(NAME, "")):
        yield value.value
    for child in ast.iter_child_nodes(value):
        yield from _texts(child)


def test_the_fields_that_are_said_are_known() -> None:
    assert SAID["Button"] == {"label": "label", "confirm": "confirm", "why": "why", 1: "label", 5: "confirm", 6: "why"}
    assert {"text", "above"} <= set(SAID["Heading"])
    assert "message" in SAID["Rejected"]
    assert "text" not in SAID["Part"], "what people wrote is not ours to translate"


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ('_("Hello {who}", who=name)', []),
        ('_(\n    "A long "\n    "sentence"\n)', []),
        ("_(text)", [1]),
        ('_("Hello " + who)', [1]),
        ('_(f"Hello {who}")', [1]),
        ('n_("{count} idea", more, 2)', [1]),
        ("title = 1\nline = f\"## {say(_('About'))}\"", [2]),
    ],
)
def test_a_sentence_that_babel_cannot_find_is_seen(source: str, lines: list[int]) -> None:
    assert unfindable(source) == lines


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('Text(id="a", text="Please wait here.")', ["Please wait here."]),
        ('Text(id="a", text=_("Please wait here."))', []),
        ('Button("go", "Go on", "Go")', ["Go on"]),
        ('Input("name", "Your name")', ["Your name"]),
        ('Text(id="a", text="Not yet" if wait else _("Yes"))', ["Not yet"]),
        ('Text(id="a", text=f"{count} people here")', [" people here"]),
        ('Text(id="a b", text=written)', []),
        ('Button("go", "Undo", "Undo")', ["Undo"]),
        ('Shown("p", "Undo", "soft")', ["Undo"]),
        ('Shown("h1", "Palabre")', []),
    ],
)
def test_a_bare_text_is_seen(code: str, found: list[str]) -> None:
    names = "from workshop.blocks import Button, Text\nfrom workshop.blocks import Field as Input\n"
    assert bare(f"{names}from workshop.pages.elements import Words as Shown\n{code}") == found


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_sentence_can_be_found(path: Path) -> None:
    assert unfindable(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", SCREENS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_text_on_a_screen_can_be_translated(path: Path) -> None:
    assert bare(path.read_text(encoding="utf-8")) == []


def test_the_phone_says_only_what_can_be_found() -> None:
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "static" / "phone").glob("*.js")]
    called = [after for source in sources for after in re.findall(r"(?<![\w.])(?<!function )t\((.)", source)]
    found = extract_from_dir(ROOT / "static", method_map=[("vendor/**", "ignore"), ("**.js", "javascript")], keywords={"t": None})
    assert called == ['"'] * len(list(found))
