"""Everything that people wrote: found again, answered one by one or together, and added from paper and files."""

from base64 import b64encode

import pytest
from nicegui import ui
from nicegui.testing import User

from tests.pages.conftest import press, submit, trigger
from tests.pages.process.conftest import Pact, choose, texts
from workshop.pages.process.finding import PAGE
from workshop.process.events import Contributed
from workshop.process.state import Process


def listed(user: User) -> list[str]:
    """The words of the contributions that are shown."""
    return [line.split(" Answer")[0] for line in texts(user, "line")]


async def tick(user: User, place: int, on: bool = True) -> None:
    boxes = [one for one in user.find(kind=ui.element).elements if one.props.get("type") == "checkbox" and one.parent_slot is not None]
    lines = [one for one in boxes if any("line" in up.classes for up in one.ancestors())]
    field = sorted(lines, key=lambda one: one.id)[place]
    await trigger(field.client, field, "change", on)


def by_number(process: Process) -> list[Contributed]:
    """What came in, in the order in which it came."""
    return sorted(process.contributions.values(), key=lambda one: one.number)


async def test_each_says_what_became_of_it_and_text_is_text(pact: Pact) -> None:
    user = await pact.open("contributions")
    trees, benches, cafe = texts(user, "contribution")
    assert trees.startswith("Trees for shade Taken up Our square · First")
    assert "led to the decision “Plant ten trees”" in trees
    assert "<b>Benches</b> In a group" in benches
    assert "in the group “Sitting”" in benches
    assert "A café Still open" in cafe


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
    assert texts(user, "contribution")[-1].startswith("A fountain Still open Library · 20 January 2026 · 3 people behind it")
    await submit(user, "Where it comes from", text=" ", source="Library")
    await user.should_see("There is nothing in it")


async def bring(user: User, text: str, name: str = "survey.csv") -> None:
    """Chooses a file, which comes in two parts."""
    content = text.encode()
    [field] = [one for one in user.find(kind=ui.element).elements if one.props.get("accept", "").startswith(".csv")]
    for at, part in ((0, content[:20]), (20, content[20:])):
        args = {"name": name, "size": len(content), "at": at, "part": b64encode(part).decode(), "reading": name}
        await trigger(field.client, field, "change", args)


SURVEY = """Idée;Date;Voix;Quartier;Nom
Une fontaine;21/03/2026;4;Nord;Ana Peeters
;22/03/2026;1;Sud;Bo
Des bancs;;2;;Cy
une  FONTAINE;;1;;Di
"""


async def test_a_file_is_shown_before_it_comes_in(pact: Pact) -> None:
    user = await pact.open("contributions")
    await bring(user, SURVEY)
    await user.should_see("2 contributions would come in:")
    assert texts(user, "sheet-rows")[0] == "Une fontaine 21 March 2026 · 4 people behind it Des bancs 2 people behind it"
    assert texts(user, "reasons") == ["Row 3: it is empty Row 5: it is the same as row 2 une FONTAINE"]
    await user.should_see("This column says who somebody is and stays out: Nom.")
    assert not (await pact.process).contributions
    await press(user, "Take in 2 contributions")
    await user.should_see("2 contributions were added.")
    assert [(one.text, one.support, one.day, one.source, one.row) for one in by_number(await pact.process)] == [
        ("Une fontaine", 4, "2026-03-21", "survey.csv", 2),
        ("Des bancs", 2, "", "survey.csv", 4),
    ]


async def test_other_columns_can_be_taken_and_more_kept(pact: Pact) -> None:
    user = await pact.open("contributions")
    await bring(user, SURVEY)
    await choose(user, "column-support", "")
    await choose(user, "column-day", "")
    await choose(user, "column-kept", True, value="Quartier")
    assert texts(user, "sheet-rows")[0] == "Une fontaine Quartier: Nord Des bancs"
    await press(user, "Take in 2 contributions")
    [fountain, benches] = by_number(await pact.process)
    assert (fountain.support, fountain.day, dict(fountain.facts)) == (0, "", {"Quartier": "Nord"})
    assert dict(benches.facts) == {}


async def test_a_column_of_texts_with_a_name_of_its_own_is_asked_for(pact: Pact) -> None:
    user = await pact.open("contributions")
    await bring(user, "Vision;Date;Email\nShade;2026-03-21;ana@example.org\n")
    await user.should_see("Choose the column with the texts.")
    await user.should_not_see("Take in 1 contribution")
    await choose(user, "column-text", "Vision")
    assert texts(user, "sheet-rows")[0] == "Shade 21 March 2026"
    await press(user, "Take in 1 contribution")
    assert [one.text for one in (await pact.process).contributions.values()] == ["Shade"]


async def test_what_is_in_the_process_does_not_come_in_again(pact: Pact) -> None:
    user = await pact.open("contributions")
    await bring(user, SURVEY)
    await pact.do("Contribute", rows=[{"text": "Des bancs"}], source="Cards")
    await press(user, "Take in 2 contributions")
    await user.should_see("1 contribution was added.")
    await bring(user, SURVEY, "again.csv")
    await user.should_see("Nothing would come in.")
    assert "Row 4: it is in the process already, as process/1 Des bancs" in texts(user, "reasons")[0]


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
