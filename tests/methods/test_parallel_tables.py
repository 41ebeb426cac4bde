"""Parallel tables: each with its own topic, joined by choice, by draw, or balanced."""

from collections import Counter
from typing import Any

import pytest

from methods.parallel_tables.method import method
from methods.parallel_tables.state import State, everybody_at, sizes, table_of
from tests.methods.room import FACILITATOR, Room, texts
from workshop.blocks import encode
from workshop.language import speaker
from workshop.method import Item, Viewer
from workshop.session.reading import undo_label, work_of
from workshop.session.state import SYSTEM
from workshop.testing import conform

say = speaker("en", ())
TOPICS = ["Trees", "Traffic", "Schools"]


class Hall(Room):
    """A hall with people from p1 on."""

    def __init__(self, people: int, items: tuple[Item, ...] = (), **settings: Any) -> None:
        super().__init__(method, [f"p{number}" for number in range(1, people + 1)], items, **({"topics": TOPICS} | settings))

    @property
    def hall(self) -> State:
        """The state."""
        state: State = self.state
        return state

    def next(self) -> str:
        """The facilitator presses Next, and the machine answers."""
        code = super().next()
        work = work_of(self.log.methods, self.log.state)
        if work is not None:
            assert self.log.play(work.command, work.call(*work.args), by=SYSTEM, activity="step") is None
        return code

    def to(self, stage: str, turn: int = 0) -> "Hall":
        """Goes on until a phase."""
        while self.hall.stage != stage or turn not in (0, self.hall.turn):
            assert self.next() == ""
        return self

    def sees(self, who: str) -> dict[str, Any]:
        """The screen; that of a device is drawn for its table."""
        table = self.log.state.tables.get(who, "")
        if not table:
            return super().sees(who)
        return self.sees("room") | encode(self.method.view(self.state, Viewer("person", 0, who, 0, table)), say)

    def choose(self, person: str, table: int) -> str:
        """Somebody taps a table in the list on their phone."""
        press = self.sees(person)["tables"]["items"][f"t{table}"]["buttons"]["press"]
        return self.do(person, press["command"], **press["args"])

    def write(self, person: str, text: str) -> str:
        """Somebody writes a note with the form that they see; its id."""
        form = self.sees(person)["write"]
        assert self.do(person, form["command"], **form["args"], text=text) == ""
        return next(note.id for note in self.hall.notes if note.text == text)

    def at(self, table: int) -> list[str]:
        """Who sits at a table."""
        return sorted(everybody_at(self.hall, table))


def test_people_choose_a_table_and_change_until_the_talk_begins() -> None:
    hall = Hall(6, seats=3)
    assert hall.choose("p1", 1) == ""
    assert hall.sees("p1")["place"]["detail"] == "Trees"
    assert hall.choose("p1", 2) == ""
    assert hall.sees("p1")["place"]["number"] == 2
    assert hall.sees("wall")["tables"]["items"]["t2"]["count"] == 1
    assert hall.sees("p2")["tables"]["items"]["t2"]["detail"] == "2 free seats"
    hall.to("move")
    assert sorted(sizes(hall.hall).values()) == [2, 2, 2], "who has not chosen sits at one of the smallest tables"
    assert hall.choose("p1", 3) == ""
    hall.to("talk")
    assert "tables" not in hall.sees("p1")
    assert hall.do("p1", "Choose", table=1) == "not-now"


def test_a_full_table_takes_nobody_more() -> None:
    hall = Hall(6, seats=2)
    assert [hall.choose(f"p{number}", 1) for number in (1, 2, 3)] == ["", "", "full"]
    assert hall.sees("p3")["tables"]["items"]["t1"]["detail"] == "Full"
    hall.log.play("Leave", by="p1")
    assert hall.choose("p3", 1) == ""


def test_without_a_number_of_seats_tables_stay_about_even() -> None:
    hall = Hall(9)
    assert [hall.choose(f"p{number}", 1) for number in range(1, 7)] == ["", "", "", "", "", "full"]


@pytest.mark.parametrize("people", [3, 7, 30, 300])
def test_by_draw_tables_differ_by_one_person_at_most(people: int) -> None:
    hall = Hall(people, join="draw").to("talk")
    counts = sizes(hall.hall)
    assert sum(counts.values()) == people
    assert max(counts.values()) - min(counts.values()) <= 1
    assert all(hall.sees(person)["place"]["number"] == table_of(hall.hall, person) for person in hall.log.state.present)


def test_tables_are_balanced_by_what_people_say() -> None:
    hall = Hall(12, join="balanced", mix="Your district", mix_choices=["North", "South"])
    for number in range(1, 13):
        assert hall.do(f"p{number}", "Belong", value="North" if number <= 6 else "South") == ""
    assert hall.do("p1", "Belong", value="West") == "bad-choice"
    hall.to("talk")
    for table in (1, 2, 3):
        assert Counter(int(person[1:]) <= 6 for person in hall.at(table)) == {True: 2, False: 2}
    assert hall.record()["mixing"]["text"] == "Your district: mixed to 100\u00a0% of what is possible."


