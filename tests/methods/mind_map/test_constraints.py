import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from methods.mind_map.communities import joined, parted
from methods.mind_map.constraints import bonds
from methods.mind_map.pieces import piece_vectors
from methods.mind_map.sketch import Present, Rules
from methods.mind_map.work import sort_ideas

WORDS = ("tree", "shade", "bus", "night", "music", "stage", "market", "bench")
IDEAS = [f"i{number}" for number in range(12)]
texts = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join), min_size=12, max_size=12)
pair = st.tuples(st.sampled_from(IDEAS), st.sampled_from(IDEAS)).filter(lambda two: two[0] != two[1])
GROUPS = (Present("g1", "One", tuple(IDEAS[:5])), Present("g2", "Two", tuple(IDEAS[5:9])))
TREES = [("t1", "Plant trees"), ("t2", "More trees"), ("t3", "Old trees"), ("t4", "Trees and shade")]
BUSES = [("b1", "A night bus"), ("b2", "Free bus"), ("b3", "A bus stop"), ("b4", "Free night bus")]


def homes(rules: Rules, groups: tuple[Present, ...] = GROUPS, ideas: list[tuple[str, str]] = TREES + BUSES) -> dict[str, str]:
    found = sort_ideas(1, ideas, 1, groups=groups, rules=rules)
    return {idea: group["id"] or str(number) for number, group in enumerate(found["groups"]) for idea in group["ideas"]}


def test_a_card_that_was_dragged_stays_where_it_was_put() -> None:
    present = (Present("trees", "", ("t1", "t2", "t3", "t4", "b1")), Present("buses", "", ("b2", "b3", "b4")))
    assert homes(Rules(), present)["b1"] == "buses"
    assert homes(Rules({"b1": "trees"}), present) == {
        **dict.fromkeys(["t1", "t2", "t3", "t4", "b1"], "trees"),
        **dict.fromkeys(["b2", "b3", "b4"], "buses"),
    }


def test_groups_that_were_merged_stay_one_and_a_split_stays_two() -> None:
    everything = (Present("all", "", ("t1", "t2", "t3", "t4", "b1", "b2", "b3", "b4")),)
    merged = Rules(together=(("t1", "t2"), ("t2", "t3"), ("t3", "b1"), ("b1", "b2"), ("b2", "b3")))
    assert len({homes(merged, everything)[id] for id in ("t1", "t2", "t3", "b1", "b2", "b3")}) == 1
    split = (Present("one", "", ("t1", "t2")), Present("two", "", ("t3", "t4")))
    found = homes(Rules({"t1": "one", "t2": "one", "t3": "two", "t4": "two"}), split)
    assert [found[id] for id in ("t1", "t2", "t3", "t4")] == ["one", "one", "two", "two"]


def test_two_that_are_kept_apart_never_share_a_group() -> None:
    assert homes(Rules(), ())["t2"] == homes(Rules(), ())["t3"]
    assert homes(Rules(apart=(("t2", "t3"),)), ()).get("t2") != homes(Rules(apart=(("t2", "t3"),)), ()).get("t3")


def test_what_is_not_there_any_more_does_not_matter() -> None:
    gone = Rules({"x": "g1", "t1": "nowhere"}, (("x", "t1"),), (("x", "t2"), ("t2", "t2")))
    assert bonds(["t1", "t2"], {"g1"}, gone) == bonds(["t1", "t2"], {"g1"}, Rules())


def test_where_rules_clash_a_pin_wins_then_what_is_kept_apart() -> None:
    pinned = bonds(["a", "b", "c"], {"g", "h"}, Rules({"a": "g", "b": "h"}, together=(("a", "b"),), apart=(("b", "c"),)))
    assert len({*pinned.nodes}) == 3
    apart = bonds(["a", "b", "c"], set(), Rules(together=(("a", "b"), ("b", "c")), apart=(("a", "c"),)))
    assert apart.nodes == (0, 0, 1)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    texts,
    st.dictionaries(st.sampled_from(IDEAS), st.sampled_from(["g1", "g2"]), max_size=5),
    st.lists(pair, max_size=4),
    st.lists(pair, max_size=3),
)
def test_whatever_people_fixed_is_so(
    said: list[str], pins: dict[str, str], together: list[tuple[str, str]], apart: list[tuple[str, str]]
) -> None:
    rules = Rules(pins, tuple(together), tuple(apart))
    found = homes(rules, GROUPS, list(zip(IDEAS, said, strict=True)))
    assert {idea: found.get(idea) for idea in pins} == pins
    bound = bonds(IDEAS, {"g1", "g2"}, rules)
    node = dict(zip(IDEAS, bound.nodes, strict=True))
    assert all(found.get(one) == found.get(other) for one in IDEAS for other in IDEAS if node[one] == node[other])
    for one, other in apart:
        assert node[one] == node[other] or one not in found or found[one] != found.get(other)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.integers(0, 3), min_size=12, max_size=12), st.lists(pair, min_size=1, max_size=6))
def test_a_group_with_a_quarrel_is_parted(label: list[int], apart: list[tuple[str, str]]) -> None:
    bound = bonds(IDEAS, set(), Rules(apart=tuple(apart)))
    rows = piece_vectors([WORDS[number % 8] for number in range(12)])
    after = joined(parted(np.array(label), rows, bound), rows, bound, np.ones(12, np.int64))
    for one, other in apart:
        assert after[IDEAS.index(one)] != after[IDEAS.index(other)]
