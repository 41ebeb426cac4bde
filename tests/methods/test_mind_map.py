from random import Random
from typing import Any

import pytest
from hypothesis import given as sometimes
from hypothesis import settings
from hypothesis import strategies as st

from methods.mind_map.commands import (
    Lock,
    Merge,
    Move,
    PlaceNew,
    Regroup,
    Rename,
    TakeGrouping,
    TakePlaces,
    Turn,
    Unlock,
)
from methods.mind_map.events import (
    Asked,
    Event,
    Grouped,
    Locked,
    Merged,
    Moved,
    Placed,
    Renamed,
    Turned,
    Unlocked,
)
from methods.mind_map.method import method
from methods.mind_map.proposals import NewGroup, Proposal
from methods.mind_map.state import State
from tests.methods.room import FACILITATOR, Room
from workshop.blocks import merge_patch
from workshop.messages import read
from workshop.method import Context, Do, Item, Rejected, Role, Sight, fold
from workshop.testing import given

IDEAS = tuple(Item(id, "idea", text, support=support) for id, text, support in [
    ("t1", "Trees", 1), ("t2", "More trees", 4), ("t3", "Shade of trees", 0),
    ("b1", "Night bus", 2), ("b2", "Free bus", 0), ("m1", "Music", 3),
])  # fmt: skip
MAP = Grouped(1, (NewGroup("g1", "Trees", ("t1", "t2", "t3")), NewGroup("g2", "Bus", ("b1", "b2")), NewGroup("g3", "Music", ("m1",))))
sorted_map = given(method, {"topic": "Our square"}, IDEAS).events(MAP)


def groups(state: State) -> dict[str, set[str]]:
    return {group.id: set(group.ids) for group in state.groups}


def worked(state: State, answer_id: str = "fresh") -> State:
    """The state after the machine has done what it was asked."""
    work = method.work(state)
    assert work is not None
    command = method.command(work.command)
    assert command is not None
    answer: Any = read(command, work.call(*work.args))
    events = method.decide(state, answer, Context(0, "system", Role.SYSTEM, frozenset(), answer_id, 1))
    assert not isinstance(events, Rejected)
    found: State = fold(method, state, events)
    return found


def test_the_machine_is_asked_at_once_and_the_wall_says_so() -> None:
    begun = given(method, {"topic": "Our square"}, IDEAS)
    work = method.work(begun.state)
    assert work is not None
    assert work.command == "TakeGrouping"
    assert begun.sees("wall")["state"]["text"] == "The ideas are being sorted…"


def test_what_the_machine_finds_becomes_the_map() -> None:
    proposal = (Proposal("Trees", ("t1", "t2", "t3")), Proposal("Bus", ("b1", "b2", "m1")))
    asked = given(method, {}, IDEAS).when(TakeGrouping(1, proposal), role=Role.SYSTEM)
    assert not isinstance(asked.answer, Rejected)
    (event,) = asked.answer
    assert [(one.title, one.ideas) for one in event.groups] == [("Trees", ("t1", "t2", "t3")), ("Bus", ("b1", "b2", "m1"))]
    assert len({one.id for one in event.groups}) == 2


def test_the_whole_way_from_ideas_to_groups() -> None:
    state = worked(method.start(method.settings(), IDEAS, 1))
    assert {frozenset(group.ids) for group in state.groups} == {frozenset({"t1", "t2", "t3"}), frozenset({"b1", "b2"})}
    assert state.unplaced == ("m1",)
    work = method.work(state)
    assert work is not None
    assert work.command == "TakePairs", "what says the same is looked for next"
    assert method.work(worked(state)) is None


def test_an_answer_to_an_older_question_is_not_taken() -> None:
    sorted_map.events(Asked("group", 2, 1)).when(TakeGrouping(1, (Proposal("Old", ("t1",)),)), role=Role.SYSTEM).then()
    sorted_map.when(TakePlaces(1, {"t1": "g2"}), role=Role.SYSTEM).then()


def test_groups_are_renamed_merged_and_cards_are_moved() -> None:
    sorted_map.when(Rename("g1", "Shade")).then(Renamed("g1", "Shade"))
    sorted_map.when(Merge("g3", "g1")).then(Merged("g3", "g1"))
    sorted_map.when(Move("m1", "g2")).then(Moved("m1", "g2"))
    sorted_map.when(Move("t1", ""), id="new").then(Moved("t1", "new", "Trees"))
    assert groups(sorted_map.events(Merged("g3", "g1")).state) == {"g1": {"t1", "t2", "t3", "m1"}, "g2": {"b1", "b2"}}
    assert groups(sorted_map.events(Moved("t1", "new", "Trees")).state)["new"] == {"t1"}


