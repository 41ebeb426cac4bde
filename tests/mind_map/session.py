"""A workshop that goes on: ideas come one by one and are placed, every 25 there are offers, and the facilitator takes them all."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sklearn.metrics import adjusted_rand_score

from methods.mind_map.communities import group_texts
from methods.mind_map.sketch import Present
from methods.mind_map.work import place_ideas, sort_ideas, suggest

EVERY = 25


@dataclass
class Session:
    """The ideas that came so far, the groups by their ids, and what happened to them."""

    texts: dict[str, str] = field(default_factory=dict)
    groups: dict[str, list[str]] = field(default_factory=dict)
    moved: int = 0
    moved_by_arrivals: int = 0
    agreement: list[float] = field(default_factory=list)
    offers: int = 0
    made: int = 0

    @property
    def homes(self) -> dict[str, str]:
        """The group of each idea that is in one."""
        return {idea: group for group, ideas in self.groups.items() for idea in ideas}

    def arrives(self, idea: str, text: str) -> None:
        """One more idea, and the machine places it, and those that are in no group yet."""
        before = self.homes
        self.texts[idea] = text
        new = [(id, text) for id, text in self.texts.items() if id not in before]
        known = [(group, [self.texts[id] for id in ideas]) for group, ideas in self.groups.items()]
        for id, group in place_ideas(1, new, known)["places"].items():
            self.groups[group].append(id)
        after = self.homes
        self.moved_by_arrivals += sum(after.get(id) != group for id, group in before.items())

    def sorts(self) -> None:
        """All ideas are grouped, at the beginning."""
        for group in sort_ideas(1, list(self.texts.items()), 1)["groups"]:
            self._group(group["ideas"])

    def takes_offers(self) -> None:
        """What the machine offers, all of it."""
        before = self.homes
        present = [Present(group, group, tuple(ideas)) for group, ideas in self.groups.items()]
        for offer in suggest(1, list(self.texts.items()), present, 1)["offers"]:
            self.offers += 1
            parts = [part["ideas"] for part in offer["parts"]]
            stays = offer["groups"][-1:]
            for group in offer["groups"]:
                del self.groups[group]
            for group in stays:
                self.groups[group] = list(parts.pop(0))
            for ideas in parts:
                self._group(ideas)
        after = self.homes
        self.moved += sum(after.get(id) != group for id, group in before.items())

    def _group(self, ideas: Sequence[str]) -> None:
        self.made += 1
        self.groups[f"g{self.made}"] = list(ideas)

    def labels(self) -> list[str]:
        """The group of each idea in the order in which they came; one that is in none is alone."""
        homes = self.homes
        return [homes.get(id, id) for id in self.texts]


def live(texts: Sequence[str]) -> Session:
    """A whole session: the first ideas are grouped as soon as there are 25 of them."""
    session = Session()
    for number, text in enumerate(texts, start=1):
        before = session.labels()
        if number < EVERY:
            session.texts[f"i{number}"] = text
            continue
        if number == EVERY:
            session.texts[f"i{number}"] = text
            session.sorts()
            continue
        session.arrives(f"i{number}", text)
        if number % EVERY == 0:
            session.takes_offers()
        session.agreement.append(adjusted_rand_score(before, session.labels()[:-1]))
    return session


def batch(texts: Sequence[str]) -> list[int]:
    """The same ideas grouped at once."""
    return group_texts(texts, 1)
