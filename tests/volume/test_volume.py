"""The folder of a process: read by somebody who was not there, it says what was asked, decided, promised, and what became of it."""

import csv
import io
import json
from dataclasses import replace
from datetime import date

import pytest
from icalendar import Calendar
from markdown_it import MarkdownIt

from tests.volume.logs import ABOUT, CODE, METHODS, WORKSHOP, chained, folder, say_in, told
from workshop.dossier.things import Thing
from workshop.language import LANGUAGES, said_date
from workshop.messages import Entry
from workshop.process.events import Answered, Founded, Marked, Noted, SessionAdded, SessionRemoved, TakenBack
from workshop.volume.book import book_of
from workshop.volume.measured import measured
from workshop.volume.names import folders_of, slug
from workshop.volume.volume import Files, volume_of

SESSION = "sessions/01-2026-11-22-from-ideas-to-a-consent-decision"


def rows(files: Files, table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"data/{table}.csv"].decode(), newline="")))


def decision() -> str:
    return book_of(told(), {CODE: WORKSHOP}, METHODS, say_in).dossier.decisions[0].thing.ref


def test_the_same_logs_give_the_same_bytes(files: Files) -> None:
    again = folder(tuple(Entry(**json.loads(line)) for line in files["log/process.jsonl"].splitlines()))
    assert again == files


def test_the_readme_tells_what_was_asked_decided_and_what_became_of_it(files: Files) -> None:
    readme = files["README.md"].decode()
    due = say_in("en")(said_date(book_of(told(), {CODE: WORKSHOP}, METHODS, say_in).dossier.decisions[0].day))
    assert "**What was asked:** What should it become?" in readme
    assert f"| 22 November 2026 | [From ideas to a consent decision]({SESSION}/record.md) | Agree | 12 |" in readme
    assert "[D1](decisions.md#d1) From April, the square is closed to cars" in readme
    assert "- Not now (1)" in readme
    assert f"| {due} | Look at it again | [D1](decisions.md#d1) |" in readme
    assert "**21 September 2026:** A dry spring." in readme
    assert "python3 verify.py" in readme


def test_a_contribution_has_a_place_of_its_own_with_its_answer(files: Files) -> None:
    page = files["contributions.md"].decode()
    found = page[page.index("### process-1\n") : page.index("### process-2\n")]
    assert "> =Trees" in found.replace("&#61;", "=")
    assert "**Answer:** 21 September 2026, Not before 2029, because the pipes come first." in found
    assert "**From:** cards.csv, 2" in found
    row = next(one for one in rows(files, "contributions") if one["ref"] == "process/1")
    assert (row["state"], row["answer"], row["log"], row["seq"], row["support"]) == ("not_now", "process/1", "process", "3", "7")
    assert json.loads(row["facts"]) == {"street": "North"}
    assert row["text"].startswith("'=Trees")


def test_links_lead_to_what_is_there(files: Files) -> None:
    reader = MarkdownIt("commonmark").enable("table")
    for name in (one for one in files if one.endswith(".md") and not one.startswith("sessions/")):
        base = name.rpartition("/")[0]
        tokens = [one for block in reader.parse(files[name].decode()) for one in block.children or ()]
        for target in [str(one.attrs["href"]) for one in tokens if one.type == "link_open"]:
            path, _sharp, place = target.partition("#")
            whole = f"{base}/{path}" if base else path
            assert whole in files or any(one.startswith(whole) for one in files), (name, target)
            if place:
                assert f"# {place}\n" in files[whole].decode().lower()


def test_no_text_of_people_works_as_markup(files: Files) -> None:
    pages = [files[name].decode() for name in files if name.endswith(".md")]
    assert all("<b>" not in page for page in pages)
    html = MarkdownIt("commonmark").render(files["contributions.md"].decode())
    assert "*everywhere*" in html


def test_staff_see_how_a_decision_stands_and_an_undone_note_is_gone() -> None:
    marked = Marked(decision(), "to_change", "The bollards are in the way.", "2036-01-15")
    files = folder(told(marked, Noted("Never mind"), TakenBack((8,))))
    page = files["decisions.md"].decode()
    assert "**How it stands:** To be changed" in page
    assert "The bollards are in the way." in page
    assert b"Never mind" not in files["README.md"]
    calendar = Calendar.from_ical(files["calendar.ics"].decode())
    assert [event.decoded("DTSTART") for event in calendar.walk("VEVENT")] == [date(2036, 1, 15)]
    assert rows(files, "decisions")[0]["day"] == "2036-01-15"


