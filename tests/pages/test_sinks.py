"""What people write is never markup: nothing on a page takes text as HTML, Markdown or script, but for the one record."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "workshop" / "pages").rglob("*.py"))
RECORD = ROOT / "workshop" / "pages" / "record.py"
MARKUP = {
    "html", "markdown", "link", "add_body_html", "restructured_text", "mermaid", "chat_message", "editor", "tooltip", "table",
    "interactive_image", "run_javascript", "add_slot", "Html", "Markdown",
}  # fmt: skip
FIXED = {"add_head_html", "add_css", "props"}
RAW = ("innerHTML", "outerHTML", "insertAdjacentHTML", "v-html", "document.write", "eval(", "new Function")


def sinks(source: str) -> list[str]:
    """What in some code could take a text for more than text."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    found = [f"{name} in line {call.lineno}" for call in calls if (name := _name(call)) in MARKUP and _called_on_something(call)]
    open_ones = [f"{name} in line {call.lineno}" for call in calls if (name := _name(call)) in FIXED and not _fixed(call.args)]
    handlers = [word for call in calls for word in call.keywords if word.arg == "js_handler"]
    scripts = [f"js_handler in line {word.value.lineno}" for word in handlers if not _constant(word.value)]
    notices = [f"html notice in line {call.lineno}" for call in calls for word in call.keywords if word.arg == "html"]
    return [*found, *open_ones, *scripts, *notices, *(word for word in RAW if word in source)]


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else call.func.id if isinstance(call.func, ast.Name) else ""


def _called_on_something(call: ast.Call) -> bool:
    """Our own `link` is a plain function; NiceGUI's are called on `ui` or on an element."""
    return isinstance(call.func, ast.Attribute) or _name(call)[:1].isupper()


def _fixed(values: list[ast.expr]) -> bool:
    """Said in the code itself, or chosen from what is; the language of a page is one of those that we know."""
    known = "f'lang={language} dir={direction(language)}'"
    chosen = (value for value in values if not isinstance(value, ast.Constant))
    return all((isinstance(value, ast.Subscript) and _constant(value.value)) or ast.unparse(value) == known for value in chosen)


def _constant(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) or (isinstance(value, ast.Name) and value.id.isupper())


@pytest.mark.parametrize("path", [path for path in PAGES if path != RECORD], ids=lambda path: path.name)
def test_a_page_has_no_place_for_markup(path: Path) -> None:
    assert sinks(path.read_text(encoding="utf-8")) == []


def test_the_record_alone_shows_html_and_only_what_was_made_clean() -> None:
    source = RECORD.read_text(encoding="utf-8")
    [sink] = sinks(source)
    assert sink.startswith("html ")
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    [shown] = [ast.unparse(call.args[0]) for call in calls if _name(call) == "html"]
    made = [
        ast.unparse(node.value)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == shown
    ]
    assert len(made) == 1
    assert made[0].startswith("await asyncio.to_thread(html_of, ")


@pytest.mark.parametrize("name", ["pages.js", "console.js"])
def test_the_scripts_of_the_pages_write_no_markup(name: str) -> None:
    source = (ROOT / "static" / name).read_text(encoding="utf-8")
    assert [word for word in RAW if word in source] == []


@pytest.mark.parametrize(
    "code",
    [
        "ui.html(card)",
        "ui.markdown(card)",
        "element.tooltip(card)",
        "ui.link(card, card)",
        "ui.add_head_html(f'<title>{title}</title>')",
        "element.props(f'title={card}')",
        "ui.run_javascript(f'show({card})')",
        "element.on('click', js_handler=f'() => {card}')",
        "ui.notify(card, html=True)",
        "element.props['innerHTML'] = card",
    ],
)
def test_a_place_for_markup_is_seen(code: str) -> None:
    assert sinks(code) != []
