from methods.consensing.counting import total
from methods.consensing.method import method
from methods.consensing.state import Paper
from tests.methods.room import FACILITATOR, Room, texts
from workshop.method import Item

OPTIONS = (Item("g0", "group", "Saturday"), Item("g1", "group", "Sunday"))
PEOPLE = [f"p{n}" for n in range(6)]
QUO = "status-quo"


def rated(*ballots: tuple[int, ...], **settings: object) -> Room:
    """A room in which the first people have rated Saturday, Sunday, and that it stays as it is."""
    room = Room(method, PEOPLE, OPTIONS, **settings)
    for person, ballot in zip(PEOPLE, ballots, strict=False):
        for option, resistance in zip(("g0", "g1", QUO), ballot, strict=False):
            assert room.do(person, "Rate", option=option, dots=resistance) == ""
    return room


def test_that_it_stays_as_it_is_is_always_among_the_options() -> None:
    room = rated(options="Friday\n\nMonday")
    assert texts(room.sees("wall"), "options") == ["Friday", "Monday", "Saturday", "Sunday", "It stays as it is"]
    assert room.do(FACILITATOR, "DropOption", option=QUO) == "status-quo"
    assert texts(rated(status_quo="No feast").sees("wall"), "options")[-1] == "No feast"


def test_without_another_option_nothing_can_be_shown() -> None:
    room = Room(method, PEOPLE)
    assert room.next() == "blocked"
    assert room.do(FACILITATOR, "Show") == "missing"
    room.do(FACILITATOR, "AddOption", text="Friday")
    room.do("p0", "Rate", option=QUO, dots=5)
    assert room.do(FACILITATOR, "Show") == "nobody", "a ballot counts once every option is rated"


def test_the_least_resistance_wins_and_not_the_most_first_choices() -> None:
    room = rated((0, 3, 9), (0, 3, 9), (0, 3, 9), (10, 3, 9), (10, 3, 9), (10, 3, 9))
    room.next()
    wall = room.sees("wall")
    assert wall["outcome"]["text"] == "6 people rated every option. The least resistance meets: “Sunday”."
    assert [(one["text"], one["count"]) for one in wall["tally"]["items"].values()] == [
        ("Sunday", 18), ("Saturday", 30), ("It stays as it is", 54),
    ]  # fmt: skip
    assert wall["tally"]["items"]["g0"]["detail"] == "acceptance 50 % · people are far apart"
    assert wall["conflict"]["text"] == "Resistance to it is 3.0 of 10 on average, to leaving it as it is 9.0 of 10."


def test_a_tie_goes_to_the_lower_strongest_resistance() -> None:
    room = rated((9, 5, 9), (1, 5, 9), (1, 1, 9), (1, 1, 9), (1, 1, 9))
    room.next()
    assert "“Sunday”" in room.sees("wall")["outcome"]["text"]


def test_what_is_equal_in_everything_is_said_to_be_a_tie_and_the_facilitator_says_with_which_it_ends() -> None:
    room = rated(*[(2, 2, 8)] * 5)
    room.next()
    assert "2 options are tied" in room.sees("wall")["outcome"]["text"]
    assert [item.kind for item in room.results()] == ["proposal", "proposal"], "both may go on"
    room.next()
    assert room.next_label() == ""
    assert room.do(FACILITATOR, "Decide", option=QUO) == "not-best"
    assert room.press("console", "tie", "g1") == ""
    assert [(item.kind, item.text, item.sources) for item in room.results()] == [("decision", "Sunday", ("g1",))]


def test_where_nothing_is_better_than_leaving_it_the_status_quo_is_decided() -> None:
    room = rated(*[(5, 6, 1)] * 5, question="When do we feast?", status_quo="There is no feast")
    room.next()
    assert "at least as much resistance" in room.sees("wall")["conflict"]["text"]
    assert "no better than" in room.sees("wall")["tally"]["items"]["g0"]["detail"]
    room.next()
    room.next()
    decision = room.results()[0]
    assert (decision.text, decision.facts["outcome"], decision.facts["driver"]) == ("There is no feast", "kept", "When do we feast?")


def test_before_the_result_nothing_but_the_number_of_ballots_leaves() -> None:
    one, other = rated((0, 1, 2), (9, 9, 9)), rated((9, 9, 9), (5, 0, 1))
    for who in ("wall", "room", "console", "p5"):
        assert one.sees(who) == other.sees(who)
    assert one.record() == other.record()
    assert one.sees("wall")["progress"]["done"] == 2


