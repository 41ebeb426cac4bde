import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from methods.mind_map.graph import BLOCK, ONE, Floats, cosines, nearest, nearness, neighbours, ties
from methods.mind_map.pieces import unit


def rows(n: int, d: int, seed: int = 1) -> Floats:
    return unit(np.random.default_rng(seed).standard_normal((n, d)).astype(np.float32))


def test_the_nearest_come_first_and_nobody_is_near_to_itself() -> None:
    found, cosine = nearest(unit(np.array([[1, 0], [1, 0.1], [0, 1], [0.1, 1]], np.float32)), 2)
    assert found.tolist() == [[1, 3], [0, 3], [3, 1], [2, 1]]
    assert (np.diff(cosine, axis=1) <= 0).all()


def test_of_those_who_are_as_near_the_first_are_taken() -> None:
    same = np.tile(np.array([[0.6, 0.8]], np.float32), (5, 1))
    found, cosine = nearest(same, 2)
    assert found.tolist() == [[1, 2], [0, 2], [0, 1], [0, 1], [0, 1]]
    assert (cosine == cosine[0, 0]).all()


def test_more_rows_than_a_block_give_the_same_as_all_at_once() -> None:
    many = rows(BLOCK + 90, 12)
    found, cosine = nearest(many, 4)
    near = cosines(many)
    np.fill_diagonal(near, -2)
    assert (np.sort(near, axis=1)[:, :-5:-1] == cosine.astype(np.float32) / np.float32(ONE)).all()
    assert (np.take_along_axis(near, found, 1) == np.sort(near, axis=1)[:, :-5:-1]).all()


def test_cosines_are_the_same_in_whatever_order_they_are_summed() -> None:
    some = rows(60, 300)
    order = np.random.default_rng(2).permutation(300)
    assert (cosines(some) == cosines(np.ascontiguousarray(some[:, order]))).all()
    assert np.allclose(cosines(some), some @ some.T - np.eye(60), atol=1e-3)


def test_a_tie_is_told_once_and_only_between_those_who_have_something_in_common() -> None:
    pairs, weight = ties(unit(np.array([[1, 0], [1, 0.2], [-1, 0], [0, -1]], np.float32)), 3)
    assert pairs.tolist() == [[0, 1]]
    assert weight[0] > 0.9 * ONE


def test_to_how_many_each_is_tied_grows_slowly() -> None:
    assert [neighbours(count) for count in (0, 1, 4, 10, 60, 200, 1000, 10_000)] == [0, 0, 3, 5, 9, 11, 15, 15]


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 12), st.integers(1, 4))
def test_any_number_of_rows_will_do(n: int, d: int) -> None:
    pairs, weight = ties(np.zeros((n, d), np.float32))
    assert len(pairs) == len(weight) == 0
    pairs, weight = ties(rows(n, d) if n else np.zeros((0, d), np.float32))
    assert all(one < other for one, other in pairs.tolist())
    assert len({tuple(pair) for pair in pairs.tolist()}) == len(pairs)


def test_nearness_is_the_mean_of_the_three_best() -> None:
    assert nearness(np.array([[1, 0, 0.5, 0, 0.6]], np.float32)).round(3).tolist() == [0.7]
    assert nearness(np.array([[0.4]], np.float32)).round(3).tolist() == [0.4]
