"""1-2-4-All: everybody thinks alone, then two talk, then four, then all."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methods.one_two_four_all.groups import fours_of, pairs_of
from methods.one_two_four_all.method import method
from methods.one_two_four_all.state import State, here, used
from tests.methods.room import FACILITATOR, Room, texts
from workshop.blocks import encode
from workshop.language import speaker
from workshop.method import Viewer
from workshop.session.reading import undo_label
from workshop.testing import conform

say = speaker("en", ())


class Hall(Room):
    """A hall with people from p1 on."""

    def __init__(self, people: int, **settings: Any) -> None:
        super().__init__(method, [f"p{number}" for number in range(1, people + 1)], **settings)

    def to(self, stage: str) -> "Hall":
        """Goes on until a phase."""
        while self.all.stage != stage:
            assert self.next() == ""
        return self

    @property
    def all(self) -> State:
        """The state."""
        state: State = self.state
        return state

    def come(self, person: str, table: str = "") -> None:
        """Somebody comes in, or a device that a group shares."""
        self.log.play("Join", {"table": table} if table else {}, by=person)

    def go(self, person: str) -> None:
        """Somebody leaves."""
        self.log.play("Leave", by=person)

    def sees(self, who: str) -> dict[str, Any]:
        """The screen; that of a device is drawn for its table."""
        table = self.log.state.tables.get(who, "")
        if not table:
            return super().sees(who)
        return self.sees("room") | encode(self.method.view(self.state, Viewer("person", 0, who, 0, table)), say)

    def write(self, person: str, text: str) -> str:
        """Somebody fills in the form that they see."""
        form = self.sees(person)["write"]
        return self.do(person, form["command"], **form["args"], text=text)

    def tap(self, person: str, text: str, button: str) -> str:
        """Somebody presses a button of a card on their screen."""
        screen = self.sees(person)
        cards = {card["text"]: card for card in (screen.get("notes") or screen["ideas"])["items"].values()}
        found = cards[text]["buttons"][button]
        return self.do(person, found["command"], **found["args"])

    def groups(self, stage: str) -> list[tuple[str, ...]]:
        """The groups of a phase, with those who are here."""
        return [here(self.all, stage, group) for group in used(self.all, stage)]

    def sizes(self, stage: str) -> list[int]:
        """How many are in each group."""
        return sorted(map(len, self.groups(stage)))


@given(st.integers(2, 300), st.integers(0, 2**32))
def test_everybody_is_in_one_pair_and_every_pair_goes_whole_into_one_foursome(people: int, seed: int) -> None:
    everybody = [f"p{number}" for number in range(people)]
    pairs = pairs_of(everybody, seed)
    assert sorted(person for pair in pairs for person in pair) == sorted(everybody)
    assert {len(pair) for pair in pairs} <= {2, 3}
    assert sum(len(pair) == 3 for pair in pairs) == people % 2
    fours = fours_of([len(pair) for pair in pairs])
    assert sorted(place for four in fours for place in four) == list(range(len(pairs)))
    sizes = [sum(len(pairs[place]) for place in four) for four in fours]
    assert set(sizes) <= ({people} if people == 2 else {3, 4, 5, 6})
    assert sum(size == 6 for size in sizes) <= 1, "one pair that is left over makes one group of six"


def test_from_a_thought_of_ones_own_to_an_idea_for_all() -> None:
    hall = Hall(4, question="What would you do?").to("alone")
    hall.write("p1", "Trees")
    hall.write("p2", "Benches")
    assert texts(hall.sees("p1"), "notes") == ["Trees"]
    assert "Trees" not in str([hall.sees("wall"), hall.sees("console"), hall.sees("p2")]), "nobody else sees it yet"
    assert hall.sees("wall")["wrote"]["done"] == 2
    hall.to("pairs")
    (mine,) = [pair for pair in hall.groups("pairs") if "p1" in pair]
    other = next(person for person in mine if person != "p1")
    assert "Trees" in texts(hall.sees(other), "notes")
    assert hall.tap(other, "Trees", "carry") == ""
    assert hall.write("p1", "Trees for shade") == ""
    hall.to("fours")
    assert all("Trees for shade" in texts(hall.sees(person), "notes") for person in ("p1", "p2", "p3", "p4"))
    assert hall.tap("p3", "Trees for shade", "carry") == ""
    hall.to("all")
    assert texts(hall.sees("wall"), "ideas") == ["Trees for shade"]
    assert hall.tap("p4", "Trees for shade", "support") == ""
    assert hall.next() == ""
    idea, source = hall.results()
    assert (idea.kind, idea.text, idea.support, idea.sources) == ("idea", "Trees for shade", 1, (source.id,))
    assert (source.kind, source.text) == ("note", "Trees")
    assert "Made of: “Trees”" in str(hall.record())
    assert "Benches" not in str(hall.record()) + str(hall.results()), "what was not carried on stays with who wrote it"


def test_a_group_agrees_on_one_idea_and_another_one_takes_its_place() -> None:
    hall = Hall(4).to("alone")
    for person, text in (("p1", "Trees"), ("p2", "Bees"), ("p3", "Sun")):
        hall.write(person, text)
    hall.to("fours")
    hall.tap("p1", "Trees", "carry")
    hall.tap("p2", "Bees", "carry")
    assert [item.text for item in hall.results()] == ["Bees"]
    assert hall.tap("p4", "Bees", "leave") == ""
    assert hall.results() == []


def test_a_group_brings_as_many_ideas_as_set() -> None:
    hall = Hall(4, ideas=2).to("alone")
    for text in ("Trees", "Bees", "Sun"):
        hall.write("p1", text)
    hall.to("fours")
    for text in ("Trees", "Bees", "Sun"):
        assert hall.tap("p1", text, "carry") == ""
    assert [item.text for item in hall.results()] == ["Bees", "Sun"]


def test_nobody_marks_or_writes_for_another_group() -> None:
    hall = Hall(8).to("alone")
    hall.write("p1", "Trees")
    hall.to("pairs")
    (mine,) = [number for number in used(hall.all, "pairs") if "p1" in here(hall.all, "pairs", number)]
    stranger = next(person for pair in hall.groups("pairs") if "p1" not in pair for person in pair)
    (note,) = hall.all.notes
    assert "notes" in hall.sees(stranger)
    assert "Trees" not in str(hall.sees(stranger))
    assert hall.do(stranger, "Carry", note=note.id, stage="pairs", group=mine) == "not-your-group"
    assert hall.do(stranger, "Write", text="Mine", stage="pairs", group=mine) == "not-your-group"
    assert hall.do(stranger, "Withdraw", note=note.id) == "not-yours"


def test_who_comes_late_is_in_the_smallest_group_at_once() -> None:
    hall = Hall(5).to("pairs")
    hall.come("late")
    assert hall.sizes("pairs") == [3, 3]
    hall.come("later")
    assert hall.sizes("pairs") == [2, 2, 3], "where all are full, one of them becomes two"
    assert hall.sees("later")["place"]["number"] == hall.all.of("pairs").of["later"]


def test_who_is_left_alone_goes_into_another_group_with_what_was_written() -> None:
    hall = Hall(4).to("pairs")
    left, stays = hall.groups("pairs")[0]
    assert hall.write(left, "Trees") == ""
    hall.go(left)
    assert hall.sizes("pairs") == [3]
    assert all("Trees" in texts(hall.sees(person), "notes") for person in hall.groups("pairs")[0])
    assert stays in hall.groups("pairs")[0]
    hall.come(left)
    assert hall.sizes("pairs") == [2, 2]


def test_those_who_came_and_left_meanwhile_are_minded_in_the_next_phase() -> None:
    hall = Hall(8).to("fours")
    hall.to("all")
    hall.go("p1")
    hall.come("late")
    hall.back()
    assert sorted(person for group in hall.groups("fours") for person in group) == sorted(hall.log.state.present)
    assert hall.sizes("fours") == [4, 4]


@pytest.mark.parametrize("people", [1, 2, 3, 7])
def test_it_runs_with_very_few(people: int) -> None:
    hall = Hall(people).to("alone")
    hall.write("p1", "Trees")
    hall.to("fours")
    assert hall.tap("p1", "Trees", "carry") == ""
    hall.to("done")
    assert [item.text for item in hall.results()] == ["Trees"]


def test_a_device_speaks_for_the_group_of_its_number_and_the_facilitator_for_one_without_a_phone() -> None:
    hall = Hall(8)
    hall.come("tablet", "2")
    hall.to("fours")
    assert hall.sees("tablet")["place"]["number"] == 2
    assert hall.write("tablet", "Trees") == ""
    assert all("Trees" in texts(hall.sees(person), "notes") for person in here(hall.all, "fours", 2))
    form = hall.sees("console")["paper"]
    assert hall.do(FACILITATOR, form["command"], **form["args"], group="1", text="Bees") == ""
    assert Counter(item.facts["group"] for item in hall.results()) == {"1": 1, "2": 1}
    assert say(undo_label({method.name: method}, hall.log.state)) == "add “Bees”"
    hall.go("tablet")
    assert hall.do("tablet", "Write", text="More", stage="fours", group=2) != ""


def test_each_phase_has_its_time_and_can_be_taken_back() -> None:
    hall = Hall(8, alone=1, pairs=3)
    for stage, minutes, deed in (("alone", 1, "let everybody think alone"), ("pairs", 3, "send people into pairs")):
        hall.to(stage)
        assert hall.log.state.clock.total == minutes * 60_000
        assert say(undo_label({method.name: method}, hall.log.state)) == deed
    before = hall.groups("pairs")
    hall.back()
    hall.next()
    assert hall.groups("pairs") == before, "groups stay as they are"
    hall.undo()
    hall.undo()
    hall.undo()
    assert hall.all.stage == "alone"
    assert hall.groups("pairs") == []


def test_what_was_written_in_pairs_that_were_taken_back_is_seen_by_no_strangers() -> None:
    hall = Hall(12).to("pairs")
    hall.write("p1", "Trees")
    hall.undo()
    hall.to("pairs")
    with_one = next(pair for pair in hall.groups("pairs") if "p1" in pair)
    readers = {person for person in hall.log.state.present if "Trees" in str(hall.sees(person).get("notes", {}))}
    assert readers == set(with_one)


def test_at_the_end_the_idea_with_most_support_comes_first() -> None:
    hall = Hall(8).to("fours")
    for group, text in ((1, "Trees"), (2, "Bees")):
        assert hall.write(here(hall.all, "fours", group)[0], text) == ""
    hall.to("all")
    assert texts(hall.sees("wall"), "ideas") == ["Trees", "Bees"]
    assert hall.tap("p1", "Bees", "support") == ""
    assert texts(hall.sees("wall"), "ideas") == ["Trees", "Bees"], "nothing moves while people tap"
    hall.to("done")
    assert texts(hall.sees("wall"), "ideas") == ["Bees", "Trees"]


def test_a_hidden_idea_is_on_no_screen_and_not_handed_on() -> None:
    hall = Hall(4).to("fours")
    hall.write("p1", "Rude")
    hall.to("all")
    (card,) = hall.sees("console")["ideas"]["items"]
    hall.do(FACILITATOR, "Hide", note=card)
    assert "Rude" not in str([hall.sees("wall"), hall.sees("p2"), hall.record(), hall.results()])
    assert hall.do("p2", "Support", note=card) == "gone"
    assert say(undo_label({method.name: method}, hall.log.state)) == "hide “Rude”"


def test_the_groups_are_printed() -> None:
    hall = Hall(9)
    assert method.plan(hall.state) is None
    hall.to("fours")
    plan = method.plan(hall.state)
    assert plan is not None
    assert [len(seats) for _name, seats in plan.rounds] == [9, 9]
    assert len(plan.tables) == 4


def test_three_hundred_people_each_find_their_group() -> None:
    hall = Hall(300).to("pairs")
    assert hall.sizes("pairs") == [2] * 150
    hall.to("fours")
    assert hall.sizes("fours") == [4] * 75
    assert hall.sees("p300")["place"]["number"] == hall.all.of("fours").of["p300"]


def test_it_conforms_without_support_and_with_several_ideas() -> None:
    conform(method, range(3), {"support": False, "ideas": 3})
