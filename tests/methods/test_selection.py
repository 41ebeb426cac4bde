"""Elections without candidates as they go in a room: three people, a tie, somebody who objects to being chosen, a call closed early."""

from typing import Any

import pytest

from methods.selection.method import method
from tests.methods.room import FACILITATOR, Room, texts

PEOPLE = ("ana", "ben", "cleo")
NOON = 1_795_003_200_000  # 18 November 2026, 12:00 in Universal Time
TERM, SHORTER = "2036-03-31", "2035-10-01"


def named(people: tuple[str, ...] = PEOPLE, **settings: Any) -> Room:
    """A room in which everybody has put their name on the list, in the call for nominations."""
    room = Room(method, people, **{"role": "Coordinator", "term": TERM} | settings)
    for person in people:
        assert room.do(person, "PutName", name=person.title()) == ""
    assert room.next() == ""
    return room


def id_of(room: Room, name: str) -> str:
    found: str = next(one.id for one in room.state.names.values() if one.name == name)
    return found


def nominate(room: Room, **votes: str) -> Room:
    """Each person nominates somebody, because of their name."""
    for person, name in votes.items():
        assert room.do(person, "Nominate", nominee=id_of(room, name), reason=f"{name} listens") == ""
    return room


def to_propose(room: Room) -> Room:
    """Lets all rounds go by."""
    while room.state.phase != "propose":
        assert room.next() == ""
    return room


def propose(room: Room, name: str, **more: str) -> Room:
    """The facilitator proposes somebody, and asks for consent."""
    to_propose(room)
    assert room.do(FACILITATOR, "Propose", nominee=id_of(room, name), reason="The reasons are strong", term=TERM, **more) == ""
    assert room.next() == ""
    return room


def answer(room: Room, **signals: str) -> None:
    for person, signal in signals.items():
        assert room.do(person, "Respond", call=len(room.state.calls), signal=signal) == ""


def bars(screen: dict[str, Any]) -> dict[str, tuple[int, str]]:
    return {one["text"]: (one.get("count", 0), one.get("detail", "")) for one in screen["tally"]["items"].values()}


def test_three_people_select_one_of_them() -> None:
    room = propose(nominate(named(), ana="Ben", ben="Cleo", cleo="Ben"), "Ben")
    answer(room, ana="consent", ben="consent", cleo="concern")
    assert room.next_label() == "Nobody objects: ask for acceptance"
    room.next()
    assert room.press("ben", "accept", "accept") == ""
    assert room.sees("wall")["done"]["text"] == "Ben"
    decision, *concerns = room.results()
    assert (decision.kind, decision.text, decision.support) == ("decision", "Coordinator: Ben", 3)
    assert decision.facts["term"] == TERM
    assert decision.facts["outcome"] == "selected"
    assert concerns == [], "a concern that nobody wrote down goes nowhere"


def test_nominations_are_hidden_until_all_have_written() -> None:
    one, other = (nominate(named(), ana="Ben", ben=name) for name in ("Cleo", "Ana"))
    for who in ("wall", "room", "console", "cleo"):
        assert one.sees(who) == other.sees(who)
    assert one.record() == other.record()
    nominate(one, cleo="Ben")
    assert one.state.phase == "reasons"
    assert bars(one.sees("room")) == {"Ben": (2, ""), "Cleo": (1, "")}


def test_a_call_that_is_closed_early_counts_who_had_not_answered() -> None:
    room = nominate(named(), ana="Ben")
    assert room.next_label() == "Show the nomination"
    room.next()
    assert room.do("ben", "Nominate", nominee=id_of(room, "Ana")) == "closed"
    assert room.record()["silent"]["text"] == "2 people in the room had not answered."


def test_before_anybody_has_nominated_the_call_cannot_be_closed() -> None:
    assert named().next() == "blocked"


def test_who_abstains_has_answered_where_the_settings_allow_it() -> None:
    room = nominate(named(), ana="Ben", ben="Ben")
    assert room.do("cleo", "Abstain") == ""
    assert room.state.phase == "reasons"
    assert room.record()["abstained"]["text"] == "One person nominated nobody."
    assert named(abstain=False).do("cleo", "Abstain") == "no-abstention"


def test_nobody_can_be_nominated_who_is_not_on_the_list() -> None:
    room = named()
    assert room.do("ana", "Nominate", nominee="somebody") == "gone"
    room.do(FACILITATOR, "ListNames", names="Dora\n ana \n\nDora")
    assert sorted(one.name for one in room.state.names.values()) == ["Ana", "Ben", "Cleo", "Dora"]


