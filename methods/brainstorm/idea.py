"""One idea, and those that say the same: shown once, each with its own words and its own author."""

from dataclasses import dataclass

from immutables import Map

from methods.brainstorm.vocabulary import PAPER, SHEET

UNSIGNED = frozenset({PAPER, SHEET})


@dataclass(frozen=True)
class Idea:
    """One card; `askers` are those to whom it is unclear.

    `before` is the support that it had in the spreadsheet from which it came.
    `into` is the id of the idea under which this one is shown, "" where it is shown by itself; `same` are those shown under this one.
    """

    id: str
    by: str
    text: str
    number: int
    supporters: Map[str, bool] = Map()
    askers: frozenset[str] = frozenset()
    hidden: bool = False
    withdrawn: bool = False
    into: str = ""
    same: tuple["Idea", ...] = ()
    before: int = 0

    @property
    def stands(self) -> bool:
        """Whether it is there for everybody, by itself."""
        return not self.hidden and not self.withdrawn and not self.into

    @property
    def wordings(self) -> tuple["Idea", ...]:
        """The idea and those that say the same."""
        return (self, *self.same)

    @property
    def paper(self) -> int:
        """How many of them came on paper."""
        return sum(one.by == PAPER for one in self.wordings)

    @property
    def listed(self) -> int:
        """How many of them came from a spreadsheet."""
        return sum(one.by == SHEET for one in self.wordings)

    @property
    def authors(self) -> frozenset[str]:
        """Who wrote it on a phone."""
        return frozenset(one.by for one in self.wordings if one.by not in UNSIGNED)

    @property
    def said(self) -> int:
        """How many people said it; of what came on paper or from a spreadsheet nobody knows whose it is."""
        return len(self.authors) + self.paper + self.listed

    @property
    def support(self) -> int:
        """How many people support it, each of them once; who said it does so already."""
        before = sum(one.before for one in self.wordings)
        return before + (len(self.backers) if self.same else len(self.supporters))

    @property
    def backers(self) -> frozenset[str]:
        """Who supports it, in whatever words."""
        return frozenset(person for one in self.wordings for person in one.supporters) - self.authors

    def backed_by(self, person: str) -> bool:
        """Whether somebody supports it."""
        return any(person in one.supporters for one in self.wordings) and person not in self.authors
