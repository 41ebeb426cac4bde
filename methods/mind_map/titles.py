"""Titles for groups: the words that are frequent in a group and rare elsewhere, in the spelling of those who wrote them.

Source: c-TF-IDF of M. Grootendorst, "BERTopic" (2022), over words and pairs of words that stand side by side.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from textwrap import shorten

from methods.mind_map.pieces import plain
from methods.mind_map.stop_words import STOP

WORD = re.compile(r"[^\W\d_][\w'’-]*", re.UNICODE)
LETTERS = 21  # what a group's pill holds on the map
BEGINNING = 4  # words that begin alike are taken for one subject: "tree" and "trees"
Term = tuple[str, ...]


def titles_of(groups: Sequence[Sequence[str]], topic: str = "") -> list[str]:
    """A title for each group of texts: a pair of words, or one or two that were said more than once, else its most typical text.

    The words of the topic say nothing new, and no two groups get the same words.

    >>> titles_of([["More public transit", "Public transit at night", "Cheap public transit"], ["Plant oaks", "Oaks and elms"]])
    ['Public transit', 'Oaks']
    """
    counts = [Counter(term for text in group for term in set(_terms(text, topic))) for group in groups]
    everywhere: Counter[Term] = sum(counts, Counter())
    mean = sum(everywhere.values()) / max(1, len(groups))
    spelled = _spellings(text for group in groups for text in group)
    titles: list[str] = []
    for group, count in zip(groups, counts, strict=True):
        scores = {term: n * math.log1p(mean / everywhere[term]) for term, n in count.items() if _meant(term, count)}
        found = (_capital(title) for title in _candidates(scores, spelled))
        titles.append(next((title for title in found if title not in titles), _typical(group)))
    return titles


def _terms(text: str, topic: str) -> Iterator[Term]:
    """The words of a text that mean something, and the pairs of them with nothing but a space between."""
    without = STOP | {plain(word) for word in WORD.findall(topic)}
    before: re.Match[str] | None = None
    for match in WORD.finditer(text):
        word = plain(match[0])
        if len(word) < 3 or word in without or word.split()[0] in without:
            before = None
            continue
        yield (word,)
        if before and text[before.end() : match.start()].isspace():
            yield (plain(before[0]), word)
        before = match


def _meant(term: Term, count: Counter[Term]) -> bool:
    """Said more than once; and a pair is a usual one, in half of the texts that have its rarer word."""
    return count[term] > 1 and (len(term) == 1 or 2 * count[term] >= min(count[term[:1]], count[term[1:]]))


def _candidates(scores: dict[Term, float], spelled: dict[str, str]) -> Iterator[str]:
    """Titles, the best first: a strong pair alone, or the best word with the next that fits beside it."""
    ranked = sorted(scores, key=lambda term: (-scores[term] * len(term), term))
    for first in ranked:
        title = " ".join(spelled[word] for word in first)
        if len(first) == 1:
            beside = (spelled[one] for one, *more in ranked if not more and one[:BEGINNING] != first[0][:BEGINNING])
            fitting = next((word for word in beside if len(title) + 2 + len(word) <= LETTERS), "")
            title = f"{title}, {fitting}" if fitting else title
        if len(title) <= LETTERS:
            yield title


def _typical(group: Sequence[str]) -> str:
    """The text whose words the others share most, shortened."""
    words = [list(dict.fromkeys(_terms(text, ""))) for text in group]
    said = Counter(word for one in words for word in one)
    shared = [sum(said[word] for word in one) / max(1, len(one)) for one in words]
    best = max(range(len(group)), key=lambda place: shared[place], default=-1)
    return shorten(group[best], 2 * LETTERS, placeholder="…") if group else ""


def _spellings(texts: Iterable[str]) -> dict[str, str]:
    """The most frequent spelling of each word; capitals at the start of a text do not count."""
    forms: dict[str, Counter[str]] = {}
    for text in texts:
        for place, word in enumerate(WORD.findall(text)):
            form = word.lower() if place == 0 and not word.isupper() else word
            forms.setdefault(plain(word), Counter())[form] += 1
    return {word: min(found, key=lambda form: (-found[form], form)) for word, found in forms.items()}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