@pytest.mark.parametrize(
    ("command", "code"),
    [(Rename("gone", "A"), "gone"), (Rename("g1", ""), "empty"), (Merge("g1", "g1"), "same"), (Merge("g1", "gone"), "gone"),
     (Move("gone", "g1"), "gone"), (Move("t1", "gone"), "gone")],
)  # fmt: skip
def test_what_cannot_be_done_is_refused(command: Any, code: str) -> None:
    sorted_map.when(command).rejected(code)


def test_a_group_that_lost_its_last_card_is_gone() -> None:
    assert groups(sorted_map.events(Moved("m1", "g1")).state).keys() == {"g1", "g2"}


def test_a_merge_that_is_undone_leaves_every_card_where_it_was() -> None:
    room = Room(method, items=IDEAS)
    found = [{"title": "Trees", "ideas": ["t1", "t2", "t3"]}, {"title": "Bus", "ideas": ["b1", "b2"]}]
    assert room.do("system", "TakeGrouping", round=1, groups=found) == ""
    before = room.state.groups
    assert room.do(FACILITATOR, "Merge", group=before[1].id, into=before[0].id) == ""
    assert len(room.state.groups) == 1
    room.undo()
    assert room.state.groups == before


def test_what_people_fixed_stays_fixed_when_the_machine_groups_again() -> None:
    fixed = sorted_map.events(Renamed("g2", "Getting here"), Moved("m1", "g1"), Asked("group", 2, 1))
    work = method.work(fixed.state)
    assert work is not None
    assert work.args[-1].pins == {"b1": "g2", "b2": "g2", "m1": "g1"}
    again = fixed.events(Grouped(2, (NewGroup("n1", "All", ("t1", "t2", "t3", "b1", "m1")),)))
    assert groups(again.state) == {"g1": {"m1"}, "g2": {"b1", "b2"}, "n1": {"t1", "t2", "t3"}}


def test_groups_that_were_merged_stay_together_when_the_machine_groups_again() -> None:
    merged = sorted_map.events(Merged("g3", "g2"), Asked("group", 2, 1), Grouped(2, (NewGroup("n1", "All", ("t1", "b1", "m1")),)))
    assert groups(merged.state) == {"g1": {"t2", "t3"}, "g2": {"b1", "b2", "m1"}, "n1": {"t1"}}


def test_a_group_found_again_keeps_its_colour_and_its_place() -> None:
    again = sorted_map.events(Asked("group", 2, 1), Grouped(2, (
        NewGroup("n1", "New", ("b1",)), NewGroup("g1", "Tall trees", ("t1", "t2")), NewGroup("n3", "Tunes", ("m1", "t3", "b2")),
    )))  # fmt: skip
    before, after = sorted_map.state.group("g1"), again.state.group("g1")
    assert (after.title, after.color, after.place) == ("Tall trees", before.color, before.place)
    assert len({group.color for group in again.state.groups}) == len({group.place for group in again.state.groups}) == 3


def test_a_merge_leaves_the_other_groups_on_their_side_of_the_wall() -> None:
    before, after = sorted_map.sees("wall")["map"]["items"], sorted_map.events(Merged("g1", "g3")).sees("wall")["map"]["items"]
    assert {id: after[id]["side"] for id in ("g2", "g3")} == {"g2": "left", "g3": "right"}
    assert {before[id]["color"] for id in ("g2", "g3")} == {after[id]["color"] for id in ("g2", "g3")}


def test_new_ideas_wait_and_nothing_else_moves() -> None:
    state = method.receive(sorted_map.state, (*IDEAS, Item("n1", "idea", "School bus")))
    assert state.groups == sorted_map.state.groups
    assert state.unplaced == ("n1",)
    asked = method.evolve(state, Asked("place", 2, 1))
    assert groups(worked(asked)) == groups(state) | {"g2": {"b1", "b2", "n1"}}


def test_a_machine_that_never_answers_can_be_asked_again() -> None:
    begun = given(method, {}, IDEAS)
    assert "regroup" in begun.sees("console")["machine"]["items"]
    again = begun.when(Regroup()).then(Asked("group", 2, 1))
    keys = [work.key for work in (method.work(begun.state), method.work(again.state)) if work]
    assert len(set(keys)) == 2


def test_place_the_new_ones_only_where_there_are_any() -> None:
    sorted_map.when(PlaceNew()).then()


def test_ideas_that_went_leave_their_groups() -> None:
    state = method.receive(sorted_map.state, IDEAS[1:5])
    assert groups(state) == {"g1": {"t2", "t3"}, "g2": {"b1", "b2"}}


def test_a_map_that_is_kept_changes_no_more_not_even_by_a_late_answer() -> None:
    kept = sorted_map.events(Asked("group", 2, 1), Locked())
    kept.when(TakeGrouping(2, (Proposal("Late", ("t1", "b1", "m1")),)), role=Role.SYSTEM).then()
    kept.when(Move("t1", "g2")).rejected("locked")
    kept.when(Regroup()).rejected("locked")
    kept.when(Lock()).then()
    kept.when(Unlock()).then(Unlocked())
    assert "move" not in kept.sees("console")["board"]
    assert method.work(kept.state) is None


