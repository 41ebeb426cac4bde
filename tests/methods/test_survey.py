from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from methods.survey.method import method
from methods.survey.presets import preset
from methods.survey.question import own
from methods.survey.saying import say as said_in
from methods.survey.saying import work
from tests.methods.room import FACILITATOR, Room, texts
from workshop.language import speaker
from workshop.method import Item
from workshop.session.reading import undo_label

PEOPLE = [f"p{n}" for n in range(8)]
WORTH, BETTER = "roti-worth", "roti-better"
OWN = ("Is the square safe?", "How do you come? | on foot; by bike", "What do you use? | + park; pool; library", "What is missing? | ...")


def answered(*numbers: str, question: str = WORTH, **chosen: Any) -> Room:
    """A room in which the first people have answered a question."""
    room = Room(method, PEOPLE, **chosen)
    for person, number in zip(PEOPLE, numbers, strict=False):
        assert room.do(person, "Answer", question=question, answer=[number]) == ""
    return room


def undo(room: Room) -> str:
    return speaker("en", ())(undo_label({method.name: room.method}, room.log.state))


def test_the_mean_of_a_scale_is_seen_with_how_many_gave_each_number() -> None:
    room = answered("5", "4", "4", "3", "4")
    room.next()
    spoke = room.sees("wall")["scales"]["items"][WORTH]
    assert (spoke["mean"], spoke["spread"], spoke["detail"]) == (400, [0, 0, 1, 3, 1], "5 answers")
    assert room.sees("p0")["scales"] == room.sees("wall")["scales"] == room.record()["scales"] | {"pos": room.sees("wall")["scales"]["pos"]}
    [measure] = room.results()
    assert (measure.kind, measure.text) == ("measure", "What I got out of it, for the time that I put in")
    assert {name: measure.facts[name] for name in ("key", "preset", "scale", "mean", "answers", "spread")} == {
        "key": "roti.worth", "preset": "roti", "scale": "1-5", "mean": "4.00", "answers": "5", "spread": "1:0,2:0,3:1,4:3,5:1",
    }  # fmt: skip


def test_before_the_end_nothing_but_the_number_of_people_leaves() -> None:
    one, other = answered("1", "2", "3", "4", "5"), answered("5", "5", "5", "5", "5")
    for room, words in ((one, "Longer."), (other, "Shorter.")):
        room.do("p0", "Answer", question=BETTER, answer=[words])
    for who in ("wall", "room", "console", "p7"):
        assert one.sees(who) == other.sees(who)
    assert one.record() == other.record()
    assert one.results() == other.results() == []
    assert one.sees("wall")["progress"]["done"] == 5


def test_under_five_answers_no_figures_are_shown_and_it_is_said() -> None:
    room = answered("5", "5", "5", "5")
    assert "few" in room.sees("console")
    room.next()
    wall = room.sees("wall")
    assert "scales" not in wall | room.record()
    assert "fewer than 5 answered" in wall["outcome"]["text"]
    [measure] = room.results()
    assert (measure.facts["mean"], measure.facts["spread"], measure.facts["answers"]) == ("", "", "4")


def test_who_does_not_know_is_counted_apart_and_stands_for_nobody() -> None:
    room = answered("4", "4", "4", "4", "none", "none", question="participation-integrity", preset="participation")
    room.next()
    assert "profile" not in room.sees("wall"), "four numbers and two who do not know would give the four away"
    room.back()
    room.do("p6", "Answer", question="participation-integrity", answer=["2"])
    room.next()
    spoke = room.sees("wall")["profile"]["items"]["participation-integrity"]
    assert (spoke["mean"], spoke["detail"]) == (360, "7 answers, 2 of them “I do not know”")


