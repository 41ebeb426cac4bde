from pathlib import Path

import pytest

from workshop.language import Name, _, closest, direction, n_, said_date, speaker

OWN = Path(__file__).parents[1] / "workshop" / "locale"
PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

msgid "Hello {who}"
msgstr "Bonjour {who}"

msgid "{count} person"
msgid_plural "{count} people"
msgstr[0] "{count} personne"
msgstr[1] "{count} personnes"

msgid "Somebody"
msgstr "Quelqu’un"
"""


@pytest.fixture
def catalogs(tmp_path: Path) -> Path:
    (tmp_path / "fr.po").write_text(PO, encoding="utf-8")
    return tmp_path


def test_a_sentence_is_said_in_the_language_of_the_reader(catalogs: Path) -> None:
    assert speaker("fr", [catalogs])(_("Hello {who}", who="Ana")) == "Bonjour Ana"
    assert speaker("en", [catalogs])(_("Hello {who}", who="Ana")) == "Hello Ana"


@pytest.mark.parametrize(("count", "said"), [(0, "0 personne"), (1, "1 personne"), (2, "2 personnes")])
def test_french_counts_zero_as_singular(catalogs: Path, count: int, said: str) -> None:
    assert speaker("fr", [catalogs])(n_("{count} person", "{count} people", count)) == said


def test_what_people_wrote_is_neither_translated_nor_filled_in(catalogs: Path) -> None:
    assert speaker("fr", [catalogs])("Hello {who}") == "Hello {who}"
    assert speaker("fr", [catalogs])(_("Hello {who}", who="{count} {who.__class__}")) == "Bonjour {count} {who.__class__}"


def test_a_name_that_was_not_given_has_a_stand_in(catalogs: Path) -> None:
    say = speaker("fr", [catalogs], lambda person: "Zoé" if person == "p1" else "")
    assert say(Name("p1")) == "Zoé"
    assert say(Name("p2")) == "Quelqu’un"


@pytest.mark.parametrize(
    ("language", "said"), [("en", "1 October 2035"), ("fr", "1 octobre 2035"), ("es", "1 de octubre de 2035"), ("nl", "1 oktober 2035")]
)
def test_a_date_is_said_as_people_say_it(language: str, said: str) -> None:
    say = speaker(language, [OWN])
    assert say(said_date("2035-10-01")) == said
    assert [say(said_date(text)) for text in ("next spring", "20351001", "")] == ["next spring", "20351001", ""]


@pytest.mark.parametrize(
    ("wanted", "got"),
    [
        ("fr-BE,fr;q=0.9,en;q=0.8", "fr"),
        ("de,nl;q=0.7", "nl"),
        ("en;q=0.2, es;q=0.9", "es"),
        ("", "en"),
        ("de;q=x", "en"),
        ("xx", "en"),
    ],
)
def test_the_closest_language_of_ours(wanted: str, got: str) -> None:
    assert closest(wanted) == got


def test_a_language_is_written_from_one_side_or_the_other() -> None:
    assert [direction(tag) for tag in ("fr", "en", "ar", "he")] == ["ltr", "ltr", "rtl", "rtl"]
