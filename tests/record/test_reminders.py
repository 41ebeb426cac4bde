"""The review dates as a calendar, read back by a parser that is not ours."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar, Event

from tests.record.conftest import METHODS, Workshop, held
from tests.record.test_sheets import deciding
from workshop.language import Speaker
from workshop.method import Item, Method
from workshop.record.folder import folder_of
from workshop.record.reminders import escaped, fold

SayIn = Callable[[str], Speaker]
LONG = "Été à l’école: arbres, bancs; eau \\ ombre, " * 5
FACTS = {"review_date": "2027-03-21", "term": "2028-02-29", "criteria": f"{LONG}\nand a second line", "responsible": "Ana, Bo"}


def bytes_of(speakers: SayIn, facts: Mapping[str, str] = FACTS) -> bytes:
    return folder_of(held().entries, deciding(facts), speakers)["reviews.ics"]


def events(content: bytes) -> list[Event]:
    found = Calendar.from_ical(content.decode())
    return [one for one in found.walk("VEVENT") if isinstance(one, Event)]


def test_a_calendar_has_a_whole_day_for_the_review_and_one_for_the_end_of_the_term(speakers: SayIn) -> None:
    found = {str(one["SUMMARY"]): (one.decoded("DTSTART"), one.decoded("DTEND")) for one in events(bytes_of(speakers))}
    assert found == {
        "Review: We do it, *all* of it": (date(2027, 3, 21), date(2027, 3, 22)),
        "The term ends: We do it, *all* of it": (date(2028, 2, 29), date(2028, 3, 1)),
    }


def test_every_text_comes_back_as_it_was_written(speakers: SayIn) -> None:
    said = str(events(bytes_of(speakers))[0]["DESCRIPTION"])
    assert f"{LONG}\nand a second line" in said
    assert "Responsible: Ana, Bo" in said


def test_lines_end_as_they_should_and_none_is_longer_than_75_octets(speakers: SayIn) -> None:
    *lines, last = bytes_of(speakers).split(b"\r\n")
    assert last == b""
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line for line in lines)
    assert all(line.decode() for line in lines), "no letter is cut in two"


def test_the_same_log_gives_the_same_calendar_and_each_day_an_id_of_its_own(speakers: SayIn) -> None:
    assert bytes_of(speakers) == bytes_of(speakers)
    assert len({str(one["UID"]) for one in events(bytes_of(speakers))}) == 2
    stamp = events(bytes_of(speakers))[0].decoded("DTSTAMP")
    assert stamp == datetime.fromtimestamp(held().entries[-1].at // 1000, UTC)


def test_the_days_are_said_in_the_language_of_the_workshop(speakers: SayIn) -> None:
    assert events(bytes_of(speakers))[0]["SUMMARY"].params["LANGUAGE"] == "en"


@pytest.mark.parametrize("day", ["", "in spring", "2027-02-30", "20270321", "9999-12-31"])
def test_what_is_no_day_is_in_no_calendar(speakers: SayIn, day: str) -> None:
    assert "reviews.ics" not in folder_of(held().entries, deciding({"review_date": day}), speakers)


def test_a_workshop_without_a_review_has_no_calendar(workshop: Workshop, methods: Mapping[str, Method], speakers: SayIn) -> None:
    assert "reviews.ics" not in folder_of(workshop.entries, methods, speakers)


def test_the_day_by_which_an_answer_is_promised_is_in_the_calendar(speakers: SayIn) -> None:
    facts = {"state": "promised", "by": "2035-04-30", "who": "The mayor"}
    [event] = events(folder_of(held().entries, deciding(facts, "question"), speakers)["reviews.ics"])
    assert (str(event["SUMMARY"]), event.decoded("DTSTART")) == ("Answer promised: We do it, *all* of it", date(2035, 4, 30))
    assert "Who promised it: The mayor" in str(event["DESCRIPTION"])


def test_signs_that_mean_something_are_escaped_and_those_that_control_left_out() -> None:
    assert escaped("a\\b; c, d\r\ne\x07") == "a\\\\b\\; c\\, d\\ne"


@pytest.mark.parametrize("line", ["", "x" * 75, "x" * 76, "é" * 400, "日本" * 100, "🌳" * 60])
def test_a_folded_line_unfolds_to_what_it_was(line: str) -> None:
    pieces = list(fold(line))
    assert "".join([pieces[0], *(piece[1:] for piece in pieces[1:])]) == line
    assert max(len(piece.encode()) for piece in pieces) <= 75


def test_the_day_of_a_promise_and_the_new_day_of_a_follow_up_are_in_it(speakers: SayIn) -> None:
    facts = {"who": "The roads office", "by": "2027-05-01", "seen": "A photo", "side": "institution", "confirmed": ""}
    promise = Item("c1", "commitment", "Paint the crossing", ("decision-1",), 0, facts)
    status = Item("s1", "status", "Half of it", (), 0, {"of": "ABCDEF/c9", "what": "Water the trees", "review_date": "2027-06-01"})
    ballot = replace(METHODS["ballot"], results=lambda state: [promise, status], yields=frozenset({"commitment", "status"}))
    files = folder_of(held().entries, {**METHODS, "ballot": ballot}, speakers)
    found = {str(one["SUMMARY"]): (one.decoded("DTSTART"), str(one["DESCRIPTION"])) for one in events(files["reviews.ics"])}
    assert {summary: day for summary, (day, _text) in found.items()} == {
        "Promised: Paint the crossing": date(2027, 5, 1),
        "Review: Water the trees": date(2027, 6, 1),
    }
    assert "Who takes it on: The roads office\nHow we will see it: A photo" in found["Promised: Paint the crossing"][1]


def test_a_promise_is_in_the_record_with_who_by_when_how_it_is_seen_and_that_it_is_not_confirmed(speakers: SayIn) -> None:
    facts = {"who": "", "person": "7", "by": "2027-05-01", "seen": "A photo", "side": "citizens", "confirmed": ""}
    idea = Item("i1", "idea", "A safe way to school")
    promise = Item("c1", "commitment", "Paint the crossing", ("i1",), 0, facts)
    ballot = replace(METHODS["ballot"], results=lambda state: [idea, promise], yields=frozenset({"commitment", "idea"}))
    record = folder_of(held().entries, {**METHODS, "ballot": ballot}, speakers)["record.md"].decode()
    section = record.split("## What was promised")[1].split("\n## ")[0]
    said = [line.strip("- ").replace("*", "") for line in section.splitlines() if line.strip()]
    assert said == [
        "Paint the crossing",
        "Who takes it on: Person 7",
        "On whose side: Citizens",
        "By when: 1 May 2027",
        "How we will see it: A photo",
        "Confirmed: Not yet",
        "It comes from: A safe way to school",
    ]
