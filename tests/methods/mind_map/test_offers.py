"""What the machine suggests is seen with what it would change, and is taken or left; a new grouping is shown before anything moves."""

import pytest

from methods.mind_map.commands import Accept, Decline, Dismiss, Take, TakeAdvice, TakeGrouping, TakePairs
from methods.mind_map.events import (
    Added,
    Advised,
    Answered,
    Asked,
    Dismissed,
    Divided,
    Gathered,
    Grouped,
    Matched,
    Merged,
    Moved,
    Paired,
    Placed,
    Previewed,
    Renamed,
)
from methods.mind_map.method import method
from methods.mind_map.proposals import Advice, NewGroup, Offer, Part, Proposal, Retitle, Twins
from tests.methods.mind_map.maps import a_map, groups
from workshop.messages import derived_id
from workshop.method import Role

SPLIT = Offer("s", "split", ("g1",), (Part("Trees", ("t1", "t2")), Part("Shade", ("t3",))))
MERGE = Offer("m", "merge", ("g3", "g2"), (Part("Bus", ("m1", "b1", "b2")),))
NEW = Offer("n", "new", (), (Part("Water", ("x1", "x2")),))
looked = a_map.events(Placed(2, {}), Advised(3, (SPLIT, MERGE)))


def test_a_suggestion_says_what_it_would_change() -> None:
    cards = looked.sees("console")["offers"]["items"]
    assert cards["s"]["text"] == "Divide “Trees” into 2"
    assert cards["s"]["detail"] == "Trees (2): Trees · Shade (1): Shade of trees"
    assert cards["m"]["text"] == "Put “Music” into “Bus”"
    assert looked.sees("console")["state"]["text"] == (
        "1 idea is not yet placed. The machine suggests 2 changes, under the board."
    )  # fmt: skip


def test_what_is_taken_is_done() -> None:
    parts = (NewGroup(derived_id("new", "0"), "Shade", ("t3",)),)
    split = looked.when(Take("s")).then(Divided("g1", parts), Answered("s", True))
    assert groups(split.state)["g1"] == {"t1", "t2"}
    merged = looked.when(Take("m")).then(Merged("g3", "g2"), Answered("m", True))
    assert list(merged.sees("console")["offers"]["items"]) == ["s"]


def test_what_is_left_is_not_suggested_again() -> None:
    left = looked.when(Decline("s")).then(Answered("s", False)).events(Advised(5, (SPLIT,)))
    assert list(left.sees("console")["offers"]["items"]) == ["m"]
    left.when(Take("s")).rejected("gone")


def test_what_no_longer_fits_is_not_suggested() -> None:
    assert list(looked.events(Moved("t3", "g2")).sees("console")["offers"]["items"]) == ["m"]
    assert "offers" not in looked.events(Merged("g1", "g2"), Merged("g3", "g2")).sees("console")


def test_ideas_not_yet_placed_become_a_group() -> None:
    two = a_map.events(Added("x2", "A pond", "", "ana"), Advised(3, (NEW,)))
    group = NewGroup(derived_id("new", "0"), "Water", ("x1", "x2"))
    made = two.when(Take("n")).then(Gathered(group), Answered("n", True))
    assert groups(made.state)[group.id] == {"x1", "x2"}


def test_two_that_say_the_same_are_shown_as_one_or_never_asked_about_again() -> None:
    asked = a_map.events(Paired(2, (Twins("t1", "t3", 0.9), Twins("x1", "b1", 0.9))))
    assert asked.sees("console")["offers"]["items"]["same:t1:t3"]["text"] == "Trees / Shade of trees"
    asked.when(Take("same:t1:t3")).then(Matched("t3", "t1"), Answered("same:t1:t3", True))
    asked.when(Take("same:x1:b1")).then(Matched("x1", "b1"), Answered("same:x1:b1", True))
    left = asked.when(Decline("same:t1:t3")).then(Answered("same:t1:t3", False))
    assert left.state.distinct == {("t1", "t3")}
    assert list(left.sees("console")["offers"]["items"]) == ["same:x1:b1"]


