"""What people do with cards and groups by hand, and that it can be taken back."""

import pytest

from methods.mind_map.commands import Add, Bundle, Copy, Drop, Match, Merge, Move, Pin, Relate, Separate, Show, Split, Unrelate
from methods.mind_map.events import (
    Added,
    Asked,
    Bundled,
    Copied,
    Divided,
    Dropped,
    Event,
    Grouped,
    Locked,
    Matched,
    Merged,
    Moved,
    Pinned,
    Related,
    Renamed,
    Separated,
    SetAside,
    Shown,
    Unrelated,
)
from methods.mind_map.method import method
from methods.mind_map.proposals import NewGroup
from tests.methods.mind_map.maps import IDEAS, a_map, groups
from workshop.method import Item
from workshop.testing import given

ALL_IN_ONE = Grouped(2, (NewGroup("n1", "All", ("t1", "t2", "t3", "b1", "b2", "m1", "x1")),))


def test_a_card_is_copied_to_a_second_group_and_counts_as_a_source_of_both() -> None:
    copied = a_map.when(Copy("t3", "g3"), id="c1").then(Copied("c1", "t3", "g3"))
    assert groups(copied.state)["g3"] == {"m1", "c1"}
    assert {item.id: item.sources for item in copied.yields()}["g3"] == ("m1", "t3")
    assert copied.sees("wall")["map"]["items"]["topic"]["count"] == 7, "a copy is no idea more"
    assert copied.sees("console")["board"]["items"]["g3"]["items"]["c1"]["above"] == "also in another group"
    copied.when(Copy("t3", "g3")).then()
    copied.when(Drop("c1")).then(Dropped("c1"))


@pytest.mark.parametrize("event", [Moved("c1", "g1"), Moved("t3", "g3"), Merged("g3", "g1"), Dropped("c1")])
def test_a_copy_that_comes_to_its_own_card_is_gone(event: Event) -> None:
    after = a_map.events(Copied("c1", "t3", "g3"), event).state
    assert "c1" not in after.ideas
    assert not after.copies


def test_a_card_that_says_the_same_goes_under_the_other_with_its_support_and_its_source() -> None:
    same = a_map.when(Match("t3", "t2")).then(Matched("t3", "t2"))
    card = same.sees("console")["board"]["items"]["g1"]["items"]["t2"]
    assert (card["count"], card["detail"]) == (4, "also as: Shade of trees")
    assert groups(same.state)["g1"] == {"t1", "t2"}
    assert {item.id: (set(item.sources), item.support) for item in same.yields()}["g1"] == ({"t1", "t2", "t3"}, 5)


def test_what_was_shown_as_one_comes_apart_again_even_after_the_map_was_kept() -> None:
    kept = a_map.events(Matched("b1", "t2"), Locked())
    apart = kept.when(Separate("b1")).then(Separated("t2"))
    assert groups(apart.state) == groups(a_map.state)


def test_of_two_that_say_the_same_the_one_that_has_a_place_keeps_it() -> None:
    a_map.when(Match("t1", "x1")).then(Matched("x1", "t1"))
    a_map.when(Match("t1", "t1")).rejected("same")
    a_map.when(Match("t1", "gone")).rejected("gone")


def test_a_card_that_is_kept_here_stays_when_the_machine_groups_again() -> None:
    kept = a_map.when(Pin("b1")).then(Pinned("b1", True))
    again = kept.events(ALL_IN_ONE)
    assert groups(again.state) == {"g2": {"b1"}, "n1": {"t1", "t2", "t3", "b2", "m1", "x1"}}
    assert groups(kept.events(Pinned("b1", False), ALL_IN_ONE).state).keys() == {"n1"}


def test_a_card_that_people_left_open_is_placed_by_nobody_else() -> None:
    aside = a_map.when(Move("m1", "unplaced")).then(SetAside("m1"))
    assert aside.events(ALL_IN_ONE).state.unplaced == ("m1",)
    asked = aside.events(Asked("place", 2, 1))
    work = method.work(asked.state)
    assert work is not None
    assert [id for id, _text in work.args[1]] == ["x1"]


def test_both_sides_of_a_split_stay_as_they_are() -> None:
    split = a_map.events(Divided("g1", (NewGroup("n2", "Shade", ("t3",)),)))
    assert groups(split.state) == {"g1": {"t1", "t2"}, "g2": {"b1", "b2"}, "g3": {"m1"}, "n2": {"t3"}}
    again = groups(split.events(ALL_IN_ONE).state)
    assert (again["g1"], again["n2"]) == ({"t1", "t2"}, {"t3"})


