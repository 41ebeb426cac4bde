"""The questions, who else asks them, and what became of each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from immutables import Map
from pydantic import Field

from methods.questions.vocabulary import BEFORE, UNSIGNED, Fate
from workshop.messages import Line, derived_id
from workshop.method import Item
from workshop.shelf import Shelf


@dataclass(frozen=True)
class Settings:
    """Who answers, whether people may show their name, and whether what the step before gathered are questions."""

    question: Line = ""
    officials: Annotated[tuple[Line, ...], Field(max_length=20)] = ()
    signed: bool = True
    ideas: bool = False


@dataclass(frozen=True)
class Question:
    """One question. `into` is the id of the one under which it is shown, `same` has the ids of those shown under this one.

    `before` is the support that it brought along, `source` the item that it came from, `turn` when it had the floor, from 1.
    """

    id: str
    by: str
    text: str
    number: int
    to: str = ""
    signed: bool = False
    supporters: Map[str, bool] = Map()
    hidden: bool = False
    withdrawn: bool = False
    into: str = ""
    same: tuple[str, ...] = ()
    before: int = 0
    source: str = ""
    fate: Fate = "open"
    answer: str = ""
    who: str = ""
    due: str = ""
    turn: int = 0

    @property
    def stands(self) -> bool:
        """Whether it is there for everybody, by itself."""
        return not self.hidden and not self.withdrawn and not self.into


@dataclass(frozen=True)
class State:
    """The questions on a shelf that shows those that stand. By person: what they asked, and what they ask too.

    `floor` is the id of the question that is answered now, `turns` how often the floor was given, `picked` what the console looks for
    the same as, `below` where it looks.
    """

    settings: Settings
    seed: int = 0
    questions: Shelf[Question] = Shelf()
    own: Map[str, tuple[str, ...]] = Map()
    backed: Map[str, tuple[str, ...]] = Map()
    floor: str = ""
    turns: int = 0
    ended: bool = False
    picked: str = ""
    below: int = 0

    def head(self, id: str) -> Question | None:
        """The question of an id, or the one under which it is shown."""
        found = self.questions.get(id)
        return self.questions.get(found.into) if found is not None and found.into else found

    @property
    def now(self) -> Question | None:
        """The question on the floor."""
        found = self.head(self.floor) if self.floor else None
        return found if found is not None and found.stands and not self.ended else None

    def wordings(self, question: Question) -> Sequence[Question]:
        """A question and those that ask the same."""
        found = (self.questions.get(id) for id in question.same)
        return [question, *(one for one in found if one is not None)]

    def weight(self, question: Question) -> int:
        """How many people ask it, each of them once."""
        wordings = self.wordings(question)
        people = {person for one in wordings for person in one.supporters} | {one.by for one in wordings if one.by not in UNSIGNED}
        return len(people) + sum(max(1, one.before) for one in wordings if one.by in UNSIGNED)

    def waiting(self) -> list[Question]:
        """Those that had no answer yet and are not on the floor: what most people ask comes first, then what came first."""
        found = (one for one in self.questions.all_shown() if one.fate == "open" and not one.turn)
        return sorted(found, key=lambda one: (-self.weight(one), one.number))

    def settled(self) -> list[Question]:
        """Those that had the floor, the latest first, but for the one that has it now."""
        now = self.now
        found = (one for one in self.questions.all_shown() if (one.turn or one.fate != "open") and (now is None or one.id != now.id))
        return sorted(found, key=lambda one: (-one.turn, one.number))


def start(settings: Settings, items: tuple[Item, ...], seed: int) -> State:
    """What was brought along: questions without an answer, and, if the settings say so, ideas as questions."""
    return receive(State(settings, seed), items)


def receive(state: State, items: tuple[Item, ...]) -> State:
    """Questions that came since; one that went is no longer there, unless it had the floor."""
    wanted = {derived_id("questions", str(state.seed), one.id): one for one in items if _is_question(state, one)}
    for id, item in wanted.items():
        known = state.questions.get(id)
        facts = item.facts
        fresh = Question(id, BEFORE, item.text, len(state.questions), facts.get("asks", ""), before=item.support, source=item.id)
        state = put(state, replace(known, withdrawn=False) if known else fresh)
    for one in [one for one in state.questions if one.source and one.id not in wanted and not one.turn and not one.into and not one.same]:
        state = put(state, replace(one, withdrawn=True))
    return state


def _is_question(state: State, item: Item) -> bool:
    if item.kind != "question":
        return state.settings.ideas
    return item.facts.get("state", "open") in ("open", "promised")


def put(state: State, question: Question) -> State:
    """A question as it is now."""
    return replace(state, questions=state.questions.put(question.id, question, question.stands))
