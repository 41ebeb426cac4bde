"""The figures of a debate: what each number is made of."""

from dataclasses import replace

import pytest
from immutables import Map

from tests.conftest import METHODS
from tests.dossier.test_dossier import FIRST, SECOND, dossier, meeting
from tests.logs import Log
from workshop.agenda import Agenda
from workshop.dossier.figures import changes, fates, figures_of, gini, spread, statuses
from workshop.dossier.meeting import meeting_of
from workshop.method import Item, Plan
from workshop.process.state import Answer, Mark

DAY = 86_400_000


def values(found: object) -> dict[str, str]:
    return {figure.key: figure.value for figure in figures_of(found)}  # type: ignore[arg-type]


def test_who_took_part_is_counted_over_the_workshops() -> None:
    found = values(dossier(replace(FIRST, people=10, took_part=8), replace(SECOND, people=6, took_part=4)))
    assert (found["people"], found["took_part"], found["sessions"]) == ("16", "80.00", "2")


def test_nothing_is_said_of_fewer_than_five_people_and_nobody_is_found_by_subtracting() -> None:
    small = replace(FIRST, people=4, took_part=4, met=6, could_meet=6)
    with_it, without = values(dossier(replace(SECOND, people=9), small)), values(dossier(replace(SECOND, people=9)))
    of_people = ("people", "took_part", "wrote", "per_person", "most_active", "unevenness", "met", "met_share")
    assert [with_it[key] for key in of_people] == [without[key] for key in of_people]
    assert values(dossier(small))["people"] == ""


def test_how_evenly_people_wrote_counts_those_who_wrote_nothing() -> None:
    ideas = tuple(Item(f"i{n}", "idea", f"Idea {n}") for n in range(8))
    first = meeting("AAAAAA", *ideas, people={"i0": "ana", "i1": "ana", "i2": "ana", **{f"i{n}": f"person {n}" for n in range(3, 8)}})
    found = dossier(replace(first, people=10))
    assert spread(found) == (3, 1, 1, 1, 1, 1, 0, 0, 0, 0)
    assert values(found)["wrote"] == "60.00"
    assert values(found)["per_person"] == "1.00"
    assert values(found)["most_active"] == "87.50"
    assert values(dossier(meeting("AAAAAA", ideas[0], people={"i0": "ana"})))["wrote"] == ""


@pytest.mark.parametrize(("counts", "expected"), [([1, 1, 1], 0), ([0, 0, 0, 8], 0.75), ([1, 2, 3, 4], 0.25), ([], 0), ([0, 0], 0)])
def test_unevenness_is_the_gini_coefficient(counts: list[int], expected: float) -> None:
    assert gini(counts) == pytest.approx(expected)


def test_what_became_of_contributions_adds_up_to_all_of_them() -> None:
    answers = Map({"AAAAAA/i3": Answer("not_now", "Next year.", 1_001 + 3 * DAY)})
    found = dossier(replace(FIRST, origins={}), SECOND, answers=answers)
    assert dict(fates(found)) == {"taken_up": 2, "not_now": 1, "not_possible": 0, "answered": 0, "grouped": 0, "open": 0}
    assert (values(found)["taken_up"], values(found)["answered"], values(found)["open"]) == ("66.67", "33.33", "0")


def test_the_wait_is_from_the_contribution_to_its_answer() -> None:
    answers = Map({"AAAAAA/i1": Answer("answered", "Yes.", 1_001 + 3 * DAY)})
    assert values(dossier(FIRST, answers=answers))["wait"] == "3.00"


def test_commitments_are_kept_that_are_done_of_those_that_are_settled() -> None:
    promised = tuple(Item(f"c{n}", "commitment", f"Thing {n}") for n in range(4))
    marks = {"AAAAAA/c0": (Mark("done", "", 9),), "AAAAAA/c1": (Mark("dropped", "", 9),), "AAAAAA/c2": (Mark("under_way", "", 9),)}
    found = dossier(meeting("AAAAAA", *promised), marks=Map(marks))
    assert values(found)["kept"] == "50.00"
    assert dict(statuses(found)) == {"": 1, "under_way": 1, "done": 1, "dropped": 1}


def test_objections_are_counted_from_the_decisions() -> None:
    decision = Item("d1", "decision", "We plant", facts={"objections": "4", "integrated": "3"})
    found = values(dossier(meeting("AAAAAA", decision, Item("d2", "decision", "We water"))))
    assert (found["objections"], found["integrated"], found["decisions"]) == ("4", "75.00", "2")


def test_where_there_is_nothing_to_compute_there_is_no_number() -> None:
    found = values(dossier())
    assert (found["took_part"], found["integrated"], found["kept"], found["met_share"]) == ("", "", "", "")


def test_what_was_asked_twice_shows_before_and_after_in_the_order_of_the_process() -> None:
    def asked(mean: str, id: str) -> Item:
        return Item(id, "measure", "We know each other", facts={"key": "collaboration.knowing", "mean": mean, "answers": "20"})

    later, first = meeting("BBBBBB", asked("3.80", "m2")), meeting("AAAAAA", asked("2.50", "m1"))
    [change] = changes(dossier(first, later))
    assert change.means == (("AAAAAA", "2.50", 20), ("BBBBBB", "3.80", 20))
    assert changes(dossier(first)) == ()


def test_pairs_that_met_are_those_who_sat_at_one_table() -> None:
    found = values(dossier(replace(FIRST, met=30, could_meet=40), SECOND))
    assert (found["met"], found["met_share"]) == ("30", "75.00")


def test_the_log_tells_who_sat_with_whom(agenda: Agenda) -> None:
    rounds = (("First", {"ana": 1, "bo": 1, "cleo": 2, "dan": 2}), ("Second", {"ana": 1, "cleo": 1, "bo": 2, "dan": 2}))
    methods = {"tiny": replace(METHODS["tiny"], plan=lambda _state: Plan((), rounds))}
    log = Log(methods, replace(agenda, steps=agenda.steps[:1]))
    log.play("OpenRoom")
    log.play("Next")
    told = meeting_of(log.entries, methods)
    assert (told.met, told.could_meet) == (4, 6)
