"""`palabre seating`, as somebody in a terminal meets it."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.seating.checker import agrees
from workshop.cli import app

PEOPLE = "name,host,district,apart\n" + "".join(
    f"{name},{'x' if name == 'Hugo' else ''},{'north' if number % 2 else 'south'},{'Ben' if name == 'Anna' else ''}\n"
    for number, name in enumerate(["Anna", "Ben", "Cem", "Dora", "Eli", "Fay", "Gus", "Hugo", "Ida", "Joe", "Kim", "Lea"])
)


def palabre(*words: str) -> Result:
    return CliRunner(env={"COLUMNS": "200"}).invoke(app, ["seating", *words])


def test_a_plan_as_json_is_what_an_independent_count_finds() -> None:
    done = palabre("--people", "40", "--tables", "8", "--rounds", "4", "--json")
    document = json.loads(done.output)
    assert agrees(document)["repeats"] == 0
    assert [len(tables) for tables in document["rounds"]] == [8, 8, 8, 8]
    assert document["report"]["proven"]
    assert document["hosts"]["1"] == document["rounds"][2][0][0] == "1"


def test_nobody_needs_to_stay() -> None:
    document = json.loads(palabre("--people", "41", "--size", "5", "--rounds", "3", "--no-hosts", "--json").output)
    found = agrees(document)
    assert (document["hosts"], found["repeats"], found["revisits"], found["spread"]) == ({}, 0, 0, 1)


def test_a_list_of_people_is_seated_with_its_hosts_and_wishes(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text(PEOPLE, "utf-8")
    words = ("--csv", str(path), "--tables", "3", "--rounds", "3", "--together", "Kim+Lea")
    document = json.loads(palabre(*words, "--json").output)
    agrees(document, (("Kim", "Lea"),))
    assert document["hosts"] == {"1": "Hugo", "2": "Anna", "3": "Ben"}
    assert document["report"]["unmet"] == []
    assert 0 <= document["report"]["mixing"]["district"] <= 1
    tables = [table for tables in document["rounds"] for table in tables]
    assert all(("Kim" in table) == ("Lea" in table) for table in tables)
    told = palabre(*words).output
    assert "Hugo" in told
    assert "district is mixed to" in told
    assert "Bold: the host" in told


def test_a_plan_as_csv_has_a_line_for_each_person() -> None:
    rows = list(csv.reader(StringIO(palabre("--people", "12", "--tables", "4", "--rounds", "3", "--csv-out").output)))
    assert rows[0] == ["name", "round 1", "round 2", "round 3"]
    assert len(rows) == 13
    assert rows[1] == ["1", "1", "1", "1"]


def test_the_table_says_what_was_reached() -> None:
    assert "Nobody meets twice (proven)." in palabre("--people", "20", "--tables", "5").output
    told = palabre("--people", "16", "--tables", "2", "--rounds", "3").output
    assert "pairs meet again" in told
    assert "more pairs" in told


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "how many people"),
        (("--people", "20"), "how many tables"),
        (("--people", "4", "--tables", "9"), "too many for 4 people"),
        (("--people", "40", "--tables", "8", "--size", "4"), "too few for 40 people. Leave --tables out, or take 10"),
        (("--people", "8", "--tables", "2", "--apart", "1+nobody"), "nobody is called nobody"),
        (("--csv", "missing.csv", "--tables", "2"), "missing.csv"),
    ],
)
def test_what_does_not_fit_is_told_with_what_to_do(words: tuple[str, ...], says: str) -> None:
    done = palabre(*words)
    assert done.exit_code == 1
    assert says in done.output
    assert "Traceback" not in done.output


def test_a_list_and_a_number_that_differ_are_told(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text(PEOPLE, "utf-8")
    assert "has 12 people, not 13" in palabre("--csv", str(path), "--people", "13", "--tables", "3").output


def test_people_come_and_leave_after_two_rounds_and_the_plan_goes_on(tmp_path: Path) -> None:
    plan, people = tmp_path / "plan.json", tmp_path / "people.csv"
    plan.write_text(palabre("--people", "40", "--tables", "8", "--rounds", "4", "--json").output, "utf-8")
    names = [str(number) for number in range(1, 37) if number != 3] + [f"late {number}" for number in range(6)]
    people.write_text("name\n" + "\n".join(names), "utf-8")
    words = ("--csv", str(people), "--tables", "8", "--rounds", "4", "--plan", str(plan), "--played", "2")
    before, after = json.loads(plan.read_text("utf-8")), json.loads(palabre(*words, "--json").output)
    played = [[[sorted(table) for table in tables] for tables in one["rounds"][:2]] for one in (before, after)]
    assert played[0] == played[1]
    assert sorted(person for table in after["rounds"][3] for person in table) == sorted(names)
    assert after["hosts"]["2"] == "2"
    assert after["hosts"]["3"] in names
    assert (after["report"]["repeats"], after["report"]["spread"]) == (0, 1)
    assert "late 5" in palabre(*words).output
    assert "late 5,,," in palabre(*words, "--csv-out").output


def test_what_is_no_plan_is_told(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_text('{"rounds": 3}', "utf-8")
    assert "is not a plan" in palabre("--people", "8", "--tables", "2", "--plan", str(path)).output
    path.write_text('{"rounds": [], "hosts": {}}', "utf-8")
    assert "has 0 rounds" in palabre("--people", "8", "--tables", "2", "--plan", str(path), "--played", "1").output
