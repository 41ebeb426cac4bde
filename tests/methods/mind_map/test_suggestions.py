import pickle
from typing import Any

from methods.mind_map.sketch import Present, Rules
from methods.mind_map.work import duplicates, suggest

SUBJECTS = {
    "t": ["Plant trees", "More trees with shade", "Trees along the street", "Old trees protected", "Fruit trees", "Trees and shade"],
    "b": ["A bus every ten minutes", "Night bus on Fridays", "Free bus for children", "Bus stop with a roof", "Electric bus", "Bus lanes"],
    "m": ["Live music on Sunday", "Music school", "A stage for music", "Music in the streets", "Music festival", "Music for children"],
}
IDEAS = [(f"{subject}{number}", text) for subject, texts in SUBJECTS.items() for number, text in enumerate(texts)]


def group(id: str, subject: str, some: slice = slice(None), **known: Any) -> Present:
    return Present(id, id, tuple(id for id, _text in IDEAS if id[0] in subject)[some], **known)


def offers(*groups: Present, rules: Rules = Rules()) -> list[tuple[str, list[str], list[set[str]], int]]:
    found = suggest(1, IDEAS, groups, 1, rules=rules)["offers"]
    return [(one["kind"], one["groups"], [set(part["ideas"]) for part in one["parts"]], one["moved"]) for one in found]


def subject(letter: str) -> set[str]:
    return {id for id, _text in IDEAS if id[0] == letter}


def test_where_all_is_well_nothing_is_offered() -> None:
    assert offers(group("trees", "t"), group("buses", "b"), group("music", "m")) == []


def test_a_group_of_two_subjects_is_to_be_split_and_says_how_many_would_move() -> None:
    (found,) = offers(group("both", "tb"), group("music", "m"))
    assert (found[0], found[1], found[3]) == ("split", ["both"], 6)
    assert sorted(map(sorted, found[2])) == sorted(map(sorted, (subject("t"), subject("b"))))


def test_two_halves_of_a_subject_are_to_be_merged_the_smaller_into_the_larger() -> None:
    halves = (group("few", "t", slice(0, 2)), group("many", "t", slice(2, None)), group("buses", "b"), group("music", "m"))
    assert offers(*halves) == [("merge", ["few", "many"], [subject("t")], 2)]


def test_ideas_in_no_group_that_belong_together_are_to_be_a_new_one() -> None:
    assert offers(group("trees", "t"), group("buses", "b")) == [("new", [], [subject("m")], 6)]


def test_what_people_fixed_is_not_offered_to_be_changed() -> None:
    halves = (group("one", "t", slice(0, 3)), group("two", "t", slice(3, None)), group("buses", "b"), group("music", "m"))
    assert offers(*halves, rules=Rules(dict.fromkeys(halves[0].ideas, "one") | dict.fromkeys(halves[1].ideas, "two"))) == []
    both = group("both", "tb")
    assert offers(both, group("music", "m"), rules=Rules(dict.fromkeys(both.ideas, "both"))) == []


def test_an_offer_has_titles_and_is_known_again() -> None:
    call = pickle.loads(pickle.dumps(suggest))
    first, again = (call(round, IDEAS, (group("both", "tb"), group("music", "m")), 1)["offers"] for round in (1, 2))
    assert [one["key"] for one in first] == [one["key"] for one in again]
    titles = {part["title"].split(",")[0] for part in first[0]["parts"]}
    assert titles <= {"Trees", "Bus", "both"}
    assert len(titles) == 2
    assert all(part["best"] in part["ideas"] for part in first[0]["parts"])


def test_a_group_that_changed_gets_a_new_title_unless_somebody_named_it() -> None:
    grown = ("x1", "x2")
    machine = suggest(1, IDEAS, (group("old", "t", titled=grown), group("buses", "b"), group("music", "m")), 1)["titles"]
    assert [(one["group"], one["title"]) for one in machine] == [("old", "Trees, shade")]
    person = suggest(1, IDEAS, (group("old", "t", named=True, titled=grown), group("buses", "b"), group("music", "m")), 1)["titles"]
    assert person == []


def test_an_empty_map_and_an_empty_group_need_no_advice() -> None:
    assert suggest(3, [], [], 1) == {"round": 3, "offers": [], "titles": []}
    assert suggest(1, IDEAS[:2], [Present("empty")], 1)["offers"] == []


def test_ideas_that_say_the_same_are_found_the_surest_first() -> None:
    ideas = [("a", "More trees, please"), ("b", "A night bus"), ("c", "more TREES please!"), ("d", "A night bus, please"), ("e", "Benches")]
    found = duplicates(4, ideas)
    assert [(one["idea"], one["same"]) for one in found["pairs"]][:1] == [("a", "c")]
    assert found["pairs"][0]["alike"] == 1
    assert duplicates(4, ideas, apart=[("c", "a")])["pairs"] == found["pairs"][1:]


def test_ideas_with_different_numbers_do_not_say_the_same() -> None:
    assert duplicates(1, [("a", "30 km/h in the centre"), ("b", "50 km/h in the centre")])["pairs"] == []
    assert duplicates(1, [])["pairs"] == []
