"""What people wrote is shown as written by every reader of Markdown, of CSV and of YAML."""

import csv
import io
from html.parser import HTMLParser

import markdown  # type: ignore[import-untyped]
import pytest
import yaml as pyyaml  # type: ignore[import-untyped]
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from workshop.messages import clean
from workshop.record import escape

EXTENSIONS = ["abbr", "admonition", "attr_list", "def_list", "footnotes", "fenced_code", "sane_lists", "tables", "toc"]
NASTY = [
    "# not a title",
    "- not a list",
    "+ no",
    "1. no",
    "12) no",
    "> no quote",
    "| a | b |\n| - | - |",
    "===",
    "---",
    "a\n---",
    "a\n:-",
    "```\ncode\n```",
    "~~~\nx",
    "    indented",
    "*bold* __bold__ ~~gone~~ ==mark==",
    "[a](http://x.y)",
    "![i](http://x.y/z.png)",
    "[[link]] ![[file]] #tag %%comment%% ^block",
    "<b>bold</b><script>alert(1)</script>",
    "&lt; &amp; &#35; &copy;",
    "back\\slash \\* \\",
    "http://example.org www.example.org me@example.org",
    "$x^2$ $$y$$",
    ":smile: a: b\n: c",
    "[^1]: note",
    "*[HTML]: abbr",
    "!!! note\n    x",
    "{: #id .cls }",
    "[TOC]",
    "- [ ] task",
    "<!-- gone -->",
    "a  \nb\\\nc",
    "2026. A year",
    "<https://x.y>",
    "`a` ``b``",
]
marks = st.text(alphabet="ab 1.)\n#-+*_`~=|<>[](){}!&$^:%@\\/w\"';é", max_size=40)


class Seen(HTMLParser):
    """The text of a page and the elements that it is made of."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.elements = "", set[str]()
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.text += " " if tag in ("br", "p") else ""


def shown(source: str) -> dict[str, Seen]:
    """What three readers of Markdown show."""
    return {
        "commonmark": Seen(MarkdownIt("commonmark").render(source)),
        "gfm": Seen(MarkdownIt("js-default").enable(["table", "strikethrough"]).render(source)),
        "python-markdown": Seen(markdown.markdown(source, extensions=EXTENSIONS)),
    }


@pytest.mark.parametrize("text", NASTY)
def test_every_mark_is_shown_and_works_nowhere(text: str) -> None:
    _is_shown_as_written(text)


@given(marks)
@example("a\n\n\n=")
@example("1)\n-")
def test_any_mixture_of_marks_is_shown_as_written(text: str) -> None:
    _is_shown_as_written(text)


def _is_shown_as_written(text: str) -> None:
    for reader, seen in shown(escape.paragraph(text)).items():
        assert seen.text.split() == clean(text).split(), reader
        assert seen.elements <= {"p", "br"}, reader


@given(marks)
def test_a_list_item_stays_one_item(text: str) -> None:
    source = f"- {escape.inline(text) or 'x'}\n- last"
    for reader, seen in shown(source).items():
        assert seen.elements == {"ul", "li"}, reader
        assert seen.text.split() == [*(clean(text).split() or ["x"]), "last"], reader


def test_addresses_are_no_links_for_github() -> None:
    said = escape.inline("see https://a.example, www.b.example, c@d.example")
    assert "https://" not in said
    assert "www." not in said
    assert "@" not in said


def test_lines_are_kept() -> None:
    assert escape.paragraph("one\ntwo\n\n\nthree") == "one  \ntwo\n\nthree"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"])
def test_a_cell_never_starts_a_formula(text: str) -> None:
    assert escape.cell(text) == f"'{text}"


def test_an_ordinary_cell_stays_as_it_is() -> None:
    text = 'a, "b" = c\nd'
    file = io.StringIO()
    csv.writer(file).writerow([escape.cell(text)])
    assert next(csv.reader(io.StringIO(file.getvalue(), newline=""))) == [text]


@given(st.text())
def test_a_yaml_scalar_comes_back(text: str) -> None:
    assert pyyaml.safe_load(f"a: {escape.yaml(text)}\n") == {"a": text}
