from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from methods.mind_map.matching import matched, moves
from methods.mind_map.sketch import Present

TREES, BUSES = Present("trees", ideas=("a", "b", "c", "d")), Present("buses", ideas=("x", "y", "z"))
idea = st.sampled_from("abcdefgh")


def test_a_group_goes_on_from_the_one_it_shares_most_with() -> None:
    assert matched([["x", "y"], ["a", "b", "c", "z"]], [TREES, BUSES], {}) == ["buses", "trees"]


def test_of_two_halves_the_larger_one_goes_on_and_the_other_is_new() -> None:
    assert matched([["a"], ["b", "c", "d"]], [TREES], {}) == ["", "trees"]


def test_a_group_that_shares_little_is_new() -> None:
    assert matched([["a", "e", "f", "g"]], [TREES], {}) == [""]


def test_where_a_card_is_pinned_the_group_is_the_one_it_is_pinned_to() -> None:
    assert matched([["a", "b", "c"], ["d"]], [TREES], {"d": "trees", "a": "gone"}) == ["", "trees"]


def test_the_preview_names_every_idea_that_would_be_elsewhere_and_no_other() -> None:
    found = [["a", "b", "x"], ["y", "z"], ["c", "new"]]
    told = moves(found, ["trees", "buses", ""], [TREES, BUSES])
    assert {(one["idea"], one["from"], one["to"], one["number"]) for one in told} == {
        ("x", "buses", "trees", 0), ("c", "trees", "", 2), ("new", "", "", 2), ("d", "trees", "", -1),
    }  # fmt: skip


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(idea, max_size=6, unique=True), max_size=4), st.lists(st.lists(idea, max_size=6, unique=True), max_size=4))
def test_no_two_groups_go_on_from_one(found: list[list[str]], before: list[list[str]]) -> None:
    present = [Present(f"g{number}", ideas=tuple(ideas)) for number, ideas in enumerate(before)]
    names = [name for name in matched(found, present, {}) if name]
    assert len(names) == len(set(names))
    assert matched(before, present, {}) == [f"g{n}" if ideas else "" for n, ideas in enumerate(before)] or _overlap(before)


def _overlap(groups: list[list[str]]) -> bool:
    every = [one for ideas in groups for one in ideas]
    return len(every) > len(set(every))
