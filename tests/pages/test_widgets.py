"""Every kind of block can be drawn, says what it holds, and changes in place: a beat sends only what changed."""

from collections.abc import Iterator
from typing import Any

import pytest
from nicegui.element import Element

from tests.pages.conftest import ENGLISH, Canvas
from workshop.blocks import KINDS, Block, Card, Cards, Graph, Heading, Node, Text, encode
from workshop.pages.gallery.samples import PAIRS
from workshop.pages.widgets import WIDGETS

SAID = {"text", "above", "label", "detail", "send", "hint", "who", "empty"}
KIND = pytest.mark.parametrize(("before", "after"), PAIRS, ids=lambda block: block.kind)


def said(value: Any, name: str = "") -> Iterator[str]:
    """All words of a block as the wire has it."""
    match value:
        case dict():
            for key, one in value.items():
                yield from said(one, key)
        case list():
            for one in value:
                yield from said(one, name)
        case str() if name in SAID:
            yield value.strip()


def read(canvas: Canvas) -> str:
    shown = [str(value) for one in canvas.elements() for key, value in one.props.items() if key == "defaultValue"]
    return "\n".join([*canvas.texts(), *shown])


def test_every_kind_of_block_has_a_widget_and_an_example_here() -> None:
    assert set(WIDGETS) == set(KINDS)
    assert {block.kind for pair in PAIRS for block in pair} == set(KINDS)


@KIND
async def test_a_block_says_all_that_it_holds(canvas: Canvas, before: Block, after: Block) -> None:
    for block in (before, after):
        canvas.show(block)
        missing = [words for words in said(encode([block], ENGLISH)["b"]) if words and words not in read(canvas)]
        assert missing == []


@KIND
async def test_nothing_is_sent_for_a_block_that_stayed_the_same(canvas: Canvas, before: Block, after: Block) -> None:
    canvas.show(Text(id="a", text="One"), before)
    changed = canvas.show(Text(id="a", text="Two"), before)
    assert [getattr(element, "text", "") for element in changed] == ["Two"]


@KIND
async def test_a_block_shown_after_a_change_reads_as_if_it_had_always_been_so(canvas: Canvas, before: Block, after: Block) -> None:
    canvas.show(after)
    fresh = canvas.texts()
    canvas.show()
    canvas.show(before)
    canvas.show(after)
    assert canvas.texts() == fresh


async def test_one_more_card_sends_one_card(canvas: Canvas) -> None:
    many = tuple(Card(f"c{n}", f"Idea {n}", tone="soft", count=n) for n in range(60))
    canvas.show(Cards(id="ideas", items=many))
    changed = canvas.show(Cards(id="ideas", items=(*many, Card("new", "Trees"))))
    texts = {getattr(element, "text", "") for element in changed}
    assert "Trees" in texts
    assert not texts & {card.text for card in many}
    assert len(changed) < 12


async def test_a_group_that_grows_on_the_map_sends_that_group_and_its_branch(canvas: Canvas) -> None:
    def counting(count: int) -> Graph:
        groups = tuple(Node(f"g{n}", f"Group {n}", 0, 100 * n, 1, "t", count if n == 3 else 2, n) for n in range(8))
        return Graph(id="map", items=(Node("t", "Our square", 900, 400, 0), *groups))

    canvas.show(counting(2))
    node = canvas.saying("Group 3")
    changed = canvas.show(counting(5))
    assert {element.tag for element in changed} == {"span", "path"}
    assert len(changed) == 2
    assert canvas.saying("Group 3") is node


async def test_a_group_stands_with_its_ideas_where_the_server_says(canvas: Canvas) -> None:
    group = Node("g", "Shade", 450, 205, 1, "t", 2, 6, "left", room=450)
    leaf = Node("i", "Trees along the street", 0, 200, 2, "g", side="left")
    canvas.show(Graph(id="map", items=(Node("t", "Our square", 900, 410, 0), group, leaf)))
    above = list(canvas.saying("Trees along the street").ancestors())
    assert "wing-left" in {name for one in above for name in one.classes}
    [placed] = [one.style for one in above if "group" in one.classes]
    assert (placed["--near"], placed["--y"], placed["--room"]) == ("75.000%", "25.000%", "25.000%")


async def test_one_group_alone_leaves_the_wall_in_another_dress(canvas: Canvas) -> None:
    nodes = (Node("t", "Our square", 900, 410, 0), Node("g", "Shade", 450, 205, 1, "t", 1, 6), Node("i", "Trees", 0, 200, 2, "g"))
    canvas.show(Graph(id="map", items=nodes, focus="g"))
    assert [one for one in canvas.elements() if "zoomed" in one.classes]
    canvas.show(Graph(id="map", items=nodes))
    assert not [one for one in canvas.elements() if "zoomed" in one.classes]


async def test_a_block_of_another_kind_under_the_same_name_is_drawn_afresh(canvas: Canvas) -> None:
    canvas.show(Text(id="result", text="Not yet."))
    canvas.show(Cards(id="result", items=(Card("a", "Trees"),)))
    assert canvas.texts() == ["Trees"]


async def test_blocks_stand_in_their_order(canvas: Canvas) -> None:
    canvas.show(Text(id="b", text="Second"), Text(id="c", text="Third"))
    canvas.show(Heading(id="a", text="First"), Text(id="c", text="Now second"), Text(id="b", text="Now third"))
    assert canvas.texts() == ["First", "Now second", "Now third"]


HOSTILE = "<img src=x onerror=alert(1)> {{ 1+1 }} ](javascript:alert(1))"


async def test_what_people_wrote_is_only_ever_text(canvas: Canvas) -> None:
    canvas.show(
        Cards(id="ideas", items=(Card("a", HOSTILE, above=HOSTILE, detail=HOSTILE),)),
        Graph(id="map", items=(Node("t", HOSTILE, 900, 400, 0), Node("g", "Shade", 9, 9, 1, "t"), Node("i", HOSTILE, 9, 9, 2, "g"))),
    )
    assert canvas.texts().count(HOSTILE) == 5
    assert [where(element) for element in canvas.elements() if where(element)] == []


def where(element: Element) -> list[str]:
    """The props, classes and styles of an element that hold what people wrote."""
    places = [*element.props.items(), *element.style.items(), *((name, "") for name in element.classes)]
    return [f"{element.tag} {key}" for key, value in places if "alert(1)" in f"{key}{value}"]
