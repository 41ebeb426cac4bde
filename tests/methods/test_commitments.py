"""A pact: who does what by when, confirmed by whoever makes it."""

from typing import Any

from hypothesis import given as over
from hypothesis import settings, strategies

from methods.commitments import commands as c
from methods.commitments import events as e
from methods.commitments.method import method
from methods.commitments.state import State
from tests.methods.room import FACILITATOR, Room, texts
from workshop.method import Context, Item, Rejected, Role
from workshop.testing import given

DECISION = Item("ABCDEF/d1", "decision", "The square is closed to cars on Sundays")
IDEA = Item("i1", "idea", "Benches", support=4)
WATER = e.Committed("w", "ana", 1, "Water the trees", due="2035-05-01", seen="They live")
PAINT = e.Noted("p", "Paint the crossing", "The roads office", "institution")


def details(screen: dict[str, Any], block: str) -> list[str]:
    return [one.get("detail", "") for one in screen[block]["items"].values()]


def test_who_writes_a_commitment_has_confirmed_it() -> None:
    pact = given(method, items=[DECISION]).when(c.Commit("Water the trees", due="2035-05-01", origin=DECISION.id), by="ana")
    item = pact.then(e.Committed("new", "ana", 0, "Water the trees", due="2035-05-01", origin=DECISION.id)).yields()[0]
    assert (item.kind, item.text, item.sources, item.support) == ("commitment", "Water the trees", (DECISION.id,), 0)
    assert item.facts == {"who": "", "side": "citizens", "by": "2035-05-01", "seen": "", "confirmed": "yes"}


def test_what_the_facilitator_notes_is_to_be_confirmed_until_somebody_takes_it_on() -> None:
    pact = given(method).when(c.Note("Paint the crossing", "The roads office", "institution")).then(PAINT_NEW)
    assert pact.yields()[0].facts["confirmed"] == ""
    assert "to be confirmed" in pact.sees("wall")["pact"]["items"]["new"]["detail"]
    pact = pact.when(c.Confirm("new"), by="bo").then(e.Confirmed("new", "bo"))
    assert pact.yields()[0].facts["confirmed"] == "yes"
    pact.when(c.Confirm("new"), by="carla").rejected("confirmed")


PAINT_NEW = e.Noted("new", "Paint the crossing", "The roads office", "institution")


def test_a_note_without_a_name_is_refused() -> None:
    given(method).when(c.Note("Paint the crossing", "")).rejected("missing")
    given(method).when(c.Commit("")).rejected("empty")
    given(method, items=[IDEA]).when(c.Commit("Benches", origin="elsewhere")).rejected("gone-origin")


def test_the_record_says_how_each_was_confirmed_and_from_what_it_comes() -> None:
    room = Room(method, items=(DECISION, IDEA))
    room.do("ana", "Commit", text="Water the trees", due="2035-05-01", seen="They live", origin="i1")
    for text, who in (("Paint the crossing", "The roads office"), ("Lend a van", "Mr Peeters"), ("Count the cars", "The police")):
        room.do(FACILITATOR, "Note", text=text, who=who)
    painted, lent, _counted = [one.id for one in list(room.state.standing())[1:]]
    assert room.press_card("bo", "pact", painted, "confirm") == ""
    assert room.press_card("console", "pact", lent, "aloud") == ""
    record = room.record()["pact"]["items"]
    assert [(one["above"], one["detail"]) for one in record.values()] == [
        ("Somebody · by 1 May 2035", "we will see it: They live · from “Benches” · confirmed by whoever wrote it"),
        ("The roads office · no day yet", "confirmed on a phone in the room by Somebody"),
        ("Mr Peeters · no day yet", "confirmed aloud by Mr Peeters, noted by the facilitator"),
        ("The police · no day yet", "not confirmed yet"),
    ]


def test_nobody_is_bound_to_words_that_they_have_not_confirmed() -> None:
    pact = given(method).events(WATER)
    again = pact.when(c.Correct("w", "Water all trees", due="2035-05-01", seen="They live"), role=Role.FACILITATOR)
    pact = again.then(e.Corrected("w", "Water all trees", due="2035-05-01", seen="They live"), e.Unconfirmed("w"))
    pact.when(c.Confirm("w"), by="bo").rejected("not-yours")
    assert pact.yields()[0].facts["confirmed"] == ""
    assert "confirm" in pact.sees("person", "ana")["own"]["items"]["w"]["buttons"]
    pact.when(c.Confirm("w"), by="ana").then(e.Confirmed("w", "ana"))


def test_who_makes_it_changes_it_and_it_stays_confirmed() -> None:
    pact = given(method).events(WATER).when(c.Correct("w", "Water them", due="2035-06-01"), by="ana")
    pact.then(e.Corrected("w", "Water them", due="2035-06-01"))
    given(method).events(WATER).when(c.Correct("w", "Cut them"), by="bo").rejected("not-yours")
    given(method).events(WATER).when(c.Withdraw("w"), by="bo").rejected("not-yours")


def test_only_from_what_it_comes_can_be_put_right_without_asking_again() -> None:
    pact = given(method, items=[IDEA]).events(WATER)
    same: dict[str, Any] = {"text": "Water the trees", "due": "2035-05-01", "seen": "They live"}
    pact.when(c.Correct("w", **same, origin="i1"), role=Role.FACILITATOR).then(e.Corrected("w", **same, origin="i1"))


