"""A record on the staff's page: it reads as it should, and nothing in it acts."""

import time
from collections.abc import Callable, Mapping

import pytest

from workshop.language import Speaker
from workshop.messages import Entry
from workshop.method import Method
from workshop.record.markdown import record_of
from workshop.record.page import html_of
from workshop.record.typesetting import bullets

SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'


def test_a_record_reads_as_a_page(log: list[Entry], methods: Mapping[str, Method], speakers: Callable[[str], Speaker]) -> None:
    page = html_of(record_of(log, methods, speakers))
    assert "<h1>A square for all</h1>" in page
    assert "generator" not in page
    assert "<td># More trees - and shade</td>" in page
    assert "=A stage | for &lt;b&gt;all&lt;/b&gt;" in page


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "<a href='data:text/html,x'>x</a>",
        "![far](https://far.example/x.png)",
        "<svg onload=alert(1)>",
        "<iframe src=//far.example></iframe>",
        "<p style='background:url(//far.example)'>x</p>",
        "<form action=//far.example><input></form>",
    ],
)
def test_nothing_acts_and_nothing_is_fetched(text: str) -> None:
    page = html_of(f"before\n\n{text}\n\nafter")
    assert "before" in page
    assert "after" in page
    for bad in ("<script", "onerror", "javascript:", "data:", "far.example/x.png", "<svg", "<iframe", "style=", "<form", "<img"):
        assert bad not in page


def test_only_our_own_picture_is_shown_and_then_without_the_code_of_its_diagram() -> None:
    record = "![The map](mind-map.svg)\n\n```mermaid\nmindmap\n  root\n```\n\n![other](other.svg)"
    assert "mindmap" in html_of(record)
    page = html_of(record, {"mind-map.svg": SVG})
    assert page.count("<img") == 1
    assert '<img alt="The map" src="data:image/svg+xml;base64,' in page
    assert "mindmap" not in page


def test_words_that_look_like_an_image_stay_words() -> None:
    page = html_of('&lt;img src="mind-map.svg"&gt;', {"mind-map.svg": SVG})
    assert "data:" not in page
    assert 'img src="mind-map.svg"' in page


@pytest.mark.parametrize("text", ["[" * 8000, "![" * 5000, "<a " * 20_000, "x" * 2_000_000])
def test_what_would_take_long_is_shown_as_it_is(text: str) -> None:
    start = time.thread_time()
    assert html_of(text).startswith("<pre>")
    assert time.thread_time() - start < 1


def test_links_are_kept_and_lead_nowhere_with_a_referrer() -> None:
    assert html_of("[x](https://example.org)") == '<p><a href="https://example.org" rel="noopener noreferrer">x</a></p>'


def test_an_item_with_two_paragraphs_does_not_swallow_the_next() -> None:
    page = html_of(bullets(["A kiosk\n\nOn paper", "A market on Saturday"]))
    assert page.count("<li>") == 2
    assert "<p>On paper</p>" in page
