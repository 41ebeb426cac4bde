"""Decisions, commitments and questions: how they stand, and staff who note it."""

from datetime import date

from tests.pages.conftest import addresses, submit
from tests.pages.process.conftest import Pact, texts
from workshop.pages.process.days import distance, late


async def test_a_decision_says_when_it_was_made_when_it_is_due_and_leads_to_its_sheet(pact: Pact) -> None:
    user = await pact.open("decisions")
    [card] = texts(user, "promise")
    assert card.startswith("Still open Look at it now: 23 days late Plant ten trees Responsible: Ana 2 February 2026, in “Our square”")
    assert addresses(user, "Sheet") == {f"/record/{pact.first.row.code}/decision/1"}


async def test_a_status_is_noted_with_a_new_day_and_stays_in_the_history(pact: Pact) -> None:
    user = await pact.open("decisions")
    await submit(user, "What was found", status="kept", note="It works.", day="2026-09-01")
    await user.should_see("Kept.")
    [card] = texts(user, "promise")
    assert card.startswith("Kept as it is To be looked at 1 September 2026, in 7 months")
    assert "History (1) 2 February 2026 · Kept as it is · It works. · new day: 1 September 2026" in card


async def test_what_cannot_be_noted_is_refused_beside_the_button(pact: Pact) -> None:
    user = await pact.open("commitments")
    await submit(user, "What was found", status="", note="", day="")
    await user.should_see("Nothing was changed")
    await submit(user, "What was found", status="done", note="", day="2026-02-31")
    await user.should_see("This day does not exist.")
    assert not (await pact.process).marks


async def test_a_commitment_says_who_does_it_since_when_it_is_late_and_is_done_once_it_is_noted(pact: Pact) -> None:
    user = await pact.open("commitments")
    [card] = texts(user, "promise")
    assert card.startswith("Still open 1 day late Water the trees Who: Bo A commitment of citizens From: Plant ten trees")
    await submit(user, "What was found", status="done", note="Every week", day="")
    [card] = texts(user, "promise")
    assert card.startswith("Done Water the trees")


async def test_where_there_is_nothing_it_is_said_where_it_comes_from(pact: Pact) -> None:
    await pact.do("RemoveSession", workshop=pact.first.row.code)
    for part, words in (
        ("decisions", "Nothing was decided yet."),
        ("commitments", "Nobody committed"),
        ("questions", "No question was asked yet."),
    ):
        await (await pact.open(part)).should_see(words)


def test_a_day_is_said_by_how_far_away_it_is() -> None:
    today = date(2026, 2, 2)
    assert [distance(day, today).text for day in ("2026-02-02", "2026-02-03", "2026-08-01", "2026-02-01", "2025-02-01")] == [
        "today", "in {count} day", "in {count} month", "{count} day ago", "{count} month ago",
    ]  # fmt: skip
    assert [(late(day, today).text, late(day, today).count) for day in ("2026-02-02", "2026-01-31", "2025-02-02")] == [
        ("due today", 1), ("{count} day late", 2), ("{count} month late", 12),
    ]  # fmt: skip


async def test_a_question_says_which_answer_was_promised_by_whom_and_that_it_is_late(pact: Pact) -> None:
    user = await pact.open("questions")
    assert texts(user, "promise") == [
        "Answer promised promised for 30 January 2026: 3 days late When does it begin? to The council · Our square · 2 February 2026"
    ]
