from collections import Counter

import pytest

from methods.brainstorm.method import method
from methods.brainstorm.vocabulary import Asked
from tests.methods.room import FACILITATOR, Room, texts


def ids(room: Room) -> dict[str, str]:
    return {idea.text: idea.id for idea in room.state.ideas}


def test_ideas_are_seen_as_they_come_the_latest_first() -> None:
    room = Room(method)
    room.do("ana", "Add", text="Trees")
    room.do("bo", "Add", text="Benches")
    assert texts(room.sees("wall"), "ideas") == ["Benches", "Trees"]
    assert texts(room.sees("ana"), "own") == ["Trees"]
    assert room.sees("wall")["progress"]["done"] == 2


def test_in_silence_nobody_is_led_by_the_first_ideas() -> None:
    room = Room(method, silent=True)
    room.do("ana", "Add", text="Trees")
    for who in ("wall", "room", "bo"):
        assert "Trees" not in str(room.sees(who))
    assert room.next_label() == "Reveal the 1 idea"
    room.next()
    assert texts(room.sees("bo"), "ideas") == ["Trees"]


@pytest.mark.parametrize(("text", "code"), [("", "empty"), ("x" * 281, "bad-arguments")])
def test_an_idea_has_1_to_280_characters(text: str, code: str) -> None:
    room = Room(method)
    assert room.do("ana", "Add", text=text) == code
    assert room.do("ana", "Add", text="x" * 280) == ""


def test_a_limit_leaves_everybody_the_same_room() -> None:
    room = Room(method, limit=2)
    for text in ("Trees", "Benches"):
        assert room.do("ana", "Add", text=text) == ""
    assert "add" not in room.sees("ana")
    assert room.do("ana", "Add", text="Bees") == "limit"
    room.do("ana", "Withdraw", idea=ids(room)["Trees"])
    assert room.do("ana", "Add", text="Bees") == ""


def test_the_author_and_nobody_else_changes_an_idea_until_the_gathering_ends() -> None:
    room = Room(method)
    room.do("ana", "Add", text="Tress")
    idea = ids(room)["Tress"]
    assert room.do("bo", "Amend", idea=idea, text="Mine") == "not-yours"
    assert room.do("bo", "Withdraw", idea=idea) == "not-yours"
    assert room.do("ana", "Amend", idea=idea, text="Trees") == ""
    room.next()
    assert room.do("ana", "Withdraw", idea=idea) == "ended"
    assert room.do("ana", "Add", text="Late") == "ended"
    assert [item.text for item in room.results()] == ["Trees"]


def test_support_is_a_tap_that_can_be_taken_back_and_not_for_oneself() -> None:
    room = Room(method)
    room.do("ana", "Add", text="Trees")
    idea = ids(room)["Trees"]
    room.next()
    assert room.do("ana", "Support", idea=idea) == "own"
    for person in ("bo", "carla", "carla"):
        assert room.do(person, "Support", idea=idea) == ""
    assert [item.support for item in room.results()] == [1]


def test_an_unclear_idea_is_asked_about_and_said_more_clearly() -> None:
    room = Room(method)
    room.do("ana", "Add", text="That thing")
    idea = ids(room)["That thing"]
    room.do("bo", "Ask", idea=idea)
    assert f"amend-{idea}" in room.sees("ana")
    assert f"amend-{idea}" not in room.sees("bo")
    room.do("ana", "Amend", idea=idea, text="The kiosk")
    assert f"amend-{idea}" not in room.sees("ana")


def test_what_is_hidden_leaves_every_screen_but_the_console_and_is_counted_in_the_record() -> None:
    room = Room(method)
    room.do("ana", "Add", text="Something rude")
    room.do("bo", "Add", text="Trees")
    room.do(FACILITATOR, "Hide", idea=ids(room)["Something rude"])
    for who in ("wall", "room", "bo"):
        assert "rude" not in str(room.sees(who))
    assert "rude" in str(room.sees("console"))
    assert "rude" not in str(room.record())
    assert room.record()["hidden"]["text"] == "1 idea was hidden."
    assert [item.text for item in room.results()] == ["Trees"]
    room.undo()
    assert "rude" in str(room.sees("wall"))


