"""Ideas that say the same, in a brainstorm: shown as one, with everybody's words, authors and support kept."""

from dataclasses import replace

import pytest

from methods.brainstorm.method import method
from methods.dot_vote.method import method as dot_vote
from tests.methods.room import FACILITATOR, Room, texts
from workshop.agenda import Step, dump
from workshop.language import speaker
from workshop.lineage import graph_of, words_behind
from workshop.method import Item
from workshop.session.reading import undo_label

PEOPLE = ("ana", "bo", "carla", "dan")
LISTS = {"room": "ideas", "wall": "ideas", "console": "ideas"}


@pytest.fixture
def room() -> Room:
    """Ana wants trees, Bo shade; Carla supports both, Dan the shade; somebody wrote it on paper too."""
    room = Room(method, PEOPLE)
    room.do("ana", "Add", text="Trees")
    room.do("bo", "Add", text="Shade trees")
    room.do(FACILITATOR, "Add", text="Green")
    room.next()
    for person, text in (("carla", "Trees"), ("carla", "Shade trees"), ("dan", "Shade trees")):
        room.do(person, "Support", idea=id_of(room, text))
    return room


def id_of(room: Room, text: str) -> str:
    return str(next(idea.id for idea in room.state.ideas if idea.text == text))


def merge(room: Room, text: str, into: str) -> str:
    """As the facilitator does it: “Same as …” on the one, “This one” on the other."""
    assert press(room, text, "same") == ""
    return press(room, into, "this")


def press(room: Room, text: str, button: str) -> str:
    card = room.sees("console")["ideas"]["items"][id_of(room, text)]
    found = card["buttons"][button]
    return room.do(FACILITATOR, found["command"], **found.get("args", {}))


@pytest.mark.parametrize("who", LISTS)
def test_two_that_say_the_same_are_one_card_with_how_many_said_it(room: Room, who: str) -> None:
    assert merge(room, "Shade trees", "Trees") == ""
    assert sorted(texts(room.sees(who), "ideas")) == ["Green", "Trees"]
    assert room.sees(who)["ideas"]["items"][id_of(room, "Trees")]["detail"].startswith("2 said this")
    assert room.sees(who)["ideas"]["total"] == 2


def test_support_counts_each_person_once_and_none_who_said_it(room: Room) -> None:
    merge(room, "Shade trees", "Trees")
    assert room.sees("wall")["ideas"]["items"][id_of(room, "Trees")]["count"] == 2
    trees = id_of(room, "Trees")
    assert room.do("bo", "Support", idea=trees) == "own"
    assert texts(room.sees("carla"), "backed") == ["Trees"]
    room.do("carla", "Support", idea=trees)
    assert "backed" not in room.sees("carla")
    assert [item.support for item in room.results() if item.kind == "idea"] == [1, 0]


def test_who_supported_the_idea_of_another_and_said_it_too_is_one_of_those_who_said_it(room: Room) -> None:
    room.do("bo", "Support", idea=id_of(room, "Trees"))
    merge(room, "Shade trees", "Trees")
    assert room.sees("wall")["ideas"]["items"][id_of(room, "Trees")]["count"] == 2
    assert "backed" not in room.sees("bo")


def test_everybody_keeps_their_own_words(room: Room) -> None:
    merge(room, "Shade trees", "Trees")
    assert texts(room.sees("bo"), "own") == ["Shade trees"]
    assert "together with another" in str(room.sees("bo")["own"])


def test_undo_says_what_it_takes_back_and_leaves_nothing_chosen(room: Room) -> None:
    merge(room, "Shade trees", "Trees")
    assert speaker("en", ())(undo_label(room.log.methods, room.log.state)) == "show “Shade trees” under “Trees”"
    room.undo()
    assert sorted(texts(room.sees("wall"), "ideas")) == ["Green", "Shade trees", "Trees"]
    assert [item.support for item in room.results()] == [1, 2, 0]
    assert "this" not in str(room.sees("console")["ideas"]["items"][id_of(room, "Trees")]["buttons"])


def test_three_become_one_and_are_shown_apart_again(room: Room) -> None:
    merge(room, "Green", "Shade trees")
    merge(room, "Shade trees", "Trees")
    card = room.sees("console")["ideas"]["items"][id_of(room, "Trees")]
    assert card["detail"] == "3 said this, also as: Shade trees / Green"
    assert press(room, "Trees", "apart") == ""
    assert sorted(texts(room.sees("console"), "ideas")) == ["Green", "Shade trees", "Trees"]


