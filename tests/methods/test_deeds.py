"""What Undo says that it takes back, method by method."""

from methods.brainstorm.method import method as brainstorm
from methods.check_in.method import method as check_in
from methods.circle.method import method as circle
from methods.consent.method import method as consent
from methods.dot_vote.method import method as dot_vote
from methods.mind_map.method import method as mind_map
from tests.methods.room import FACILITATOR, Room
from workshop.language import speaker
from workshop.method import Item
from workshop.session.reading import undo_label

say = speaker("en", ())
ITEMS = (Item("t", "idea", "Trees"), Item("b", "idea", "Bees"))


def undo(room: Room) -> str:
    return say(undo_label({room.method.name: room.method}, room.log.state))


def test_what_was_hidden_and_shown_again_is_named() -> None:
    room = Room(brainstorm)
    room.do("ana", "Add", text="Trees")
    (idea,) = room.state.ideas
    room.do(FACILITATOR, "Hide", idea=idea.id)
    assert undo(room) == "hide “Trees”"
    room.do(FACILITATOR, "Restore", idea=idea.id)
    assert undo(room) == "show “Trees” again"
    room.next()
    assert undo(room) == "go on to support"


def test_a_word_of_a_check_in_is_named() -> None:
    room = Room(check_in)
    room.do(FACILITATOR, "Answer", text="Curious")
    assert undo(room) == "add “Curious”"
    room.do(FACILITATOR, "HideAnswer", answer="curious")
    assert undo(room) == "hide “Curious”"


def test_hands_and_the_result_of_a_vote_are_named() -> None:
    room = Room(dot_vote, items=ITEMS)
    room.do(FACILITATOR, "CountHands", option="t", dots=1, people=1)
    assert undo(room) == "count hands for “Trees”"
    room.next()
    assert undo(room) == "show the result"


def test_a_card_that_was_moved_on_the_map_is_named() -> None:
    room = Room(mind_map, items=ITEMS)
    room.do(FACILITATOR, "Move", card="t", to="")
    assert undo(room) == "move “Trees”"
    room.do(FACILITATOR, "Rename", group=room.state.groups[0].id, title="Green")
    assert undo(room) == "rename to “Green”"


def test_a_phase_of_a_consent_decision_is_named() -> None:
    room = Room(consent, proposal="Plant trees")
    room.do(FACILITATOR, "StateDriver", happens="It is hot")
    assert undo(room) == "state the driver"
    room.do(FACILITATOR, "Go", to="present")
    assert undo(room) == "go to “Present”"


def test_the_deeds_of_a_round_name_people_as_the_console_does() -> None:
    room = Room(circle, order="seated")
    room.next()
    assert undo(room) == "go to round 1"
    room.do(FACILITATOR, "MoveTurn", person="carla", before="bo")
    assert undo(room) == "change the place of Somebody"
    room.do(FACILITATOR, "AddSpeaker", name="Madame Peeters")
    assert undo(room) == "add Madame Peeters to the round"
    room.do(FACILITATOR, "SkipTurn", person="ana")
    assert undo(room).startswith("go past ")
