from methods.check_in.method import method
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
    assert room.do(FACILITATOR, "Answer", text="x" * 31) == "too-long"
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


def test_the_words_that_are_said_most_are_on_the_wall_and_a_word_keeps_its_place_in_the_cloud() -> None:
    people = [f"p{n}" for n in range(120)]
    room = Room(method, people)
    for n, person in enumerate(people):
        room.do(person, "Answer", text="calm" if n < 3 else f"word {n}")
    shown = room.sees("wall")["answers"]["items"]
    assert shown["calm"] == {"pos": 0, "text": "calm", "count": 3}
    assert "word 119" in shown
    assert "word 3" not in shown
    room.do("p119", "Answer", text="Calm")
    after = room.sees("wall")["answers"]["items"]
    assert after["calm"] == {"pos": 0, "text": "calm", "count": 4}
    assert {word: after[word] for word in after if word in shown and word != "calm"} == {
        word: shown[word] for word in shown if word in after and word != "calm"
    }


def test_a_word_that_nobody_says_any_more_is_gone() -> None:
    room = Room(method)
    room.do("ana", "Answer", text="Tired")
    room.do("bo", "Answer", text="TIRED")
    room.do("ana", "Answer", text="Awake")
    assert {word["text"]: word["count"] for word in room.sees("wall")["answers"]["items"].values()} == {"Tired": 1, "Awake": 1}
    room.do("bo", "Answer", text="Awake")
    assert texts(room.sees("wall"), "answers") == ["Awake"]
    assert room.do(FACILITATOR, "HideAnswer", answer="tired") == "gone"


def test_a_hidden_word_leaves_every_screen_but_the_console_whoever_says_it() -> None:
    room = Room(method)
    room.do("ana", "Answer", text="Rude")
    room.do("bo", "Answer", text="Calm")
    assert room.do(FACILITATOR, "HideAnswer", answer="rude") == ""
    room.do("carla", "Answer", text="RUDE")
    for who in ("wall", "room", "bo"):
        assert "rude" not in str(room.sees(who)).casefold()
    assert room.sees("ana")["own"]["items"]["own"]["detail"] == "The facilitator does not show this one."
    assert room.sees("console")["words"]["items"]["rude"]["detail"] == "said by 2 people"
    assert texts(room.record(), "answers") == ["Calm"]
    assert room.record()["hidden"]["text"] == "2 answers were hidden."
    assert room.do(FACILITATOR, "RestoreAnswer", answer="rude") == ""
    assert room.sees("wall")["answers"]["items"]["rude"]["count"] == 2


def test_a_hidden_sentence_stays_hidden_when_it_is_said_anew_and_nothing_tells_whose_it_is() -> None:
    room = Room(method, form="sentence")
    for person, text in (("ana", "Something rude"), ("bo", "I am fine.")):
        room.do(person, "Answer", text=text)
    answer = next(id for id, card in room.sees("console")["answers"]["items"].items() if card["text"] == "Something rude")
    assert "ana" not in str(room.sees("console"))
    room.do(FACILITATOR, "HideAnswer", answer=answer)
    room.do("ana", "Answer", text="Something ruder")
    assert texts(room.sees("wall"), "answers") == texts(room.record(), "answers") == ["I am fine."]
    assert room.sees("wall")["answers"]["total"] == 1
    assert room.record()["hidden"]["text"] == "1 answer was hidden."
    room.undo()
    assert texts(room.sees("wall"), "answers") == ["I am fine.", "Something ruder"]


def test_the_facilitator_comes_to_every_answer() -> None:
    for form, block in (("word", "words"), ("sentence", "answers")):
        people = [f"p{n}" for n in range(150)]
        room = Room(method, people, form=form)
        for person in people:
            room.do(person, "Answer", text=f"I am {person}")
        seen = texts(room.sees("console"), block)
        while "older" in room.sees("console")["leaves"]["items"]:
            room.press("console", "leaves", "older")
            seen += texts(room.sees("console"), block)
        assert seen == [f"I am p{n}" for n in range(149, -1, -1)]
        room.press("console", "leaves", "newest")
        assert texts(room.sees("console"), block)[0] == "I am p149"


def test_what_somebody_without_a_phone_says_is_added_and_counted_apart() -> None:
    room = Room(method, form="sentence")
    room.do("ana", "Answer", text="I come with a question.")
    room.do(FACILITATOR, "Answer", text="I came on foot.")
    room.do(FACILITATOR, "Answer", text="I came by bike.")
    assert texts(room.sees("wall"), "answers") == ["I came by bike.", "I came on foot.", "I come with a question."]
    assert (room.sees("wall")["progress"]["done"], room.sees("wall")["progress"]["of"]) == (3, 5)
    assert room.record()["paper"]["text"] == "2 of them came on paper."
    room.undo()
    assert texts(room.sees("wall"), "answers") == ["I came on foot.", "I come with a question."]
