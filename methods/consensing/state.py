"""What a systemic consensing remembers: the options, the secret ratings, each round's result, the words, the decision."""

from dataclasses import dataclass, field, replace
from typing import Annotated, Literal

from immutables import Map
from pydantic import Field

from methods.consensing.vocabulary import Counted
from workshop.messages import Day, Line, Paragraph, derived_id
from workshop.method import Item
from workshop.shelf import Shelf

Phase = Literal["rate", "shown", "hear", "decided"]
Ballot = Map[str, int]
QUO = "status-quo"


@dataclass(frozen=True)
class Settings:
    """What is asked, the options that are written beforehand (one a line), and how many ballots keep a ballot secret."""

    question: Line = ""
    options: Paragraph = ""
    status_quo: Line = ""
    most_options: Annotated[int, Field(ge=1, le=20)] = 10
    least_ballots: Annotated[int, Field(ge=3, le=50)] = 5
    responsible: Line = ""
    criteria: Paragraph = ""
    review_date: Day = ""


@dataclass(frozen=True)
class Choice:
    """An option with what it comes from; the status quo has no text where we say it in the reader's language."""

    id: str
    text: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Paper:
    """The resistance that people without a phone wrote on paper."""

    points: int
    strongest: int


@dataclass(frozen=True)
class Result:
    """The result of one round, with the options as they were then."""

    choices: tuple[Choice, ...]
    counted: Counted

    def ranked(self) -> tuple[Choice, ...]:
        """The options, the one with the least resistance first."""
        known = {one.id: one for one in self.choices}
        return tuple(known[id] for id in self.counted.order if id in known)

    def best(self) -> tuple[Choice, ...]:
        """The option with the least resistance, or all that are tied with it."""
        return self.ranked()[: self.counted.tied]


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Word:
    """What stands behind somebody's resistance; without a name. `place` is the place of its coming."""

    id: str
    by: str
    option: str
    text: str
    place: int
    hidden: bool = False


@dataclass(frozen=True)
class Decision:
    """What was decided, and what is known of it."""

    id: str
    option: str
    text: str
    responsible: str = ""
    criteria: str = ""
    review_date: str = ""


@dataclass(frozen=True)
class State:
    """A consensing. `voters` are those who rated every option; `left_out` are items that found no place among the options."""

    settings: Settings
    seed: int = 0
    items: tuple[Item, ...] = ()
    choices: tuple[Choice, ...] = ()
    left_out: int = 0
    phase: Phase = "rate"
    ballots: Map[str, Ballot] = field(default_factory=Map)
    voters: int = 0
    paper: Map[str, Paper] = field(default_factory=Map)
    people: int = 0
    results: tuple[Result, ...] = ()
    open: bool = True
    words: Shelf[Word] = field(default_factory=Shelf)
    decision: Decision | None = None


def start(settings: Settings, items: tuple[Item, ...], seed: int) -> State:
    """The options are what is written in the settings and what the step before yields; the status quo is always one of them."""
    return _with(State(settings, seed), items)


def receive(state: State, items: tuple[Item, ...]) -> State:
    """Options that came or went since, as long as nobody has seen a result."""
    return replace(state, items=items) if state.results else _with(state, items)


def _with(state: State, items: tuple[Item, ...]) -> State:
    lines = [line.strip() for line in state.settings.options.splitlines() if line.strip()]
    written = [Choice(derived_id("consensing", str(state.seed), line), line) for line in dict.fromkeys(lines)]
    best = sorted(items, key=lambda item: -item.support)
    room = max(0, state.settings.most_options - len(written))
    known = {one.id: place for place, one in enumerate(items)}
    taken = sorted(best[:room], key=lambda item: known[item.id])
    choices = (*written[: state.settings.most_options], *(Choice(one.id, one.text, (one.id,)) for one in taken))
    left_out = len(items) - len(taken)
    return chosen(replace(state, items=items, left_out=left_out), (*choices, Choice(QUO, state.settings.status_quo)))


def chosen(state: State, choices: tuple[Choice, ...]) -> State:
    """The same consensing on these options; who rated all of them has voted."""
    changed = replace(state, choices=choices)
    return replace(changed, voters=sum(is_complete(changed, ballot) for ballot in state.ballots.values()))


def is_complete(state: State, ballot: Ballot) -> bool:
    """Whether somebody with this ballot has rated every option."""
    return all(one.id in ballot for one in state.choices)


def result_of(state: State) -> Result | None:
    """The last result, where one is to be seen."""
    return state.results[-1] if state.results and not state.open else None


def choice_of(state: State, id: str) -> Choice | None:
    """The option of an id, among those of now or of the last result."""
    last = state.results[-1].choices if state.results else ()
    return next((one for one in (*state.choices, *last) if one.id == id), None)
