"""A follow-up: what became of the commitments and decisions that were brought along."""

from typing import Any

from methods.follow_up import commands as c
from methods.follow_up import events as e
from methods.follow_up.method import method
from tests.methods.room import FACILITATOR, Room, texts
from workshop.language import speaker
from workshop.method import Item
from workshop.session.reading import undo_label
from workshop.testing import given

TREES = Item("ABCDEF/c1", "commitment", "Water the trees", facts={"who": "Ana", "by": "2034-05-01", "seen": "They live"})
VAN = Item("ABCDEF/c2", "commitment", "Lend a van", facts={"person": "7"})
CARS = Item("ABCDEF/d1", "decision", "No cars on Sundays", facts={"review_date": "2034-04-01", "responsible": "The council"})
BEFORE = Item("BBBBBB/s1", "status", "The well is dry", facts={"of": TREES.id, "status": "stuck", "review_date": "2034-03-01"})
ALL = (VAN, TREES, CARS, BEFORE)
PEOPLE = ["ana", "bo", "carla", "dia", "elif", "fynn"]


def looking(start: int = 0, items: tuple[Item, ...] = ALL, **settings: Any) -> Room:
    """A room of six that looks at one of the things: the trees, the cars, then the van."""
    room = Room(method, PEOPLE, items, **settings)
    assert room.do(FACILITATOR, "Go", to="look", start=start) == ""
    return room


def say(room: Room, *statuses: str) -> None:
    """The first people say how they see what is looked at."""
    for person, status in zip(PEOPLE, statuses, strict=False):
        assert room.do(person, "See", thing=room.state.now[0].id, status=status) == ""


def test_with_nothing_brought_along_it_says_what_to_do_and_the_workshop_goes_on() -> None:
    room = Room(method)
    assert room.sees("console")["bring"]["text"].startswith("Bring in what is due from the process page")
    assert "nothing" in room.sees("wall")
    assert room.record()["nothing"]["text"] == "Nothing was brought along from earlier workshops."
    assert room.next() == "", "to the end of the workshop"


def test_what_is_due_first_comes_first_with_where_it_stood_the_last_time() -> None:
    cards = Room(method, items=ALL).sees("wall")["things"]["items"]
    assert [(one["above"], one.get("detail", "")) for one in cards.values()] == [
        ("Commitment · Ana · by 1 March 2034", "last time: ■ stuck · The well is dry · again on 1 March 2034"),
        ("Decision · The council · review: 1 April 2034", ""),
        ("Commitment · person 7 of that workshop", ""),
    ]


def test_the_latest_of_earlier_outcomes_is_where_a_thing_stands() -> None:
    later = Item("CCCCCC/s1", "status", "", facts={"of": TREES.id, "status": "under_way", "review_date": ""})
    cards = Room(method, items=(*ALL, later)).sees("wall")["things"]["items"]
    assert cards[TREES.id]["detail"] == "last time: ▲ under way"


def test_how_people_see_it_is_shown_to_all_at_once_and_to_nobody_before() -> None:
    room, other = looking(), looking()
    say(room, "done", "done", "stuck", "done", "done")
    say(other, "stuck", "dropped", "stuck", "done", "stuck")
    for who in ("wall", "room", "console", "fynn"):
        assert room.sees(who) == other.sees(who)
    assert room.sees("wall")["answered"]["done"] == 5
    assert room.next_label() == "Show how 5 people see it"
    room.next()
    bars = room.sees("wall")["seen"]["items"]
    assert {id: bar.get("count", 0) for id, bar in bars.items()} == {"done": 4, "under_way": 0, "stuck": 1, "dropped": 0}
    assert room.do("fynn", "See", thing=TREES.id, status="done") == "shown"
    room.back()
    assert room.do("fynn", "See", thing=TREES.id, status="done") == ""


def test_with_fewer_than_five_no_figures_are_shown_and_nothing_is_what_most_said() -> None:
    room = looking()
    say(room, "done", "done", "done", "done")
    room.next()
    assert room.sees("wall")["seen"]["text"] == "4 answers are too few for figures that stay secret."
    assert "majority" not in room.sees("console")


def test_the_facilitator_takes_over_what_most_said_by_one_press() -> None:
    room = looking()
    say(room, "done", "done", "stuck", "done", "done")
    assert "majority" not in room.sees("console")
    room.next()
    assert room.press("console", "majority", "most") == ""
    assert room.sees("wall")["outcome"]["text"] == "● done"
    assert speaker("en", ())(undo_label({method.name: method}, room.log.state)) == "“Water the trees”: ● done"
    room.undo()
    assert "outcome" not in room.sees("wall")


