from methods.check_in import method
from tests.methods.room import FACILITATOR, Room, texts


def test_words_make_a_cloud_in_which_capitals_do_not_count() -> None:
    room = Room(method)
    room.do("ana", "Answer", text="Curious")
    room.do("bo", "Answer", text="curious")
    room.do("carla", "Answer", text="Tired")
    cloud = room.sees("wall")["answers"]["items"]
    assert {word["text"]: word["count"] for word in cloud.values()} == {"Curious": 2, "Tired": 1}


def test_an_answer_can_be_changed_and_counts_once() -> None:
    room = Room(method)
    room.do("ana", "Answer", text="Tired")
    room.do("ana", "Answer", text="Awake")
    assert texts(room.sees("wall"), "answers") == ["Awake"]
    assert room.sees("wall")["progress"] == {"kind": "progress", "pos": 40, "done": 1, "of": 3, "label": "have answered"}
    assert texts(room.sees("ana"), "own") == ["Awake"]


def test_hidden_answers_are_seen_by_nobody_but_their_authors_until_they_are_shown() -> None:
    room = Room(method, hidden=True, form="sentence")
    room.do("ana", "Answer", text="I come with a question.")
    for who in ("wall", "room", "bo"):
        assert "I come" not in str(room.sees(who))
    assert "I come" in str(room.sees("ana"))
    assert room.next_label() == "Show the 1 answer"
    room.next()
    assert texts(room.sees("bo"), "answers") == ["I come with a question."]
    room.back()
    assert "I come" not in str(room.sees("wall"))


def test_a_word_is_short_and_not_empty() -> None:
    room = Room(method)
    assert room.do("ana", "Answer", text="   ") == "empty"
    assert room.do("ana", "Answer", text="x" * 31) == "too-long"
    assert room.do(FACILITATOR, "Answer", text="x") == "not-allowed"
    assert room.sees("wall")["progress"].get("done", 0) == 0


def test_the_wall_shows_the_latest_sentences_and_counts_the_rest() -> None:
    people = [f"p{n}" for n in range(60)]
    room = Room(method, people, form="sentence")
    for person in people:
        room.do(person, "Answer", text=f"I am {person}.")
    shown = texts(room.sees("wall"), "answers")
    assert (len(shown), shown[0], room.sees("wall")["answers"]["total"]) == (40, "I am p59.", 60)
    assert len(texts(room.record(), "answers")) == 60


def test_the_record_has_the_words_and_no_names() -> None:
    room = Room(method)
    room.do("ana", "Answer", text="Curious")
    assert room.record()["count"]["text"] == "1 person answered."
    assert "ana" not in str(room.record())


def test_the_record_has_every_word_and_the_wall_the_most_said() -> None:
    people = [f"p{n}" for n in range(90)]
    room = Room(method, people)
    for person in people:
        room.do(person, "Answer", text=f"word {person}")
    assert len(texts(room.sees("wall"), "answers")) == 80
    assert len(texts(room.record(), "answers")) == 90
