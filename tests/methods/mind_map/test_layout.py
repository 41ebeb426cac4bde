from collections.abc import Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methods.mind_map.layout import HEIGHT, WIDTH, Tray, focused, placed
from methods.mind_map.sides import Branch, Family
from methods.mind_map.ties import Tie
from workshop.blocks import Graph, Node
from workshop.blocks.lettering import LEAST, letters_of_map, size_of_title

Box = tuple[float, float, float, float]
LONG = "I would like to see many more benches with backs in the shade of old trees"
HARDLY = 60.0  # as far as letters that become smaller move a title within its row


def branch(group: int, ideas: int, text: str = LONG, family: str = "") -> Branch:
    return Branch(f"g{group}", "Benches and old trees", 1, tuple((f"i{n}", text) for n in range(ideas)), group, ideas, family)


def branches(groups: int, ideas: int, text: str = LONG) -> list[Branch]:
    """Groups with some ideas each."""
    return [branch(group, ideas, text) for group in range(groups)]


def boxes_of(graph: Graph) -> dict[str, Box]:
    """Left, top, right, bottom of what is drawn, each text as wide as it may be."""
    found = {}
    for node in graph.items:
        letter = min(letters_of_map(graph.rows, graph.height), LEAST if node.side == "middle" and node.level else 99)
        high = {0: 4 * letter * 1.4, 1: letter * 1.65, 2: letter * 1.2}
        size = size_of_title(node.count) if node.level == 1 else 1
        tall = high[node.level] * size + (node.lines - 1) * 1.2 * letter * size * (node.level > 0)
        top = node.y - (letter * 0.6 if node.level == 2 else tall / 2)
        left = {"right": node.x, "left": node.x - node.room, "middle": node.x - node.room / 2}[node.side]
        found[node.id] = (left, top, left + node.room, top + tall)
    for link in graph.links:
        found[link.id] = (link.x - 150, link.y - 20, link.x + 150, link.y + 20)
    return found


def apart(one: Box, other: Box) -> bool:
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def assert_readable(graph: Graph) -> None:
    boxes = boxes_of(graph)
    for (one, first), (other, second) in combinations(boxes.items(), 2):
        assert apart(first, second), f"{one} lies over {other}"
    assert all(left >= 0 and top >= 0 and right <= WIDTH and bottom <= graph.height for left, top, right, bottom in boxes.values())


def titles(graph: Graph) -> dict[str, Node]:
    return {node.id: node for node in graph.items if node.level == 1}


def shown(graph: Graph, group: str) -> list[str]:
    return [node.id for node in graph.items if node.parent == group]


@pytest.mark.parametrize(("groups", "ideas"), [(0, 0), (1, 40), (2, 3), (5, 6), (8, 12), (12, 25), (15, 3), (20, 10), (30, 10), (36, 9)])
def test_nothing_lies_over_anything(groups: int, ideas: int) -> None:
    many = branches(groups, ideas)
    ties = [Tie(f"t{n}", "g0", f"g{n}", "needs") for n in range(1, groups)]
    assert_readable(placed("Our square", groups * ideas, many, ties=ties, tray=Tray("Not yet placed", 3, (("n", LONG), ("m", LONG)))))


def test_a_map_is_as_high_as_the_wall_unless_there_are_very_many_groups() -> None:
    assert placed("Topic", 300, branches(30, 10)).height == HEIGHT
    assert placed("Topic", 300, branches(60, 5)).height > HEIGHT


def test_every_group_has_its_title_and_count_however_many_ideas_there_are() -> None:
    assert [node.count for node in titles(placed("Topic", 300, branches(30, 10))).values()] == [10] * 30


def test_the_first_ideas_are_shown_as_many_as_there_is_room_for() -> None:
    few, many = placed("Topic", 100, branches(4, 20, "Benches")), placed("Topic", 100, branches(12, 20, "Benches"))
    assert shown(few, "g0") == [f"g0.i{n}" for n in range(6)]
    assert shown(many, "g0") == ["g0.i0", "g0.i1"]


def test_a_long_idea_has_two_lines_where_there_are_few_groups() -> None:
    lines = {groups: [node.lines for node in placed("Topic", 1, branches(groups, 1)).items if node.level == 2] for groups in (4, 12)}
    assert set(lines[4]) == {2}
    assert set(lines[12]) == {1}


def test_groups_keep_their_order_from_top_to_bottom() -> None:
    for side in ("left", "right"):
        heights = [(node.y, int(node.id[1:])) for node in titles(placed("Topic", 0, branches(9, 3))).values() if node.side == side]
        assert all(above < below for above, below in pairwise(sorted(heights)))
        assert sorted(heights, key=lambda pair: pair[1]) == sorted(heights)


