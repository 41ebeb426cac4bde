import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.blocks import Entry, Graph, Node, Outline
from workshop.language import _, speaker
from workshop.record.drawing import mermaid_of, svg_of

SVG = "{http://www.w3.org/2000/svg}"
say = speaker("en", [])


def graph(topic: str, group: str = "Shade", idea: str = "Trees") -> Graph:
    return Graph(
        id="map",
        items=(
            Node("topic", topic, 900, 410, 0, count=3),
            Node("g", group, 1400, 200, 1, "topic", 2, color=6, side="right"),
            Node("i", idea, 1250, 270, 2, "g", color=6, side="right"),
            Node("i.2", "and benches", 1250, 308, 3, "i", color=6, side="right"),
        ),
    )


def texts(svg: str) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_a_map_is_a_picture_that_stands_alone() -> None:
    svg = svg_of(graph("Our square"), say)
    root = ElementTree.fromstring(svg)
    assert root.get("viewBox") == "0 0 1800 820"
    assert root.get("aria-label") == "Our square"
    assert texts(svg) == ["Our square · 3", "Shade · 2", "Trees", "and benches"]
    assert "href" not in svg
    assert "url(" not in svg


def test_a_group_is_tied_to_the_topic_in_its_colour_and_ideas_are_not() -> None:
    paths = list(ElementTree.fromstring(svg_of(graph("Our square"), say)).iter(f"{SVG}path"))
    assert [path.get("stroke") for path in paths] == ["#2f6f36"]


def test_a_pill_is_wide_enough_for_what_we_say_ourselves() -> None:
    def widths(topic: object) -> list[float]:
        picture = Graph(id="map", items=(Node("topic", topic, 900, 410, 0),))  # type: ignore[arg-type]
        return [float(box.get("width", "0").rstrip("%")) for box in ElementTree.fromstring(svg_of(picture, say)).iter(f"{SVG}rect")]

    assert widths(_("Our ideas")) == widths("Our ideas")


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=80))
def test_whatever_people_write_the_picture_is_whole_and_says_it(topic: str, group: str, idea: str) -> None:
    said = texts(svg_of(graph(topic, group, idea), say))
    assert len(said) == 4
    legal = idea.isprintable() and idea.isascii()
    assert not legal or said[2] == idea


def test_what_people_write_is_never_markup() -> None:
    svg = svg_of(graph('"><script>alert(1)</script>', "<b>&amp;</b>", "</svg>"), say)
    assert texts(svg)[1:3] == ["<b>&amp;</b> · 2", "</svg>"]
    assert not list(ElementTree.fromstring(svg).iter(f"{SVG}script"))


def outline(*texts: str) -> Outline:
    return Outline(id="groups", items=(Entry("g", "Shade", 2, items=tuple(Entry(f"i{n}", text) for n, text in enumerate(texts))),))


def test_an_outline_is_a_mermaid_mindmap() -> None:
    assert mermaid_of("Our square", outline("Trees", "Benches"), say) == (
        'mindmap\n  root["Our square"]\n    n0["Shade"]\n      n0_0["Trees"]\n      n0_1["Benches"]\n'
    )


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ('say "hello"', "say #34;hello#34;"),
        ("a [b] (c) {d}", "a #91;b#93; #40;c#41; #123;d#125;"),
        ("`code` **bold** _it_", "#96;code#96; #42;#42;bold#42;#42; #95;it#95;"),
        ("two\nlines\r\nhere", "two lines here"),
        ("<b>&#35;", "#60;b#62;#38;#35;35#59;"),
        ("C’est l’été !", "C’est l’été !"),
        ("", "…"),
    ],
)
def test_what_means_something_to_mermaid_is_a_character_code(text: str, drawn: str) -> None:
    assert f'      n0_0["{drawn}"]\n' in mermaid_of("Topic", outline(text), say)


@given(st.text(max_size=80))
def test_every_idea_is_one_line_of_mermaid_with_nothing_but_harmless_signs_in_its_quotes(text: str) -> None:
    lines = mermaid_of(text, outline(text, "next"), say).splitlines()
    assert len(lines) == 5
    for line in lines[1:]:
        found = re.fullmatch(r' +\w+\["([^"]+)"\]', line)
        assert found
        assert not re.search(r'[\[\](){}<>`"*_:|%\\]', found[1])


def test_a_mindmap_that_mermaid_would_refuse_keeps_its_groups() -> None:
    many = mermaid_of("Our square", outline(*["a rather long idea about the shade of trees"] * 1500), say)
    assert many == 'mindmap\n  root["Our square"]\n    n0["Shade"]\n'
