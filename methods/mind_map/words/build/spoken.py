"""In which languages a word is usual, as Lingua guesses by its letters, and as the lists of words of grammar say."""

from collections.abc import Mapping, Sequence

import numpy as np
from lingua import Language, LanguageDetectorBuilder
from numpy.typing import NDArray

from methods.mind_map.words.build.lists import LANGUAGES, OTHERS

LEAST, PART = 0.08, 0.25  # of the confidence, and of that of the likeliest language
BATCH, MOST = 5000, 6


def guesses(words: Sequence[str]) -> list[dict[str, float]]:
    """For each word how sure it is to be of a language, the likeliest first."""
    known = {language.iso_code_639_1.name.lower(): language for language in Language.all()}
    builder = LanguageDetectorBuilder.from_languages(*[known[code] for code in (*LANGUAGES, *OTHERS) if code in known])
    detector = builder.build()
    found: list[dict[str, float]] = []
    for start in range(0, len(words), BATCH):
        every = detector.compute_language_confidence_values_in_parallel(list(words[start : start + BATCH]))
        found += [{value.language.iso_code_639_1.name.lower(): value.value for value in values[:MOST]} for values in every]
    return found


def masks(own: Sequence[str], guessed: Sequence[Mapping[str, float]], grammar: Mapping[str, set[str]]) -> NDArray[np.uint32]:
    """The languages of each word as bits, in the order of `LANGUAGES`."""
    bits = [1 << place for place in range(len(LANGUAGES))]
    found = []
    for word, sure in zip(own, guessed, strict=True):
        least = max(LEAST, PART * max(sure.values(), default=0))
        mine = [sure.get(language, 0) >= least or word in grammar[language] for language in LANGUAGES]
        found.append(sum(bit for bit, one in zip(bits, mine, strict=True) if one))
    return np.array(found, np.uint32)
