"""The rows of a spreadsheet on a mind map."""

from typing import Any

from methods.mind_map.method import method
from tests.methods.room import FACILITATOR, Room, texts
from workshop.method import Item

IDEAS = (Item("t1", "idea", "Trees", support=1), Item("t2", "idea", "More trees"))
CARDS = [{"text": "Old oaks", "support": 12}, {"text": "TREES", "support": 3}, {"text": "Elms"}, {"text": "old oaks"}]


def room(items: tuple[Item, ...] = IDEAS) -> Room:
    """A map with one group, if there are ideas."""
    made = Room(method, items=items)
    if items:
        groups = [{"title": "Trees", "ideas": [item.id for item in items]}]
        made.log.play("TakeGrouping", {"round": 1, "groups": groups}, "system", "step")
    return made


def found(room: Room) -> list[tuple[str, int]]:
    return [(idea.text, idea.support) for idea in room.state.ideas]


def test_its_ideas_wait_with_their_support_and_none_comes_twice() -> None:
    map = room()
    assert map.do("ana", "Bring", cards=CARDS) == "not-allowed"
    assert map.do(FACILITATOR, "Bring", cards=CARDS) == ""
    assert map.do(FACILITATOR, "Bring", cards=CARDS) == "there"
    assert found(map) == [("Trees", 1), ("More trees", 0), ("Old oaks", 12), ("Elms", 0)]
    assert texts(map.sees("console")["board"]["items"], "unplaced") == ["Old oaks", "Elms"]
    assert map.record()["sheet"]["text"] == "2 of them came from a spreadsheet."
    assert "paper" not in map.record()
    map.undo()
    assert found(map) == [("Trees", 1), ("More trees", 0)]


def test_they_stay_when_the_step_is_entered_again_and_can_be_taken_away() -> None:
    map = room()
    map.do(FACILITATOR, "Bring", cards=CARDS)
    again = method.receive(map.state, IDEAS[:1])
    assert [idea.text for idea in again.ideas] == ["Trees", "Old oaks", "Elms"]
    elms = next(idea.id for idea in map.state.ideas if idea.text == "Elms")
    assert map.do(FACILITATOR, "Drop", card=elms) == ""
    assert "Elms" not in str(map.record()) + str(map.results())


def test_on_an_empty_map_the_machine_groups_all_that_came_not_only_the_first_hundreds() -> None:
    map = room(())
    map.do(FACILITATOR, "Bring", cards=CARDS)
    first = method.work(map.state)
    map.do(FACILITATOR, "Bring", cards=[{"text": "Night bus"}])
    last = method.work(map.state)
    assert first is not None
    assert last is not None
    assert first.key != last.key
    ideas: Any = last.args[1]
    assert [text for _id, text in ideas] == ["Old oaks", "TREES", "Elms", "Night bus"]


def test_where_they_are_the_most_part_of_the_map_new_groups_are_offered_and_nothing_moves() -> None:
    map = room()
    before = {group.id: group.ids for group in map.state.groups}
    map.do(FACILITATOR, "Bring", cards=[{"text": f"Night bus number {n}"} for n in range(30)])
    work = method.work(map.state)
    assert work is not None
    assert (work.command, len(work.args[1])) == ("TakeGrouping", 32)
    map.log.play(work.command, work.call(*work.args), "system", "step")
    assert map.state.preview is not None
    assert {group.id: group.ids for group in map.state.groups} == before
    few = room()
    few.do(FACILITATOR, "Bring", cards=CARDS)
    other = method.work(few.state)
    assert other is not None
    assert other.command != "TakeGrouping"


def test_a_map_that_is_kept_takes_no_more() -> None:
    map = room()
    map.do(FACILITATOR, "Lock")
    assert map.do(FACILITATOR, "Bring", cards=CARDS) == "locked"