def test_a_spreadsheet_brings_ideas_with_their_support_and_none_twice() -> None:
    room = Room(method)
    room.do("ana", "Add", text="Trees")
    cards = [{"text": "Oaks", "support": 12}, {"text": "TREES", "support": 3}, {"text": "Elms"}, {"text": "oaks"}]
    assert room.do("ana", "Bring", cards=cards) == "not-allowed"
    assert room.do(FACILITATOR, "Bring", cards=cards) == ""
    assert room.do(FACILITATOR, "Bring", cards=cards) == "there"
    assert {item.text: item.support for item in room.results()} == {"Trees": 0, "Oaks": 12, "Elms": 0}
    room.do("ana", "Support", idea=ids(room)["Oaks"])
    assert room.results()[1].support == 13
    assert room.record()["sheet"]["text"] == "2 of them came from a spreadsheet."
    assert room.record()["people"]["text"] == "1 person wrote."
    room.undo()
    assert [item.text for item in room.results()] == ["Trees"]


def test_a_paper_card_counts_and_is_kept_apart() -> None:
    room = Room(method)
    room.do(FACILITATOR, "Add", text="From a card")
    room.do("ana", "Add", text="Trees")
    assert room.sees("wall")["progress"]["done"] == 1
    assert room.record()["paper"]["text"] == "1 of them came on paper."
    assert len(room.results()) == 2


def test_a_beat_shows_a_window_and_counts_the_rest() -> None:
    room = Room(method)
    for n in range(120):
        room.do("ana", "Add", text=f"Idea {n}")
    assert len(texts(room.sees("wall"), "ideas")) == 40
    assert room.sees("wall")["ideas"]["total"] == 120


def test_the_phases_go_forward_and_back() -> None:
    room = Room(method)
    for expected in ("support", "closed"):
        room.next()
        assert room.state.stage == expected
    room.back()
    room.back()
    assert room.state.stage == "gather"


def test_ideas_that_come_out_in_silence_can_still_be_said_more_clearly() -> None:
    room = Room(method, silent=True)
    room.do("ana", "Add", text="That thing")
    idea = ids(room)["That thing"]
    assert room.do("bo", "Ask", idea=idea) == "gone"
    assert room.do("bo", "Support", idea=idea) == "gone"
    room.next()
    assert room.do("ana", "Amend", idea=idea, text="The kiosk") == "ended"
    assert room.do("bo", "Ask", idea=idea) == ""
    assert room.do("ana", "Amend", idea=idea, text="The kiosk") == ""
    assert texts(room.sees("bo"), "ideas") == ["The kiosk"]


def test_people_see_what_they_support() -> None:
    room = Room(method)
    room.do("ana", "Add", text="Trees")
    idea = ids(room)["Trees"]
    room.do("bo", "Support", idea=idea)
    assert texts(room.sees("bo"), "backed") == ["Trees"]
    assert "backed" not in room.sees("carla")
    room.do("bo", "Support", idea=idea)
    assert "backed" not in room.sees("bo")


def test_who_took_everything_back_has_not_written() -> None:
    room = Room(method)
    room.do("ana", "Add", text="Trees")
    room.do("ana", "Withdraw", idea=ids(room)["Trees"])
    assert room.sees("wall")["progress"].get("done", 0) == 0


def with_ideas(many: int, people: int = 3) -> Room:
    """A room in the support phase: the first person wrote one idea, the others wrote the rest between them."""
    room = Room(method, [f"p{number}" for number in range(people)])
    for number in range(many):
        room.do(f"p{number % (people - 1) + 1 if number else 0}", "Add", text=f"Idea {number}")
    room.next()
    return room


def test_up_to_sixty_ideas_are_shown_to_everybody_in_the_order_of_their_coming() -> None:
    room = with_ideas(60)
    assert texts(room.sees("p0"), "ideas") == [f"Idea {number}" for number in range(60)]
    assert "turn" not in room.sees("p0")
    assert room.do("p0", "Turn", page=1, start=0) == "ended"


def test_of_more_ideas_everybody_gets_some_and_comes_to_all_of_the_others_by_turning() -> None:
    room = with_ideas(121)
    assert "ideas" not in room.sees("room")
    seen: list[str] = []
    for _turn in range(20):
        seen += texts(room.sees("p0"), "hand")
        assert room.press("p0", "turn", "turn") == ""
    assert sorted(seen) == sorted(f"Idea {number}" for number in range(1, 121))
    assert texts(room.sees("p0"), "hand") == seen[:6]


def test_each_idea_is_looked_at_about_equally_often() -> None:
    room = with_ideas(300, people=120)
    looks = Counter(text for number in range(120) for text in texts(room.sees(f"p{number}"), "hand"))
    assert len(looks) == 300
    assert set(looks.values()) <= {1, 2, 3, 4}