def test_the_machine_is_asked_how_a_group_can_be_divided() -> None:
    asked = a_map.when(Split("g1")).then(Asked("split", 3, 1, "g1"))
    work = method.work(asked.state)
    assert work is not None
    assert [id for id, _text in work.args[1]] == ["t1", "t2", "t3"]


def test_groups_are_related_in_a_word_and_what_goes_into_another_takes_it_along() -> None:
    related = a_map.when(Relate("g1", "g2", "needs")).then(Related("g1", "g2", "needs"))
    assert related.sees("console")["relations"]["items"]["g1-g2"]["text"] == "Trees — Bus"
    assert related.records()["relations"]["items"]["g1-g2"]["detail"] == "needs"
    merged = related.events(Merged("g2", "g3")).state
    assert [(one.group, one.to, one.word) for one in merged.relations] == [("g1", "g3", "needs")]
    assert "relations" not in related.when(Unrelate("g2", "g1")).then(Unrelated("g2", "g1")).sees("console")
    related.when(Relate("g1", "g1")).rejected("same")


def test_groups_are_put_together_in_a_frame_that_can_be_named() -> None:
    framed = a_map.when(Bundle("g1", "g2"), id="f1").then(Bundled("f1", "Bus", ("g1", "g2"))).events(Renamed("f1", "Outside"))
    outline = framed.sees("room")["groups"]["items"]
    assert (outline["f1"]["text"], outline["f1"]["count"], list(outline["f1"]["items"])) == ("Outside", 5, ["g1", "g2"])
    assert framed.when(Bundle("g3", "g1")).then(Bundled("f1", "Outside", ("g3", "g1"))).state.themes[0].groups == {"g1", "g2", "g3"}
    assert framed.events(Merged("g1", "g2")).state.themes == (), "one group alone is no frame"
    assert {item.id: dict(item.facts) for item in framed.yields()}["g1"] == {"frame": "Outside"}


def test_merged_groups_stay_together_until_a_card_is_taken_out() -> None:
    merged = a_map.when(Merge("g3", "g2")).then(Merged("g3", "g2"))
    apart = Grouped(2, (NewGroup("n1", "A", ("b1", "t1")), NewGroup("n2", "B", ("b2", "m1"))))
    assert groups(merged.events(apart).state)["g2"] == {"b1", "b2", "m1"}
    taken = merged.events(Moved("b1", "g1"))
    assert [sorted(one) for one in taken.state.together] == [["b2", "m1"]]


def test_what_came_in_here_can_be_taken_away_and_what_was_there_before_cannot() -> None:
    late = a_map.events(Added("n1", "Bees", "g1", "ana"), Matched("t1", "n1"))
    a_map.when(Drop("t1")).rejected("not-here")
    gone = late.when(Drop("n1")).then(Dropped("n1"))
    assert groups(gone.state)["g1"] == {"t1", "t2", "t3"}


def test_each_phone_may_add_so_many_ideas() -> None:
    one = given(method, {"late": 1}, IDEAS).events(*a_map.happened)
    assert "late" in one.sees("person", "ana")
    sent = one.when(Add("Bees"), by="ana", id="n1").then(Added("n1", "Bees", "", "ana"))
    assert "late" not in sent.sees("person", "ana")
    assert list(sent.sees("person", "ana")["came"]["items"]) == ["n1"]
    sent.when(Add("Wasps"), by="ana").rejected("limit")
    given(method, {"late": 0}, IDEAS).when(Add("Bees"), by="ana").rejected("ended")
    assert sent.records()["late"]["text"] == "1 of them came late, from phones."


def test_cards_and_copies_follow_when_the_step_before_has_changed() -> None:
    changed = a_map.events(Matched("t3", "t2"), Copied("c1", "b1", "g3"))
    state = method.receive(changed.state, (Item("t3", "idea", "Much shade"), Item("b1", "idea", "Night buses"), *IDEAS[3:4]))
    assert {idea.id for idea in state.ideas} == {"t3", "b1", "c1"}
    assert groups(state) == {"g1": {"t3"}, "g2": {"b1"}, "g3": {"c1"}}


def test_a_group_is_large_on_the_wall_and_then_the_whole_map_again_also_when_it_is_kept() -> None:
    large = a_map.events(Locked()).when(Show("g2")).then(Shown("g2"))
    assert large.sees("wall")["map"]["focus"] == "g2"
    board = large.sees("console")["board"]
    assert (board["items"]["g2"]["menu"], board["items"]["g1"]["menu"]) == (["whole"], ["show"])
    assert list(board["deeds"]) == ["separate", "show", "whole"]
    assert "focus" not in large.when(Show("g2")).then(Shown("")).sees("wall")["map"]
