"""What a dossier says of a process: from words to decisions and back, over several workshops."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from immutables import Map

from workshop.dossier.carrying import carried, due_items, open_contributions
from workshop.dossier.dossier import Dossier, dossier_of
from workshop.dossier.meeting import Meeting, Origin, Stage, meeting_of
from workshop.method import Item
from workshop.process.events import Contributed
from workshop.process.state import Answer, Mark, Process, Sitting
from workshop.process.vocabulary import About
from workshop.record.events import entries_of
from workshop.registry import discover

RECORD = Path(__file__).parents[2] / "examples" / "records" / "ideas-to-consent" / "events.jsonl"
TODAY = date(2027, 6, 1)


def meeting(code: str, *items: Item, brought: tuple[Item, ...] = (), at: int = 1_000, people: dict[str, str] | None = None) -> Meeting:
    """A workshop that yields these items; `people` says who wrote which."""
    return Meeting(
        code, f"Workshop {code}", "", "", "en", "UTC", at, at + 500, "closed", 10, "head", 5, 5,
        stages=(Stage("ideas", "Ideas", "brainstorm", 5),), items=items, brought=brought, steps={item.id: "ideas" for item in items},
        origins={item: Origin(who, at + 1, "ideas", True) for item, who in (people or {}).items()},
    )  # fmt: skip


def process(*codes: str, **more: object) -> Process:
    plain = Process("PACT22", About("Our square"), sittings=tuple(Sitting(code) for code in codes))
    return replace(plain, **more)  # type: ignore[arg-type]


TREES, BENCHES, CARS = Item("i1", "idea", "Trees", support=4), Item("i2", "idea", "Benches", support=1), Item("i3", "idea", "Cars")
SHADE = Item("g1", "group", "Shade", ("i1", "i2"))
FIRST = meeting("AAAAAA", TREES, BENCHES, CARS, SHADE, people={"i1": "ana", "i2": "bo"})
PLANT = Item("d1", "decision", "We plant", ("AAAAAA/g1",), facts={"outcome": "agreed", "review_date": "2027-05-01"})
WATER = Item("c1", "commitment", "Water the trees", ("d1",), facts={"who": "Ana", "by": "2027-04-01"})
SECOND = meeting("BBBBBB", PLANT, WATER, brought=(replace(SHADE, id="AAAAAA/g1", sources=()),), at=2_000)


def dossier(*meetings: Meeting, **more: object) -> Dossier:
    return dossier_of(process(*(one.code for one in meetings), **more), meetings)


def test_an_idea_of_one_workshop_is_taken_up_in_the_decision_of_another() -> None:
    found = dossier(FIRST, SECOND)
    fate = found.fate("AAAAAA/i1")
    assert (fate.state, fate.groups, fate.decisions, fate.commitments) == ("taken_up", ("AAAAAA/g1",), ("BBBBBB/d1",), ("BBBBBB/c1",))
    assert found.fate("AAAAAA/i3").state == "open"
    assert [thing.text for thing in found.words_behind("BBBBBB/c1")] == ["Trees", "Benches"]


def test_it_is_known_who_wrote_what_people_wrote_and_nothing_else_is_theirs() -> None:
    found = dossier(FIRST, SECOND)
    assert {thing.text: thing.by for thing in found.contributions} == {"Trees": "ana", "Benches": "bo", "Cars": ""}


def test_an_answer_to_a_group_is_one_to_everything_in_it_and_ones_own_comes_first() -> None:
    answers = Map({"AAAAAA/g1": Answer("not_now", "Next year.", 9), "AAAAAA/i2": Answer("answered", "They stand there.", 3)})
    found = dossier(FIRST, answers=answers)
    assert {thing.text: found.fate(thing.ref).state for thing in found.contributions} == {
        "Trees": "not_now",
        "Benches": "answered",
        "Cars": "open",
    }
    assert found.fate("AAAAAA/i1").answered_at == "AAAAAA/g1"


def test_an_answer_that_names_a_decision_leads_there() -> None:
    answers = Map({"AAAAAA/i3": Answer("taken_up", "", 9, "BBBBBB/d1")})
    assert dossier(FIRST, SECOND, answers=answers).fate("AAAAAA/i3").decisions == ("BBBBBB/d1",)


def test_what_came_on_paper_is_a_contribution_of_the_process() -> None:
    own = Map({"process/1": Contributed(1, "A fountain", "cards.csv", 7, 2)})
    [card] = dossier(contributions=own, arrived=Map({"process/1": 5})).contributions
    assert (card.ref, card.text, card.support, card.origin, card.home) == ("process/1", "A fountain", 2, "cards.csv, 7", "process")


def test_an_idea_that_a_later_workshop_votes_on_is_still_the_same_idea() -> None:
    again = meeting("CCCCCC", replace(TREES, id="AAAAAA/i1", sources=("AAAAAA/i1",), support=30), brought=(replace(TREES, id="AAAAAA/i1"),))
    found = dossier(FIRST, again)
    assert [thing.text for thing in found.contributions] == ["Trees", "Benches", "Cars"]
    assert (found.things["AAAAAA/i1"].home, found.things["AAAAAA/i1"].support) == ("AAAAAA", 30)


def test_what_follow_ups_and_staff_saw_is_kept_and_the_last_look_counts() -> None:
    looked = meeting(
        "CCCCCC", Item("s1", "status", "Half of them", ("BBBBBB/c1",), facts={"status": "under_way", "of": "BBBBBB/c1"}), at=3_000
    )
    found = dossier(FIRST, SECOND, looked, marks=Map({"BBBBBB/c1": (Mark("done", "All of them", 9_000),)}))
    [watering] = found.commitments
    assert [(look.status, look.home) for look in watering.looks] == [("under_way", "CCCCCC"), ("done", "process")]
    assert (watering.status, watering.day) == ("done", "")


def test_what_is_due_comes_first_and_what_is_settled_is_not_due_any_more() -> None:
    found = dossier(FIRST, SECOND)
    assert [one.thing.text for one in found.due(TODAY)] == ["Water the trees", "We plant"]
    assert dossier(FIRST, SECOND, marks=Map({"BBBBBB/c1": (Mark("dropped", "", 9),)})).due(date(2027, 4, 2)) == ()
    later = dossier(FIRST, SECOND, marks=Map({"BBBBBB/d1": (Mark("kept", "", 9, "2028-05-01"),)}))
    assert [one.thing.text for one in later.due(TODAY)] == ["Water the trees"]


def test_a_follow_up_is_given_what_is_not_settled_with_how_it_stood() -> None:
    found = dossier(FIRST, SECOND, marks=Map({"BBBBBB/c1": (Mark("stuck", "No hose", 9),)}))
    items = {item.id: item for item in due_items(found, TODAY)}
    assert set(items) == {"BBBBBB/c1", "BBBBBB/d1"}
    assert (items["BBBBBB/c1"].facts["status"], items["BBBBBB/c1"].facts["note"]) == ("stuck", "No hose")
    assert items["BBBBBB/c1"].facts["origin"] == "Workshop BBBBBB"
    assert {item.id for item in due_items(found, date(2027, 4, 2))} == {"BBBBBB/c1"}


def test_things_of_a_small_process_come_into_a_larger_one_and_what_became_of_them_is_found_there() -> None:
    own = Map({"process/1": Contributed(1, "A fountain")})
    small = dossier(FIRST, contributions=own, arrived=Map({"process/1": 5}))
    items = carried(small, open_contributions(small), inside=False)
    assert [item.id for item in items] == ["process-PACT22/1", "AAAAAA/i3"]
    assert items[1].facts["origin"] == "Our square: Workshop AAAAAA"
    large = dossier(meeting("EEEEEE", Item("d9", "decision", "Fewer cars", ("AAAAAA/i3", "process-PACT22/1")), brought=items))
    assert large.fate("AAAAAA/i3").decisions == ("EEEEEE/d9",)
    assert large.fate("process-PACT22/1").state == "taken_up"


def test_the_log_of_a_real_workshop_tells_who_wrote_its_ideas_and_what_they_led_to() -> None:
    entries = entries_of(RECORD.read_bytes())
    told = meeting_of(entries, discover().methods)
    found = dossier(told)
    assert told.people == 12
    assert told.events == len(entries)
    assert len(found.contributions) > 12
    assert all(thing.by for thing in found.contributions)
    [decision] = found.decisions
    assert found.words_behind(decision.thing.ref)
    assert all(decision.thing.ref in found.fate(word.ref).decisions for word in found.words_behind(decision.thing.ref))