def test_a_listed_name_becomes_that_of_the_one_who_says_it_is_theirs() -> None:
    room = Room(method, PEOPLE, role="Coordinator", names="Ana\nBen")
    assert room.do("ana", "PutName", name="ana") == ""
    assert room.do("ben", "PutName", name="Ana") == "taken"
    assert len(room.state.names) == 2


def test_in_the_round_of_reasons_each_speaks_once_and_the_wall_shows_their_nomination() -> None:
    room = nominate(named(), ana="Ben", ben="Cleo", cleo="Ben")
    speaking = room.state.heard.now
    above = next(iter(room.sees("wall")["speaking"]["items"].values()))["above"]
    assert above.startswith(f"{speaking.title()} nominates ")
    assert room.do(speaking, "Explain", reason="Keeps time") == ""
    assert texts(room.sees("wall"), "speaking") == ["Keeps time"]
    assert (
        room.sees("wall")["speakers"]["items"]["n1" if speaking == "ana" else "n2" if speaking == "ben" else "n3"]["who"]
        == speaking.title()
    )
    assert room.press(speaking, "turn", "spoke") == ""
    assert room.state.heard.now != speaking


def test_somebody_who_leaves_is_passed_over() -> None:
    room = nominate(named(), ana="Ben", ben="Cleo", cleo="Ben")
    first = room.state.heard.now
    room.log.play("Leave", by=first)
    assert room.state.heard.now not in ("", first)


def test_the_change_round_shows_the_count_before_and_after_and_keeps_to_those_named() -> None:
    room = nominate(named((*PEOPLE, "dora"), questions=False), ana="Ben", ben="Cleo", cleo="Ben", dora="Cleo")
    while room.state.phase != "change":
        room.next()
    assert room.do("ana", "Change", nominee=id_of(room, "Ana"), reason="I can") == "not-named"
    assert room.do("ana", "Change", nominee=id_of(room, "Cleo"), reason="") == "missing"
    assert room.do("ana", "Change", nominee=id_of(room, "Cleo"), reason="She has time") == ""
    assert bars(room.sees("wall")) == {"Cleo": (3, "before the change round: 2"), "Ben": (1, "before the change round: 2")}
    assert next(iter(room.record()["changes"]["items"].values()))["above"] == "Ana: first Ben, now Cleo"


def test_a_change_to_anybody_where_the_settings_allow_it() -> None:
    room = nominate(named(only_named=False, questions=False), ana="Ben", ben="Ben", cleo="Ben")
    while room.state.phase != "change":
        room.next()
    assert room.do("cleo", "Change", nominee=id_of(room, "Ana"), reason="She asked the right thing") == ""


def test_the_facilitator_proposes_by_reasons_and_not_by_the_count() -> None:
    room = to_propose(nominate(named(), ana="Ben", ben="Ben", cleo="Ana"))
    assert "named most" in room.sees("console")["count"]["text"]
    assert room.do(FACILITATOR, "Propose", nominee=id_of(room, "Cleo"), reason="Nobody named her") == "not-named"
    assert room.do(FACILITATOR, "Propose", nominee=id_of(room, "Ana"), reason="") == "missing"
    assert room.do(FACILITATOR, "Propose", nominee=id_of(room, "Ana"), reason="Her reason weighs more") == ""
    assert room.next_label() == "Ask for consent to Ana"


@pytest.mark.parametrize(("tie", "offered"), [("reasons", ""), ("in_turn", ""), ("draw", "draw"), ("another_round", "again")])
def test_a_tie_is_met_as_the_settings_say(tie: str, offered: str) -> None:
    room = to_propose(nominate(named(tie=tie), ana="Ben", ben="Ana", cleo="Cleo"))
    console = room.sees("console")
    assert "Named by as many" in console["count"]["text"]
    assert list(console.get("tie", {}).get("items", {})) == ([offered] if offered else [])


def test_a_draw_is_a_suggestion_that_the_log_keeps() -> None:
    room = to_propose(nominate(named(tie="draw"), ana="Ben", ben="Ana", cleo="Cleo"))
    assert room.press("console", "tie", "draw") == ""
    drawn = room.state.drawn
    assert room.sees("console")["propose"]["fields"]["nominee"]["value"] == drawn
    assert room.state.names[drawn].name in room.sees("console")["count"]["text"]


def test_in_turn_the_next_one_is_suggested_after_the_first_met_an_objection() -> None:
    room = to_propose(nominate(named(tie="in_turn"), ana="Ben", ben="Ana", cleo="Cleo"))
    first = room.sees("console")["propose"]["fields"]["nominee"]["value"]
    propose(room, room.state.names[first].name)
    answer(room, ana="objection", ben="consent", cleo="consent")
    room.next()
    assert room.sees("console")["propose"]["fields"]["nominee"]["value"] != first