def test_an_answer_can_be_changed_until_the_end_and_after_it_is_reopened() -> None:
    room = answered("1", "1", "1", "1", "1")
    assert room.do("p0", "Answer", question=WORTH, answer=["5"]) == ""
    assert room.sees("p0")["survey"]["items"][WORTH]["given"] == ["5"]
    room.next()
    assert room.do("p0", "Answer", question=WORTH, answer=["1"]) == "ended"
    assert "survey" not in room.sees("p0")
    room.back()
    assert room.do("p0", "Answer", question=WORTH, answer=["3"]) == ""
    room.next()
    assert room.sees("wall")["scales"]["items"][WORTH]["mean"] == 140


def test_what_was_written_is_shown_only_where_the_facilitator_shows_it_and_without_a_name() -> None:
    room = answered("4", "4", "4", "4", "4")
    for person, words in (("p2", "More time."), ("p0", "A break."), ("p1", "Rude words.")):
        room.do(person, "Answer", question=BETTER, answer=[words])
    assert "written" not in room.sees("console"), "not while people answer"
    room.next()
    assert texts(room.sees("console"), "written") == ["A break.", "More time.", "Rude words."], "by the alphabet, not by who came first"
    assert f"words-{BETTER}" not in room.sees("wall") | room.sees("p0") | room.record()
    first, second = list(room.sees("console")["written"]["items"])[:2]
    assert room.press_card("console", "written", first, "show") == ""
    assert room.press_card("console", "written", second, "show") == ""
    assert texts(room.sees("wall"), f"words-{BETTER}") == texts(room.record(), f"words-{BETTER}") == ["A break.", "More time."]
    assert room.record()["unseen"]["text"] == "1 written answer was not shown to all."
    assert room.press_card("console", "written", first, "hide") == ""
    assert texts(room.sees("wall"), f"words-{BETTER}") == ["More time."]
    room.back()
    assert f"words-{BETTER}" not in room.sees("wall"), "it may be changed now"


def test_what_one_of_four_wrote_is_not_even_seen_by_the_facilitator() -> None:
    room = answered("4", "4", "4", "4")
    room.do("p0", "Answer", question=BETTER, answer=["I, the baker, say so."])
    room.next()
    assert "written" not in room.sees("console")
    assert room.do(FACILITATOR, "RevealAll", question=BETTER) == "too-few"


def test_questions_of_ones_own_are_scales_choices_and_short_answers() -> None:
    room = Room(method, PEOPLE, preset="none", questions=OWN)
    safe, way, use, missing = (one.id for one in room.state.questions)
    asks = room.sees("p0")["survey"]["items"]
    assert [asks[id]["input"] for id in (safe, way, use, missing)] == ["scale", "one", "several", "words"]
    for person in PEOPLE[:5]:
        assert room.do(person, "Answer", question=way, answer=["a"]) == ""
        assert room.do(person, "Answer", question=use, answer=["a", "c"]) == ""
    assert room.do("p0", "Answer", question=way, answer=["a", "b"]) == "gone"
    assert room.do("p0", "Answer", question=way, answer=["z"]) == "gone"
    room.next()
    assert [(bar["text"], bar.get("count", 0)) for bar in room.sees("wall")[use]["items"].values()] == [
        ("park", 5),
        ("pool", 0),
        ("library", 5),
    ]
    measures = {item.text: item.facts for item in room.results()}
    assert measures["How do you come?"]["spread"] == "a:5,b:0"
    assert "What is missing?" not in measures


@pytest.mark.parametrize(
    ("line", "kind"), [("", None), ("  | a; b", None), ("Safe? |", "scale"), ("Safe? | ;;", "scale"), ("How? | …", "words")]
)
def test_a_line_that_is_written_carelessly_still_asks_something_or_nothing(line: str, kind: str | None) -> None:
    found = own(line)
    assert (found.kind if found else None) == kind


def test_answers_on_paper_are_counted_in_the_open_with_those_of_the_phones() -> None:
    room = answered("4", "4", "4", "4", "4")
    assert room.do(FACILITATOR, "CountPaper", question=WORTH, option="1", people=5) == ""
    assert room.do(FACILITATOR, "CountPaper", question=WORTH, option="9", people=5) == "gone"
    room.next()
    assert room.sees("wall")["scales"]["items"][WORTH]["mean"] == 250
    assert room.sees("wall")["outcome"]["text"] == "10 people answered. 5 of them on paper."


