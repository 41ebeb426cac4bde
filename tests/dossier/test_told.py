"""What became of something, said in words: for whoever wrote it, and for whoever reads a decision."""

from dataclasses import replace

from immutables import Map

from tests.dossier.test_dossier import FIRST, PLANT, SECOND, SHADE, TREES, WATER, dossier, meeting, process
from workshop.dossier.dossier import dossier_of
from workshop.dossier.refs import known_to
from workshop.dossier.told import became
from workshop.language import speaker
from workshop.method import Item
from workshop.process.events import Contributed
from workshop.process.state import Answer, Mark, Note
from workshop.process.vocabulary import About

SAY = speaker("en", ())
MAY = 1_809_388_800_000  # 4 May 2027


def told(*dossiers, of: str) -> list[str]:  # type: ignore[no-untyped-def]
    return [SAY(one) for became_of_it in became(dossiers, of) for one in became_of_it.said]


def test_an_idea_is_followed_through_its_group_to_the_decision_and_the_commitment() -> None:
    assert told(dossier(FIRST, replace(SECOND, end=MAY)), of="AAAAAA/i1") == [
        "It was put with 1 other in the group “Shade”.",
        "It was taken up in the decision of 4 May 2027: “We plant”",
        "We look at it again on 1 May 2027.",
        "It led to this commitment: “Water the trees”",
        "Who does it: Ana.",
        "Until 1 April 2027.",
        "Nobody has looked yet how it stands.",
    ]


def test_what_nothing_came_of_is_still_open() -> None:
    assert told(dossier(FIRST), of="AAAAAA/i3") == ["It is still open."]
    assert told(dossier(FIRST), of="AAAAAA/i1")[-1] == "Nothing more has come of it so far: it is still open."


def test_an_answer_is_said_with_its_reason_and_one_to_a_group_as_such() -> None:
    answers = Map(
        {"AAAAAA/g1": Answer("not_now", "The pipes come first.", MAY), "AAAAAA/i3": Answer("answered", "They park behind it.", MAY)}
    )
    found = dossier(FIRST, answers=answers)
    assert told(found, of="AAAAAA/i1")[1:] == ["All of it was answered on 4 May 2027: not now.", "The reason: “The pipes come first.”"]
    assert told(found, of="AAAAAA/i3") == ["It was answered on 4 May 2027.", "The answer: “They park behind it.”"]


def test_an_answer_leads_to_the_decision_that_it_names_and_to_what_came_of_that() -> None:
    found = dossier(FIRST, SECOND, answers=Map({"AAAAAA/i3": Answer("taken_up", "", MAY, "BBBBBB/d1")}))
    said = told(found, of="AAAAAA/i3")
    assert "It led to this commitment: “Water the trees”" in said
    assert said[-1] == "It was answered on 4 May 2027: it is taken up."


def test_how_a_commitment_stands_is_said_as_it_was_seen_last() -> None:
    marks = Map({"BBBBBB/c1": (Mark("stuck", "No hose.", 9, "2027-07-01"), Mark("under_way", "A hose came.", MAY))})
    assert told(dossier(FIRST, SECOND, marks=marks), of="BBBBBB/c1") == [
        "Who does it: Ana.",
        "Until 1 April 2027.",
        "How it stands since 4 May 2027: under way.",
        "Noted then: “A hose came.”",
        "We look at it again on 1 July 2027.",
    ]


def test_a_question_is_followed_until_it_is_answered() -> None:
    facts = {"asks": "the mayor", "state": "promised", "by": "2027-05-04"}
    asked = meeting("CCCCCC", Item("q1", "question", "Who pays?", ("AAAAAA/i3",), facts=facts))
    assert told(dossier(FIRST, asked), of="AAAAAA/i3") == [
        "It became a question to the mayor: “Who pays?”",
        "An answer is promised until 4 May 2027.",
    ]
    there = replace(asked, items=(replace(asked.items[0], facts=facts | {"state": "answered", "answer": "The town.", "who": "The mayor"}),))
    assert told(dossier(FIRST, there), of="AAAAAA/i3")[-1] == "The mayor answered: “The town.”"


def test_a_thing_of_a_small_process_is_followed_into_the_larger_one_under_the_name_that_it_has_there() -> None:
    own = Map({"process/1": Contributed(1, "A fountain")})
    small = dossier(FIRST, contributions=own, arrived=Map({"process/1": 5}))
    fountain = known_to("PACT22", "process/1")
    brought = (replace(SHADE, id="AAAAAA/g1", sources=()), Item(fountain, "idea", "A fountain"))
    drink = Item("d2", "decision", "We build a fountain", (fountain,))
    town = replace(process("BBBBBB"), code="TGWN22", about=About("The town"))
    large = dossier_of(town, [meeting("BBBBBB", PLANT, WATER, drink, brought=brought, at=MAY)])
    assert "It led to this commitment: “Water the trees”" in told(small, large, of="AAAAAA/i1")
    assert told(small, large, of="process/1") == ["It was taken up in the decision of 4 May 2027: “We build a fountain”"]


def test_a_proposal_is_told_only_while_no_decision_came_of_it() -> None:
    proposal = Item("p1", "proposal", "Plant five trees", ("AAAAAA/i1",))
    before = meeting("CCCCCC", proposal)
    assert "It came into a proposal: “Plant five trees”" in told(dossier(FIRST, before), of="AAAAAA/i1")
    after = meeting("CCCCCC", proposal, Item("d1", "decision", "We plant five trees", ("p1",)), at=MAY)
    assert [line for line in told(dossier(FIRST, after), of="AAAAAA/i1") if "proposal" in line] == []


def test_an_idea_that_is_handed_on_unchanged_is_not_said_to_have_become_itself() -> None:
    again = meeting("CCCCCC", Item("n1", "idea", TREES.text, ("AAAAAA/i1",)), Item("n2", "idea", "Five trees", ("n1",)))
    assert told(dossier(FIRST, again), of="AAAAAA/i1")[1:] == [
        "It went into this: “Five trees”",
        "Nothing more has come of it so far: it is still open.",
    ]


def test_what_staff_noted_on_a_thing_is_told() -> None:
    found = dossier(FIRST, notes=(Note("Seen with the gardeners.", MAY, "AAAAAA/i3"),))
    assert told(found, of="AAAAAA/i3")[0] == "Noted on 4 May 2027: “Seen with the gardeners.”"
