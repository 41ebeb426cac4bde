"""A facilitator who arranges a map, and a machine that groups again: whether what was fixed is so, and what it costs the others."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from sklearn.metrics import adjusted_rand_score

from methods.mind_map.sketch import Present, Rules
from methods.mind_map.work import sort_ideas, suggest

Groups = dict[str, list[str]]


@dataclass
class Arranged:
    """How many of each were asked and are so, and the quality of the ideas that nobody touched, with and without the edits."""

    pins: Counter[bool]
    together: Counter[bool]
    apart: Counter[bool]
    untouched: float
    alone: float


def arranged(texts: Sequence[str], truth: Sequence[str], seed: int) -> Arranged:
    """Six cards dragged to where most of their subject are, a merge, a split, pairs kept together and apart; then grouped again."""
    random = Random(seed)
    ideas = [(f"i{number}", text) for number, text in enumerate(texts)]
    subject = {id: label for (id, _text), label in zip(ideas, truth, strict=True)}
    groups = {f"g{number}": list(group["ideas"]) for number, group in enumerate(sort_ideas(1, ideas, seed)["groups"])}
    rules = _edits(random, groups, subject)
    present = [Present(id, id, tuple(members)) for id, members in groups.items()]
    homes = _homes(sort_ideas(1, ideas, seed, groups=present, rules=rules))
    plain = _homes(sort_ideas(1, ideas, seed))
    touched = {*rules.pins, *(id for pair in (*rules.together, *rules.apart) for id in pair)}
    free = [id for id, _text in ideas if id not in touched]
    for offer in suggest(1, ideas, present, seed, rules=rules)["offers"]:  # whoever takes all of them breaks nothing either
        homes |= {} if _keeps(offer, rules) else dict.fromkeys(rules.pins, "broken")
    return Arranged(
        Counter(homes.get(id) == group for id, group in rules.pins.items()),
        Counter(homes.get(one) == homes.get(other) is not None for one, other in rules.together),
        Counter(homes.get(one, one) != homes.get(other, other) for one, other in rules.apart),
        adjusted_rand_score([subject[id] for id in free], [homes.get(id, id) for id in free]),
        adjusted_rand_score([subject[id] for id in free], [plain.get(id, id) for id in free]),
    )


def _edits(random: Random, groups: Groups, subject: dict[str, str]) -> Rules:
    """What the facilitator does, in `groups`, and what is fixed by it."""
    pins: dict[str, str] = {}
    for _time in range(6):
        idea = random.choice([id for members in groups.values() for id in members if id not in pins and len(members) > 1])
        to = max(groups, key=lambda group: sum(subject[id] == subject[idea] for id in groups[group]) / len(groups[group]))
        _put(groups, idea, to)
        pins[idea] = to
    together: list[tuple[str, str]] = []
    free = sorted(set(groups) - set(pins.values()))
    if len(free) > 1:
        gone, into = random.sample(free, 2)
        groups[into] += groups.pop(gone)
        together = list(pairwise(groups[into]))
    largest = max(groups, key=lambda group: (len(groups[group]), group))
    half = [id for id in groups[largest][::2] if id not in pins and not any(id in pair for pair in together)]
    groups["new"] = half
    groups[largest] = [id for id in groups[largest] if id not in half]
    pins |= dict.fromkeys(half, "new") | dict.fromkeys(groups[largest], largest)
    loose = [id for members in groups.values() for id in members if id not in pins and not any(id in pair for pair in together)]
    random.shuffle(loose)
    home = {id: group for group, members in groups.items() for id in members}
    pairs = list(zip(loose[::2], loose[1::2], strict=False))
    apart = [pair for pair in pairs if home[pair[0]] != home[pair[1]]][:2]
    same = [pair for pair in pairs if home[pair[0]] == home[pair[1]]][:2]
    return Rules(pins, (*together, *same), tuple(apart))


def _put(groups: Groups, idea: str, to: str) -> None:
    for members in groups.values():
        if idea in members:
            members.remove(idea)
    groups[to].append(idea)


def _homes(found: dict[str, object]) -> dict[str, str]:
    groups = found["groups"]
    assert isinstance(groups, list)
    return {idea: group["id"] or f"new {number}" for number, group in enumerate(groups) for idea in group["ideas"]}


def _keeps(offer: dict[str, object], rules: Rules) -> bool:
    """Whether an offer leaves pins where they are and pairs as they are to be."""
    parts, groups = offer["parts"], offer["groups"]
    assert isinstance(parts, list)
    assert isinstance(groups, list)
    stays = groups[-1] if groups else ""
    homes = {id: stays if number == 0 else f"part {number}" for number, part in enumerate(parts) for id in part["ideas"]}
    pinned = all(homes.get(id, group) == group for id, group in rules.pins.items())
    near = all(homes.get(one) == homes.get(other) for one, other in rules.together if one in homes and other in homes)
    return pinned and near and all(homes.get(one, 0) != homes.get(other, 1) for one, other in rules.apart)
