from hypothesis import given
from hypothesis import strategies as st

from methods.dot_vote.method import method
from methods.dot_vote.vocabulary import Counted, Placed, Reopened
from tests.methods.room import FACILITATOR, Room, texts
from workshop.method import Item

OPTIONS = tuple(Item(f"g{n}", "group", text, support=n) for n, text in enumerate(["Shade", "Market", "Traffic", "Music", "Light"]))
PEOPLE = [f"p{n}" for n in range(8)]


def voted(*ballots: tuple[int, ...], **settings: object) -> Room:
    room = Room(method, PEOPLE, OPTIONS, **settings)
    for person, ballot in zip(PEOPLE, ballots, strict=False):
        for option in ballot:
            assert room.do(person, "Place", option=f"g{option}", dots=1) == ""
    return room


def test_the_most_chosen_go_on_with_their_dots_and_their_origin() -> None:
    room = voted((0, 1, 2), (0, 1, 2), (0, 1), (0,), (0, 1))
    assert room.results() == []
    room.next()
    assert [(item.text, item.support, item.sources) for item in room.results()] == [
        ("Shade", 5, ("g0",)), ("Market", 4, ("g1",)), ("Traffic", 2, ("g2",)),
    ]  # fmt: skip
    assert room.sees("wall")["outcome"]["text"] == "5 people voted. 3 options go on."


def test_who_ties_with_the_last_one_goes_on_too_and_it_is_said() -> None:
    room = voted((0, 1), (0, 1), (0, 2), (0, 2), (3,), keep=2)
    room.next()
    assert [item.text for item in room.results()] == ["Shade", "Market", "Traffic"]
    assert "tied" in room.sees("wall")["outcome"]["text"]


def test_what_nobody_chose_does_not_go_on() -> None:
    room = voted((0,), (0,), (0,), (0,), (0,))
    room.next()
    assert [item.text for item in room.results()] == ["Shade"]


def test_nobody_has_more_dots_than_the_others() -> None:
    room = voted((0, 1, 2))
    assert room.do("p0", "Place", option="g3", dots=1) == "none-left"
    assert room.do("p0", "Place", option="g0", dots=2) == "too-many"
    assert room.do("p0", "Place", option="g0", dots=0) == ""
    assert room.do("p0", "Place", option="g3", dots=1) == ""
    assert room.do("p0", "Place", option="g9", dots=1) == "gone"
    assert room.do("p0", "Place", option="g4", dots=-1) == "bad-arguments"
    assert room.do(FACILITATOR, "Place", option="g4", dots=1) == "not-allowed"


def test_before_the_result_nothing_but_the_number_of_voters_leaves() -> None:
    one, other = voted((0,), (1,), (2,), (3,), (4,)), voted((1,), (0,), (4,), (2,), (3,))
    for who in ("wall", "room", "console", "p7"):
        assert one.sees(who) == other.sees(who)
    assert one.record() == other.record()
    assert one.sees("wall")["progress"]["done"] == 5


def test_with_few_ballots_no_totals_are_shown_and_everything_goes_on() -> None:
    room = voted((0,), (0,), (1,))
    assert "few" in room.sees("console")
    room.next()
    assert "tally" not in room.sees("wall") | room.record()
    assert len(room.results()) == len(OPTIONS)
    assert [item.support for item in room.results()] == [item.support for item in OPTIONS]
    assert "too few" in room.record()["outcome"]["text"]


def test_a_vote_can_be_reopened_with_its_ballots() -> None:
    room = voted((0,), (0,), (0,), (0,), (1,))
    room.next()
    assert room.do("p7", "Place", option="g1", dots=1) == "ended"
    room.back()
    assert room.do("p7", "Place", option="g1", dots=1) == ""
    room.next()
    assert {item.text: item.support for item in room.results()} == {"Shade": 4, "Market": 2}


def test_while_the_vote_lasts_the_wall_shows_what_can_be_chosen_and_no_counts() -> None:
    wall = voted((0, 1), (0,)).sees("wall")
    assert texts(wall, "options") == ["Shade", "Market", "Traffic", "Music", "Light"]
    assert not any("count" in card for card in wall["options"]["items"].values())


def test_two_votes_on_the_same_options_yield_different_items() -> None:
    settings = method.settings()
    yielded = [
        {item.id for item in method.results(method.evolve(method.start(settings, OPTIONS, seed), Counted(5, {"g0": 5})))} for seed in (1, 2)
    ]
    assert not yielded[0] & yielded[1]


def test_options_that_came_after_the_result_can_be_chosen_when_the_vote_is_reopened() -> None:
    state = method.evolve(method.start(method.settings(), OPTIONS[:2], 1), Counted(5, {"g0": 5}))
    later = method.receive(state, OPTIONS)
    assert method.record(later) == method.record(state)
    reopened = method.evolve(later, Reopened())
    assert [option.id for option in reopened.options] == [option.id for option in OPTIONS]


def test_the_record_is_computed_without_the_ballots() -> None:
    room = voted((0, 1), (0,), (0, 1), (0,), (2,))
    room.next()
    state = method.start(room.state.settings, OPTIONS, room.state.seed)
    for entry in room.log.entries:
        event = method.event(entry.type)
        if entry.activity and event and event not in method.secret:
            state = method.evolve(state, event(**(entry.payload or {})))
    assert method.record(state) == method.record(room.state)
    assert method.results(state) == method.results(room.state)


