from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from methods.questions.method import method
from tests.methods.room import FACILITATOR, Room, texts
from workshop.language import speaker
from workshop.method import Item
from workshop.session.reading import undo_label

OFFICIALS = ("The mayor", "Works")


def asked(*questions: tuple[str, str], items: tuple[Item, ...] = (), **chosen: Any) -> Room:
    """A room in which people have asked something."""
    room = Room(method, items=items, **{"officials": OFFICIALS, **chosen})
    for person, text in questions:
        assert room.do(person, "Ask", text=text) == ""
    return room


def id_of(room: Room, text: str) -> str:
    return str(next(one.id for one in room.state.questions if one.text == text))


def undo(room: Room) -> str:
    return speaker("en", ())(undo_label({method.name: room.method}, room.log.state))


TREES, COST = ("ana", "Who waters the trees?"), ("bo", "What does it cost?")


def test_the_question_that_most_people_ask_gets_the_floor_first() -> None:
    room = asked(TREES, COST)
    assert room.press_card("carla", "asked", id_of(room, COST[1]), "support") == ""
    assert room.next_label() == "Begin with “What does it cost?”"
    room.next()
    wall = room.sees("wall")
    assert (wall["question"]["above"], wall["question"]["text"]) == ("On the floor now", "What does it cost?")
    assert (wall["asked-by"]["text"], texts(wall, "next")) == ("asked by 2 people", ["Who waters the trees?"])
    assert room.next_label() == "Question: “Who waters the trees?”"


def test_me_too_counts_once_and_can_be_taken_back() -> None:
    room = asked(TREES)
    trees = id_of(room, TREES[1])
    assert room.do("ana", "Support", question=trees) == "own"
    assert room.do("bo", "Support", question=trees) == ""
    assert (room.sees("wall")["next"]["items"][trees]["count"], texts(room.sees("bo"), "backed")) == (2, [TREES[1]])
    assert room.do("bo", "Support", question=trees) == ""
    assert (room.sees("wall")["next"]["items"][trees]["count"], "backed" in room.sees("bo")) == (1, False)


def test_a_name_is_shown_only_by_who_wants_it() -> None:
    room = asked(TREES)
    room.do("bo", "Ask", text="What does it cost?", to="The mayor", name="with")
    cards = room.sees("wall")["next"]["items"]
    assert "above" not in cards[id_of(room, TREES[1])]
    assert cards[id_of(room, COST[1])]["above"] == "Somebody, to The mayor"
    unsigned = asked(signed=False)
    unsigned.do("bo", "Ask", text="What?", name="with", to="Nobody whom we know")
    assert "above" not in next(iter(unsigned.sees("wall")["next"]["items"].values()))


def test_an_answer_is_summed_up_and_stands_on_the_wall_on_phones_and_in_the_record() -> None:
    room = asked(TREES)
    room.next()
    trees = id_of(room, TREES[1])
    assert room.do(FACILITATOR, "Settle", question=trees, fate="answered") == "missing"
    assert room.do(FACILITATOR, "Settle", question=trees, fate="answered", answer="The park service.", who="Works") == ""
    for who in ("wall", "carla"):
        assert room.sees(who)["answer"]["text"] == "● Answered. Works: The park service."
    room.next()
    assert texts(room.sees("wall"), "settled") == [TREES[1]]
    card = room.record()["answered"]["items"][trees]
    assert card["detail"] == "Works: The park service."
    [item] = room.results()
    assert (item.kind, item.facts["state"], item.facts["answer"], item.facts["who"]) == (
        "question",
        "answered",
        "The park service.",
        "Works",
    )


