"""The sheet of a decision stands alone: whoever finds it knows what was decided, by whom it is done, and where it comes from."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]

from tests.record.conftest import METHODS, Workshop, held
from workshop.language import Speaker
from workshop.messages import Entry
from workshop.method import Item, Method
from workshop.record.folder import folder_of
from workshop.record.sheets import text_of

SayIn = Callable[[str], Speaker]


@pytest.fixture
def sheet(log: list[Entry], methods: Mapping[str, Method], speakers: SayIn) -> str:
    return folder_of(log, methods, speakers)["decisions/1.md"].decode()


def deciding(facts: Mapping[str, str], kind: str = "decision") -> Mapping[str, Method]:
    """The small methods, with another decision."""
    item = Item("decision-1", kind, "We do it, *all* of it", (), 3, facts)
    concern = Item("concern-1", "concern", "It may be cold", ("decision-1",))
    ballot = replace(METHODS["ballot"], results=lambda state: [item, concern] if state.totals else [])
    return {**METHODS, "ballot": replace(ballot, yields=frozenset({"decision", "proposal", "concern"}))}


def sheet_with(speakers: SayIn, facts: Mapping[str, str], kind: str = "decision") -> str:
    return folder_of(held().entries, deciding(facts, kind), speakers)["decisions/1.md"].decode()


def test_a_sheet_says_what_was_decided_word_for_word_and_from_which_words_it_comes(sheet: str) -> None:
    assert "# Decision 1" in sheet
    assert "> We do: \\# More trees" in sheet
    assert "**Review date:** 21 March 2027" in sheet
    assert "**This decision comes from the words:**\n\n- \\# More trees" in sheet


def test_a_sheet_names_what_is_missing(sheet: str) -> None:
    assert "- Nobody was named as responsible.\n- No criteria were set." in sheet
    assert "No review date was set." not in sheet


def test_a_sheet_says_where_it_was_decided_and_by_which_log(sheet: str, log: list[Entry]) -> None:
    assert "**Workshop:** A square for all" in sheet
    assert "**What was asked:** What should our square become?" in sheet
    assert f"**Fingerprint of the log:** {log[-1].digest}" in sheet


def test_machines_read_the_head_of_a_sheet(sheet: str, log: list[Entry]) -> None:
    head: Any = yaml.safe_load(sheet.split("---")[1])
    assert (head["outcome"], head["review_date"], head["head"]) == ("agreed", "2027-03-21", log[-1].digest)


def test_the_facts_of_every_way_to_decide_have_words(speakers: SayIn) -> None:
    facts = {"outcome": "selected", "responsible": "Ben", "term": "2036-03-31", "tasks": "Keeps the calendar", "condition": "With help"}
    sheet = sheet_with(speakers, facts)
    for said in (
        "Selected by consent",
        "**Responsible:** Ben",
        "31 March 2036",
        "**Domain and tasks:** Keeps",
        "**On the condition:** With",
    ):
        assert said in sheet
    assert "No criteria were set." not in sheet, "a person was chosen, who has a domain"
    assert "It may be cold" in sheet


def test_a_sheet_is_known_by_the_beginning_of_its_text(speakers: SayIn) -> None:
    assert text_of(sheet_with(speakers, {})) == "We do it, *all* of it"
    assert text_of("no sheet") == ""


def test_what_was_not_adopted_has_its_sheet_too_and_misses_nothing(speakers: SayIn) -> None:
    sheet = sheet_with(speakers, {"outcome": "deferred", "who": "The council", "when": "2027-05-01"}, "proposal")
    assert "# Proposal 1" in sheet
    assert "What is missing" not in sheet


def test_nothing_that_was_written_works_as_markup_on_a_sheet(speakers: SayIn) -> None:
    assert "> We do it, \\*all\\* of it" in sheet_with(speakers, {})


def test_a_workshop_without_a_decision_has_no_sheet(workshop: Workshop, methods: Mapping[str, Method], speakers: SayIn) -> None:
    assert not [name for name in folder_of(workshop.entries, methods, speakers) if name.startswith("decisions/")]
