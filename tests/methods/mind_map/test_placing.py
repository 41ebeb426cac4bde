from time import process_time

import numpy as np

from methods.mind_map.graph import whole
from methods.mind_map.pieces import unit
from methods.mind_map.placing import homes, least
from methods.mind_map.work import place_ideas

TREES = ("trees", ["Plant trees", "More trees with shade", "Old trees", "Trees and shade"])
BUSES = ("buses", ["A night bus", "Free bus for children", "A bus stop with a roof"])


def test_new_ideas_go_where_the_most_alike_are_and_nowhere_when_none_is() -> None:
    found = place_ideas(2, [("n1", "Shade of trees"), ("n2", "School bus"), ("n3", "Qwzx")], [TREES, BUSES])
    assert found == {"round": 2, "places": {"n1": "trees", "n2": "buses"}}


def test_one_that_is_alike_by_chance_does_not_outweigh_three() -> None:
    odd = ("odd", ["Old trees in the way of the night bus", "Quiet", "Silence", "No noise"])
    assert place_ideas(1, [("n", "Trees at the bus stop")], [TREES, odd])["places"] == {"n": "trees"}


def test_there_may_be_nothing_to_place_and_nowhere_to_place_it() -> None:
    assert place_ideas(1, [], [("g", ["trees"])]) == {"round": 1, "places": {}}
    assert place_ideas(1, [("n", "trees")], []) == {"round": 1, "places": {}}
    assert place_ideas(1, [("n", "trees")], [("g", [])]) == {"round": 1, "places": {}}


def test_what_is_usual_is_measured_so_that_little_in_common_is_enough_where_nobody_has_more() -> None:
    chance = np.random.default_rng(1)
    middles = np.repeat(np.eye(8, dtype=np.float32)[:4], 10, axis=0)
    tight = whole(unit(middles + 0.05 * chance.standard_normal((40, 8)).astype(np.float32)))
    loose = whole(unit(middles + 0.8 * chance.standard_normal((40, 8)).astype(np.float32)))
    assert least(tight) > least(loose) > 0
    assert least(tight[:1]) == 0


def test_placing_among_a_thousand_compares_with_all_and_takes_no_time_to_speak_of() -> None:
    rows = whole(unit(np.random.default_rng(1).standard_normal((1001, 300)).astype(np.float32)))
    rows[1000] = rows[500]
    begun = process_time()
    found = homes(rows[1000:], rows[:1000], np.arange(1000) // 100)
    assert process_time() - begun < 5
    assert found.tolist() == [5]
