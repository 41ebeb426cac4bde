from methods.mind_map.naming import changed, named
from methods.mind_map.sketch import Present

TEXTS = {
    "t1": "Plant trees",
    "t2": "Old trees",
    "t3": "Trees, please",
    "b1": "A bus",
    "b2": "Free bus",
    "b3": "Bus lanes",
    "s1": "Shade",
    "s2": "Shade, please",
}
TREES = Present("g", "Green", ("t1", "t2", "t3"))


def test_a_title_stays_until_a_third_of_its_ideas_changed() -> None:
    six = Present("g", "Six", tuple("abcdef"))
    assert not changed(six, [*"abcdef", "g"])
    assert changed(six, [*"abcdef", *"gh"])
    assert changed(six, [*"abcdg"])


def test_what_somebody_named_is_never_renamed() -> None:
    assert not changed(Present("g", "Mine", ("a",), named=True), ["x", "y", "z"])
    assert named([["b1", "b2"]], [Present("g", "Mine", ("t1",), named=True)], TEXTS, "", "") == ["Mine"]


def test_many_small_changes_count_together_from_when_the_title_was_made() -> None:
    grown = Present("g", "Trees", tuple("abcdefghi"), titled=tuple("abcdef"))
    assert changed(grown, [*"abcdefghi"])


def test_a_group_that_is_much_the_same_keeps_its_title_and_another_gets_its_own() -> None:
    assert named([["t1", "t2", "t3"], ["b1", "b2", "b3"]], [TREES, None], TEXTS, "", "") == ["Green", "Bus"]
    assert named([["t1", "t2", "t3", "s1", "s2"]], [TREES], TEXTS, "", "") == ["Trees, shade"]


def test_a_new_group_is_not_called_as_one_that_stays() -> None:
    kept = Present("g", "Bus", ("t1", "t2", "t3"))
    assert named([["t1", "t2", "t3"], ["b1", "b2", "b3"]], [kept, None], TEXTS, "", "")[1] != "Bus"
