"""Lists of people, as people write them."""

from pathlib import Path

import pytest

from workshop.guests import GuestsError, numbered, pairs, read


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "people.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_a_list_has_names_hosts_wishes_and_what_to_mix(tmp_path: Path) -> None:
    found = read(written(tmp_path, "name,host,district,with,apart\nAnna,x,North,Ben;Cem,\nBen,,South,Anna,\nCem,no,North,,Ben\n"))
    assert found.names == ("Anna", "Ben", "Cem")
    assert found.hosts == ("Anna",)
    assert (found.attributes, found.values) == (("district",), (("North",), ("South",), ("North",)))
    assert found.together == (("Anna", "Ben"), ("Anna", "Cem"))
    assert found.apart == (("Cem", "Ben"),)


def test_a_spreadsheet_writes_semicolons_its_own_letters_and_empty_lines(tmp_path: Path) -> None:
    found = read(written(tmp_path, "Name;Quartier\r\nZoé;Nord\r\n;\r\nÉlie;\r\n", "cp1252"))
    assert found.names == ("Zoé", "Élie")
    assert found.values == (("Nord",), ("",))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "not a list of people"),
        ("who\nAnna\n", "no column called name; it has who"),
        ("name,district\n,North\n", "nobody in its column name"),
        ("name\nAnna\nBen\nAnna\n", "more than once: Anna"),
        ("name,with\nAnna,Zed\n", "Anna has Zed in the column with"),
    ],
)
def test_a_list_that_does_not_fit_says_why(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(GuestsError, match=says):
        read(written(tmp_path, text))


def test_a_wish_names_two_or_more() -> None:
    names = numbered(4).names
    assert pairs("1+2+4", names) == (("1", "2"), ("1", "4"), ("2", "4"))
    for text, says in (("1", "fewer than two"), ("1+9", "nobody is called 9")):
        with pytest.raises(GuestsError, match=says):
            pairs(text, names)