def test_a_choice_is_cancelled_and_an_idea_is_not_its_own_duplicate(room: Room) -> None:
    press(room, "Trees", "same")
    assert press(room, "Trees", "cancel") == ""
    trees = id_of(room, "Trees")
    assert set(room.sees("console")["ideas"]["items"][trees]["buttons"]) == {"same", "hide"}
    assert room.do(FACILITATOR, "Merge", idea=trees, into=trees) == "same"
    assert room.do("ana", "Merge", idea=trees, into=id_of(room, "Green")) == "not-allowed"
    room.do(FACILITATOR, "Hide", idea=id_of(room, "Green"))
    assert room.do(FACILITATOR, "Merge", idea=trees, into=id_of(room, "Green")) == "gone"


def test_one_that_is_withdrawn_leaves_the_words_of_the_others(room: Room) -> None:
    room.back()
    merge(room, "Shade trees", "Trees")
    merge(room, "Green", "Trees")
    room.do("ana", "Withdraw", idea=id_of(room, "Trees"))
    assert texts(room.sees("wall"), "ideas") == ["Shade trees"]
    assert room.sees("wall")["ideas"]["items"][id_of(room, "Shade trees")]["detail"] == "2 said this"
    room.do("bo", "Amend", idea=id_of(room, "Shade trees"), text="Shade")
    room.do("bo", "Withdraw", idea=id_of(room, "Shade"))
    assert texts(room.sees("wall"), "ideas") == ["Green"]
    assert "detail" not in room.sees("wall")["ideas"]["items"][id_of(room, "Green")]


def test_hiding_one_hides_its_other_words_and_the_record_does_not_have_them(room: Room) -> None:
    merge(room, "Shade trees", "Trees")
    press(room, "Trees", "hide")
    for seen in (room.sees("wall"), room.sees("room"), room.record()):
        assert "rees" not in str(seen)
    press(room, "Trees", "restore")
    assert sorted(texts(room.sees("wall"), "ideas")) == ["Green", "Trees"]


def test_the_record_has_both_wordings_and_the_lineage_both_sources(room: Room) -> None:
    merge(room, "Shade trees", "Trees")
    cards = room.record()["ideas"]["items"]
    trees, shade = id_of(room, "Trees"), id_of(room, "Shade trees")
    assert (cards[trees]["text"], cards[trees]["detail"]) == ("Trees", "2 said this, also as: Shade trees")
    assert room.record()["people"]["text"] == "2 people wrote."
    [idea, words, _green] = room.results()
    assert (idea.id, idea.sources, words) == (trees, (trees, shade), Item(shade, "wording", "Shade trees", support=2))
    graph = graph_of((*room.results(), Item("group", "group", "Green things", (trees,))))
    assert {one.text for one in words_behind(graph, "group")} == {"Trees", "Shade trees"}


def test_an_author_in_support_sees_no_button_on_a_hand_that_holds_their_words() -> None:
    room = Room(method, PEOPLE)
    for number in range(80):
        room.do("ana" if number % 2 else "bo", "Add", text=f"Idea {number}")
    room.next()
    room.do(FACILITATOR, "Merge", idea=id_of(room, "Idea 1"), into=id_of(room, "Idea 0"))
    seen: list[str] = []
    for _turn in range(8):
        seen += texts(room.sees("ana"), "hand")
        room.press("ana", "turn", "turn")
    assert "Idea 0" not in seen
    assert "Idea 2" in seen


def test_the_next_step_is_given_the_idea_and_not_its_other_words(room: Room) -> None:
    merge(room, "Shade trees", "Trees")
    room.log.methods = {**room.log.methods, "dot_vote": dot_vote}
    agenda = room.log.state.agenda
    longer = replace(agenda, steps=(*agenda.steps, Step("later", "dot_vote", "Later", 5, {}, "step")))
    assert room.log.play("ChangeAgenda", {"agenda": dump(longer)}) is None
    assert room.log.play("Go", {"step": "later"}) is None
    assert [item.text for item in room.log.state.activities["later"].state.options] == ["Trees", "Green"]
