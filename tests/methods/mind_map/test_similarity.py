import numpy as np
import pytest

from methods.mind_map.similarity import plain, similarities


def test_accents_capitals_and_signs_do_not_count() -> None:
    assert plain("  L’Été à l’ÉCOLE !") == "l ete a l ecole"
    near = similarities(["Été à l'école", "ETE A L ECOLE!", "a bus at night"])
    assert near[0, 1] == pytest.approx(1)
    assert near[0, 1] > near[0, 2]


@pytest.mark.parametrize(
    ("one", "other", "elsewhere"),
    [
        ("a tree", "more trees", "free buses"),
        ("un arbre", "des arbres", "le marché"),
        ("un árbol", "más árboles", "la música"),
        ("een boom", "meer bomen", "de markt"),
    ],
)
def test_forms_of_a_word_are_alike_in_every_language(one: str, other: str, elsewhere: str) -> None:
    near = similarities([one, other, elsewhere])
    assert near[0, 1] > near[0, 2]


def test_texts_without_a_letter_are_like_nothing() -> None:
    near = similarities(["🎉", "…", "trees"])
    assert np.all(near == 0)


def test_nothing_to_compare() -> None:
    assert similarities([]).shape == (0, 0)
    assert similarities(["alone"]).tolist() == [[0]]