def measured(mean: str, day: str, id: str) -> Item:
    return Item(id, "measure", "Worth", facts={"key": "roti.worth", "mean": mean, "answers": "9", "spread": "", "day": day})


def test_a_survey_that_is_held_again_shows_the_latest_mean_of_before() -> None:
    before = (measured("2.50", "2035-03-12", "AAAAAA/m1"), measured("1.50", "2034-03-12", "BBBBBB/m1"), Item("x", "measure", "Other"))
    room = Room(method, PEOPLE, before)
    for person in PEOPLE[:5]:
        room.do(person, "Answer", question=WORTH, answer=["4"])
    room.next()
    radar = room.sees("wall")["scales"]
    assert (radar["items"][WORTH]["earlier"], radar["items"][WORTH]["mean"], radar["before"]) == (250, 400, "12 March 2035")
    assert room.record()["scales"]["items"][WORTH]["earlier"] == 250
    assert room.results()[0].sources == ("AAAAAA/m1",)


def test_what_is_handed_on_is_in_the_language_of_the_workshop() -> None:
    room = answered("4", "4", "4", "4", "4")
    job = work(room.state)
    assert job is not None
    room.do("system", job.command, **job.told("fr").call(*job.args))
    room.next()
    assert room.results()[0].text == said_in("roti", language="fr")["texts"][WORTH] != room.state.questions[0].text.text
    assert work(room.state) is None


def test_undo_says_what_it_takes_back() -> None:
    room = answered("4", "4", "4", "4", "4")
    room.do("p0", "Answer", question=BETTER, answer=["A break."])
    room.do(FACILITATOR, "CountPaper", question=WORTH, option="1", people=5)
    assert undo(room) == "count paper for “What I got out of it, for the time that I put in”"
    room.next()
    assert undo(room) == "show the result"
    room.do(FACILITATOR, "RevealAll", question=BETTER)
    assert undo(room) == "show “A break.”"


def test_the_presets_ask_what_they_are_about() -> None:
    assert [len(preset(name)) for name in ("participation", "collaboration", "roti", "none")] == [10, 7, 2, 0]
    keys = [one.key for name in ("participation", "collaboration", "roti") for one in preset(name)]
    assert len(set(keys)) == len(keys)


answers = st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(["1", "2", "3", "4", "5", "none"])), max_size=30)


@given(answers)
@settings(max_examples=40)
def test_the_totals_are_what_people_answered_last(given_: list[tuple[str, str]]) -> None:
    room = Room(method, PEOPLE, preset="collaboration")
    question = room.state.questions[0].id
    last: dict[str, str] = {}
    for person, number in given_:
        room.do(person, "Answer", question=question, answer=[number])
        last[person] = number
    room.next()
    counted = [int(number) for number in last.values() if number != "none"]
    totals = room.state.closed.totals
    assert (question in totals) == (len(counted) >= 5)
    if question in totals:
        assert room.sees("wall")["profile"]["items"][question]["mean"] == round(100 * sum(counted) / len(counted))


@given(answers, st.permutations(PEOPLE))
@settings(max_examples=40)
def test_who_gave_which_answer_can_be_seen_nowhere(given_: list[tuple[str, str]], others: list[str]) -> None:
    swapped = dict(zip(PEOPLE, others, strict=True))
    one, other = Room(method, [*PEOPLE, "x"], preset="collaboration"), Room(method, [*PEOPLE, "x"], preset="collaboration")
    for person, number in given_:
        for room, who in ((one, person), (other, swapped[person])):
            room.do(who, "Answer", question=room.state.questions[0].id, answer=[number])
    for _stage in ("open", "closed"):
        for who in ("wall", "console", "x"):
            assert one.sees(who) == other.sees(who)
        assert (one.record(), one.results()) == (other.record(), other.results())
        one.next()
        other.next()
