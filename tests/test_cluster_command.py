"""`palabre cluster`, as somebody in a terminal meets it."""

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree

import networkx
import pytest
from typer.testing import CliRunner, Result

from workshop.cli import app

TREES = ["More trees in the park", "Plant trees along the park", "Old trees of the park need water", "Trees for shade in the park"]
BUSES = ["A bus at night", "The night bus comes too late", "More night bus lines", "Free night bus for the young"]
SHEET = (
    "district,Comment,Votes\n"
    + "".join(f"north,{text},{n}\n" for n, text in enumerate([*TREES, *BUSES]))
    + "south,,4\nsouth,<b>Zyzzyva</b>,1\n"
)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "comments.csv"
    path.write_text(SHEET, "utf-8-sig")
    return path


def palabre(*words: str | Path) -> Result:
    return CliRunner(env={"COLUMNS": "120"}).invoke(app, ["cluster", *map(str, words)])


def test_the_rows_of_a_spreadsheet_come_into_groups_by_what_they_say(sheet: Path) -> None:
    found = json.loads(palabre(sheet, "--json").output)
    groups = {frozenset(row["text"] for row in group["rows"]) for group in found["groups"]}
    assert {frozenset(TREES), frozenset(BUSES)} <= {group - {"<b>Zyzzyva</b>"} for group in groups}
    assert sum(group["support"] for group in found["groups"]) + sum(row["support"] for row in found["alone"]) == 29
    assert found["left_out"] == [{"row": 10, "why": "it is empty"}]


def test_every_row_keeps_its_cells_and_gets_its_group(sheet: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(palabre(sheet, "--csv").output)))
    assert [row["Comment"] for row in rows] == [*TREES, *BUSES, "<b>Zyzzyva</b>"]
    assert {row["district"] for row in rows} == {"north", "south"}
    assert len({row["group"] for row in rows[:4]}) == len({row["title"] for row in rows[4:8]}) == 1


@pytest.mark.parametrize("format", ["json", "csv", "markdown", "svg", "mermaid", "graphml", "opml"])
def test_the_same_file_gives_the_same_bytes_with_every_text_in_them(sheet: Path, tmp_path: Path, format: str) -> None:
    made = [tmp_path / f"{name}.{format}" for name in ("one", "two")]
    for path in made:
        assert palabre(sheet, f"--{format}", "--to", path).exit_code == 0
    one, two = (path.read_bytes() for path in made)
    assert one == two
    assert TREES[0].split()[1].encode() in one
    assert (b"<b>" in one) == (format in ("json", "csv"))


def test_programs_for_networks_and_outlines_read_it(sheet: Path, tmp_path: Path) -> None:
    graph = networkx.parse_graphml(palabre(sheet, "--graphml", "--topic", "Our town").output)
    labels = {facts["label"] for _node, facts in graph.nodes(data=True)}
    assert {"Our town", "<b>Zyzzyva</b>", *TREES, *BUSES} <= labels
    outline = ElementTree.fromstring(palabre(sheet, "--opml").output)
    assert {*TREES, *BUSES} <= {one.get("text") for one in outline.iter("outline")}


def test_the_terminal_shows_groups_and_what_was_left_out(sheet: Path) -> None:
    shown = palabre(sheet).output
    assert "in 2 groups." in shown
    assert "1 row left out: it is empty." in shown
    assert any(text in shown for text in TREES)


@pytest.mark.parametrize(
    ("content", "words", "said"),
    [
        ("text,votes\nTrees,1\n", [], "1 contribution in that column: too few to be grouped."),
        ("wish,place\nTrees,north\nOaks,south\n", [], "Say it with --text-column. There are: wish, place."),
        ("wish,place\nTrees,north\n", ["--text-column", "idea"], "has no column called 'idea'. There are: wish, place."),
        ("text\nTrees\nOaks\n", ["--method", "consent"], "Those that do: mind_map."),
        ("text\nTrees\nOaks\n", ["--language", "xx"], "Choose one of: en, fr, es, nl."),
        ("text\nTrees\nOaks\n", ["--json", "--csv"], "Choose one format"),
        ("text\nTrees\nOaks\n", ["--to", "somewhere"], "Choose one format"),
        ("", [], "There is nothing in this file."),
    ],
)
def test_what_cannot_be_done_is_said_with_what_to_do(tmp_path: Path, content: str, words: list[str], said: str) -> None:
    path = tmp_path / "file.csv"
    path.write_text(content, "utf-8")
    done = palabre(path, *words)
    assert done.exit_code == 1
    assert said in done.output
    assert palabre(tmp_path / "missing.csv").exit_code == 1


def test_the_column_with_the_texts_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text("wish;place\n" + "".join(f"{text};north\n" for text in [*TREES, *BUSES]), "cp1252")
    found = json.loads(palabre(path, "--text-column", "Wish", "--json").output)
    assert sum(len(group["rows"]) for group in found["groups"]) + len(found["alone"]) == 8


def test_titles_are_in_the_language_that_is_asked_for(tmp_path: Path) -> None:
    texts = [
        "Plus d'arbres dans la rue",
        "Des arbres pour la place",
        "Les arbres de la cour",
        "Meer bomen in de straat",
        "Bomen op het plein",
    ]
    others = ["Un bus de nuit pour les jeunes", "Le bus de nuit est en retard", "Nachtbus voor de jongeren", "Meer nachtbussen"]
    path = tmp_path / "ideas.csv"
    path.write_text("text\n" + "\n".join([*texts, *others]), "utf-8")
    titles = {language: json.loads(palabre(path, "--json", "--language", language).output)["groups"] for language in ("fr", "nl")}
    assert any("rbres" in group["title"] for group in titles["fr"])
    assert any("omen" in group["title"] for group in titles["nl"])
