import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.blocks import Entry, Outline
from workshop.language import speaker
from workshop.record.drawing import mermaid_of

say = speaker("en", [])


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
