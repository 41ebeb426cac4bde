"""The record reads like minutes, says nothing that is secret, and is the same for the same log."""

import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml  # type: ignore[import-untyped]

from workshop.language import Speaker
from workshop.messages import Entry
from workshop.method import Method
from workshop.record.events import withheld
from workshop.record.markdown import record_of

Methods = Mapping[str, Method]
SayIn = Callable[[str], Speaker]


def head_of(record: str) -> dict[str, Any]:
    """The front matter, as a YAML reader takes it."""
    head: dict[str, Any] = yaml.safe_load(record.split("\n---\n")[0])
    return head


def test_the_front_matter_is_for_machines(log: list[Entry], methods: Methods, speakers: SayIn) -> None:
    head = head_of(record_of(log, methods, speakers))
    assert head["title"] == "A square for all"
    assert (head["date"], head["start"], head["timezone"]) == ("2026-11-18", "2026-11-18T12:07:10+01:00", "Europe/Brussels")
    assert (head["people"], head["took_part"], head["methods"]) == (3, 3, ["ideas", "ballot"])
    assert (head["taken_back"], head["withheld"], head["skipped"], head["erased"]) == (1, 3, 0, [])
    assert (head["events"], head["head"]) == (len(log), log[-1].digest)
    assert head["review_dates"] == ["2027-03-21"]
    (decision,) = head["decisions"]
    assert decision["text"] == "We do: # More trees\n- and shade"


def test_the_minutes_say_what_was_asked_done_and_noted(log: list[Entry], methods: Methods, speakers: SayIn) -> None:
    record = record_of(log, methods, speakers)
    for line in (
        "**What was asked:** What should our square become?",
        "- **Date:** 18 November 2026, 12:07 to 12:15",
        "- **Who could take part:** 3 people came in; 3 of them took part in a step.",
        "- **12:09:** The sound is \\*bad\\*.",
        "## 1. Ideas",
        "- **When:** 12:09 to 12:12 (3 minutes; 12 minutes planned)",
        "- **Took part:** 2 people",
        "- **12:12:** Two ideas are enough.",
        "- **Review date:** 21 March 2027",
        "This step was not held.",
        "- 1 event was taken back and is not shown.",
    ):
        assert line in record.split("\n")


def test_a_decision_comes_with_the_words_behind_it(log: list[Entry], methods: Methods, speakers: SayIn) -> None:
    record = record_of(log, methods, speakers)
    assert "**This decision comes from the words:**\n\n- \\# More trees  \n    \\- and shade\n" in record


def test_what_was_taken_back_and_who_people_are_is_not_in_it(log: list[Entry], methods: Methods, speakers: SayIn) -> None:
    record = record_of(log, methods, speakers)
    assert "slip of the tongue" not in record
    assert "Name of" not in record


def test_it_can_be_computed_without_the_secret_ballots(log: list[Entry], methods: Methods, speakers: SayIn) -> None:
    public = withheld(log, methods)
    assert [entry.type for entry in public if entry.payload is None] == ["Voted"] * 3
    assert record_of(public, methods, speakers) == record_of(log, methods, speakers)


def test_the_same_log_gives_the_same_bytes_in_every_process() -> None:
    """Sets are ordered differently from one process to the next; the record is not."""
    program = "import conftest as c, hashlib; from workshop.record.folder import folder_of, zip_of; "
    program += "print(hashlib.sha256(zip_of(folder_of(c.held().entries, c.METHODS, c.say_in))).hexdigest())"
    path = f"{Path(__file__).parent}:{Path(__file__).parents[2]}"
    runs = [
        subprocess.run([sys.executable, "-c", program], env={"PYTHONPATH": path, "PYTHONHASHSEED": seed}, capture_output=True, check=True)
        for seed in ("1", "2", "3")
    ]
    assert len({run.stdout for run in runs}) == 1


def test_a_step_entered_again_has_both_its_times(workshop: Any, speakers: SayIn) -> None:
    workshop.host("OpenRoom")
    workshop.host("Next")
    workshop.host("Next")
    workshop.host("Back")
    workshop.host("Close")
    workshop.host("Reopen")
    workshop.host("Close")
    record = record_of(workshop.entries, workshop.methods, speakers)
    assert "12:07 to 12:08, 12:08 to 12:09, 12:09 to 12:10" in record
    assert "12:08 to 12:08 (30 seconds; 5 minutes planned)" in record


def test_a_workshop_that_goes_on_says_so(workshop: Any, speakers: SayIn) -> None:
    workshop.host("OpenRoom")
    workshop.host("Next")
    record = record_of(workshop.entries, workshop.methods, speakers)
    assert "The workshop was not closed; the last event was at 12:07." in record
    assert "No decision was recorded." in record


def test_events_of_another_version_are_skipped_and_counted(workshop: Any, speakers: SayIn) -> None:
    workshop.host("OpenRoom")
    workshop.host("Next")
    workshop.append("ideas", "Sung", {"text": "la"})
    workshop.append(None, "Danced", {})
    workshop.append("ideas", "Said", {"text": 7})
    record = record_of(workshop.entries, workshop.methods, speakers)
    assert head_of(record)["skipped"] == 3
    assert "- 3 events could not be read and were skipped." in record


def test_a_method_that_fails_is_named_in_the_same_words_every_time(workshop: Any, speakers: SayIn) -> None:
    workshop.host("OpenRoom")
    workshop.host("Next")
    workshop.step("Break")
    record = record_of(workshop.entries, workshop.methods, speakers)
    assert "The method of this step had an error: ideas: RuntimeError: broken at &lt;object object at …&gt;" in record


def test_a_method_that_is_not_installed_is_named_and_its_events_stay_in_the_house(
    log: list[Entry], methods: Methods, speakers: SayIn
) -> None:
    without = {"ballot": methods["ballot"]}
    record = record_of(log, without, speakers)
    assert "the method 'ideas' is not installed" in record
    assert all(entry.payload is None for entry in withheld(log, without) if entry.activity == "ideas")


def test_an_empty_log_still_gives_a_record(methods: Methods, speakers: SayIn) -> None:
    assert head_of(record_of([], methods, speakers))["events"] == 0


def test_a_time_zone_that_this_machine_does_not_know_falls_back(log: list[Entry], methods: Methods, speakers: SayIn) -> None:
    payload = dict(log[0].payload or {})
    agenda = payload["agenda"] | {"timezone": "Mars/Olympus"}
    record = record_of([replace(log[0], payload=payload | {"agenda": agenda}), *log[1:]], methods, speakers)
    assert head_of(record)["start"] == "2026-11-18T11:07:10+00:00"
