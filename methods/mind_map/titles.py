"""Titles for groups: the words that are frequent in a group and rare elsewhere, in the spelling of those who wrote them.

Source: c-TF-IDF of M. Grootendorst, "BERTopic" (2022).
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from methods.mind_map.similarity import plain

WORD = re.compile(r"[^\W\d_][\w'’-]*", re.UNICODE)
# Words that say nothing of a subject, in our four languages.
STOP_WORDS = """
    a about after all also an and any are as at be because been before but by can could do does for from get had has have he
    her his how i if in into is it its just let like make many may me more most must my need needs no not of off on one only
    or other our out over own please people put real should so some somebody something such than that the their them then
    there these they thing things this those to too under until up us use very want was we were what when where which while
    who will with without would you your yes au aux avec ce ces cette comme dans de des du elle en est et etre faire faut il
    ils je la le les leur leurs lui mais meme mettre moins ne nos notre nous ou par pas plus pour que qui sa sans se ses si
    son sont sur tout tous toute toutes tres un une vos votre vous al algo como con contra cual cuando del desde donde el
    ella ellas ellos entre era es esa ese eso esta estan este esto ha hacer hasta hay las lo los mas mi muy o para pero poco
    por porque ser sin sobre su sus tambien te tener tiene todo todos una uno unos y ya aan alle als bij dan dat deze die
    dit door dus een er geen haar heb hebben heeft het hij hoe iets ik ja kan kunnen maar meer men met mijn moet moeten naar
    niet nog nu om omdat onder ons onze ook op tegen tot uit van veel voor waar wat wel wie wij willen worden wordt zal ze
    zich zijn zo zonder zou
"""
STOP = frozenset(STOP_WORDS.split())


def titles_of(groups: Sequence[Sequence[str]], words: int = 2) -> list[str]:
    """A title for each group of texts: up to `words` words with a comma between, or a shortened text where there is none."""
    counts = [Counter(token for text in group for token in set(_tokens(text))) for group in groups]
    everywhere: Counter[str] = sum(counts, Counter())
    mean = sum(everywhere.values()) / max(1, len(groups))
    spelled = _spellings(text for group in groups for text in group)
    titles: list[str] = []
    for group, count in zip(groups, counts, strict=True):
        score = {token: n * math.log1p(mean / everywhere[token]) for token, n in count.items()}
        best = _distinct(sorted(score, key=lambda token: (-score[token], token)), words)
        titles.append(_capital(", ".join(spelled[token] for token in best)) or (group[0][:40] if group else ""))
    return titles


def _tokens(text: str) -> list[str]:
    tokens = (plain(word) for word in WORD.findall(text))
    return [token for token in tokens if len(token) > 2 and token not in STOP and " " not in token]


def _spellings(texts: Iterable[str]) -> dict[str, str]:
    """The most frequent spelling of each token; capitals at the start of a text do not count."""
    forms: dict[str, Counter[str]] = {}
    for text in texts:
        for place, word in enumerate(WORD.findall(text)):
            form = word.lower() if place == 0 and not word.isupper() else word
            forms.setdefault(plain(word), Counter())[form] += 1
    return {token: min(found, key=lambda form: (-found[form], form)) for token, found in forms.items()}


def _distinct(tokens: Sequence[str], words: int) -> list[str]:
    """The first tokens that do not begin alike: "tree" and "trees" are one subject."""
    chosen: list[str] = []
    for token in tokens:
        if len(chosen) == words:
            break
        if not any(token[:4] == other[:4] for other in chosen):
            chosen.append(token)
    return chosen


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
