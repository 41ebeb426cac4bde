from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methods.mind_map.layout import HEIGHT, WIDTH, Branch, placed, shortened, width, wrapped
from workshop.blocks import Node

Box = tuple[float, float, float, float]
LONG = "I would like to see many more benches with backs in the shade of old trees"


def branches(groups: int, ideas: int, text: str = LONG) -> list[Branch]:
    """Groups with some ideas each."""
    return [Branch(f"g{g}", "Benches and old trees", 1, [(f"i{g}.{i}", text) for i in range(ideas)], g) for g in range(groups)]


def box_of(node: Node) -> Box:
    """Left, top, right, bottom of what is drawn, with letters as wide as those of a wide typeface."""
    text = str(node.text)
    if node.level < 2:
        half, high = ((len(text) + 5) * 21 + 30) / 2, (96 if node.level == 0 else 72) / 2
        return node.x - half, node.y - high, node.x + half, node.y + high
    long = width(text) * 17
    left = node.x if node.side == "right" else node.x - long
    return left, node.y - 17, left + long, node.y + 17


def apart(one: Box, other: Box) -> bool:
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def assert_readable(nodes: tuple[Node, ...], height: float) -> None:
    boxes = {node.id: box_of(node) for node in nodes}
    for (one, first), (other, second) in combinations(boxes.items(), 2):
        assert apart(first, second), f"{one} lies over {other}"
    assert all(left >= 0 and top >= 0 and right <= WIDTH and bottom <= height for left, top, right, bottom in boxes.values())


@pytest.mark.parametrize("groups", range(1, 13))
@pytest.mark.parametrize("ideas", [1, 5, 30])
def test_nothing_lies_over_anything_and_all_is_on_the_wall(groups: int, ideas: int) -> None:
    nodes, height = placed("Our square in 22 signs", groups * ideas, branches(groups, ideas))
    assert_readable(nodes, height)
    assert height == HEIGHT


def test_twenty_groups_make_the_map_higher_instead_of_crowded() -> None:
    nodes, height = placed("Topic", 200, branches(20, 10))
    assert height > HEIGHT
    assert_readable(nodes, height)


def test_every_group_has_its_title_and_count_however_many_ideas_there_are() -> None:
    nodes, _height = placed("Topic", 360, branches(12, 30))
    assert [node.count for node in nodes if node.level == 1] == [30] * 12


def test_the_first_ideas_are_shown_and_as_many_in_each_group() -> None:
    nodes, _height = placed("Topic", 100, branches(5, 20, "Benches"))
    shown = [[node.id for node in nodes if node.parent == f"g{g}"] for g in range(5)]
    assert all(ids == [f"i{g}.{i}" for i in range(len(ids))] for g, ids in enumerate(shown))
    assert all(abs(len(one) - len(other)) <= 1 for one, other in combinations((shown[0], shown[2], shown[4]), 2))


def test_a_long_idea_has_two_lines_where_there_is_room() -> None:
    nodes, _height = placed("Topic", 1, branches(1, 1))
    first, second = (node for node in nodes if node.level > 1)
    assert (first.id, second.parent) == ("i0.0", "i0.0")
    assert f"{first.text} {second.text}".startswith("I would like to see many more benches with backs in the shade")


def test_a_group_that_goes_leaves_the_others_on_their_side() -> None:
    before = {node.id: node.side for node in placed("Topic", 0, branches(6, 2))[0]}
    for gone in range(6):
        staying = [branch for branch in branches(6, 2) if branch.place != gone]
        after = {node.id: node.side for node in placed("Topic", 0, staying)[0] if node.level == 1}
        assert len(after) == 5
        assert all(before[id] == side for id, side in after.items())


def test_one_group_changes_sides_when_one_side_would_be_left_empty() -> None:
    right = [branch for branch in branches(8, 2) if branch.place % 2 == 0]
    sides = [node.side for node in placed("Topic", 0, right)[0] if node.level == 1]
    assert sorted(sides) == ["left", "left", "right", "right"]


def test_groups_keep_their_order_from_top_to_bottom() -> None:
    nodes, _height = placed("Topic", 0, branches(9, 3))
    for side in ("left", "right"):
        heights = [(node.y, int(node.id[1:])) for node in nodes if node.level == 1 and node.side == side]
        assert all(above < below for above, below in pairwise(heights))
        assert sorted(heights, key=lambda pair: pair[1]) == heights


@given(st.text(max_size=120), st.integers(4, 40))
def test_a_text_is_never_wider_than_its_place(text: str, letters: int) -> None:
    assert width(shortened(text, letters)) <= letters
    lines = wrapped(text, letters)
    assert 1 <= len(lines) <= 2
    assert all(width(line) <= letters for line in lines)


def test_texts_are_cut_between_words_and_wide_letters_count_for_two() -> None:
    assert shortened("Benches with backs", 14) == "Benches with…"
    assert shortened("Benches", 7) == "Benches"
    assert shortened("木" * 10, 10) == "木木木木…"