def test_the_wall_shows_a_map_and_phones_a_list_with_the_most_supported_ideas_first() -> None:
    wall, room = sorted_map.sees("wall"), sorted_map.sees("room")
    assert wall["map"]["items"]["topic"]["text"] == "Our square"
    assert "topic" not in wall  # the map says it, in the middle
    assert [node["text"] for node in wall["map"]["items"].values() if node.get("parent") == "g1"] == [
        "More trees",
        "Trees",
        "Shade of trees",
    ]
    assert [(entry["text"], entry["count"]) for entry in room["groups"]["items"].values()] == [("Trees", 3), ("Bus", 2), ("Music", 1)]
    assert list(room["groups"]["items"]["g1"]["items"]) == ["t2", "t1", "t3"]
    assert list(sorted_map.sees("person", "ana")) == ["late"]


def test_the_console_has_a_board_to_arrange() -> None:
    board = sorted_map.sees("console")["board"]
    assert (board["move"], board["rename"], board["merge"]) == ("Move", "Rename", "Merge")
    assert list(board["items"]) == ["g1", "g2", "g3"]


def test_without_ideas_everybody_is_told_so() -> None:
    empty = given(method)
    for viewer in ("wall", "room", "console"):
        assert empty.sees(viewer)["state"]["text"] == "There are no ideas to sort. Go back and gather some."
    assert method.work(empty.state) is None


def test_ideas_that_make_no_group_are_seen_by_everybody_and_not_while_they_are_being_sorted() -> None:
    begun = given(method, {"topic": "Our square"}, IDEAS)
    alone = begun.events(Grouped(1, ()))
    for viewer in ("wall", "room"):
        assert "loose" not in begun.sees(viewer)
        assert {card["text"] for card in alone.sees(viewer)["loose"]["items"].values()} == {idea.text for idea in IDEAS}
        assert "loose" not in sorted_map.sees(viewer)


def test_groups_go_on_with_their_ideas_and_their_support_the_largest_first() -> None:
    assert [(item.id, item.kind, item.text, item.sources, item.support) for item in sorted_map.yields()] == [
        ("g1", "group", "Trees", ("t1", "t2", "t3"), 5),
        ("g2", "group", "Bus", ("b1", "b2"), 2),
        ("g3", "group", "Music", ("m1",), 3),
    ]


def test_the_record_has_the_map_and_every_idea_in_words() -> None:
    record = sorted_map.records()
    assert record["count"]["text"] == "6 ideas in 3 groups."
    assert [list(entry["items"]) for entry in record["groups"]["items"].values()] == [["t2", "t1", "t3"], ["b1", "b2"], ["m1"]]
    assert record["map"]["kind"] == "graph"
    assert given(method, {}, IDEAS).records()["none"]["text"] == "The ideas were not grouped."


MANY = tuple(Item(f"i{n}", "idea", f"Idea {n}", support=n % 3) for n in range(130))
crowded = given(method, {}, MANY).events(Grouped(1, (NewGroup("g1", "Many", tuple(item.id for item in MANY[:120])),)))


def test_the_facilitator_comes_to_every_card_of_a_large_group() -> None:
    step, seen = crowded, list[str]()
    for _page in range(6):
        column = step.sees("console")["board"]["items"]["g1"]
        assert (len(column["items"]), column["total"]) == (20, 120)
        seen += column["items"]
        if "more" in column["buttons"]:
            step = step.events(Turned("g1", column["buttons"]["more"]["args"]["start"]))
    assert "more" not in column["buttons"]
    assert sorted(seen) == sorted(item.id for item in MANY[:120])
    first = step.events(Turned("g1", "")).sees("console")["board"]["items"]["g1"]["items"]
    assert list(first) == seen[:20]


def test_those_that_are_not_yet_placed_can_all_be_reached() -> None:
    loose = given(method, {}, MANY)
    column = loose.sees("console")["board"]["items"]["unplaced"]
    assert (len(column["items"]), column["total"]) == (20, 130)
    turned = loose.when(Turn("unplaced", column["buttons"]["more"]["args"]["start"])).then(Turned("unplaced", "i20"))
    assert next(iter(turned.sees("console")["board"]["items"]["unplaced"]["items"])) == "i20"
    turned.when(Turn("unplaced", "i20")).then()


def test_a_page_stays_where_it_is_when_its_first_card_goes() -> None:
    turned = crowded.events(Turned("g1", "i5"))
    before = list(turned.sees("console")["board"]["items"]["g1"]["items"])
    moved = turned.events(Moved("i5", "new", "Idea 5"))
    assert list(moved.sees("console")["board"]["items"]["g1"]["items"])[:19] == before[1:]