def test_another_change_round_begins_anew() -> None:
    room = to_propose(nominate(named(tie="another_round"), ana="Ben", ben="Ana", cleo="Cleo"))
    assert room.press("console", "tie", "again") == ""
    assert (room.state.phase, room.state.changing.number, room.state.changing.ended) == ("change", 2, ())


def test_answers_stay_hidden_until_all_have_given_them_the_person_proposed_among_them() -> None:
    rooms = [propose(nominate(named(), ana="Ben", ben="Ben", cleo="Ben"), "Ben") for _signal in range(2)]
    answer(rooms[0], ana="objection", ben="consent")
    answer(rooms[1], ana="consent", ben="objection")
    for who in ("wall", "room", "console", "cleo"):
        assert rooms[0].sees(who) == rooms[1].sees(who)
    answer(rooms[0], cleo="consent")
    assert rooms[0].state.calls[-1].counts == (2, 0, 1)


def test_the_objection_of_the_person_proposed_is_resolved_first() -> None:
    room = propose(nominate(named(), ana="Ben", ben="Ben", cleo="Ben"), "Ben")
    answer(room, ana="objection", cleo="objection", ben="objection")
    assert room.next() == ""
    first = next(iter(room.sees("wall")["objection"]["items"].values()))
    assert first["above"] == "From the person proposed"
    others = [one.id for one in room.state.objections if not one.nominee]
    assert room.do(FACILITATOR, "Drop", objection=others[0]) == "not-yet"
    assert room.next() == "blocked"


def test_a_shorter_term_resolves_an_objection_and_everybody_is_asked_again() -> None:
    room = propose(nominate(named(), ana="Ben", ben="Ben", cleo="Ben"), "Ben")
    answer(room, ana="consent", cleo="consent", ben="objection")
    room.next()
    objection = room.state.objections[0].id
    assert room.do("ben", "Argue", objection=objection, text="I move next winter") == ""
    assert room.do(FACILITATOR, "Shorten", objection=objection, term="soon") == "bad-date"
    assert room.do(FACILITATOR, "Shorten", objection=objection, term=SHORTER) == ""
    assert room.do(FACILITATOR, "Go", to="accept") == "guard", "what was changed is always checked again"
    assert room.next_label() == "Ask for consent to what has changed"
    room.next()
    answer(room, ana="consent", cleo="consent", ben="consent")
    room.next()
    room.next()
    decision = room.results()[0]
    assert (decision.facts["term"], decision.facts["version"]) == (SHORTER, "2")
    assert "I move next winter" in room.record()["because-2"]["text"]


def test_a_condition_or_another_person_resolves_an_objection_too() -> None:
    room = propose(nominate(named(), ana="Ben", ben="Cleo", cleo="Ben"), "Ben")
    answer(room, ana="consent", cleo="objection", ben="consent")
    room.next()
    room.do(FACILITATOR, "Require", objection=room.state.objections[0].id, condition="Ana helps with the papers")
    room.next()
    answer(room, ana="objection", cleo="consent", ben="consent")
    room.next()
    assert room.do(FACILITATOR, "Propose", nominee=id_of(room, "Cleo"), reason="She was named too") == ""
    assert room.state.objections[1].status == "overtaken"
    room.next()
    answer(room, ana="consent", cleo="consent", ben="consent")
    room.next()
    room.next()
    assert room.results()[0].text == "Coordinator: Cleo"


def test_who_drops_their_objection_consents() -> None:
    room = propose(nominate(named(), ana="Ben", ben="Ben", cleo="Ben"), "Ben")
    answer(room, ana="consent", cleo="consent", ben="objection")
    room.next()
    assert room.do("ana", "Drop", objection=room.state.objections[0].id) == "not-yours"
    assert room.do("ben", "Drop", objection=room.state.objections[0].id) == ""
    assert room.next_label() == "Nobody objects: ask for acceptance"


def test_who_is_asked_first_answers_openly_before_the_others() -> None:
    room = propose(nominate(named(nominee="first"), ana="Ben", ben="Ben", cleo="Ben"), "Ben")
    assert "signal" not in room.sees("ana")
    assert room.do("ana", "Respond", call=1, signal="consent") == "not-yet"
    answer(room, ben="consent")
    assert room.sees("wall")["nominee"]["text"] == "Ben: Consent"
    answer(room, ana="consent", cleo="consent")
    assert room.next_label() == "Nobody objects: ask for acceptance"


