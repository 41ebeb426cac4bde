"""What people type to find something, and how it is marked in what was found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.store.wanted import Piece, excerpt, look_for


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("shade", '"shade" *'),
        ("shade ", '"shade"'),
        ("Shade TREES", '"shade" AND "trees" *'),
        ('"old tree"', '"old tree"'),
        ('"old tr', '"old tr" *'),
        ("“old tree” « le banc »", '"old tree" AND "le banc"'),
        ("école", '"ecole" *'),
        ("l’école", '"l ecole" *'),
        ("AND OR NOT ( * ^ trees:", '"and" AND "or" AND "not" AND "trees" *'),
    ],
)
def test_words_phrases_and_a_beginning(query: str, asked: str) -> None:
    assert look_for(query).for_sqlite() == asked


@pytest.mark.parametrize("query", ["", "   ", '"', '""', "!?*(", "'; DROP TABLE event; --"[:1]])
def test_a_query_without_a_word_asks_for_nothing(query: str) -> None:
    assert look_for(query).parts == ()


def test_postgresql_is_asked_for_the_same() -> None:
    assert look_for('shade "old tree" ben').for_postgresql() == "(shade) & (old <-> tree) & (ben:*)"


def test_what_was_looked_for_is_marked_as_it_was_written() -> None:
    pieces = excerpt("Plus d’ombre près de l’École, svp", look_for("ecole OMB"))
    assert pieces == (
        Piece("Plus d’"), Piece("ombre", True), Piece(" près de l’"), Piece("École", True), Piece(", svp"),
    )  # fmt: skip


def test_a_phrase_is_marked_as_a_whole_and_a_long_text_is_cut_around_it() -> None:
    text = f"{'before ' * 80}the old tree {'behind ' * 80}"
    pieces = excerpt(text, look_for('"old tree"'))
    assert [one.text for one in pieces if one.hit] == ["old tree"]
    assert pieces[0].text == "… "
    assert pieces[-1].text == " …"
    assert sum(len(one.text) for one in pieces) < 400


@given(st.text(), st.text(max_size=400))
def test_any_query_marks_any_text_and_changes_none_of_its_words(query: str, text: str) -> None:
    pieces = excerpt(text, look_for(query))
    assert "".join(one.text for one in pieces).strip("… ") in " ".join(text.split())
