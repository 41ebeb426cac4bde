"""Changes of a text, word by word."""

from hypothesis import given
from hypothesis import strategies as st

from methods.consent.wording import changes
from workshop.blocks import Part

TEXTS = st.lists(st.sampled_from(["the", "square", "is", "closed", ",", ".", " ", "\n", "é", "16", "to", "19"]), max_size=30).map(
    " ".join
) | st.text(max_size=60)


def test_the_amendment_of_the_square() -> None:
    before = "From April, the square is closed to cars on weekdays, for good."
    after = "From April, the square is closed to cars on weekdays, except for deliveries, for six months."

    parts = changes(before, after)

    assert "".join(part.text for part in parts if part.change == "added") == "except for deliveries, for six months"
    assert "".join(part.text for part in parts if part.change == "removed") == "for good"


def test_the_same_text_is_one_run() -> None:
    assert changes("Closed to cars.", "Closed to cars.") == (Part("Closed to cars."),)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_the_changes(before: str, after: str) -> None:
    parts = changes(before, after)

    assert "".join(part.text for part in parts if part.change != "added") == before
    assert "".join(part.text for part in parts if part.change != "removed") == after
    assert all(part.text for part in parts if len(parts) > 1)