def test_who_is_asked_first_and_objects_is_heard_before_anybody_else_is_asked() -> None:
    room = propose(nominate(named(nominee="first"), ana="Ben", ben="Ben", cleo="Ben"), "Ben")
    answer(room, ben="objection")
    assert "signal" not in room.sees("ana")
    assert room.next_label() == "Resolve the objections"


def test_who_is_asked_last_answers_after_the_reveal_and_nobody_is_selected_without_them() -> None:
    room = propose(nominate(named(nominee="last"), ana="Ben", ben="Ben", cleo="Ben"), "Ben")
    assert room.do("ben", "Respond", call=1, signal="consent") == "not-yet"
    answer(room, ana="consent", cleo="consent")
    assert room.state.calls[-1].closed
    assert room.next() == "blocked"
    answer(room, ben="consent")
    assert room.next() == ""


def test_somebody_without_a_phone_can_be_selected_and_says_so_aloud() -> None:
    room = named(names="Dora")
    propose(nominate(room, ana="Dora", ben="Dora", cleo="Dora"), "Dora")
    answer(room, ana="consent", ben="consent", cleo="consent")
    assert room.next() == "blocked"
    assert room.press("console", "says", "consent") == ""
    room.next()
    room.next()
    assert room.results()[0].text == "Coordinator: Dora"


def test_paper_counts_with_the_name_that_stands_on_it() -> None:
    room = named(names="Dora")
    assert room.do(FACILITATOR, "AddPaper", nominee=id_of(room, "Ben"), reason="Knows the town", name="Dora") == ""
    nominate(room, ana="Ben", ben="Ben", cleo="Ana")
    assert bars(room.sees("room"))["Ben"] == (3, "")
    assert "Dora nominates Ben" in [one["above"] for one in room.record()["nominations"]["items"].values()]


def test_a_late_answer_never_counts_for_another_proposal() -> None:
    room = propose(nominate(named(), ana="Ben", ben="Cleo", cleo="Ben"), "Ben")
    room.back()
    propose(room, "Cleo")
    assert room.do("ana", "Respond", call=1, signal="consent") == "changed"


def test_who_does_not_accept_is_not_selected() -> None:
    room = propose(nominate(named(), ana="Ben", ben="Cleo", cleo="Ben"), "Ben")
    answer(room, ana="consent", ben="consent", cleo="consent")
    room.next()
    assert room.do("ana", "Accept") == "not-yours"
    assert room.do("ben", "Refuse", reason="Not this year") == ""
    assert room.state.phase == "propose"
    assert "Not this year" in room.sees("console")["refused"]["text"]
    assert room.results() == []


def test_a_selection_can_be_postponed_and_the_role_goes_on_as_a_proposal() -> None:
    room = to_propose(nominate(named(), ana="Ben", ben="Cleo", cleo="Ana"))
    assert room.do(FACILITATOR, "Postpone", reason="") == "missing"
    assert room.do(FACILITATOR, "Postpone", reason="The reasons are too thin", when=SHORTER) == ""
    (item,) = room.results()
    assert (item.kind, item.text, item.facts["outcome"], item.facts["when"]) == ("proposal", "Coordinator", "deferred", SHORTER)


def test_a_reason_can_be_taken_off_the_screens() -> None:
    room = nominate(named(), ana="Ben", ben="Cleo", cleo="Ben")
    for one in room.state.now:
        room.do(FACILITATOR, "Hide", what=one.id)
    assert set(texts(room.sees("console"), "reasons")) == {"This reason is not shown."}
    assert set(texts(room.record(), "nominations")) == {"This reason is not shown."}


def test_a_hundred_and_fifty_people_nominate_and_the_rounds_can_be_ended() -> None:
    people = tuple(f"p{number}" for number in range(150))
    room = named(people)
    for place, person in enumerate(people):
        room.do(person, "Nominate", nominee=id_of(room, f"P{place % 30}"), reason="Listens")
    phones = room.sees("room")
    assert len(phones["tally"]["items"]) == 12
    assert phones["more-names"]["text"] == "and 18 more names"
    assert room.press("console", "end", "end") == ""
    assert room.state.phase == "questions"


def test_the_record_says_when_consent_was_asked_and_when_it_ended() -> None:
    room = nominate(named(), ana="Ben", ben="Cleo", cleo="Ben")
    room.log.now = NOON
    propose(room, "Ben")
    room.log.now = NOON + 6 * 60_000
    answer(room, ana="consent", ben="consent", cleo="consent")
    room.next()
    room.log.now = NOON + 9 * 60_000
    assert room.press("ben", "accept", "accept") == ""

    record = room.record()

    assert record["call-1-at"]["text"] == "Opened at 12:00, closed at 12:06."
    assert record["outcome-at"]["text"] == "On 18 November 2026, 12:09."
