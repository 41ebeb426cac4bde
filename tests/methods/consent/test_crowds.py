"""A decision with hundreds of voices: screens show some of them, count the others, and the facilitator comes to all."""

from collections.abc import Callable
from typing import Any

import pytest

from methods.consent import commands as c
from workshop.language import Speaker

PEOPLE = [f"p{number:03}" for number in range(120)]
SAY = Speaker("en")
Rooms = Callable[..., Any]


def texts(block: dict[str, Any]) -> list[str]:
    return [card["text"] for card in sorted(block["items"].values(), key=lambda card: card["pos"])]


@pytest.fixture
def hall(room: Rooms) -> Any:
    """A hundred and twenty people, asked for consent."""
    opened = room(*PEOPLE, proposal="The square is closed to cars.", review_date="2027-03-21")
    opened.go("present", "clarify")
    return opened


def objected(hall: Any) -> Any:
    """Everybody objects, and writes why."""
    hall.go("react", "check")
    hall.signal(**dict.fromkeys(PEOPLE, "objection"))
    for number, person in enumerate(PEOPLE):
        hall.do(c.Argue(hall.argument(person).id, f"Risk {number}"), person)
    return hall


def test_of_many_questions_the_latest_are_shown_and_the_facilitator_comes_to_all(hall: Any) -> None:
    for number, person in enumerate(PEOPLE):
        hall.do(c.Ask(f"Question {number}"), person)
    shown = hall.screen("wall")["questions"]
    assert (texts(shown), shown["total"]) == ([f"Question {number}" for number in range(80, 120)], 120)
    seen: set[str] = set()
    while True:
        console = hall.screen("console")
        seen |= set(texts(console["questions"]))
        older = console.get("leaves", {}).get("items", {}).get("older")
        if older is None:
            break
        hall.do(c.Leaf(**older["args"]))
    assert len(seen) == 120
    hall.do(c.Hide(next(iter(hall.state.questions)).id))
    assert hall.screen("wall")["questions"]["total"] == 119
    assert "newest" in hall.screen("console")["leaves"]["items"]
    hall.go("react")
    assert "leaves" not in hall.screen("console")


def test_the_oldest_open_questions_are_answered_first(hall: Any) -> None:
    for number, person in enumerate(PEOPLE[:6]):
        hall.do(c.Ask(f"Question {number}"), person)
    first = next(iter(hall.state.questions)).id
    hall.do(c.Answer(first, "Yes."))
    forms = [id for id in hall.screen("console") if id.startswith("answer-")]
    assert len(forms) == 3
    assert f"answer-{first}" not in forms


def test_of_many_arguments_the_first_to_be_tested_are_shown_and_the_others_counted(hall: Any) -> None:
    wall = objected(hall).screen("wall")
    assert (len(wall["arguments"]["items"]), wall["arguments"]["total"]) == (40, 120)
    assert "unwritten" not in wall
    hall.go("test")
    for _turn in range(3):
        under_test = next(iter(hall.screen("wall")["argument"]["items"]))
        hall.do(c.MakeConcern(under_test))
    assert "117 possible objections are not tested yet" in SAY(hall.moves.blocked)


def test_of_many_doubts_the_latest_are_shown_and_all_are_heard_at_once(hall: Any) -> None:
    objected(hall).go("test")
    one = next(iter(hall.screen("wall")["argument"]["items"]))
    owner = hall.state.arguments.get(one).owner
    doubting = [person for person in PEOPLE if person != owner]
    for person in doubting:
        hall.do(c.Doubt(one, f"A doubt of {person}"), person)
    assert "noted already" in hall.refused(c.Doubt(one, "Again"), doubting[0])
    doubts = hall.screen("wall")["doubts"]
    assert (texts(doubts)[-1], len(doubts["items"]), doubts["total"]) == (f"A doubt of {doubting[-1]}", 40, 119)
    hall.do(c.HearDoubts(one))
    assert {card["above"] for card in hall.screen("wall")["doubts"]["items"].values()} == {"A doubt, heard"}
    hall.do(c.Qualify(one))


def test_of_many_suggestions_the_objectors_come_first_and_then_the_newest(hall: Any) -> None:
    objected(hall).go("test")
    one = next(iter(hall.screen("wall")["argument"]["items"]))
    owner = hall.state.arguments.get(one).owner
    hall.do(c.Qualify(one))
    for other in [each.id for each in hall.state.arguments if each.status == "untested"]:
        hall.do(c.MakeConcern(other))
    hall.go("resolve")
    for person in [owner, *PEOPLE]:
        hall.do(c.Suggest(one, f"An idea of {person}"), person)
    shown = hall.screen("wall")["suggestions"]
    assert texts(shown)[:3] == [f"An idea of {owner}", f"An idea of {owner}", f"An idea of {PEOPLE[-1]}"]
    assert shown["total"] == 121


def test_who_asks_much_sees_the_last_of_it(hall: Any) -> None:
    for number in range(30):
        hall.do(c.Ask(f"Question {number}"), "p000")
    asked = hall.screen("person", "p000")["asked"]
    assert (texts(asked), asked["total"]) == ([f"Question {number}" for number in range(10, 30)], 30)
