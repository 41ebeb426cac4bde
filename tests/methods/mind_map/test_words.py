"""The word table: its file, the words that stand for a word, and the languages of texts."""

from pathlib import Path

import numpy as np
import pytest

from methods.mind_map.words.finding import found
from methods.mind_map.words.languages import languages_of
from methods.mind_map.words.meanings import meanings
from methods.mind_map.words.table import FILE, Spoilt, Table, packed, table, unpacked

MEGABYTE = 1_000_000


def small() -> Table:
    words = {"de": 0, "fiets": 1, "maison": 2, "velo": 3, "weg": 4}
    masks = np.array([3, 2, 1, 1, 2], np.uint32)
    codes = np.array([[0, 255], [27, 27], [228, 228], [27, 28], [0, 0]], np.uint8)
    return Table(words, np.array([1, 200, 210, 220, 230], np.uint8), masks, codes, ("fr", "nl"))


def test_a_table_is_read_as_it_was_written() -> None:
    read = unpacked(packed(small()))

    assert read.rows == small().rows
    assert read.weights.tolist() == small().weights.tolist()
    assert read.masks.tolist() == small().masks.tolist()
    assert read.codes.tolist() == small().codes.tolist()
    assert read.languages == ("fr", "nl")


@pytest.mark.parametrize("place", [0, 17, 40, -1])
def test_a_spoilt_file_is_refused(place: int) -> None:
    data = bytearray(packed(small()))
    data[place] ^= 1

    with pytest.raises(Spoilt, match="make word-table"):
        unpacked(bytes(data))


def test_a_file_that_was_cut_is_refused() -> None:
    with pytest.raises(Spoilt):
        unpacked(packed(small())[:-1])


def test_without_its_file_there_is_an_empty_table_and_a_line_in_the_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    empty = table(tmp_path / "none.bin")
    table.cache_clear()

    assert meanings(["maison"], empty).tolist() == [[0] * 256]
    assert languages_of(["maison"], empty) == [""]
    assert "none.bin" in caplog.text


def test_two_bits_a_column_stand_for_four_levels() -> None:
    assert small().vectors(np.array([1])).tolist() == [[10, 3, -3, -10] * 2]


@pytest.mark.parametrize(
    ("word", "words"),
    [
        ("fietsen", ("fiets",)),
        ("fietsenstalling", ("fiets", "stalling")),
        ("vakantiehuis", ("vakantie", "huis")),
        ("huizenmarkt", ()),
        ("vakantieganger", ("vakantie",)),
        ("huisvestingsbeleidsplan", ()),
        ("boom", ()),
    ],
)
def test_unknown_words_are_taken_for_the_word_they_bend_for_their_parts_or_for_their_beginning(word: str, words: tuple[str, ...]) -> None:
    known = {word: row for row, word in enumerate(["fiets", "stalling", "vakantie", "huis"])}

    assert found(word, known) == tuple(known[one] for one in words)


def test_the_others_of_a_session_help_to_tell_the_language_of_a_short_text() -> None:
    assert languages_of(["de", "velo maison", "la maison"], small()) == ["fr", "fr", "fr"]
    assert languages_of(["de", "fiets weg", "de fiets"], small()) == ["nl", "nl", "nl"]


def test_a_given_language_is_not_guessed() -> None:
    assert languages_of(["maison", "fiets"], small(), ["ca", ""]) == ["ca", "nl"]


def test_the_table_that_is_shipped_is_whole_and_small() -> None:
    shipped = table()

    assert len(shipped.rows) > 100_000
    assert FILE.stat().st_size < 14 * MEGABYTE
    assert shipped.vectors(np.array([0])).shape == (1, 256)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Plus de pistes cyclables en ville"),
        ("en", "More cycle lanes in the city"),
        ("es", "Más carriles para bicicletas en la ciudad"),
        ("nl", "Meer fietspaden in de stad"),
        ("de", "Mehr Radwege in der Stadt"),
        ("it", "Più piste ciclabili in città"),
        ("pt", "Mais ciclovias na cidade"),
        ("pl", "Więcej ścieżek rowerowych w mieście"),
        ("tr", "Şehirde daha fazla bisiklet yolu"),
        ("ar", "المزيد من مسارات الدراجات في المدينة"),
    ],
)
def test_the_table_tells_languages(language: str, text: str) -> None:
    assert languages_of([text], table()) == [language]