MANY = tuple(Item(f"i{n}", "idea", f"Idea {n}") for n in range(100))


def test_of_very_many_options_everybody_looks_at_a_page_and_comes_to_all_by_turning() -> None:
    room = Room(method, PEOPLE, MANY)
    seen: set[str] = set()
    for _turn in range(9):
        seen |= {*room.sees("p0")["dots"]["items"]}
        assert room.press("p0", "turn", "turn") == ""
    assert seen == {item.id for item in MANY}
    assert len(room.sees("p0")["dots"]["items"]) == 12
    assert len({next(iter(room.sees(person)["dots"]["items"])) for person in PEOPLE}) == len(PEOPLE)
    assert room.sees("wall")["many"]["text"].startswith("There are 100 options.")


def test_where_ones_dots_are_is_always_seen() -> None:
    room = Room(method, PEOPLE, MANY)
    option = next(iter(room.sees("p0")["dots"]["items"]))
    room.do("p0", "Place", option=option, dots=1)
    room.press("p0", "turn", "turn")
    items = room.sees("p0")["dots"]["items"]
    assert (items[option]["dots"], items[option]["pos"], len(items)) == (1, 1, 13)
    room.do("p0", "Place", option=option, dots=0)
    assert option not in room.sees("p0")["dots"]["items"]


def test_the_result_of_very_many_options_shows_the_first_and_counts_the_others() -> None:
    room = Room(method, PEOPLE, MANY)
    for person in PEOPLE:
        room.do(person, "Place", option="i99", dots=1)
    room.next()
    wall = room.sees("wall")
    assert (texts(wall, "tally")[0], len(wall["tally"]["items"]), wall["more"]["text"]) == ("Idea 99", 60, "and 40 more options")
    assert len(room.record()["tally"]["items"]) == 100
    assert room.do("p0", "Turn", page=1, start=0) == "ended"


def test_dots_on_an_option_that_went_count_no_more_and_count_again_when_it_is_back() -> None:
    state = method.start(method.settings(), OPTIONS, 1)
    for person in PEOPLE:
        state = method.evolve(state, Placed(person, "g0" if person < "p3" else "g1", 1))
    gone = method.receive(state, OPTIONS[1:])
    assert (state.voters, gone.voters, dict(gone.totals)) == (8, 5, {"g1": 5})
    back = method.receive(gone, OPTIONS)
    assert (back.voters, dict(back.totals)) == (8, {"g0": 3, "g1": 5})


ballots = st.lists(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 3)), max_size=6), min_size=5, max_size=8)


@given(ballots)
def test_the_totals_are_the_sum_of_what_people_last_placed(wishes: list[list[tuple[int, int]]]) -> None:
    room = Room(method, PEOPLE, OPTIONS, dots=5, most=3)
    last: dict[str, dict[str, int]] = {}
    for person, taps in zip(PEOPLE, wishes, strict=False):
        for option, dots in taps:
            if room.do(person, "Place", option=f"g{option}", dots=dots) == "":
                last.setdefault(person, {})[f"g{option}"] = dots
    voters = [ballot for ballot in last.values() if any(ballot.values())]
    room.next()
    assert room.state.result.voters == len(voters)
    if len(voters) >= 5:
        assert room.state.result.dots == {item.id: sum(ballot.get(item.id, 0) for ballot in voters) for item in OPTIONS}


def test_hands_of_people_without_a_phone_are_counted_in_the_open_and_said_apart() -> None:
    room = voted((0, 1), (0, 1), (0, 1), (0, 1), (0, 1))
    assert room.do(FACILITATOR, "CountHands", option="g2", dots=6, people=6) == ""
    assert texts(room.sees("console"), "options") == ["Shade", "Market", "Traffic", "Music", "Light"]
    assert room.sees("console")["options"]["items"]["g2"]["detail"] == "6 by hand or on paper"
    assert room.sees("wall")["progress"]["done"] == 11
    room.next()
    assert [(item.text, item.support) for item in room.results()] == [("Traffic", 6), ("Shade", 5), ("Market", 5)]
    assert "11 people voted. 6 of them by hand or on paper." in room.record()["outcome"]["text"]


def test_nobody_without_a_phone_has_more_dots_than_the_others() -> None:
    room = voted()
    assert room.do(FACILITATOR, "CountHands", option="g2", dots=3, people=2) == "too-many"
    assert room.do(FACILITATOR, "CountHands", option="g9", dots=1, people=2) == "gone"
    for option in ("g0", "g1", "g2"):
        assert room.do(FACILITATOR, "CountHands", option=option, dots=2, people=2) == ""
    assert room.do(FACILITATOR, "CountHands", option="g3", dots=1, people=2) == "too-many"
    assert room.do("p0", "CountHands", option="g0", dots=1, people=1) == "not-allowed"


def test_a_few_secret_ballots_stay_secret_beside_hands_that_everybody_saw() -> None:
    room = voted((0,), (0,))
    room.do(FACILITATOR, "CountHands", option="g2", dots=6, people=6)
    room.next()
    assert "tally" not in room.sees("wall")


def test_where_all_raise_their_hands_nothing_is_secret() -> None:
    room = voted()
    room.do(FACILITATOR, "CountHands", option="g2", dots=2, people=2)
    room.next()
    assert [(item.text, item.support) for item in room.results()] == [("Traffic", 2)]
