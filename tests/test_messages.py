from dataclasses import dataclass

import pytest

from workshop.messages import CODE_LETTERS, BadMessage, Day, Id, Line, Paragraph, clean, new_code, read, write


@dataclass(frozen=True)
class Idea:
    id: Id
    text: Line
    more: Paragraph = ""
    due: Day = ""


def test_a_dataclass_survives_the_journey() -> None:
    idea = Idea("i1", "Trees", "Many\nof them")
    assert read(Idea, write(idea)) == idea


def test_what_does_not_fit_is_named() -> None:
    with pytest.raises(BadMessage, match="text"):
        read(Idea, {"id": "i1"})
    with pytest.raises(BadMessage, match="id"):
        read(Idea, {"id": "<script>", "text": "x"})


def test_a_line_is_one_line_and_a_text_keeps_its_own() -> None:
    idea = read(Idea, {"id": "i", "text": "  a\n b\t c ", "more": " a\nb "})
    assert (idea.text, idea.more) == ("a b c", "a\nb")


def test_too_long_is_refused_not_cut() -> None:
    assert len(read(Idea, {"id": "i", "text": "x" * 280}).text) == 280
    with pytest.raises(BadMessage):
        read(Idea, {"id": "i", "text": "x" * 281})


@pytest.mark.parametrize("day", ["in spring", "2027-02-30", "20270321", "2027-W12-7"])
def test_a_day_is_written_year_month_day_or_not_yet(day: str) -> None:
    assert read(Idea, {"id": "i", "text": "x", "due": "2027-03-21"}).due == "2027-03-21"
    assert read(Idea, {"id": "i", "text": "x", "due": ""}).due == ""
    with pytest.raises(BadMessage, match="year-month-day"):
        read(Idea, {"id": "i", "text": "x", "due": day})


def test_control_and_direction_marks_are_taken_out_and_letters_composed() -> None:
    assert clean("a\x00b\x1b\u202ec\u2066d") == "abcd"
    assert clean("e\u0301") == "é"
    assert clean("👩‍👧 ﷺ") == "👩‍👧 ﷺ"


def test_codes_have_no_letters_that_look_alike() -> None:
    assert not set("01ILO") & set(CODE_LETTERS)
    assert len({new_code() for _ in range(200)}) == 200
