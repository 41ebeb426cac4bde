"""Plans that are being made."""

from pathlib import Path

import pytest

from tests.conftest import METHODS, TEMPLATE
from workshop.agenda import dump, parse
from workshop.drafts import Draft, Drafts, agenda_of, draft_of, wrong_with
from workshop.language import speaker

AGENDA = parse(TEMPLATE, METHODS)


@pytest.fixture
def draft() -> Draft:
    return draft_of(AGENDA, dump(AGENDA))


def ids(draft: Draft) -> list[str]:
    return [step.id for step in draft.steps]


def test_a_draft_that_was_not_changed_is_the_agenda(draft: Draft) -> None:
    assert agenda_of(draft, "Workshop", {}) == AGENDA


def test_no_two_steps_ever_have_the_same_id(draft: Draft) -> None:
    for _turn in range(3):
        draft.add("tiny", "Another")
        draft.duplicate("one")
    assert len(set(ids(draft))) == len(draft.steps) == 8


def test_a_duplicate_stands_behind_and_goes_its_own_way(draft: Draft) -> None:
    again = draft.duplicate("one")
    assert again is not None
    again.settings["question"] = "Else?"
    assert ids(draft) == ["one", again.id, "two"]
    assert draft.steps[0].settings == {}


@pytest.mark.parametrize(("to", "order"), [(0, ["two", "one"]), (1, ["one", "two"]), (9, ["one", "two"]), (-3, ["two", "one"])])
def test_a_step_is_moved_within_the_plan(draft: Draft, to: int, order: list[str]) -> None:
    draft.move("two", to)
    assert ids(draft) == order


def test_a_step_whose_source_comes_later_or_is_gone_names_none(draft: Draft) -> None:
    assert draft.steps[1].source == "one"
    draft.move("two", 0)
    assert draft.steps[0].source == ""
    draft.move("two", 1)
    draft.steps[1].source = "one"
    draft.remove("one")
    assert draft.steps[0].source == ""


def test_minutes_that_are_no_number_count_as_none_and_must_be_put_right(draft: Draft) -> None:
    draft.steps[0].minutes = "soon"
    assert draft.minutes == 10
    say = speaker("en", ())
    assert {name: say(reason) for name, reason in wrong_with(draft.steps[0], METHODS).items()} == {"minutes": "A number from 1 to 600."}


def test_a_title_that_was_left_out_is_the_question_or_ours(draft: Draft) -> None:
    draft.title, draft.steps[0].title = "  ", ""
    assert agenda_of(draft, "Workshop", {"one": "Tiny"}).title == "What should it become?"
    draft.question = ""
    made = agenda_of(draft, "Workshop", {"one": "Tiny"})
    assert (made.title, made.steps[0].title) == ("Workshop", "Tiny")


def test_a_draft_is_there_again_after_a_restart_until_it_is_dropped(draft: Draft, tmp_path: Path) -> None:
    draft.steps[0].minutes = "soon"
    Drafts(tmp_path).keep("new", draft)
    assert Drafts(tmp_path).find("new") == draft
    Drafts(tmp_path).drop("new")
    assert Drafts(tmp_path).find("new") is None


def test_a_draft_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    (tmp_path / "new.json").write_text("{")
    assert Drafts(tmp_path).find("new") is None
