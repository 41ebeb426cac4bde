from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from methods.mind_map.communities import group_texts

SUBJECTS = {
    "trees": ["Plant trees", "More trees with shade", "Trees along the street", "Old trees protected", "Fruit trees"],
    "buses": ["A bus every ten minutes", "Night bus on Fridays", "Free bus for children", "Bus stop with a roof", "Electric bus"],
    "music": ["Live music on Sunday", "Music school", "A stage for music", "Street music allowed", "Music festival"],
}
TEXTS = [text for subject in SUBJECTS.values() for text in subject]
BELONGS = [subject for subject, texts in SUBJECTS.items() for _text in texts]


def test_texts_of_one_subject_come_together_and_subjects_stay_apart() -> None:
    found = group_texts(TEXTS, 1)
    pairs = {(subject, number) for subject, number in zip(BELONGS, found, strict=True)}
    assert len(pairs) == len(SUBJECTS) == len(set(found))


def test_the_same_texts_and_seed_give_the_same_groups_where_chance_decides() -> None:
    chance = Random(1)
    words = [word for text in TEXTS for word in text.split()]
    muddle = [" ".join(chance.choices(words, k=4)) for _text in range(120)]
    again = [group_texts(muddle, 7) for _time in range(6)]
    assert all(found == again[0] for found in again)
    assert any(group_texts(muddle, seed) != again[0] for seed in range(6))


def test_a_text_like_no_other_is_not_left_alone() -> None:
    found = group_texts([*TEXTS, "Zwxq"], 1)
    assert found.count(found[-1]) > 2


def test_few_texts_are_one_group() -> None:
    assert group_texts([], 1) == []
    assert group_texts(["one", "two", "three"], 1) == [0, 0, 0]


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(max_size=30), max_size=40), st.integers(0, 2**32 - 1))
def test_whatever_people_write_everybody_has_a_group_of_at_least_three(texts: list[str], seed: int) -> None:
    found = group_texts(texts, seed)
    assert len(found) == len(texts)
    assert sorted(set(found)) == list(range(len(set(found))))
    assert len(set(found)) <= 1 or min(found.count(number) for number in found) > 2