def test_a_phone_lists_the_first_of_each_group_and_counts_the_others() -> None:
    group = crowded.sees("room")["groups"]["items"]["g1"]
    assert (group["count"], len(group["items"]), group["items"]["g1.more"]["text"]) == (120, 21, "and 100 more ideas")
    assert len(crowded.records()["groups"]["items"]["g1"]["items"]) == 120


def test_moving_one_card_leaves_the_other_groups_untouched_on_the_wire() -> None:
    before, after = sorted_map.sees("room"), sorted_map.events(Moved("t1", "g2")).sees("room")
    assert merge_patch(before, after)["groups"]["items"].keys() == {"g1", "g2"}


def rehearsed(number: int, items: tuple[Item, ...], *events: Event) -> list[Do]:
    """What a simulated person does before a map; only the facilitator, who has number 0, sees the console."""
    played = given(method, {}, items).events(*events)
    return list(method.rehearse(Sight(number, played.sees("room" if number else "console"), Random(1), lambda: "words")))


def test_a_simulated_facilitator_merges_what_is_too_many_and_names_what_was_cut() -> None:
    nine = tuple(Item(f"i{n}", "idea", "Words") for n in range(9))
    many = Grouped(1, tuple(NewGroup(f"g{n}", "Title", (f"i{n}",)) for n in range(9)))
    assert rehearsed(0, nine, many) == [Do("Merge", {"group": "g0", "into": "g1"})]
    cut = Grouped(1, (NewGroup("g1", "Shade", ("t1", "t2", "t3")), NewGroup("g2", "Bus and train at any hour…", ("b1", "b2", "m1"))))
    assert rehearsed(0, IDEAS, MAP) == rehearsed(1, IDEAS, cut) == []
    assert rehearsed(0, IDEAS, cut) == [Do("Rename", {"group": "g2", "title": "Bus and train"})]
    assert rehearsed(0, IDEAS, cut, Renamed("g2", "Bus and train")) == []


IDS = st.sampled_from(["t1", "t2", "t3", "b1", "b2", "m1", "gone"])
GROUPS = st.sampled_from(["g1", "g2", "g3", "g4", "gone"])
EVENTS = st.one_of(
    st.builds(Asked, st.sampled_from(["group", "place"]), st.integers(0, 5), st.just(1)),
    st.builds(Grouped, st.integers(0, 5), st.lists(st.builds(NewGroup, GROUPS, st.just("Title"), st.lists(IDS).map(tuple)), max_size=4,
                                                   unique_by=lambda one: one.id).map(tuple)),
    st.builds(Placed, st.integers(0, 5), st.dictionaries(IDS, GROUPS)),
    st.builds(Renamed, GROUPS, st.just("Named")),
    st.builds(Merged, GROUPS, GROUPS),
    st.builds(Moved, IDS, GROUPS, st.sampled_from(["", "New"])),
    st.builds(Locked),
    st.builds(Unlocked),
)  # fmt: skip


@sometimes(st.lists(EVENTS, max_size=12))
@settings(deadline=None)
def test_whatever_happened_no_idea_is_lost_or_doubled(events: list[Event]) -> None:
    state = fold(method, method.start(method.settings(), IDEAS, 1), events)
    placed = [id for group in state.groups for id in group.ids]
    assert len(placed) == len(set(placed))
    assert set(placed) | set(state.unplaced) == {item.id for item in IDEAS}
    assert all(group.ideas for group in state.groups)
    assert len({group.place for group in state.groups}) == len({group.id for group in state.groups}) == len(state.groups)


def test_a_card_on_paper_comes_into_a_group_and_stays_when_ideas_come_again() -> None:
    room = Room(method, items=IDEAS)
    room.log.play("TakeGrouping", {"round": 1, "groups": [{"title": "Trees", "ideas": ["t1", "t2"]}]}, "system", "step")
    [group] = room.state.groups
    assert room.do(FACILITATOR, "Add", text="A pear tree", group=group.id) == ""
    assert room.do(FACILITATOR, "Add", text="Bees") == ""
    assert room.do(FACILITATOR, "Add", text="Nowhere", group="gone") == "gone"
    board = room.sees("console")["board"]["items"]
    assert "A pear tree" in [card["text"] for card in board[group.id]["items"].values()]
    assert "Bees" in [card["text"] for card in board["unplaced"]["items"].values()]
    again = method.receive(room.state, IDEAS[:1])
    assert {idea.text for idea in again.ideas} == {"Trees", "A pear tree", "Bees"}
    assert room.record()["paper"]["text"] == "2 of them came on paper."
    pear = room.state.added[0].id
    assert [(one.kind, one.sources) for one in room.results()] == [("group", ("t1", "t2", pear)), ("wording", ()), ("wording", ())]
