"""A map as files for other programs: each is read back by a parser that is not ours."""

import io
import re
from collections.abc import Iterator, Sequence
from html import unescape
from html.parser import HTMLParser
from xml.etree import ElementTree

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from workshop.blocks import Cards, Entry, Graph, Link, Node, Outline
from workshop.language import n_, speaker
from workshop.record.maps import FORMATS, Map, map_in, written_as

say = speaker("en", [])
HOSTILE = [
    "</data></node><node id='x'/>",
    '"/><outline text="mine"/>',
    "<script>alert(1)</script>",
    "]]> <![CDATA[ x ]]> &amp; &#60;b&#62; &copy R&D",
    "-->|a|{b}((c))[d]",
    "one\ttwo\nthree\r\nfour",
    "\x00\x1b\ufffe\ud800",
    "\u202eright to left\u2066 الماء \u200f",
    "🌳 naïve façade",
    "# title\n- list\n1. one",
    "[link](https://example.org) ![x](y) `code`",
    "=SUM(A1)",
]


def written(format: str, topic: str, entries: Sequence[Entry]) -> str:
    found = map_in([Graph(id="map", items=(Node("topic", topic, 0, 0, 0),)), Outline(id="groups", items=tuple(entries))])
    assert found
    return written_as(format, found, say)


def of(format: str, topic: str, *ideas: str) -> str:
    return written(format, topic, [Entry("g", "Shade", len(ideas), 3, items=tuple(Entry(f"i{n}", one, n) for n, one in enumerate(ideas)))])


def graph(topic: str, entries: Sequence[Entry]) -> "networkx.DiGraph[str]":
    return networkx.read_graphml(io.BytesIO(written("graphml", topic, entries).encode()))


def legal(text: str) -> str:
    """What XML can hold."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "\ufffd", text)


def test_graphml_has_the_topic_the_groups_of_groups_the_ideas_and_their_support() -> None:
    inner = Entry("g2", "Trees", 2, 5, items=(Entry("i1", "Oaks", 4), Entry("i2", "Elms", detail="also as: elm trees")))
    found = graph("Our square", [Entry("g1", "Shade", 2, items=(inner,)), Entry("g3", "Water", 1, items=(Entry("i1", "Oaks", 4),))])
    assert found.nodes["topic"] == {"label": "Our square", "kind": "topic"}
    assert found.nodes["g2"] == {"label": "Trees", "kind": "group", "ideas": 2, "color": 5}
    assert found.nodes["i1"] == {"label": "Oaks", "kind": "idea", "support": 4}
    assert found.nodes["i2"] == {"label": "Elms", "kind": "idea", "support": 0, "detail": "also as: elm trees"}
    parts = {(one, other) for one, other, facts in found.edges(data=True) if facts["relation"] == "part"}
    assert parts == {("topic", "g1"), ("topic", "g3"), ("g1", "g2"), ("g2", "i1"), ("g2", "i2"), ("g3", "i1")}


def test_graphml_has_the_relations_of_groups_in_their_word() -> None:
    outline = Outline(
        id="groups", items=(Entry("g1", "Shade", items=(Entry("i1", "Oaks"),)), Entry("g2", "Water", items=(Entry("i2", "Rain"),)))
    )
    links = (Link("l1", "g1", "g2", "needs", 0, 0), Link("l2", "g1", "gone", "", 0, 0), Link("l3", "g2", "g1", "", 0, 0))
    found = Map(Graph(id="map", items=(Node("topic", "Our square", 0, 0, 0),), links=links), outline)
    edges = networkx.parse_graphml(written_as("graphml", found, say)).edges(data=True)
    related = [(one, other, facts) for one, other, facts in edges if facts["relation"] == "related"]
    assert related == [("g1", "g2", {"relation": "related", "word": "needs"}), ("g2", "g1", {"relation": "related"})]


def test_an_idea_called_topic_is_another_node() -> None:
    found = graph("Our square", [Entry("topic", "A group", items=(Entry("topic_", "An idea"),))])
    assert sorted(facts["label"] for _node, facts in found.nodes(data=True)) == ["A group", "An idea", "Our square"]


@given(st.lists(st.text(max_size=60) | st.sampled_from(HOSTILE), min_size=1, max_size=6))
def test_graphml_says_what_people_wrote_and_nothing_more(texts: list[str]) -> None:
    found = graph(texts[0], [Entry("g", "Shade", items=tuple(Entry(f"i{n}", one) for n, one in enumerate(texts)))])
    assert [found.nodes[f"i{n}"].get("label", "") for n in range(len(texts))] == [legal(one) for one in texts]
    assert len(found) == len(texts) + 2


class Tags(HTMLParser):
    """Counts what an outliner that reads HTML would take for markup."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def outlines(opml: str) -> Iterator[ElementTree.Element]:
    yield from ElementTree.fromstring(opml).iter("outline")


