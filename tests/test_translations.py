"""Every sentence of the product is there in every language: complete, with the same places, and no sentence too many."""

import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from methods.brainstorm.method import method as brainstorm
from methods.check_in.method import method as check_in
from workshop.blocks import Choices, Text, encode
from workshop.language import LANGUAGES, _, n_, speaker
from workshop.method import Method, Viewer

ROOT = Path(__file__).parents[1]
PARTS = ("workshop", "methods", "static")
TRANSLATED = tuple(language for language in LANGUAGES if language != "en")
CATALOGS = [(part, language) for part in PARTS for language in TRANSLATED]
ENDINGS = {".": "stop", "…": "stop", "?": "question", "!": "call", ":": "colon", ";": "semicolon", ",": "comma"}

Sentence = str | tuple[str, str]
every_catalog = pytest.mark.parametrize(("part", "language"), CATALOGS)


@cache
def sentences(part: str) -> frozenset[Sentence]:
    """What the code of a part says, found by Babel as `make messages` finds it; a sentence that counts as (one, many)."""
    how = [("vendor/**", "ignore"), ("**.js", "javascript")] if part == "static" else [("**.py", "python")]
    keywords = {"t": None} if part == "static" else {"_": None, "n_": (1, 2)}
    found = extract_from_dir(ROOT / part, method_map=how, keywords=keywords)
    return frozenset(text if isinstance(text, str) else (text[0], text[1]) for _file, _line, text, _comments, _context in found)


@cache
def catalog(part: str, language: str) -> Catalog:
    """The catalog of a part in a language."""
    with (ROOT / part / "locale" / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


def entries(part: str, language: str) -> Iterator[Message]:
    """The sentences of a catalog, without its head."""
    return (message for message in catalog(part, language) if message.id)


def known(message: Message) -> Sentence:
    """A catalog's sentence as the code has it."""
    return message.id if isinstance(message.id, str) else (message.id[0], message.id[1])


def pairs(message: Message) -> Iterator[tuple[str, str]]:
    """Each form of the English beside the same form of the translation."""
    if isinstance(message.id, str):
        yield message.id, str(message.string)
    else:
        yield from zip(message.id, message.string or (), strict=True)


def places(text: str) -> list[str]:
    """The {named} places of a text, sorted."""
    return sorted(name for _text, name, _format, _conversion in string.Formatter().parse(text) if name is not None)


def ending(text: str) -> str:
    """How a sentence ends: the kind of its last sign."""
    return ENDINGS.get(text.rstrip()[-1:], "")


@pytest.mark.parametrize("part", PARTS)
def test_sentences_are_found_in_every_part(part: str) -> None:
    assert len(sentences(part)) > 20


@every_catalog
def test_every_sentence_is_translated(part: str, language: str) -> None:
    said = {known(message) for message in entries(part, language) if not message.fuzzy and all(said for _, said in pairs(message))}
    assert sorted(map(str, sentences(part) - said)) == []


@every_catalog
def test_no_catalog_has_a_sentence_that_the_code_no_longer_says(part: str, language: str) -> None:
    assert sorted(map(str, {known(message) for message in entries(part, language)} - sentences(part))) == []
    assert not catalog(part, language).obsolete


@every_catalog
def test_a_translation_has_the_places_of_the_english(part: str, language: str) -> None:
    for message in entries(part, language):
        forms = [places(english) for english, _said in pairs(message)]
        for english, said in pairs(message):
            # "One person passed." may become "{count} personne …": its plural has the place
            assert places(said) == places(english) or (len(forms) > 1 and places(said) == forms[1]), said


@every_catalog
def test_a_translation_ends_as_the_english_does(part: str, language: str) -> None:
    for message in entries(part, language):
        for english, said in pairs(message):
            assert ending(said) == ending(english), said


@every_catalog
def test_a_translation_keeps_the_spaces_around_it(part: str, language: str) -> None:
    for message in entries(part, language):
        for english, said in pairs(message):
            assert len(said) - len(said.lstrip()) == len(english) - len(english.lstrip()), said
            assert len(said) - len(said.rstrip()) == len(english) - len(english.rstrip()), said


@every_catalog
def test_a_catalog_says_how_its_language_counts(part: str, language: str) -> None:
    text = (ROOT / part / "locale" / f"{language}.po").read_text(encoding="utf-8")
    assert f'"Language: {language}\\n"' in text
    assert '"Plural-Forms: nplurals=2;' in text


@every_catalog
def test_a_catalog_changes_only_with_its_sentences(part: str, language: str) -> None:
    text = (ROOT / part / "locale" / f"{language}.po").read_text(encoding="utf-8")
    assert not re.search(r"^#: |^\"(POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator)", text, re.MULTILINE)
    found = [message.id if isinstance(message.id, str) else message.id[0] for message in entries(part, language)]
    assert found == sorted(found)


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_sentence_that_several_parts_say_is_translated_once(language: str) -> None:
    said: dict[str, set[tuple[str, ...]]] = {}
    for part in PARTS:
        for message in entries(part, language):
            forms = list(pairs(message))
            said.setdefault(forms[0][0], set()).add(tuple(text for _english, text in forms))
    assert {english: texts for english, texts in said.items() if len(texts) > 1} == {}


@pytest.mark.parametrize("part", PARTS)
def test_french_has_its_spaces_and_signs(part: str) -> None:
    for message in entries(part, "fr"):
        for _english, said in pairs(message):
            assert not re.search(r" [?!:;»]|« |[^\s\u00a0][?!;»]|['\"]", said), said


@pytest.mark.parametrize("part", PARTS)
def test_spanish_opens_what_it_asks(part: str) -> None:
    for message in entries(part, "es"):
        for _english, said in pairs(message):
            assert said.count("?") == said.count("¿"), said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "One reason is still to be written."),
        ("fr", "Une raison reste à écrire."),
        ("es", "Falta escribir una razón."),
        ("nl", "Eén reden moet nog geschreven worden."),
    ],
)
def test_a_screen_is_in_the_language_of_its_reader(language: str, said: str) -> None:
    say = speaker(language, [ROOT / "workshop" / "locale", ROOT / "methods" / "locale"])
    counted = n_("One reason is still to be written.", "{count} reasons are still to be written.", 1)
    screen = encode([Text(id="text", text=counted), Choices(id="own", items=(), command="", argument="", send="Send")], say)
    assert screen["text"]["text"] == said
    assert screen["own"]["send"] == "Send", "what is not a sentence of ours stays as it is"
    assert say(_("Somebody")) != ""


@pytest.mark.parametrize(
    ("method", "asked"),
    [(check_in, "In één woord: hoe komt u vandaag binnen?"), (brainstorm, "Wat zijn uw ideeën?")],
    ids=lambda value: getattr(value, "name", ""),
)
def test_a_step_without_its_own_question_asks_ours_in_the_language_of_the_reader(method: Method, asked: str) -> None:
    blocks = method.view(method.start(method.settings(), (), 1), Viewer("wall"))
    screen = encode(blocks, speaker("nl", [method.locale]))
    assert screen["question"]["text"] == asked
