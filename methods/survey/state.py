"""What a survey remembers: its questions, the secret answers, the totals once it is closed, what was written and may be shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated, Final, Literal, assert_never

from immutables import Map
from pydantic import Field

from methods.survey.presets import OPEN, TRUE_ENDS, preset, scale
from methods.survey.question import Question, own
from methods.survey.vocabulary import Answered, Closed, Concealed, Event, Leafed, PaperCounted, Reopened, Revealed, Said
from workshop.messages import Line
from workshop.method import Item

Ballot = Map[str, tuple[str, ...]]
Preset = Literal["none", "participation", "collaboration", "roti"]
MOST_QUESTIONS: Final = 40


@dataclass(frozen=True)
class Settings:
    """Which questions are asked, and how many answers keep an answer secret."""

    question: Line = ""
    preset: Preset = "roti"
    questions: Annotated[tuple[Line, ...], Field(max_length=30)] = ()
    unknown: bool = True
    least_answers: Annotated[int, Field(ge=3, le=50)] = 5


@dataclass(frozen=True, slots=True)
class Before:
    """What an earlier survey came to on one question: its mean in hundredths, how many answered, how many gave each answer, and when."""

    mean: int
    answers: int
    spread: Mapping[str, int]
    day: str
    id: str


@dataclass(frozen=True)
class State:
    """A survey. `answers` counts who answered each question; `paper` are people without a phone, by question and option.

    `shown` is what was written and is shown to all, by its id: the question and the text. `start` is where the console looks.
    `texts` are our own questions in the language of the workshop.
    """

    settings: Settings
    questions: tuple[Question, ...]
    seed: int = 0
    ballots: Map[str, Ballot] = field(default_factory=Map)
    paper: Map[str, Map[str, int]] = field(default_factory=Map)
    closed: Closed | None = None
    shown: Map[str, tuple[str, str]] = field(default_factory=Map)
    start: int = 0
    before: Mapping[str, Before] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)

    @property
    def people(self) -> int:
        """How many have answered something on a phone."""
        return sum(any(ballot.values()) for ballot in self.ballots.values())


def start(settings: Settings, items: tuple[Item, ...], seed: int) -> State:
    """The questions of the preset, then one's own; measures of an earlier survey are what the answers are compared with."""
    lines = (own(line) for line in settings.questions)
    mine = (_on_scale(one, settings.unknown) if one.kind == "scale" else one for one in lines if one is not None)
    questions = {one.id: one for one in (*preset(settings.preset), *mine)} or {OPEN.id: OPEN}
    return receive(State(settings, tuple(questions.values())[:MOST_QUESTIONS], seed), items)


def receive(state: State, items: tuple[Item, ...]) -> State:
    """The latest measure of each question that was brought."""
    found: dict[str, Before] = {}
    keys = {one.key for one in state.questions}
    for item in items:
        key, before = item.facts.get("key", ""), _before(item)
        if item.kind == "measure" and key in keys and (key not in found or before.day >= found[key].day):
            found[key] = before
    return replace(state, before=found)


def question_of(state: State, id: str) -> Question | None:
    """The question of an id."""
    return next((one for one in state.questions if one.id == id), None)


def evolve(state: State, event: Event) -> State:
    """A new answer takes the place of the one before; what no longer fits changes nothing."""
    match event:
        case Answered(by, question, answer):
            before: Ballot = state.ballots.get(by, Map())
            after = before.set(question, answer) if answer else before.delete(question) if question in before else before
            return replace(state, ballots=state.ballots.set(by, after))
        case PaperCounted(question, option, people):
            counts: Map[str, int] = state.paper.get(question, Map())
            return replace(state, paper=state.paper.set(question, counts.set(option, people)))
        case Closed():
            return replace(state, closed=event, start=0)
        case Reopened():
            return replace(state, closed=None, shown=Map())
        case Revealed(id, question, text):
            return replace(state, shown=state.shown.set(id, (question, text)))
        case Concealed(id):
            return replace(state, shown=state.shown.delete(id)) if id in state.shown else state
        case Leafed(start):
            return replace(state, start=start)
        case Said(texts):
            return replace(state, texts=texts)
        case _:
            assert_never(event)


def _on_scale(question: Question, unknown: bool) -> Question:
    return replace(question, options=scale(unknown), ends=TRUE_ENDS)


def _before(item: Item) -> Before:
    facts = item.facts
    pairs = (part.partition(":") for part in facts.get("spread", "").split(",") if part)
    spread = {id: _number(count) for id, _colon, count in pairs}
    return Before(_hundredths(facts.get("mean", "")), _number(facts.get("answers", "")), spread, facts.get("day", ""), item.id)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() else 0


def _hundredths(text: str) -> int:
    whole, _point, rest = text.partition(".")
    return 100 * _number(whole) + _number(f"{rest:0<2}"[:2])
