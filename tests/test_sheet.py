"""Spreadsheets of contributions, as programs of offices write them."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.language import speaker
from workshop.messages import clean
from workshop.record.escape import cell
from workshop.sheet import Row, SheetError, fitting, read_sheet, rows_of

say = speaker("en", ())


def texts(content: bytes) -> list[str]:
    """What is read, from the column that is found."""
    sheet = read_sheet(content)
    place = sheet.column("text")
    assert place is not None
    return [row.text for row in rows_of(sheet, place)[0]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_whatever_a_spreadsheet_writes_the_texts_are_the_same(encoding: str, separator: str, end: str) -> None:
    lines = ["Quartier|Idée|Soutiens", "Nord|Un café à l’été|3", 'Sud|"Des arbres, des bancs ; de l’ombre"|', "||", 'Est|"dit ""oui"""|1']
    content = end.join(lines).replace("|", separator).encode(encoding)
    assert texts(content) == ["Un café à l’été", "Des arbres, des bancs ; de l’ombre", 'dit "oui"']


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"sep=;\r\ntext;votes\r\nTrees, oaks;2\r\n", ["Trees, oaks"]),
        (b"text\nTrees, benches and shade\nMore light\n", ["Trees, benches and shade", "More light"]),
        (b"Trees, benches and shade\nMore light\n", ["Trees, benches and shade", "More light"]),
        (b"name, text\nAnna, Trees\n", ["Trees"]),
        (b'text,votes\n"Trees\nand shade",1\n', ["Trees and shade"]),
        (b"text,votes\n'=1+1,1\n'quoted' word,2\n", ["=1+1", "'quoted' word"]),
        (b"\n\nText;\nTrees;;;\n;;\n", ["Trees"]),
        (b"text,votes\nTrees\x00\x07 here,1\n", ["Trees here"]),
    ],
)
def test_the_quirks_of_spreadsheets(content: bytes, found: list[str]) -> None:
    assert texts(content) == found


def test_the_columns_are_known_by_their_names_in_four_languages() -> None:
    for header in (
        "Bijdrage,Naam,Stemmen,Taal",
        "Propuesta,Autor,Votos,Idioma",
        "IDÉE,Auteur,Voix,Langue",
        "comment-body,author,votes,lang",
    ):
        sheet = read_sheet(f"{header}\nx,Anna,3,fr\n".encode())
        assert [sheet.column(kind) for kind in ("text", "author", "support", "language")] == [0, 1, 2, 3]
        assert rows_of(sheet, 0)[0] == (Row(2, "x", 3, "fr"),)


def test_a_column_that_no_name_tells_is_not_guessed() -> None:
    sheet = read_sheet(b"What do you wish?,Where?\nTrees,North\n")
    assert sheet.column("text") is None
    assert sheet.named(" what do you WISH? ") == 0
    assert rows_of(sheet, 0)[0] == (Row(2, "Trees"),)


@pytest.mark.parametrize(
    ("written", "people"), [("12", 12), ("12,0", 12), ("1 234", 1234), ("1\u00a0234", 1234), ("-3", 0), ("many", 0), ("", 0)]
)
def test_support_is_a_number_of_people(written: str, people: int) -> None:
    sheet = read_sheet(f'text,votes\nTrees,"{written}"\n'.encode())
    assert rows_of(sheet, 0)[0][0].support == people


def test_what_is_left_out_is_named_with_its_row_and_the_reason() -> None:
    rows, empty = rows_of(read_sheet(f"text,votes\nTrees,1\n ,2\n{'x' * 281},3\ntrees,4\nOaks,5\n".encode()), 0)
    kept, out = fitting(rows, 280)
    assert [row.text for row in kept] == ["Trees", "Oaks"]
    assert [(one.number, say(one.why)) for one in (*empty, *out)] == [
        (3, "it is empty"),
        (4, "it has 281 characters; a card has room for 280"),
        (5, "it is the same as row 2"),
    ]


@pytest.mark.parametrize("content", [b"", b"\n\n", b" ; \n", b"PK\x03\x04 a workbook", b'text\n"' + b"x" * 200_000])
def test_a_file_that_is_no_list_is_refused_with_what_to_do(content: bytes) -> None:
    with pytest.raises(SheetError) as error:
        read_sheet(content)
    assert say(error.value.why).endswith((".", "”."))


@given(st.lists(st.text(max_size=60), min_size=1, max_size=8))
def test_what_our_own_export_wrote_is_read_back(ideas: list[str]) -> None:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerows([("id", "text"), *((f"i{number}", cell(" ".join(clean(idea).split()))) for number, idea in enumerate(ideas))])
    read = texts(file.getvalue().encode())
    assert [text.strip("'") for text in read] == [text.strip("'") for idea in ideas if (text := " ".join(clean(idea).split()))]
