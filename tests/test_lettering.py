import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.blocks.lettering import letters_of_map, lines_of, shortened, size_of_title, spread, width


@given(st.text(max_size=120), st.integers(4, 40), st.integers(1, 4))
def test_a_text_is_never_wider_than_its_place(text: str, letters: int, most: int) -> None:
    assert width(shortened(text, letters)) <= letters
    lines = lines_of(text, letters, most)
    assert 1 <= len(lines) <= most
    assert all(width(line) <= letters for line in lines)


def test_lines_end_between_words_where_words_fit_on_a_line() -> None:
    assert lines_of("Une place pour toutes et tous", 14, 4) == ["Une place pour", "toutes et tous"]
    assert lines_of("a Donaudampfschifffahrt", 8, 4) == ["a Donaud", "ampfschi", "fffahrt"]
    assert lines_of("Benches with backs in the shade", 14, 1) == ["Benches with…"]


def test_texts_are_cut_between_words_and_wide_letters_count_for_two() -> None:
    assert shortened("Benches with backs", 14) == "Benches with…"
    assert shortened("Benches", 7) == "Benches"
    assert shortened("木" * 10, 10) == "木木木木…"


@pytest.mark.parametrize(("text", "lines", "letters"), [("Places to sit and to meet", 2, 13), ("Shade", 1, 5), ("one two three", 3, 5)])
def test_a_text_is_spread_evenly_over_its_lines(text: str, lines: int, letters: int) -> None:
    assert spread(text, lines) == letters
    assert all(width(line) <= letters for line in lines_of(text, letters, lines))


def test_letters_of_a_map_become_smaller_with_its_rows_and_titles_larger_with_its_groups() -> None:
    sizes = [letters_of_map(rows, 820) for rows in (1, 3, 5, 6, 15, 18, 30)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[3] == sizes[4] > sizes[-1]
    assert size_of_title(1) < size_of_title(12) < size_of_title(60)
