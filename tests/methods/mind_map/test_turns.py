"""The whole room sorts: each card goes to three phones, what most of them say counts, and nothing is seen before."""

from methods.mind_map.ballots import CloseSorting, Dealt, OpenSorting, Settled, Sort, Sorted, SortingClosed, SortingOpened
from methods.mind_map.events import Moved
from methods.mind_map.method import method
from tests.methods.mind_map.maps import IDEAS, groups, to_sort
from tests.methods.room import FACILITATOR, Room, texts
from workshop.method import Context, Role

CARDS = ("b1", "m1", "t1")
HANDS: dict[str, tuple[str, ...]] = {"ana": CARDS, "ben": CARDS, "cleo": CARDS}
three = to_sort.events(SortingOpened(CARDS, HANDS))
ROOM = ("ana", "ben", "cleo")


def test_everybody_gets_a_few_cards_and_each_card_goes_to_three_people() -> None:
    people = [f"p{number}" for number in range(6)]
    opened = to_sort.when(OpenSorting(), people=people)
    assert isinstance(opened.answer, list)
    (event,) = opened.answer
    assert set(event.cards) == {item.id for item in IDEAS}
    dealt = [card for hand in event.hands.values() for card in hand]
    assert all(len(hand) <= 5 and len(set(hand)) == len(hand) for hand in event.hands.values())
    assert {dealt.count(card) for card in event.cards} == {3}


def test_the_same_room_gets_the_same_cards() -> None:
    first, again = (to_sort.when(OpenSorting(), people=ROOM).answer for _turn in range(2))
    assert first == again


def test_where_most_agree_the_card_goes_and_stays() -> None:
    two = three.events(Sorted("m1", "ana", "g1"), Sorted("m1", "ben", "g2"))
    done = two.when(Sort("m1", "g1"), by="cleo", people=ROOM).then(Sorted("m1", "cleo", "g1"), Settled("m1", "g1", {"g1": 2, "g2": 1}))
    assert groups(done.state)["g1"] == {"t1", "t2", "t3", "m1"}
    assert done.state.is_pinned("m1")


def test_where_they_do_not_agree_the_console_shows_the_groups_to_choose_from() -> None:
    settled = Settled("m1", "", {"g1": 1, "g2": 1, "none": 1})
    ended = three.events(Sorted("m1", "ana", "g1"), Sorted("m1", "ben", "g2"), Sorted("m1", "cleo", "none"), settled, SortingClosed())
    assert "m1" in ended.state.unplaced
    card = ended.sees("console")["disputed"]["items"]["m1"]
    assert [button["label"] for button in card["buttons"].values()] == ["Trees · 1", "Bus · 1"]
    assert card["detail"] == "1 said: none of these"
    chosen = ended.events(Moved("m1", "g2"))
    assert "disputed" not in chosen.sees("console")


def test_what_was_said_is_seen_by_nobody_before_it_is_settled() -> None:
    before, after = three, three.events(Sorted("m1", "ana", "g1"), Sorted("m1", "ben", "g1"))
    for screen in ("wall", "room", "console"):
        assert before.sees(screen) == after.sees(screen)
    assert three.sees("wall")["sorted"]["of"] == 3
    shown = texts(three.sees("wall"), "map")
    assert "More trees" in shown
    assert "Night bus" not in shown, "where the machine had put it leads nobody"


def test_a_phone_shows_one_card_after_the_other() -> None:
    first = three.sees("person", "ana")
    assert first["said-b1"]["text"] == "Night bus"
    assert list(first["card-b1"]["items"]) == ["g1", "g2", "g3", "none"]
    assert "card-m1" in three.events(Sorted("b1", "ana", "none")).sees("person", "ana")


def test_only_a_card_of_ones_own_hand_is_sorted_and_into_a_group_that_is_there() -> None:
    three.when(Sort("t2", "g1"), by="ana").rejected("ended")
    three.when(Sort("b1", "gone"), by="ana").rejected("gone")
    to_sort.when(Sort("b1", "g1"), by="ana").rejected("ended")


def test_who_has_sorted_a_hand_gets_another_one() -> None:
    one = to_sort.events(SortingOpened(("b1", "m1"), {"ana": ("b1",), "ben": ("m1",)}))
    one.when(Sort("b1", "g2"), by="ana", people=("ana", "ben", "cleo")).then(Sorted("b1", "ana", "g2"), Dealt({"ana": ("m1",)}))


def test_who_comes_late_gets_cards_and_those_of_who_leaves_go_on() -> None:
    def context(actor: str, *people: str) -> Context:
        return Context(0, actor, Role.PARTICIPANT, frozenset(people), "id", 1)

    one = to_sort.events(SortingOpened(("b1", "m1"), {"ana": ("b1", "m1"), "ben": ("b1", "m1")}))
    assert method.comes(one.state, context("dia", "ana", "ben", "dia")) == [Dealt({"dia": ("b1", "m1")})]
    said = one.events(Sorted("b1", "ben", "g2"), Sorted("m1", "ben", "g3"), Dealt({"ben": ()}))
    left = method.goes(said.state, context("ana", "ben"))
    assert left == [Settled("b1", "g2", {"g2": 1}), Settled("m1", "g3", {"g3": 1}), Dealt({"ana": ()})]


def test_at_the_end_what_two_have_sorted_counts_and_the_rest_stays_where_it_was() -> None:
    said = three.events(Sorted("m1", "ana", "g2"), Sorted("m1", "ben", "g2"), Sorted("t1", "ana", "g3"))
    done = said.when(CloseSorting(), people=ROOM).then(Settled("m1", "g2", {"g2": 2}), SortingClosed())
    assert groups(done.state) == {"g1": {"t1", "t2", "t3"}, "g2": {"b1", "b2", "m1"}}


def test_what_the_facilitator_has_placed_need_not_be_sorted() -> None:
    moved = three.events(Moved("m1", "g1"))
    assert moved.state.deal.hands["ana"] == ("b1", "t1")
    assert moved.sees("wall")["sorted"]["done"] == 1


def test_the_record_says_how_many_agreed() -> None:
    said = three.events(Settled("m1", "g1", {"g1": 2, "g2": 1}), Settled("b1", "", {"g1": 1, "g2": 1, "g3": 1}), SortingClosed())
    record = said.records()
    assert record["sorted"]["text"] == "2 cards were sorted by the whole room. On 1 most agreed."
    assert record["groups"]["items"]["g1"]["items"]["m1"]["detail"] == "2 of 3 who sorted it"


def test_from_the_first_card_to_the_map_in_a_room_of_four() -> None:
    room = Room(method, ("ana", "bo", "carla", "dan"), IDEAS, who="room")
    room.log.play("TakeGrouping", {"round": 1, "groups": [{"title": "A", "ideas": ["t1", "b1", "m1"]}, {"title": "B", "ideas": ["t2"]}]},
                  "system", "step")  # fmt: skip
    assert room.next_label() == "Let the whole room sort"
    room.next()
    first, second = (group.id for group in room.state.groups)
    for person in ("ana", "bo", "carla", "dan") * 8:
        for card in [id.removeprefix("card-") for id in room.sees(person) if id.startswith("card-")]:
            assert room.do(person, "Sort", card=card, to=second if card.startswith("t") else first) == ""
    assert room.next_label() == "Show what the room has sorted"
    room.next()
    assert groups(room.state) == {first: {"b1", "m1", "b2", "x1"}, second: {"t1", "t2", "t3"}}
    assert room.next_label() == "Keep this map"
    assert room.do(FACILITATOR, "Lock") == ""