def test_who_confirmed_by_mistake_lets_it_go_and_who_wrote_it_withdraws_it() -> None:
    pact = given(method).events(PAINT, e.Confirmed("p", "bo"), WATER)
    pact.when(c.Unconfirm("p"), by="carla").rejected("not-yours")
    pact.when(c.Unconfirm("p"), by="bo").then(e.Unconfirmed("p"))
    pact.when(c.Unconfirm("p"), by="host", role=Role.FACILITATOR).rejected("not-yours")
    pact.when(c.Unconfirm("w"), by="ana").rejected("not-yours")
    assert pact.when(c.Withdraw("w"), by="ana").then(e.Withdrawn("w")).records()["withdrawn"]["text"] == "1 commitment was withdrawn."


def test_others_help_and_are_counted_but_not_named() -> None:
    room = Room(method)
    room.do("ana", "Commit", text="Water the trees")
    (id,) = [one.id for one in room.state.standing()]
    assert room.do("ana", "Help", commitment=id) == "your-own"
    assert [room.press_card(who, "pact", id, "help") for who in ("bo", "carla")] == ["", ""]
    assert details(room.sees("wall"), "pact") == ["2 people help"]
    assert room.results()[0].support == 2
    assert room.press_card("bo", "helped", id, "back") == ""
    assert room.results()[0].support == 1
    assert "helped" not in room.sees("bo")


def test_a_name_is_in_the_pact_only_where_somebody_typed_it() -> None:
    room = Room(method)
    room.do("ana", "Commit", text="Water the trees")
    room.do("bo", "Commit", text="Lend a van", who="Bo Peeters")
    assert [(item.facts["who"], item.facts.get("person")) for item in room.results()] == [("", "1"), ("Bo Peeters", None)]


def test_what_is_missing_is_said_and_keeps_nobody_from_closing() -> None:
    room = Room(method)
    room.do("ana", "Commit", text="Water the trees")
    room.do(FACILITATOR, "Note", text="Paint the crossing", who="The roads office", due="2035-05-01")
    console = room.sees("console")
    assert console["undated"]["text"] == "1 commitment has no day: nobody can be reminded of it."
    assert console["unconfirmed"]["text"] == "1 commitment is not confirmed by whoever is to keep it."
    assert room.next_label() == "Close the pact of 2 commitments"
    assert room.next() == ""
    assert texts(room.sees("wall"), "pact") == ["Paint the crossing", "Water the trees"], "what is due first"
    assert room.do("bo", "Commit", text="Too late") == "closed"
    room.back()
    assert room.do("bo", "Commit", text="In time") == ""


def test_one_takes_up_a_commitment_to_change_it_and_finds_its_words_there() -> None:
    room = Room(method)
    room.do("ana", "Commit", text="Water the trees", who="Ana")
    (id,) = [one.id for one in room.state.standing()]
    room.press_card("ana", "own", id, "change")
    form = room.sees("ana")[f"change-{id}"]
    assert (form["fields"]["text"]["value"], form["fields"]["who"]["value"]) == ("Water the trees", "Ana")
    room.do("ana", "Correct", **form["args"], text="Water all trees", who="Ana")
    assert "commit" in room.sees("ana")
    assert texts(room.sees("wall"), "pact") == ["Water all trees"]


def test_without_phones_the_facilitator_notes_and_people_confirm() -> None:
    room = Room(method, phones=False)
    assert room.do("ana", "Commit", text="Water the trees") == "aloud"
    room.do(FACILITATOR, "Note", text="Water the trees", who="Ana")
    (id,) = [one.id for one in room.state.standing()]
    assert room.press_card("ana", "pact", id, "confirm") == ""
    assert texts(room.sees("ana"), "own") == ["Water the trees"]


def test_what_it_came_from_is_said_also_when_that_is_not_there_any_more() -> None:
    pact = given(method, items=[IDEA]).events(e.Committed("w", "ana", 1, "Build them", origin="i1"))
    later = method.receive(pact.state, ())
    assert "Benches" in str(method.record(later))
    assert method.results(later)[0].sources == ("i1",)


PEOPLE = ("ana", "bo", "carla")
IDS = strategies.sampled_from(("new1", "new2", "new3", "new5"))
WORDS = strategies.sampled_from(("Trees", "Benches"))
COMMANDS = strategies.one_of(
    strategies.builds(c.Commit, WORDS),
    strategies.builds(c.Note, WORDS, strategies.just("The roads office")),
    strategies.builds(c.Correct, IDS, WORDS, strategies.sampled_from(("", "Somebody"))),
    strategies.builds(c.Withdraw, IDS),
    strategies.builds(c.Confirm, IDS),
    strategies.builds(c.ConfirmAloud, IDS, strategies.just("Mr Peeters")),
    strategies.builds(c.Unconfirm, IDS),
    strategies.builds(c.Help, IDS, strategies.booleans()),
)


@settings(max_examples=120, deadline=None)
@over(strategies.lists(strategies.tuples(COMMANDS, strategies.sampled_from((*PEOPLE, "host"))), max_size=25))
def test_in_every_history_what_is_confirmed_was_confirmed_in_these_words_by_whose_it_is(deeds: list[tuple[Any, str]]) -> None:
    state: State = given(method).state
    agreed: dict[str, tuple[str, str]] = {}
    for number, (command, by) in enumerate(deeds):
        role = Role.FACILITATOR if by == "host" else Role.PARTICIPANT
        if role not in method.commands[type(command)]:
            continue
        answer = method.decide(state, command, Context(number, by, role, frozenset(PEOPLE), f"new{number}", 1))
        for event in () if isinstance(answer, Rejected) else answer:
            state = method.evolve(state, event)
        for one in state.standing():
            if one.confirmation is None:
                agreed.pop(one.id, None)
            elif by == one.owner or isinstance(command, c.ConfirmAloud):
                agreed[one.id] = (one.text, one.who)
            assert one.confirmation is None or agreed[one.id] == (one.text, one.who)
            assert one.owner not in one.helpers
            assert not one.owner or one.id in state.own[one.owner]