def test_an_answer_to_a_group_is_one_to_everything_in_it() -> None:
    dossier = volume_of(told(), {CODE: WORKSHOP}, METHODS, say_in).dossier
    group = dossier.kind("group")[0]
    files = folder(told(Answered((group.ref,), "not_possible", "The ground is not ours.")))
    told_so = [one for one in rows(files, "contributions") if one["answer"] == group.ref]
    assert {one["state"] for one in told_so} == {"not_possible"}
    assert files["contributions.md"].decode().count("The ground is not ours.") == len(told_so) > 1


def test_small_groups_are_hidden_in_the_data() -> None:
    few = [one for one in WORKSHOP if one.type != "Joined" or (one.payload or {})["number"] <= 3]
    people = folder_with(tuple(few))
    assert [one["people"] for one in rows(people, "sessions")] == ["<5"]
    assert [one["value"] for one in rows(people, "figures") if one["key"] == "attendances"] == ["0"]


def folder_with(workshop: tuple[Entry, ...]) -> Files:
    return volume_of(told(), {CODE: workshop}, METHODS, say_in).files


def test_a_workshop_that_was_taken_out_leaves_the_folder() -> None:
    files = folder(told(SessionRemoved(CODE)))
    assert not [name for name in files if name.startswith("sessions/")]
    assert sorted(name for name in files if name.startswith("log/")) == ["log/process.jsonl"]


def test_an_empty_process_has_a_folder_too() -> None:
    files = volume_of(chained([Founded("PACT22", ABOUT)]), {}, METHODS, say_in).files
    assert "No session was planned yet." in files["README.md"].decode()
    assert "calendar.ics" not in files


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_it_is_written_in_the_language_of_the_process(language: str) -> None:
    files = volume_of(told(about=replace(ABOUT, languages=(language,))), {CODE: WORKSHOP}, METHODS, say_in).files
    ours = ("What was asked", "Sessions that were held", "How to check it", "A row is", "What people contributed", "Nothing was promised")
    pages = "".join(files[name].decode() for name in ("README.md", "contributions.md", "commitments.md", "data/README.md"))
    assert [sentence for sentence in ours if sentence in pages] == []


def test_names_of_folders_are_plain_whatever_the_title() -> None:
    meeting = volume_of(told(), {CODE: WORKSHOP}, METHODS, say_in).dossier.meetings[0]
    assert folders_of([replace(meeting, title="L’été : et après ?")])[CODE] == "sessions/01-2026-11-22-l-ete-et-apres"
    assert folders_of([replace(meeting, title="ساحة", stage="planned")])[CODE] == f"sessions/01-{CODE.lower()}"
    assert len(slug("long " * 40)) <= 40


def test_the_log_of_what_staff_did_is_in_the_folder(files: Files) -> None:
    kinds = [json.loads(line)["type"] for line in files["log/process.jsonl"].splitlines()]
    assert kinds == ["Founded", "SessionAdded", "Contributed", "Contributed", "Answered", "Noted"]
    assert SessionAdded.__name__ in kinds


def test_what_was_measured_before_and_after_stands_side_by_side() -> None:
    book = book_of(told(), {CODE: WORKSHOP}, METHODS, say_in)
    facts = {"key": "own.trust", "scale": "1-5", "mean": "2.50", "answers": "12"}
    measures = [
        Thing(f"{CODE}/m{place}", "measure", "We are heard", CODE, place, facts=facts | more)
        for place, more in enumerate([{}, {"mean": "3.75"}, {"mean": "1.00", "answers": "4"}])
    ]
    things = {**book.dossier.things, **{one.ref: one for one in measures}}
    section = measured(replace(book, dossier=replace(book.dossier, things=things)))
    title = "From ideas to a consent decision"
    assert f"| We are heard (1-5) | 2.50 ({title}) → 3.75 ({title}) |" in section
    assert "1.00" not in section
    assert measured(book) == ""
