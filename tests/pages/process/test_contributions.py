"""Everything that people wrote: found again, answered one by one or together, and added from paper and files."""

from base64 import b64encode

import pytest
from nicegui import ui
from nicegui.testing import User

from tests.pages.conftest import press, submit, trigger
from tests.pages.process.conftest import Pact, choose, texts
from workshop.pages.process.finding import PAGE


def listed(user: User) -> list[str]:
    """The words of the contributions that are shown."""
    return [line.split(" Answer")[0] for line in texts(user, "line")]


async def tick(user: User, place: int, on: bool = True) -> None:
    boxes = [one for one in user.find(kind=ui.element).elements if one.props.get("type") == "checkbox" and one.parent_slot is not None]
    lines = [one for one in boxes if any("line" in up.classes for up in one.ancestors())]
    field = sorted(lines, key=lambda one: one.id)[place]
    await trigger(field.client, field, "change", on)


async def test_each_says_what_became_of_it_and_text_is_text(pact: Pact) -> None:
    user = await pact.open("contributions")
    trees, benches, cafe = texts(user, "contribution")
    assert trees.startswith("Trees for shade Taken up Our square · First")
    assert "led to the decision “Plant ten trees”" in trees
    assert "<b>Benches</b> In a group" in benches
    assert "in the group “Sitting”" in benches
    assert "A café Open" in cafe


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("fate", "open", ["A café"]),
        ("fate", "taken_up", ["Trees for shade"]),
        ("words", "CAFE", ["A café"]),
        ("words", "shade trees", ["Trees for shade"]),
        ("words", "nothing of this", []),
    ],
)
async def test_they_are_found_by_what_became_of_them_and_by_their_words(pact: Pact, name: str, value: str, found: list[str]) -> None:
    user = await pact.open("contributions")
    await choose(user, name, value, event="input" if name == "words" else "change")
    assert listed(user) == found
    if not found:
        await user.should_see("Nothing fits.")


async def test_they_are_found_by_where_they_come_from_and_by_their_group(pact: Pact) -> None:
    await pact.do("Contribute", rows=[{"text": "A fountain"}], source="Cards")
    user = await pact.open("contributions", "?fate=open")
    assert listed(user) == ["A fountain", "A café"]
    await choose(user, "home", "process")
    assert listed(user) == ["A fountain"]
    await choose(user, "home", "")
    await choose(user, "fate", "")
    await choose(user, "group", f"{pact.first.row.code}/g1")
    assert listed(user) == ["<b>Benches</b>"]


async def test_several_get_one_answer_and_one_without_a_reason_is_refused(pact: Pact) -> None:
    user = await pact.open("contributions")
    await tick(user, 1)
    await tick(user, 2)
    await user.should_see("Answer 2 contributions")
    await user.should_see("2 ticked")
    await submit(user, "In which decision", standing="not_now", text="")
    await user.should_see("An answer needs a reason")
    await submit(user, "In which decision", standing="not_now", text="The budget of 2026 is spent.")
    await user.should_see("2 answers were given.")
    answers = (await pact.process).answers
    assert {ref.partition("/")[2]: answer.standing for ref, answer in answers.items()} == {"i2": "not_now", "i3": "not_now"}
    assert "Not now" in texts(user, "contribution")[2]


async def test_one_is_taken_up_in_a_decision_changed_and_taken_back(pact: Pact) -> None:
    user = await pact.open("contributions", "?fate=open")
    await press(user, "Answer")
    await submit(user, "In which decision", standing="taken_up", decision=f"{pact.first.row.code}/d1")
    await choose(user, "fate", "taken_up")
    assert "led to the decision “Plant ten trees”" in texts(user, "contribution")[1]
    await press(user, "Change the answer")
    await submit(user, "In which decision", standing="answered", text="There is one at the corner.")
    await choose(user, "fate", "answered")
    assert "2 February 2026: There is one at the corner." in texts(user, "contribution")[0]
    await press(user, "Take the answer back")
    assert not (await pact.process).answers
    await choose(user, "fate", "open")
    assert listed(user) == ["A café"]


async def test_a_whole_group_is_answered_and_its_answer_taken_back_from_one_in_it(pact: Pact) -> None:
    user = await pact.open("contributions", f"?group={pact.first.row.code}/g1")
    await press(user, "Answer the whole group")
    await submit(user, "In which decision", standing="answered", text="Six of them came in May.")
    assert list((await pact.process).answers) == [f"{pact.first.row.code}/g1"]
    assert "Six of them came in May." in texts(user, "contribution")[0]
    await press(user, "Take back the answer to “Sitting”")
    assert not (await pact.process).answers


async def test_a_paper_card_is_added_and_one_that_does_not_fit_is_refused(pact: Pact) -> None:
    user = await pact.open("contributions")
    await submit(user, "Where it comes from", text="A fountain", source="Library", support="3", day="2026-01-20")
    assert texts(user, "contribution")[-1].startswith("A fountain Open Library · 2 February 2026 · 3 people behind it")
    await submit(user, "Where it comes from", text=" ", source="Library")
    await user.should_see("There is nothing in it")


async def test_a_file_is_shown_before_it_comes_in(pact: Pact) -> None:
    user = await pact.open("contributions")
    content = "Idée;Voix\nUne fontaine;4\n;1\nDes bancs;2\n".encode()
    [field] = [one for one in user.find(kind=ui.element).elements if one.props.get("accept", "").startswith(".csv")]
    for at in (0, 20):
        part = content[at : at + 20] if not at else content[20:]
        args = {"name": "survey.csv", "size": len(content), "at": at, "part": b64encode(part).decode(), "reading": 1}
        await trigger(field.client, field, "change", args)
    await user.should_see("2 rows would come in, with their support:")
    await user.should_see("Row 3: it is empty")
    await press(user, "Bring in 2 rows")
    await user.should_see("2 contributions were added.")
    assert [(one.text, one.support, one.source, one.row) for one in (await pact.process).contributions.values()] == [
        ("Une fontaine", 4, "survey.csv", 2),
        ("Des bancs", 2, "survey.csv", 4),
    ]


async def test_a_file_that_cannot_be_read_says_why(pact: Pact) -> None:
    user = await pact.open("contributions")
    [field] = [one for one in user.find(kind=ui.element).elements if one.props.get("accept", "").startswith(".csv")]
    await trigger(field.client, field, "change", {"name": "a.csv", "size": 0, "at": 0, "part": "", "reading": 1})
    await user.should_see("There is nothing in this file.")
    await trigger(field.client, field, "change", {"name": "a.csv", "size": 9_000_000, "at": 0, "part": "", "reading": 2})
    await user.should_see("This file is too large.")


async def test_of_thousands_one_page_is_shown_and_a_tick_goes_over_pages(pact: Pact) -> None:
    await pact.do("Contribute", rows=[{"text": f"Idea {n}"} for n in range(3_000)])
    user = await pact.open("contributions")
    assert len(listed(user)) == PAGE
    await press(user, "Tick all on this page")
    await press(user, "Further")
    await user.should_see(f"{PAGE + 1} to {2 * PAGE} of 3003")
    await tick(user, 0)
    await user.should_see(f"Answer {PAGE + 1} contributions")
    rows = [one for one in user.find(kind=ui.element).elements if "contribution" in one.classes]
    client = rows[0].client
    client.outbox.updates.clear()
    await tick(user, 0, on=False)
    assert len(client.outbox.updates) < 20
