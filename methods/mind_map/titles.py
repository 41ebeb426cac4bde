"""Titles for groups: words that are frequent in a group, rare elsewhere, and near to what it is about, as those who wrote them spell them.

Source: c-TF-IDF of M. Grootendorst, "BERTopic" (2022), over words and pairs of words that stand side by side, times the cosine of the
words to the middle of the group.
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from textwrap import shorten

from methods.mind_map.graph import cosines
from methods.mind_map.pieces import plain
from methods.mind_map.stop_words import STOP, language_of, most_spoken
from methods.mind_map.vectors import vectors_of

WORD = re.compile(r"[^\W\d_][\w'’-]*", re.UNICODE)
ELIDED = re.compile(r"^(?:[ldnscjmt]|qu)['’](?=\w)", re.IGNORECASE)
ELIDED_PLAIN = re.compile(r"^(?:[ldnscjmt]|qu) ")
LETTERS = 21  # what a group's pill holds on the map
BEGINNING = 4  # words that begin alike are taken for one subject: "tree" and "trees"
CENTRAL = 12  # so many texts say what a group is about
WEIGHED = 8  # so many terms of a group are compared with its middle
ALIKE = 0.8  # two terms that are nearer than this say the same
Term = tuple[str, ...]
Scores = dict[Term, float]


def titles_of(groups: Sequence[Sequence[str]], topic: str = "", language: str = "", taken: Collection[str] = ()) -> list[str]:
    """A title for each group of texts (the most typical first): two words, or one, that were said more than once, else its first text.

    The words of the topic say nothing new, and no two groups get the same words, nor those `taken` by others. Where several languages
    are spoken, the words are those of one: of the `language`, or of the one that most of the texts are in.

    >>> titles_of([["More public transit", "Public transit at night", "Cheap public transit"], ["Plant oaks", "Oaks and elms"]])
    ['Public transit', 'Oaks']
    """
    language = language or most_spoken(text for group in groups for text in group)
    heard = [_in_language(group, language) for group in groups]
    counts = [Counter(term for text in group for term in set(_terms(text, topic))) for group in heard]
    everywhere: Counter[Term] = sum(counts, Counter())
    mean = sum(everywhere.values()) / max(1, len(groups))
    spelled = _spellings(text for group in heard for text in group)
    scores = [{term: n * math.log1p(mean / everywhere[term]) for term, n in count.items() if _meant(term, count)} for count in counts]
    titles: list[str] = []
    for group, told, same in zip(groups, *_weighed(heard, scores, spelled), strict=True):
        found = (_capital(title) for title in _candidates(told, spelled, same))
        titles.append(next((title for title in found if title not in titles and title not in taken), _first(group)))
    return titles


def _in_language(group: Sequence[str], language: str) -> Sequence[str]:
    """The texts of a group that are in a language, where they are enough to speak for it."""
    own = [text for text in group if language_of(text) in (language, "")]
    return own if len(own) >= max(2, len(group) / 4) else group


def _weighed(
    groups: Sequence[Sequence[str]], scores: Sequence[Scores], spelled: dict[str, str]
) -> tuple[list[Scores], list[set[frozenset[Term]]]]:
    """The best terms of each group with their scores times their cosine to its middle, and the pairs of them that say the same."""
    central = [group[:CENTRAL] for group in groups]
    best = [sorted(found, key=lambda term: (-found[term] * len(term), term))[:WEIGHED] for found in scores]
    terms = list(dict.fromkeys(term for found in best for term in found))
    said = {term: " ".join(spelled[word] for word in term) for term in terms}
    texts = [text for group in central for text in group]
    rows = vectors_of([*texts, *said.values()])
    place = {term: len(texts) + number for number, term in enumerate(terms)}
    told, same, start = [], [], 0
    for found, group, ranked in zip(scores, central, best, strict=True):
        own = rows[[place[term] for term in ranked]]
        near = cosines(own, rows[start : start + len(group)]).mean(axis=1).round(4).tolist() if ranked and len(group) else []
        told.append({term: found[term] * max(0.01, cosine) for term, cosine in zip(ranked, near, strict=True)})
        alike = cosines(own) > ALIKE
        same.append({frozenset((ranked[one], ranked[other])) for one, other in zip(*alike.nonzero(), strict=True)})
        start += len(group)
    return told, same


def _terms(text: str, topic: str) -> Iterator[Term]:
    """The words of a text that mean something, and the pairs of them with nothing but a space between."""
    without = STOP | {_plain(_bare(word)) for word in WORD.findall(topic)}
    before: re.Match[str] | None = None
    for match in WORD.finditer(text):
        bare = _plain(_bare(match[0]))
        if len(bare) < 3 or bare in without or bare.split()[0] in without:
            before = None
            continue
        yield (bare,)
        if before and text[before.end() : match.start()].isspace():
            yield (_plain(_bare(before[0])), _plain(match[0]))
        before = match


@lru_cache(maxsize=50_000)
def _plain(word: str) -> str:
    return plain(word)


def _bare(word: str) -> str:
    """A word without an article of one letter: "l'école"."""
    return ELIDED.sub("", word)


def _meant(term: Term, count: Counter[Term]) -> bool:
    """Said more than once; and a pair is a usual one, in half of the texts that have its rarer word."""
    first, last = (count[(word,)] for word in (term[0], ELIDED_PLAIN.sub("", term[-1])))
    return count[term] > 1 and (len(term) == 1 or 2 * count[term] >= min(first, last))


def _candidates(scores: Scores, spelled: dict[str, str], same: set[frozenset[Term]]) -> Iterator[str]:
    """Titles, the best first: a strong pair alone, or the best word with the next that fits beside it and says something else."""
    ranked = sorted(scores, key=lambda term: (-scores[term] * len(term), term))
    for first in ranked:
        title = " ".join(spelled[word] for word in first)
        if len(first) == 1:
            singles = [term for term in ranked if len(term) == 1 and frozenset((first, term)) not in same]
            beside = (spelled[term[0]] for term in singles if term[0][:BEGINNING] != first[0][:BEGINNING])
            fitting = next((word for word in beside if len(title) + 2 + len(word) <= LETTERS), "")
            title = f"{title}, {fitting}" if fitting else title
        if len(title) <= LETTERS:
            yield title


def _first(group: Sequence[str]) -> str:
    return shorten(group[0], 2 * LETTERS, placeholder="…") if group else ""


def _spellings(texts: Iterable[str]) -> dict[str, str]:
    """The most frequent spelling of each word; capitals at the start of a text do not count."""
    forms: dict[str, Counter[str]] = {}
    for text in texts:
        for place, word in enumerate(WORD.findall(text)):
            form = word.lower() if place == 0 and not word.isupper() else word
            for one in {form, _bare(form)}:
                forms.setdefault(_plain(one), Counter())[one] += 1
    return {word: min(found, key=lambda form: (-found[form], form)) for word, found in forms.items()}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