def test_a_table_writes_its_speaker_marks_and_the_room_hears_it() -> None:
    hall = Hall(6, join="draw").to("talk")
    one, other = hall.at(1)
    elsewhere = hall.at(2)[0]
    note = hall.write(one, "Plant oaks")
    assert texts(hall.sees(other), "notes") == ["Plant oaks"]
    assert "Plant oaks" not in str(hall.sees(elsewhere))
    assert hall.press(other, "speak", "speak") == ""
    assert hall.do(one, "Speak") == "spoken"
    assert hall.do(one, "Carry", note=note) == "not-speaker"
    assert hall.do(other, "Carry", note=note) == ""
    assert hall.do(elsewhere, "Write", text="Mine", table=1) == "not-your-table"
    hall.to("harvest")
    assert hall.sees("wall")["question"]["text"] == "Table 1 tells: Trees"
    assert texts(hall.sees("wall"), "telling") == ["Plant oaks"]
    hall.to("done")
    (idea,) = hall.results()
    assert (idea.kind, idea.text, dict(idea.facts)) == ("idea", "Plant oaks", {"table": "1", "topic": "Trees"})
    assert "Carried on" in str(hall.record())


def test_where_the_speaker_leaves_all_at_the_table_mark_and_somebody_follows() -> None:
    hall = Hall(6, join="draw").to("talk")
    one, other = hall.at(1)
    note = hall.write(one, "Plant oaks")
    hall.do(other, "Speak")
    hall.log.play("Leave", by=other)
    assert "speak" in hall.sees(one)
    assert hall.do(one, "Carry", note=note) == ""
    assert hall.do(one, "Speak") == ""


def test_in_a_second_turn_people_may_go_to_another_table() -> None:
    hall = Hall(6, join="draw", second_turn=True).to("talk")
    goes, stays = hall.at(1)
    note = hall.write(goes, "Plant oaks")
    hall.do(goes, "Speak")
    hall.to("move", 2)
    assert hall.choose(goes, 2) == ""
    hall.to("talk", 2)
    assert (table_of(hall.hall, goes), table_of(hall.hall, stays)) == (2, 1)
    assert "speak" in hall.sees(stays), "who speaks for a table does so as long as they sit there"
    assert hall.do(stays, "Carry", note=note) == ""
    hall.to("done")
    turns = [block for id, block in hall.record().items() if id.startswith("seats-")]
    assert [[table.get("count", 0) for table in one["items"].values()] for one in turns] == [[2, 2, 2], [1, 3, 2]]


def test_who_comes_late_sits_down_at_once_and_who_comes_back_has_their_table() -> None:
    hall = Hall(5, join="draw").to("talk")
    smallest = min((1, 2, 3), key=lambda table: sizes(hall.hall)[table])
    hall.log.play("Join", by="late")
    assert table_of(hall.hall, "late") == smallest
    before = table_of(hall.hall, "p1")
    hall.log.play("Leave", by="p1")
    assert table_of(hall.hall, "p1") == 0
    hall.log.play("Join", by="p1")
    assert table_of(hall.hall, "p1") == before


def test_the_topics_come_from_an_earlier_step_and_a_table_is_added() -> None:
    hall = Hall(4, (Item("g1", "group", "Green"), Item("g2", "group", "Calm")), topics=[], join="draw")
    form = hall.sees("console")["topic"]
    assert hall.do(FACILITATOR, form["command"], text="Bright") == ""
    assert texts(hall.sees("wall"), "tables") == ["Green", "Calm", "Bright"]
    assert say(undo_label({method.name: method}, hall.log.state)) == "add “Bright”"
    hall.to("talk")
    person = hall.at(1)[0]
    hall.do(person, "Carry", note=hall.write(person, "Plant oaks"))
    assert [item.sources for item in hall.results()] == [("g1",)]


def test_without_a_topic_nobody_is_seated() -> None:
    hall = Hall(4, topics=[])
    assert hall.next_label() == ""
    assert hall.do(FACILITATOR, "SeatRoom") == "no-table"


def test_a_device_writes_for_its_table_and_the_facilitator_from_paper() -> None:
    hall = Hall(6, join="draw")
    hall.log.play("Join", {"table": "2"}, by="tablet")
    hall.to("talk")
    hall.write("tablet", "From the tablet")
    assert "From the tablet" in texts(hall.sees(hall.at(2)[0]), "notes")
    form = hall.sees("console")["paper"]
    assert hall.do(FACILITATOR, form["command"], table="3", text="From paper") == ""
    hall.do(FACILITATOR, "Look", table=3)
    assert texts(hall.sees("console"), "table-notes") == ["From paper"]
    (note,) = (note for note in hall.hall.notes if note.table == 3)
    hall.do(FACILITATOR, "Hide", note=note.id)
    assert "From paper" not in str([hall.sees(hall.at(3)[0]), hall.record()])
    assert say(undo_label({method.name: method}, hall.log.state)) == "hide “From paper”"


def test_the_seats_are_printed() -> None:
    hall = Hall(6, join="draw")
    assert method.plan(hall.state) is None
    hall.to("talk")
    plan = method.plan(hall.state)
    assert plan is not None
    assert [table.text for table in plan.tables] == TOPICS
    assert [len(seats) for _name, seats in plan.rounds] == [6]


@pytest.mark.parametrize("join", ["choice", "draw", "balanced"])
def test_it_conforms_however_people_come_to_a_table(join: str) -> None:
    mix = {"mix": "Your district", "mix_choices": ["North", "South"]}
    conform(method, range(2), {"topics": TOPICS, "join": join, "second_turn": True, **mix})
