"""A round of speakers in a workshop: one after the other, round after round, with notes."""

from typing import Any

from methods.circle.method import method
from tests.methods.room import FACILITATOR, Room, texts


def held(**settings: Any) -> Room:
    """A room in which the first round has begun, in the order of coming."""
    room = Room(method, order="seated", **settings)
    assert room.next() == ""
    return room


def speakers(room: Room, who: str = "wall") -> list[tuple[str, str]]:
    """Who is on a screen, in order, and what they do."""
    turns = room.sees(who)["speakers"]["items"].values()
    return [(turn["who"], turn["state"]) for turn in sorted(turns, key=lambda turn: turn["pos"])]


def test_next_goes_from_one_speaker_to_the_other_and_then_to_the_end() -> None:
    room = held(show_names=False)
    assert speakers(room) == [("Person 1", "now"), ("Person 2", "next"), ("Person 3", "waiting")]
    assert room.sees("ana")["my-turn"]["text"] == "It is your turn to speak."
    assert room.sees("bo")["my-turn"]["text"] == "You are next."
    assert [room.next(), room.next(), room.next()] == ["", "", ""]
    assert room.sees("wall")["round-over"]["text"] == "Everybody has had a turn."
    assert room.next_label() == "End the circle"
    room.next()
    assert room.record()["speakers-1-0"]["text"] == "3 people spoke."


def test_a_phone_ends_its_own_turn_and_back_gives_the_word_back() -> None:
    room = held()
    assert room.press("ana", "turn", "spoke") == ""
    assert speakers(room)[0][1] == "now"
    assert "turn" not in room.sees("ana")
    room.back()
    assert room.sees("ana")["my-turn"]["text"] == "It is your turn to speak."


def test_each_question_is_a_round_of_its_own() -> None:
    room = held(question="What is good?", questions=("What is hard?",))
    for _speaker in range(3):
        room.next()
    assert room.next_label() == "On to round 2"
    room.next()
    assert room.sees("wall")["question"]["text"] == "What is hard?"
    assert len(speakers(room)) == 3
    room.back()
    assert room.sees("wall")["question"]["text"] == "What is good?"


def test_who_came_while_another_round_was_looked_at_is_in_the_round_that_is_gone_back_to() -> None:
    room = held(questions=("And?",))
    room.do(FACILITATOR, "Enter", place=2)
    room.log.play("Join", by="dia")
    room.log.play("Leave", by="bo")
    room.do(FACILITATOR, "Enter", place=1)
    assert len(speakers(room)) == 3
    assert "my-turn" in room.sees("dia")
    assert "my-turn" not in room.sees("bo")


def test_speakers_note_what_they_said_and_the_notes_go_on_as_ideas() -> None:
    room = held(notes="speakers")
    assert room.do("bo", "WriteNote", text="Too early") == "not-yet"
    assert room.do("ana", "WriteNote", text="A bench") == ""
    assert room.do("ana", "WriteNote", text="For somebody else", person="bo") == "not-yours"
    room.next()
    assert room.do("ana", "WriteNote", text="And a tree") == ""
    assert texts(room.sees("ana"), "my-notes") == ["A bench", "And a tree"]
    assert [item.text for item in room.results()] == ["A bench", "And a tree"]


def test_the_facilitator_notes_what_is_said_and_hides_what_should_not_be_shown() -> None:
    room = held(notes="facilitator")
    assert room.do("ana", "WriteNote", text="Me") == "no-notes"
    note = room.sees("console")["note"]
    assert room.do(FACILITATOR, "WriteNote", text="A bench", **note["args"]) == ""
    (kept,) = room.state.notes
    room.do(FACILITATOR, "Hide", note=kept.id)
    assert room.results() == []
    assert room.record()["hidden"]["text"] == "1 note was hidden."


def test_what_is_said_is_not_noted_where_it_stays_in_the_circle() -> None:
    room = held(notes="none")
    assert "note" not in room.sees("console")
    assert room.do(FACILITATOR, "WriteNote", text="Secretly", person="ana") == "no-notes"


def test_the_record_names_who_spoke_only_where_names_are_shown() -> None:
    named, unnamed = held(show_names=True), held(show_names=False)
    for room in (named, unnamed):
        room.next()
    assert named.record()["speakers-1"]["kind"] == "round"
    assert {block["kind"] for block in unnamed.record().values()} == {"heading", "text"}
    assert "round" not in str(unnamed.sees("ana")["my-turn"])


def test_a_round_can_be_ended_before_everybody_has_spoken() -> None:
    room = held()
    assert room.press("console", "early", "end") == ""
    assert room.sees("wall")["question"]["text"] == "Thank you."
    assert room.record()["speakers-1"]["items"]["bo"].get("state", "waiting") == "waiting"