def test_a_new_grouping_is_looked_at_before_anything_moves() -> None:
    asked = a_map.events(Asked("group", 5, 1))
    answer = TakeGrouping(5, (Proposal("Trees", ("t1", "t2", "m1"), "g1"), Proposal("Bus", ("b1", "b2", "t3"), "g2")), ("x1",))
    trees, bus = NewGroup("g1", "Trees", ("t1", "t2", "m1")), NewGroup("g2", "Bus", ("b1", "b2", "t3"))
    seen = asked.when(answer, role=Role.SYSTEM).then(Previewed(5, (trees, bus), ("x1",)))
    assert groups(seen.state) == groups(a_map.state)
    console = seen.sees("console")
    assert console["preview-says"]["text"] == "Grouped again, 2 cards would move:"
    assert [(card["above"], card["text"], card["detail"]) for card in console["preview"]["items"].values()] == [
        ("1 card", "Music → Trees", "Music"),
        ("1 card", "Trees → Bus", "Shade of trees"),
    ]
    taken = seen.when(Accept()).then(Grouped(5, (trees, bus), ("x1",)))
    assert groups(taken.state) == {"g1": {"t1", "t2", "m1"}, "g2": {"b1", "b2", "t3"}}
    left = seen.when(Dismiss()).then(Dismissed())
    assert "preview" not in left.sees("console")
    assert groups(left.state) == groups(a_map.state)


def test_what_people_moved_since_it_was_shown_stays() -> None:
    everything = (NewGroup("g1", "All", ("t1", "t2", "t3", "b1", "b2", "m1")),)
    seen = a_map.events(Previewed(5, everything), Moved("m1", "g2"), Renamed("g2", "Bus"))
    taken = seen.when(Accept()).then(Grouped(5, everything))
    assert groups(taken.state) == {"g1": {"t1", "t2", "t3"}, "g2": {"b1", "b2", "m1"}}


def test_new_ideas_are_placed_at_once_and_every_25_the_machine_looks_for_what_could_be_better() -> None:
    step = a_map.events(Placed(2, {}), Paired(3, ()))
    assert method.work(step.state) is None
    for number in range(25):
        asked = step.events(Added(f"n{number}", "Bees", "", "ana"))
        work = method.work(asked.state)
        assert work is not None
        assert (work.command, [id for id, _text in work.args[1]]) == ("TakePlaces", [f"n{number}"])
        step = asked.events(Placed(1, {f"n{number}": "g1"}))
    work = method.work(step.state)
    assert work is not None
    assert work.command == "TakeAdvice"


def test_titles_that_no_longer_fit_are_changed_but_for_those_that_people_gave() -> None:
    titles = (Retitle("g1", "Shade"), Retitle("g2", "Transport"))
    new = a_map.events(Renamed("g2", "Getting here"), Advised(3, (), titles)).state
    assert [group.title for group in new.groups] == ["Shade", "Getting here", "Music"]


@pytest.mark.parametrize("answer", [TakeAdvice(9, ()), TakePairs(9, ()), TakeGrouping(9, ())])
def test_an_answer_to_what_was_not_asked_is_passed_over(answer: object) -> None:
    a_map.when(answer, role=Role.SYSTEM).then()


def test_the_machine_says_where_it_sees_no_way_to_divide_a_group() -> None:
    asked = a_map.events(Asked("split", 5, 1, "g1"))
    one = asked.when(TakeGrouping(5, (Proposal("Trees", ("t1", "t2", "t3")),)), role=Role.SYSTEM)
    done = one.then(Advised(5, (Offer("split:g1:5", "split", ("g1",), (Part("Trees", ("t1", "t2", "t3")),)),)))
    card = done.sees("console")["offers"]["items"]["split:g1:5"]
    assert (card["text"], list(card["buttons"])) == ("The machine sees no way to divide “Trees”.", ["leave"])


def test_advice_that_names_too_little_is_not_offered() -> None:
    asked = a_map.events(Asked("advice", 5, 1))
    asked.when(TakeAdvice(5, (Advice("m", "merge", ("g1",), ()),)), role=Role.SYSTEM).then(Advised(5, ()))