@given(st.lists(st.text(max_size=60) | st.sampled_from(HOSTILE), min_size=1, max_size=6))
def test_opml_says_what_people_wrote_also_to_outliners_that_read_html(texts: list[str]) -> None:
    topic, group, *ideas = outlines(of("opml", texts[0], *texts))
    assert unescape(topic.get("text", "")) == legal(texts[0])
    assert group.attrib == {"text": "Shade", "ideas": str(len(texts))}
    assert len(ideas) == len(texts)
    for idea, text in zip(ideas, texts, strict=True):
        reader = Tags()
        reader.feed(idea.get("text", ""))
        reader.close()
        assert not reader.tags
        assert unescape(idea.get("text", "")) == legal(text)


def test_opml_is_nested_as_the_outline_is() -> None:
    opml = written("opml", "Our square", [Entry("g1", "Shade", 1, items=(Entry("g2", "Trees", 1, items=(Entry("i", "R&D", 2),)),))])
    assert ElementTree.fromstring(opml).findtext("head/title") == "Our square"
    idea = ElementTree.fromstring(opml).find("body/outline[@text='Our square']/outline[@text='Shade']/outline[@text='Trees']/outline")
    assert idea is not None
    assert idea.attrib == {"text": "R&D", "support": "2"}


def test_markdown_is_a_nested_list_of_plain_words() -> None:
    tokens = MarkdownIt().parse(of("md", "Our *square*", *HOSTILE))
    kinds = {token.type for token in tokens}
    assert kinds == {
        "heading_open", "heading_close", "inline", "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close",
        "paragraph_open", "paragraph_close",
    }  # fmt: skip
    lines = [token for token in tokens if token.type == "inline"]
    assert len(lines) == 2 + len(HOSTILE)
    assert all(child.type in ("text", "text_special") for line in lines for child in line.children or ())
    said = [_said(line) for line in lines]
    assert said[:2] == ["Our *square*", "Shade (12)"]
    assert "[link](https://example.org) ![x](y) `code` (10)" in said


def _said(line: Token) -> str:
    return "".join(child.content for child in line.children or ())


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_map_gives_the_same_bytes_and_they_can_be_stored(format: str) -> None:
    assert of(format, "Our square", *HOSTILE[:6]).encode() == of(format, "Our square", *HOSTILE[:6]).encode()


def test_what_we_say_ourselves_is_said_in_the_language_of_the_record() -> None:
    entry = Entry("g", n_("{count} idea", "{count} ideas", 3), items=(Entry("i", "x"),))
    for format in ("md", "mmd", "graphml", "opml"):
        assert "3 ideas" in written(format, "Our square", [entry])


def test_a_map_without_an_outline_is_a_picture_only() -> None:
    found = Map(Graph(id="map", items=(Node("topic", "Our square", 0, 0, 0),)), None)
    assert [format for format in FORMATS if written_as(format, found, say)] == ["svg"]
    assert map_in([Cards(id="cards", items=())]) is None
