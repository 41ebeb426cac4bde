"""A restorative circle: only who says yes takes part, each one is heard, and only what all agree on is kept."""

from typing import Any

from methods.restorative.method import method
from tests.methods.room import FACILITATOR, Room, texts


def agreed(*people: str, stage: str = "before", **settings: Any) -> Room:
    """A circle in which some of ana, bo and carla have said yes."""
    room = Room(method, **settings)
    for person in people or ("ana", "bo", "carla"):
        assert room.press(person, "agree", "agree") == ""
    assert room.do(FACILITATOR, "Enter", stage=stage) == ""
    return room


def propose(room: Room, by: str = "ana", **what: str) -> str:
    """Somebody asks all about something; its id."""
    assert room.do(by, "Propose", **{"kind": "action", "text": "Repair the fence", "who": "Bo", "due": "2035-03-31", **what}) == ""
    id: str = room.state.matters[-1].id
    return id


def test_who_has_not_said_yes_sees_and_does_nothing_of_the_circle() -> None:
    room = agreed("ana", "bo", stage="action")
    propose(room)
    assert set(room.sees("carla")) == {"question", "cover", "agree"}
    assert room.do("carla", "Accept", matter=room.state.matters[0].id) == "not-in-circle"
    assert room.do("carla", "Propose", kind="keep", text="Me too") == "not-in-circle"
    assert "carla" not in str(room.sees("console")["speakers"])


def test_what_one_prepares_is_seen_by_nobody_else_and_the_facilitator_sees_who_is_ready() -> None:
    room = agreed()
    room.do("ana", "Prepare", text="I was afraid")
    room.do("ana", "BeReady")
    assert room.sees("ana")["prepare"]["fields"]["text"]["value"] == "I was afraid"
    assert [who for who in ("bo", "console", "wall") if "afraid" in str(room.sees(who))] == []
    assert [card.get("detail", "") for card in room.sees("console")["takers"]["items"].values()] == ["is ready", "", ""]


def test_a_turn_ends_only_when_the_speaker_says_that_it_is_heard() -> None:
    room = agreed(stage="understanding")
    speaker = room.state.now.now
    listener = next(one for one in room.state.takers if "listen" in room.sees(one))
    assert room.do(speaker, "EndTurn", person=speaker) == "heard-first"
    assert room.do(speaker, "Heard") == "heard-first"
    assert room.do(listener, "Reflect") == "not-yours"
    assert room.press(speaker, "talk", "said") == ""
    assert room.sees(listener)["listen"]["text"].startswith("Say in your own words")
    assert room.press(speaker, "talk", "more") == ""
    assert room.press(speaker, "talk", "said") == ""
    assert room.press(speaker, "talk", "heard") == ""
    assert room.state.now.now not in ("", speaker)


def test_the_speaker_chooses_who_is_to_hear_it() -> None:
    room = agreed(stage="understanding")
    speaker = room.state.now.now
    last = sorted(set(room.state.takers) - {speaker})[-1]
    assert room.do(speaker, "Choose", listener=speaker) == "no-listener"
    assert room.do(speaker, "Choose", listener=last) == ""
    assert "listen" in room.sees(last)
    assert room.do(last, "Stop") == ""
    other = next(iter(set(room.state.takers) - {speaker}))
    assert "listen" in room.sees(other), "who stops listens no more, somebody else does"


def test_only_what_all_agree_on_is_in_the_record() -> None:
    room = agreed(stage="action")
    action = propose(room)
    propose(room, "bo", kind="keep", text="We tell each other before")
    assert [room.do(one, "Accept", matter=action) for one in ("bo", "carla")] == ["", ""]
    assert texts(room.record(), "actions") == ["Repair the fence"]
    assert room.record()["actions"]["items"][action]["detail"] == "Bo, by 31 March 2035"
    assert "tell each other" not in str(room.record())


def test_an_agreement_lasts_as_long_as_all_agree() -> None:
    room = agreed("ana", "bo", stage="action")
    action = propose(room)
    room.do("bo", "Accept", matter=action)
    assert room.press_card("ana", "agreed", action, "no") == ""
    assert "actions" not in room.record()
    assert room.results() == []


def test_what_is_open_is_asked_again_when_somebody_stops() -> None:
    room = agreed(stage="action")
    action = propose(room)
    room.do("bo", "Accept", matter=action)
    assert room.press("carla", "leave", "stop") == ""
    assert "actions" not in room.record(), "nobody agrees by leaving"
    room.do("ana", "Accept", matter=action)
    room.do("bo", "Accept", matter=action)
    assert texts(room.record(), "actions") == ["Repair the fence"]


def test_who_leaves_the_room_has_stopped_and_says_yes_anew() -> None:
    room = agreed(stage="understanding")
    room.log.play("Leave", by="bo")
    assert set(room.state.takers) == {"ana", "carla"}
    room.log.play("Join", by="bo")
    assert "agree" in room.sees("bo")
    assert room.press("bo", "agree", "agree") == ""
    assert room.state.now.order[-1] == "bo"


def test_the_wall_shows_nothing_unless_all_agree_and_then_no_names() -> None:
    room = agreed("ana", "bo", stage="understanding")
    room.do("ana", "Open")
    assert set(room.sees("wall")) == {"question", "cover"}
    room.do("bo", "Open")
    assert {turn["who"] for turn in room.sees("wall")["speakers"]["items"].values()} == {"Person 1", "Person 2"}
    room.press("carla", "agree", "agree")
    assert set(room.sees("wall")) == {"question", "cover"}, "who comes to it has not agreed"


def test_actions_are_shown_as_commitments_only_where_all_agree_to_the_wall() -> None:
    room = agreed("ana", stage="action")
    propose(room)
    propose(room, kind="after", text="At the school", due="2035-06-01")
    assert [(item.kind, item.facts["review_date"]) for item in room.results()] == [("agreement", "2035-06-01")]
    room.do("ana", "Open")
    assert [item.kind for item in room.results()] == ["commitment"]


def test_the_facilitator_answers_only_for_those_without_a_phone() -> None:
    room = agreed("ana", stage="action")
    room.do(FACILITATOR, "AddSpeaker", name="Mr Peeters")
    guest = next(iter(room.state.guests))
    action = propose(room)
    assert "actions" not in room.record()
    assert room.do(FACILITATOR, "Accept", matter=action, person="ana") == "not-yours"
    assert room.do(FACILITATOR, "Accept", matter=action, person=guest) == ""
    assert texts(room.record(), "actions") == ["Repair the fence"]


def test_a_circle_is_small() -> None:
    room = agreed("ana", "bo", stage="before", most=2)
    assert room.do("carla", "Agree") == "full"
    assert "agree" not in room.sees("carla")
