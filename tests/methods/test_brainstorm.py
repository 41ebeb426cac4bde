import pytest

from methods.brainstorm.method import method
from tests.methods.room import FACILITATOR, Room, texts


def ids(room: Room) -> dict[str, str]:
    return {idea.text: idea.id for idea in room.state.ideas.values()}


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