def test_a_group_of_groups_stands_between_the_topic_and_its_groups() -> None:
    inside = [branch(group, 4, family="green" if group in (0, 5) else "") for group in range(8)]
    graph = placed("Topic", 32, inside, [Family("green", "Green things"), Family("none", "Nothing")])
    known = titles(graph)
    assert "none" not in known
    family, first, other = known["green"], known["g0"], known["g5"]
    assert {first.side, other.side} == {family.side}
    assert (first.parent, other.parent, family.parent, family.count) == ("green", "green", "topic", 8)
    assert WIDTH / 2 < family.x < family.x + family.room < first.x
    assert first.y < family.y < other.y
    assert_readable(graph)


def test_a_relation_is_named_in_the_middle_and_those_that_came_first_stay_there() -> None:
    known = [Tie("one", "g0", "g3", "needs"), Tie("two", "g1", "g2", "helps"), Tie("gone", "g1", "nowhere", "helps")]
    before, after = placed("Topic", 9, branches(6, 3), ties=known[:1]), placed("Topic", 9, branches(6, 3), ties=known)
    assert [link.id for link in after.links] == ["one", "two"]
    assert before.links == after.links[:1]
    assert len({link.y for link in after.links}) == 2
    assert {link.x for link in after.links} == {WIDTH / 2}


def test_what_is_not_yet_placed_is_a_count_with_the_newest_and_moves_nothing() -> None:
    waiting = Tray("Not yet placed", 7, (("n1", "Night bus"), ("n2", "Bees"), ("n3", "Older")))
    without, with_it = placed("Topic", 9, branches(5, 3)), placed("Topic", 9, branches(5, 3), tray=waiting)
    assert with_it.items[: len(without.items)] == without.items
    said = [(node.text, node.count) for node in with_it.items[len(without.items) :]]
    assert said == [
        ("Not yet placed", 7),
        ("Night bus", 0),
        ("Bees", 0),
    ]


def test_one_group_alone_has_all_its_ideas() -> None:
    graph = focused("Topic", 300, branch(3, 120))
    assert graph.focus == "g3"
    assert len(shown(graph, "g3")) == 120


def moved(before: Graph, after: Graph) -> dict[str, float]:
    """How far the title of each group that was there before has moved."""
    old = titles(before)
    return {id: abs(node.x - old[id].x) + abs(node.y - old[id].y) for id, node in titles(after).items() if id in old}


@given(st.lists(st.integers(0, 30), min_size=1, max_size=30), st.data())
def test_an_idea_that_comes_or_goes_moves_no_other_group(sizes: list[int], data: st.DataObject) -> None:
    before = [branch(group, ideas) for group, ideas in enumerate(sizes)]
    touched, ideas = data.draw(st.integers(0, len(sizes) - 1)), data.draw(st.integers(0, 30))
    after = [branch(touched, ideas) if place == touched else one for place, one in enumerate(before)]
    far = moved(placed("Topic", 0, before), placed("Topic", 0, after))
    far.pop(f"g{touched}")
    assert set(far.values()) <= {0.0}


def history(changes: Sequence[int]) -> list[dict[int, Branch]]:
    """The groups after each change: a group that is there goes, one that is not comes."""
    states: list[dict[int, Branch]] = [{}]
    for change in changes:
        known = dict(states[-1])
        if known.pop(change, None) is None:
            known[change] = branch(change, 1 + change % 7)
        states.append(known)
    return states


@given(st.lists(st.integers(0, 29), min_size=2, max_size=40))
def test_a_group_that_comes_or_goes_moves_those_of_its_side_by_little_and_the_others_hardly(changes: list[int]) -> None:
    for known, changed in pairwise(history(changes)):
        before, after = (placed("Topic", 0, tuple(one.values())) for one in (known, changed))
        old, new = titles(before), titles(after)
        stayed = [id for id in new if id in old and old[id].side == new[id].side]
        crossed = [id for id in new if id in old and old[id].side != new[id].side]
        [touched] = {f"g{group}" for group in known.keys() ^ changed.keys()}
        sides = {(old | new)[touched].side, *(one[id].side for id in crossed for one in (old, new))}
        assert len(crossed) <= 1
        for id in stayed:
            row = before.height / max(1, sum(node.side == old[id].side for node in old.values()))
            assert abs(new[id].y - old[id].y) <= (1.5 * row if old[id].side in sides else HARDLY)
        assert_readable(after)