def test_what_the_facilitator_notes_holds_with_its_note_and_its_new_day() -> None:
    room = looking()
    note = {"thing": TREES.id, "status": "under_way", "note": "Half of them", "review_date": "2035-01-01"}
    assert room.do(FACILITATOR, "WriteDown", **note) == ""
    assert room.press("console", "outcomes", "stuck") == "", "the note and the day stay"
    status, idea = room.results()
    assert (status.kind, status.text, status.sources) == ("status", "Half of them", (TREES.id,))
    assert status.facts == {"of": TREES.id, "what": "Water the trees", "status": "stuck", "review_date": "2035-01-01"}
    assert (idea.kind, idea.text, idea.sources) == ("idea", "Water the trees (Half of them)", (status.id,))


def test_what_is_done_or_ended_does_not_go_on_as_an_idea_nor_where_nothing_is_to_go_on() -> None:
    room = looking(hand_on=False)
    for thing, status in ((TREES.id, "stuck"), (CARS.id, "to_change"), (VAN.id, "done")):
        room.do(FACILITATOR, "Record", thing=thing, status=status)
    assert [item.kind for item in room.results()] == ["status"] * 3
    more = looking()
    more.do(FACILITATOR, "Record", thing=VAN.id, status="dropped")
    more.do(FACILITATOR, "Record", thing=CARS.id, status="to_change")
    assert [(item.kind, item.facts["status"]) for item in more.results()] == [
        ("status", "to_change"), ("idea", "to_change"), ("status", "dropped"),
    ]  # fmt: skip


def test_a_decision_is_kept_or_changed_and_never_done() -> None:
    look = given(method, items=ALL).events(e.Went("look", 1))
    look.when(c.See(CARS.id, "done")).rejected("unfit")
    look.when(c.Record(CARS.id, "done")).rejected("unfit")
    look.when(c.See(TREES.id, "done")).rejected("elsewhere")
    look.when(c.See(CARS.id, "kept")).then(e.Seen("ana", CARS.id, "kept"))
    look.when(c.Record("gone", "kept")).rejected("gone")


def test_one_after_the_other_to_where_everything_stands() -> None:
    room = Room(method, PEOPLE, ALL)
    labels = []
    while room.state.stage != "over":
        for thing in room.state.now:
            room.do(FACILITATOR, "Record", thing=thing.id, status="kept" if thing.id == CARS.id else "stuck")
        labels.append(room.next_label())
        room.next()
    assert labels == [
        "Look at number 1 of 3", "Look at number 2 of 3", "Look at number 3 of 3", "Show where everything stands",
    ]  # fmt: skip
    wall = room.sees("wall")
    assert {id: bar["count"] for id, bar in wall["commitments"]["items"].items()} == {"stuck": 2}
    assert [bar["text"] for bar in wall["decisions"]["items"].values()] == ["● kept"]
    assert texts(wall, "open") == ["Water the trees", "Lend a van"]


def test_as_a_list_everybody_says_it_of_each_and_the_facilitator_notes_each() -> None:
    room = looking(one_by_one=False)
    for person in PEOPLE:
        assert room.press_card(person, "see", TREES.id, "done") == ""
    assert room.sees("ana")["see"]["items"][TREES.id]["detail"].endswith("You say: ● done. You can change it.")
    room.next()
    assert room.sees("wall")["things"]["items"][TREES.id]["detail"].endswith("the room: ● done 6")
    assert room.press_card("console", "things", TREES.id, "done") == ""
    assert room.press_card("console", "things", VAN.id, "note") == ""
    form = room.sees("console")[f"write-{VAN.id}"]
    assert room.do(FACILITATOR, "WriteDown", **form["args"], status="under_way", note="In June", review_date="") == ""
    assert room.sees("wall")["things"]["items"][VAN.id]["detail"].startswith("▲ under way · In June")
    assert room.sees("console")["missing"]["text"] == "Of 1 thing no outcome is noted yet."


def test_the_record_has_the_outcome_and_how_the_room_saw_it() -> None:
    room = looking()
    say(room, "done", "done", "stuck", "done", "done")
    room.next()
    room.do(FACILITATOR, "WriteDown", thing=TREES.id, status="under_way", note="Half of them", review_date="")
    detail = room.record()["commitment-list"]["items"][TREES.id]["detail"]
    assert detail == (
        "▲ under way · Half of them · last time: ■ stuck · The well is dry · again on 1 March 2034 · the room: ● done 4 · ■ stuck 1"
    )


def test_what_is_brought_in_meanwhile_does_not_move_what_is_looked_at() -> None:
    room = looking(1)
    early = Item("ABCDEF/c9", "commitment", "Earlier still", facts={"by": "2030-01-01"})
    state = method.receive(room.state, (*ALL, early))
    assert [one.id for one in state.now] == [CARS.id]
    assert state.things[0].id == early.id
