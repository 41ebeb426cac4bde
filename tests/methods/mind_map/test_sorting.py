import os
import pickle
import subprocess
import sys
import time
from ast import literal_eval

from methods.mind_map.sketch import Present
from methods.mind_map.work import sort_ideas

TREES = [("t1", "Plant trees"), ("t2", "More trees with shade"), ("t3", "Old trees"), ("t4", "Trees and shade")]
BUSES = [("b1", "A night bus"), ("b2", "Free bus"), ("b3", "A bus stop")]


def test_ideas_are_grouped_with_titles_the_largest_group_first() -> None:
    found = sort_ideas(3, BUSES + TREES, 1)
    assert found["round"] == 3
    assert [(group["title"], set(group["ideas"])) for group in found["groups"]] == [
        ("Trees, shade", {"t1", "t2", "t3", "t4"}),
        ("Bus", {"b1", "b2", "b3"}),
    ]


def test_what_says_best_what_a_group_is_about_stands_in_front() -> None:
    odd = [("o1", "Something quite else, with birds"), *TREES, *BUSES]
    (trees,) = [group["ideas"] for group in sort_ideas(1, odd, 1)["groups"] if "t1" in group["ideas"]]
    assert trees.index("t4") < trees.index("t1")
    assert "o1" not in trees or trees[-1] == "o1"


def test_without_ideas_there_are_no_groups() -> None:
    assert sort_ideas(1, [], 1) == {"round": 1, "groups": [], "unplaced": [], "moved": [], "gone": []}


def test_a_thousand_ideas_take_a_few_seconds_at_most_and_can_be_sent_to_another_process() -> None:
    words = ["tree", "bus", "music", "market", "school", "light", "river", "bench", "garden", "bicycle"]
    ideas = [(f"i{n}", f"{words[n % 10]} {words[n // 10 % 10]} near {words[n // 100]} number {n}") for n in range(1000)]
    call = pickle.loads(pickle.dumps(sort_ideas))
    begun = time.process_time()
    found = call(1, ideas, 1)
    assert time.process_time() - begun < 5
    placed = [id for group in found["groups"] for id in group["ideas"]]
    assert sorted(placed + found["unplaced"]) == sorted(id for id, _text in ideas)


def test_an_idea_that_is_near_to_nothing_is_not_forced_into_a_group() -> None:
    found = sort_ideas(1, [*TREES, ("odd", "Qwzx"), ("none", "…"), *BUSES], 1)
    assert found["unplaced"] == ["odd", "none"]


def test_a_preview_says_what_would_be_elsewhere_and_which_group_goes_on() -> None:
    present = (Present("trees", "My trees", ("t1", "t2", "t3", "t4", "b1"), named=True), Present("gone", "Old", ("x1",)))
    found = sort_ideas(1, TREES + BUSES, 1, groups=present)
    assert [(group["id"], group["title"]) for group in found["groups"]] == [("trees", "My trees"), ("", "Bus")]
    assert {(one["idea"], one["from"], one["number"]) for one in found["moved"]} == {
        ("b1", "trees", 1),
        ("b2", "", 1),
        ("b3", "", 1),
        ("x1", "gone", -1),
    }
    assert found["gone"] == ["gone"]


def test_grouping_again_what_was_just_grouped_changes_nothing() -> None:
    first = sort_ideas(1, TREES + BUSES, 1)["groups"]
    present = [Present(f"g{number}", group["title"], tuple(group["ideas"])) for number, group in enumerate(first)]
    again = sort_ideas(2, TREES + BUSES, 1, groups=present)
    assert (again["moved"], again["gone"]) == ([], [])
    assert [(group["id"], group["title"]) for group in again["groups"]] == [(group.id, group.title) for group in present]


def test_another_process_with_other_hashes_finds_the_same() -> None:
    asked = f"from methods.mind_map.work import sort_ideas; print(sort_ideas(1, {BUSES + TREES}, 7))"
    told = [
        subprocess.run([sys.executable, "-c", asked], env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True).stdout
        for seed in ("1", "2")
    ]
    assert told[0] == told[1]
    assert literal_eval(told[0].decode()) == sort_ideas(1, BUSES + TREES, 7)