def test_a_promise_needs_somebody_and_a_day_and_keeps_both() -> None:
    room = asked(TREES)
    room.next()
    trees = id_of(room, TREES[1])
    for facts in ({"who": "Works"}, {"due": "2035-04-30"}, {"who": "Works", "due": "soon"}):
        assert room.do(FACILITATOR, "Settle", question=trees, fate="promised", **facts) in ("missing", "bad-arguments")
    assert room.do(FACILITATOR, "Settle", question=trees, fate="promised", who="Works", due="2035-04-30") == ""
    assert room.record()["promised"]["items"][trees]["detail"] == "Works promises an answer by 30 April 2035."
    assert (room.results()[0].facts["state"], room.results()[0].facts["by"]) == ("promised", "2035-04-30")


def test_no_answer_has_a_reason_and_what_is_left_stays_open() -> None:
    room = asked(TREES, COST)
    trees = id_of(room, TREES[1])
    assert room.do(FACILITATOR, "Settle", question=trees, fate="declined") == "missing"
    assert room.do(FACILITATOR, "Settle", question=trees, fate="declined", answer="It is before the court.") == ""
    assert room.record()["declined"]["items"][trees]["detail"] == "No answer: It is before the court."
    assert texts(room.record(), "open") == [COST[1]]
    assert {item.text: item.facts["state"] for item in room.results()} == {TREES[1]: "declined", COST[1]: "open"}


def test_questions_that_ask_the_same_are_shown_as_one_with_the_words_of_each() -> None:
    room = asked(TREES, ("bo", "Who looks after the trees?"), COST)
    first, second = id_of(room, TREES[1]), id_of(room, "Who looks after the trees?")
    for person in ("bo", "carla"):
        room.do(person, "Support", question=first)
    assert room.press_card("console", "questions", second, "same") == ""
    assert room.press_card("console", "questions", first, "this") == ""
    card = room.sees("console")["questions"]["items"][first]
    assert card["detail"] == "asked by 3 people, also as: Who looks after the trees?"
    assert room.do("bo", "Support", question=first) == "own"
    item = next(one for one in room.results() if one.id == first)
    assert (item.sources, item.support) == ((first, second), 3)
    assert room.do("ana", "Withdraw", question=first) == ""
    assert "Who looks after the trees?" in texts(room.sees("wall"), "next"), "the other one stands for itself"
    assert room.do(FACILITATOR, "Separate", question=second) == ""


def test_what_had_the_floor_is_neither_withdrawn_nor_shown_under_another() -> None:
    room = asked(TREES, COST)
    room.next()
    trees = id_of(room, TREES[1])
    assert room.do("ana", "Withdraw", question=trees) == "heard"
    assert room.do(FACILITATOR, "Merge", question=trees, into=id_of(room, COST[1])) == "heard"
    assert room.do("bo", "Withdraw", question=trees) == "not-yours"


def test_a_hidden_question_is_on_no_screen_and_goes_nowhere() -> None:
    room = asked(TREES, COST)
    trees = id_of(room, TREES[1])
    assert room.press_card("console", "questions", trees, "hide") == ""
    assert TREES[1] not in texts(room.sees("wall"), "next") + texts(room.sees("carla"), "asked")
    assert room.sees("ana")["own"]["items"][trees]["detail"] == "The facilitator does not show this one."
    assert [item.text for item in room.results()] == [COST[1]]
    assert room.press_card("console", "questions", trees, "restore") == ""
    assert TREES[1] in texts(room.sees("wall"), "next")


def test_after_the_end_everything_is_seen_with_what_became_of_it_and_nothing_changes() -> None:
    room = asked(TREES, COST)
    room.next()
    room.next()
    room.do(FACILITATOR, "Settle", question=id_of(room, COST[1]), fate="answered", answer="A million.")
    assert room.next_label() == "End the questions"
    room.next()
    assert room.sees("wall")["count"]["text"] == "2 questions were asked · 1 answered · 1 left open"
    assert room.do("carla", "Ask", text="And then?") == room.do("carla", "Support", question=id_of(room, TREES[1])) == "ended"
    assert "ask" not in room.sees("carla")
    room.back()
    assert room.do("carla", "Ask", text="And then?") == ""