def test_with_few_ballots_only_the_order_is_told_and_with_fewer_than_three_not_even_that() -> None:
    room = rated(*[(4, 1, 9)] * 4)
    room.next()
    assert "tally" not in room.sees("wall") | room.record()
    assert "“Sunday”" in room.sees("wall")["outcome"]["text"]
    assert texts(room.record(), "order-1") == ["Sunday", "Saturday", "It stays as it is"]
    two = rated(*[(4, 1, 9)] * 2)
    two.next()
    assert "no option comes first" in two.sees("wall")["outcome"]["text"]
    assert texts(two.record(), "order-1") == ["Saturday", "Sunday", "It stays as it is"]


def test_paper_is_counted_with_the_phones_and_said_apart() -> None:
    room = rated(*[(4, 5, 9)] * 5)
    assert room.do(FACILITATOR, "CountPaper", option="g0", points=25, strongest=10, people=2) == "too-many"
    for option, points in (("g0", 20), ("g1", 0), (QUO, 10)):
        assert room.do(FACILITATOR, "CountPaper", option=option, points=points, strongest=10 if points else 0, people=2) == ""
    room.next()
    assert room.sees("wall")["outcome"]["text"].startswith("7 people rated every option. 2 of them on paper.")
    assert room.sees("wall")["tally"]["items"]["g0"]["count"] == 40


def test_a_changed_option_is_rated_anew_and_the_second_round_begins_from_nothing() -> None:
    room = rated(*[(4, 5, 9)] * 5)
    room.next()
    room.next()
    room.do("p0", "Speak", option="g0", text="The market is on Saturday.")
    room.do(FACILITATOR, "ChangeOption", option="g0", text="Saturday after the market")
    assert room.sees("console")["tally"]["items"]["g0"]["text"] == "Saturday", "what was rated stays as it was"
    room.press("console", "again", "again")
    assert room.sees("p0")["ratings"]["left"] == 3
    assert room.do("p0", "Rate", option="g0", dots=1) == "gone", "a late tap on the old text"
    changed = next(one for one in room.state.choices if one.text == "Saturday after the market")
    for person in PEOPLE[:5]:
        for option, dots in ((changed.id, 0), ("g1", 5), (QUO, 9)):
            room.do(person, "Rate", option=option, dots=dots)
    room.next()
    room.next()
    room.next()
    assert (room.results()[0].text, room.results()[0].sources) == ("Saturday after the market", ("g0",))
    record = room.record()
    assert record["tally-1"]["items"]["g0"]["text"] == "Saturday"
    assert record["round-2"]["text"] == "Round 2"
    assert texts(record, "words") == ["The market is on Saturday."]


def test_words_are_heard_after_the_result_without_a_name_and_can_be_hidden() -> None:
    room = rated(*[(4, 5, 9)] * 5)
    assert room.do("p0", "Speak", option="g0", text="No.") == "not-now"
    room.next()
    room.next()
    room.do("p0", "Speak", option="g0", text="Never.")
    card = next(iter(room.sees("wall")["words"]["items"].values()))
    assert (card["above"], card["text"]) == ("Saturday", "Never.")
    room.do(FACILITATOR, "HideWord", word=next(iter(room.state.words)).id)
    assert not texts(room.sees("wall"), "words")
    assert "hidden" in room.record()
    room.next()
    assert [item.kind for item in room.results()] == ["decision"], "what is hidden goes nowhere"


def test_the_decision_is_written_down_with_what_its_sheet_needs() -> None:
    room = rated(*[(4, 5, 9)] * 5, responsible="The council")
    for _press in range(3):
        room.next()
    assert "no-review" in room.record()
    facts = {"text": "The feast is on Saturday.", "responsible": "The council", "criteria": "", "review_date": "2035-03-31"}
    assert room.do(FACILITATOR, "WriteDown", **facts | {"review_date": "in spring"}) == "bad-date"
    assert room.do(FACILITATOR, "WriteDown", **facts) == ""
    decision = room.results()[0]
    assert (decision.text, decision.facts["review_date"]) == ("The feast is on Saturday.", "2035-03-31")
    assert {"no-review", "no-responsible"} & room.record().keys() == set()


def test_a_rating_can_be_changed_and_the_rating_reopened() -> None:
    room = rated(*[(4, 5, 9)] * 5)
    room.next()
    assert room.do("p0", "Rate", option="g0", dots=0) == "ended"
    room.back()
    assert room.do("p0", "Rate", option="g0", dots=0) == ""
    room.next()
    assert room.sees("wall")["tally"]["items"]["g0"]["count"] == 16


def test_the_spread_is_the_standard_deviation_in_tenths() -> None:
    assert total([0, 10], Paper(0, 0)).spread == 50
    assert total([3, 3, 3], Paper(10, 10)).strongest == 10