def test_a_hand_stays_as_it_is_while_others_act_and_no_idea_of_ones_own_is_in_it() -> None:
    room = with_ideas(100)
    before = room.sees("p1")["hand"]["items"]
    for idea in before:
        assert room.do("p2", "Support", idea=idea) in ("", "own")
        assert room.state.ideas.get(idea).by != "p1"
    assert room.sees("p1")["hand"]["items"] == before
    hidden = next(iter(before))
    room.do(FACILITATOR, "Hide", idea=hidden)
    after = room.sees("p1")["hand"]["items"]
    assert [id for id in after if id in before] == [id for id in before if id != hidden]
    assert len(after) == 6


def test_what_was_supported_in_a_hand_is_marked_and_listed_once_it_is_turned() -> None:
    room = with_ideas(100)
    first = next(iter(room.sees("p0")["hand"]["items"]))
    assert room.do("p0", "Support", idea=first) == ""
    assert list(room.sees("p0")["hand"]["items"][first]["buttons"]) == ["back"]
    assert "backed" not in room.sees("p0")
    room.press("p0", "turn", "turn")
    assert list(room.sees("p0")["backed"]["items"]) == [first]
    room.do("p0", "Support", idea=first)
    assert "backed" not in room.sees("p0")


def test_a_second_tap_on_the_same_button_passes_nothing_over() -> None:
    room = with_ideas(100)
    args = room.sees("p0")["turn"]["items"]["turn"]["args"]
    assert [room.do("p0", "Turn", **args) for _tap in range(2)] == ["", ""]
    assert room.state.hands["p0"].page == 1
    assert len([entry for entry in room.log.entries if entry.type == "Turned"]) == 1


def test_everybody_asks_once_about_an_idea_until_it_is_said_more_clearly() -> None:
    room = Room(method)
    room.do("ana", "Add", text="That thing")
    idea = ids(room)["That thing"]
    assert [room.do(person, "Ask", idea=idea) for person in ("bo", "bo", "carla")] == ["", "asked", ""]
    assert list(method.touches(room.state, Asked(idea, "bo", "ana"))) == ["ana"]
    room.do("ana", "Amend", idea=idea, text="The kiosk")
    assert room.do("bo", "Ask", idea=idea) == ""


def test_the_facilitator_comes_to_every_idea_also_to_those_that_are_hidden() -> None:
    room = Room(method)
    for number in range(150):
        room.do("ana", "Add", text=f"Idea {number}")
    room.do(FACILITATOR, "Hide", idea=ids(room)["Idea 3"])
    seen = texts(room.sees("console"), "ideas")
    while "older" in room.sees("console").get("leaves", {}).get("items", {}):
        room.press("console", "leaves", "older")
        seen += texts(room.sees("console"), "ideas")
    assert seen == [f"Idea {number}" for number in range(149, -1, -1)]
    room.do("ana", "Add", text="New")
    assert "New" not in str(room.sees("console")["ideas"])
    room.press("console", "leaves", "newest")
    assert texts(room.sees("console"), "ideas")[0] == "New"


def test_the_facilitator_finds_ideas_by_their_words() -> None:
    room = Room(method)
    for number in range(100):
        room.do("ana", "Add", text=f"A tree in street {number}")
    assert "find" in room.sees("console")
    assert room.do(FACILITATOR, "Find", words="STREET tree 7") == ""
    assert room.sees("console")["found"]["text"] == "19 ideas with “STREET tree 7”."
    assert texts(room.sees("console"), "ideas")[:2] == ["A tree in street 97", "A tree in street 87"]
    assert len(texts(room.sees("wall"), "ideas")) == 40
    room.do(FACILITATOR, "Find", words="")
    assert "found" not in room.sees("console")


def test_undo_takes_back_what_was_done_and_not_what_was_looked_at() -> None:
    room = Room(method)
    room.do("ana", "Add", text="Something rude")
    room.do(FACILITATOR, "Hide", idea=ids(room)["Something rude"])
    room.do(FACILITATOR, "Find", words="rude")
    room.undo()
    assert texts(room.sees("wall"), "ideas") == ["Something rude"]


def test_who_writes_very_much_sees_the_latest_of_it_and_how_much_it_is() -> None:
    room = Room(method)
    for number in range(30):
        room.do("ana", "Add", text=f"Idea {number}")
        room.do("bo", "Support", idea=ids(room)[f"Idea {number}"])
    own, backed = room.sees("ana")["own"], room.sees("bo")["backed"]
    assert (len(own["items"]), own["total"], len(backed["items"]), backed["total"]) == (20, 30, 20, 30)