OPEN = Item("AAAAAA/q1", "question", "When?", support=4, facts={"asks": "Works", "state": "open"})
DONE = Item("AAAAAA/q2", "question", "Who?", facts={"state": "answered"})
IDEA = Item("i1", "idea", "Is there shade?", support=2)


def test_questions_that_stayed_open_come_into_a_later_workshop_and_ideas_only_if_wanted() -> None:
    room = asked(items=(OPEN, DONE, IDEA))
    [card] = room.sees("wall")["next"]["items"].values()
    assert (card["text"], card["count"], card["above"]) == ("When?", 4, "From an earlier step or workshop, to Works")
    assert [(item.text, item.sources) for item in room.results()] == [("When?", ("AAAAAA/q1",))]
    assert texts(asked(items=(OPEN, IDEA), ideas=True).sees("wall"), "next") == ["When?", "Is there shade?"]


def test_what_the_step_before_took_back_goes_unless_it_had_the_floor() -> None:
    room = asked(items=(OPEN, IDEA), ideas=True)
    room.next()
    later = method.receive(room.state, ())
    assert [one.text for one in later.questions.all_shown()] == ["When?"]
    assert [one.text for one in method.receive(later, (IDEA,)).questions.all_shown()] == ["When?", "Is there shade?"]


def test_a_question_on_paper_is_asked_by_the_facilitator() -> None:
    room = asked()
    room.do(FACILITATOR, "Ask", text="Why?")
    assert next(iter(room.sees("wall")["next"]["items"].values()))["above"] == "Without a phone"


@pytest.mark.parametrize("button", ["hide", "floor"])
def test_of_very_many_questions_every_one_can_be_reached_on_the_console(button: str) -> None:
    room = Room(method)
    assert room.do(FACILITATOR, "Bring", cards=[{"text": f"Question {n}?", "support": n} for n in range(150)]) == ""
    seen = set(texts(room.sees("console"), "questions"))
    for _page in range(2):
        room.press("console", "leaves", "older")
        seen |= set(texts(room.sees("console"), "questions"))
    assert len(seen) == 150
    assert room.press_card("console", "questions", next(iter(room.sees("console")["questions"]["items"])), button) == ""


def test_undo_says_what_it_takes_back() -> None:
    room = asked(TREES, COST)
    trees = id_of(room, TREES[1])
    room.do(FACILITATOR, "Merge", question=id_of(room, COST[1]), into=trees)
    assert undo(room) == "show “What does it cost?” under “Who waters the trees?”"
    room.next()
    assert undo(room) == "give “Who waters the trees?” the floor"
    room.do(FACILITATOR, "Settle", question=trees, fate="answered", answer="We do.")
    assert undo(room) == "write down what became of “Who waters the trees?”"
    room.next()
    assert undo(room) == "end the questions"


deeds = st.lists(
    st.tuples(st.sampled_from(["Support", "Merge", "Separate", "Withdraw", "Hide", "Restore"]), st.sampled_from(["ana", "bo", "carla"]),
              st.integers(0, 4), st.integers(0, 4)), max_size=25)  # fmt: skip


@given(deeds)
@settings(max_examples=60)
def test_whatever_is_shown_together_nobody_counts_twice_and_no_question_is_lost(done: list[tuple[str, str, int, int]]) -> None:
    people = ("ana", "bo", "carla")
    room = asked(*((people[n % 3], f"Question {n}?") for n in range(5)))
    ids = [one.id for one in room.state.questions]
    for command, person, one, other in done:
        who = person if command in ("Support", "Withdraw") else FACILITATOR
        into = {"into": ids[other]} if command == "Merge" else {}
        room.do(who, command, question=ids[one], **into)
    state = room.state
    shown = [each for head in state.questions.all_shown() for each in state.wordings(head)]
    kept = [one for one in state.questions if not one.withdrawn and not (state.head(one.id) or one).hidden]
    assert sorted(one.id for one in shown) == sorted(one.id for one in kept)
    assert all(1 <= state.weight(head) <= len(people) for head in state.questions.all_shown())
