"""Fist to five by examples, and played through whatever a room may do to it."""

import pytest
from palabre_fist_to_five.method import method
from palabre_fist_to_five.vocabulary import AskAgain, AskedAgain, Reveal, Revealed, Show, Showed, Wish, Wished

from workshop.method import Item
from workshop.testing import conform, given

CARS = Item("i1", "idea", "No cars on market days", support=9)
BEES = Item("i2", "idea", "Bees", support=2)
HANDS = (Showed(1, "ana", 5), Showed(1, "ben", 1), Showed(1, "cleo", 3))
SEEN = Revealed("r1", 1, (0, 1, 0, 1, 0, 1))


def test_a_hand_is_shown_and_can_be_changed_until_the_reveal() -> None:
    asked = given(method).when(Show(1, 2), by="ana").then(Showed(1, "ana", 2))

    asked.when(Show(1, 2), by="ana").then()
    asked.when(Show(1, 4), by="ana").then(Showed(1, "ana", 4))
    asked.events(SEEN).when(Show(1, 4), by="ana").rejected("revealed")


def test_a_hand_that_comes_late_does_not_count_for_the_next_round() -> None:
    given(method).events(*HANDS, SEEN, AskedAgain(2)).when(Show(1, 0), by="dia").rejected("revealed")


def test_nobody_sees_a_hand_before_all_are_revealed() -> None:
    asked = given(method, {"statement": "No cars"}).events(*HANDS)

    for viewer in ("room", "wall", "console"):
        assert "hands" not in asked.sees(viewer)
    assert asked.sees("person", "ana")["fingers"]["chosen"] == ["5"]
    assert asked.sees("person", "dia")["fingers"].get("chosen") is None


def test_all_hands_are_revealed_together() -> None:
    seen = given(method).events(*HANDS).when(Reveal(), id="r1").then(SEEN)

    assert [bar.get("count", 0) for bar in seen.sees("wall")["hands"]["items"].values()] == [0, 1, 0, 1, 0, 1]
    assert seen.sees("wall")["outcome"]["text"] == "2 of 3 people show three or more."


def test_after_the_reveal_one_says_what_would_raise_a_hand() -> None:
    seen = given(method).events(*HANDS, SEEN)

    seen.when(Wish(""), by="ben").rejected("empty")
    said = seen.when(Wish("Let deliveries in"), by="ben", id="w1").then(Wished("w1", 1, "ben", "Let deliveries in"))

    assert "Let deliveries in" in str(said.sees("wall"))
    assert "ben" not in str(said.records())


def test_wishes_wait_for_the_reveal() -> None:
    given(method).when(Wish("Let deliveries in")).rejected("hidden")


def test_a_second_round_begins_with_no_hand_and_both_are_recorded() -> None:
    again = given(method).events(*HANDS, SEEN).when(AskAgain()).then(AskedAgain(2))

    assert again.sees("wall")["progress"].get("done", 0) == 0
    after = again.events(Showed(2, "ana", 5), Revealed("r2", 2, (0, 0, 0, 0, 0, 1)))
    assert {"hands-1", "hands-2"} <= set(after.records())


def test_the_item_with_most_support_is_asked_about_and_becomes_a_proposal() -> None:
    seen = given(method, items=(BEES, CARS)).events(*HANDS, SEEN)

    assert seen.sees("wall")["statement"]["text"] == CARS.text
    assert list(seen.yields()) == [Item("r1", "proposal", CARS.text, ("i1",), support=2)]


@pytest.mark.parametrize("settings", [{}, {"statement": "No cars"}])
def test_it_keeps_what_every_method_must_keep(settings: dict[str, str]) -> None:
    conform(method, settings=settings)
