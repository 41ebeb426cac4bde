from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from methods.mind_map.titles import LETTERS, titles_of


def test_words_that_stand_side_by_side_stay_together() -> None:
    assert titles_of([["More public transit", "Cheap public transit"], ["Plant oaks", "Oaks, elms and limes"]])[0] == "Public transit"


def test_words_of_grammar_say_nothing_in_any_of_our_languages() -> None:
    groups = [
        ["There should be more shade", "We need more shade"],
        ["Il faut des vélos pour tous", "Plus de vélos dans la rue"],
        ["Que haya más fuentes", "Fuentes para los niños"],
        ["Meer bomen in de straat", "Wij willen bomen"],
    ]
    assert titles_of(groups) == ["Shade", "Vélos", "Fuentes", "Bomen"]


def test_words_are_spelled_as_most_people_spell_them() -> None:
    assert titles_of([["Le Café du coin", "un café", "Café, café!"], ["la gare", "une gare"]]) == ["Café", "Gare"]


def test_a_capital_that_only_begins_a_text_does_not_stay_within_a_title() -> None:
    assert titles_of([["Trees", "Trees, please", "Shade", "Shade and trees"], ["La gare", "Une gare"]])[0] == "Trees, shade"


def test_what_everybody_talks_about_does_not_tell_groups_apart() -> None:
    groups = [["square with shade", "shade on the square"], ["square with music", "music on the square"]]
    assert titles_of(groups, topic="Our square") == ["Shade", "Music"]
    assert [title.startswith(first) for title, first in zip(titles_of(groups), ["Shade", "Music"], strict=True)] == [True, True]


def test_two_forms_of_a_word_are_not_both_in_a_title() -> None:
    groups = [["tree", "tree, please", "tree at noon", "trees", "trees, please", "birds", "birds, please"], ["a bus", "one bus"]]
    assert titles_of(groups)[0] == "Tree, birds"


def test_a_group_without_common_words_has_one_of_its_texts_as_title() -> None:
    assert titles_of([["Zebra", "Quick fox"]]) == ["Zebra"]
    assert titles_of([["word " * 40, "another"]])[0].endswith("…")


def test_no_two_groups_are_called_alike() -> None:
    same = ["public transit", "public transit", "transit card", "transit card"]
    first, second = titles_of([same, same])
    assert first != second


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=6), max_size=5))
def test_every_group_has_a_title_that_is_short(groups: list[list[str]]) -> None:
    titles = titles_of(groups)
    assert len(titles) == len(groups)
    assert all(len(title) <= 2 * LETTERS for title in titles)


def test_words_are_of_one_language_where_several_are_spoken() -> None:
    trees = [
        "Plus d'arbres dans la rue",
        "Des arbres pour la place",
        "Meer bomen in de straat",
        "Bomen op het plein",
        "Les arbres de la cour",
    ]
    buses = ["Un bus de nuit pour les jeunes", "Le bus est en retard", "Nachtbus voor de jongeren"]
    assert titles_of([trees, buses], language="fr") == ["Arbres", "Bus"]
    assert titles_of([trees, buses], language="nl")[0] == "Bomen"
    assert titles_of([trees, buses])[0] == "Arbres"


def test_an_article_of_one_letter_does_not_stand_before_a_word() -> None:
    texts = ["Devant l'école", "L’école est loin", "Vers l'école"]
    assert titles_of([texts, ["La gare", "Une gare"]])[0] == "École"


def test_a_title_that_is_taken_is_not_given_again() -> None:
    groups = [["Plant trees", "Old trees"], ["A bus", "One bus"]]
    assert titles_of(groups) == ["Trees", "Bus"]
    assert titles_of(groups, taken=["Bus"]) == ["Trees", "A bus"]
