"""Contributions from a spreadsheet come into a process: texts, days and voices, and never who wrote them."""

from pathlib import Path

import pytest

from tests.volume.logs import say_in
from workshop.sheet import SheetError
from workshop.volume.incoming import Columns, Incoming, day_in, incoming

POLIS = Path(__file__).parents[3] / "shared" / "data" / "consultation" / "bowling-green-2050" / "comments.csv"
CARDS = """Idée;Date;Votes;Quartier;Nom;Contact
"Des arbres
et de l’ombre";21/03/2027;12;Nord;Ana Peeters;ana@example.org
des ARBRES et de l’ombre;22/03/2027;1;Sud;Bo;bo@example.org
;23/03/2027;1;Sud;Cy;cy@example.org
=Bancs;bientôt;x;;Di;di@example.org
""".encode()


def why(found: Incoming) -> dict[int, str]:
    return {one.number: say_in("en")(one.why) for one in found.left_out}


def test_texts_days_voices_and_chosen_facts_come_in() -> None:
    found = incoming(CARDS, Columns(facts=("Quartier",)))
    trees, benches = found.rows
    assert (trees.text, trees.row, trees.support, trees.day, trees.facts) == (
        "Des arbres\net de l’ombre", 2, 12, "2027-03-21", {"Quartier": "Nord"},
    )  # fmt: skip
    assert (benches.text, benches.support, benches.day, benches.facts) == ("=Bancs", 0, "", {})
    assert found.columns == Columns("Idée", "Date", "Votes", ("Quartier",))


def test_who_wrote_it_never_comes_in_not_even_when_it_is_asked_for() -> None:
    found = incoming(CARDS, Columns(facts=("Nom", "Contact", "Quartier")))
    assert found.people == ("Nom", "Contact")
    assert all(word not in repr(found) for word in ("Ana", "Peeters", "example.org"))


def test_what_does_not_come_in_is_said_with_the_reason() -> None:
    assert why(incoming(CARDS)) == {3: "it is the same as row 2", 4: "it is empty"}
    again = incoming(CARDS, there={"=bancs": "process/9"})
    assert why(again)[5] == "it is in the process already, as process/9"


@pytest.mark.parametrize("columns", [Columns(text="Nothing"), Columns(text="Nom")])
def test_a_column_that_is_not_there_or_has_names_is_refused(columns: Columns) -> None:
    with pytest.raises(SheetError):
        incoming(CARDS, columns)


@pytest.mark.parametrize(
    ("cell", "day"),
    [("2027-02-30", ""), ("31/12/26", "2026-12-31"), ("12/31/2026", "2026-12-31"), ("2027/3/1 10:00", "2027-03-01"), ("99/99/9999", "")],
)
def test_days_are_read_as_offices_write_them(cell: str, day: str) -> None:
    assert day_in(cell) == day


@pytest.mark.skipif(not POLIS.is_file(), reason="the consultation lies beside the checkout of the project only")
def test_a_real_consultation_comes_in_with_its_voices() -> None:
    found = incoming(POLIS.read_bytes())
    assert found.columns == Columns("comment-body", "timestamp", "agrees")
    assert "author-id" in found.people
    assert len(found.rows) + len(found.left_out) > 300
    assert {row.day[:4] for row in found.rows} <= {"2024", "2025"}
    assert found.rows[0].support == 57
    assert "the moderators of the platform took it out" in why(found).values()
    assert len({row.text.casefold() for row in found.rows}) == len(found.rows)
