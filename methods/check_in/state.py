"""The answers of a check-in, and how each event changes them. How often each word was said is counted as it is said."""

import unicodedata
from dataclasses import dataclass, replace
from typing import Annotated, Literal, assert_never

from pydantic import Field

from methods.check_in.vocabulary import PAPER, Answered, AnswerHidden, AnswerRestored, Event, HiddenAgain, Leafed, Shown
from workshop.messages import Line
from workshop.shelf import Ranking, Shelf


@dataclass(frozen=True)
class Settings:
    """How the check-in is asked."""

    question: Line = ""
    form: Literal["word", "sentence"] = "word"
    hidden: bool = False
    limit: Annotated[int, Field(ge=3, le=280)] = 140


@dataclass(frozen=True)
class Said:
    """What one person says, in the place in which they first answered."""

    by: str
    text: str
    place: int
    hidden: bool = False

    @property
    def id(self) -> str:
        """By what it is known on a screen: nothing that tells who said it."""
        return f"a{self.place}"


@dataclass(frozen=True)
class Term:
    """A word, as the first of those who say it wrote it, and how many say it."""

    id: str
    text: str
    place: int
    count: int = 0
    hidden: bool = False


@dataclass(frozen=True)
class State:
    """The answers by person. Where words are asked for, also the words, those that nobody says any more put away, and their ranks.

    `below` is what the console looks at, `paper` how many answers came from people without a phone.
    """

    settings: Settings
    shown: bool
    answers: Shelf[Said] = Shelf()
    words: Shelf[Term] = Shelf()
    ranks: Ranking = Ranking()
    below: int = 0
    paper: int = 0

    @property
    def by_word(self) -> bool:
        """Whether words are asked for, not sentences."""
        return self.settings.form == "word"


def word_of(text: str) -> str:
    """What an answer is counted as: capitals do not count."""
    return unicodedata.normalize("NFC", text.casefold())


def answer_of(state: State, id: str) -> Said | Term | None:
    """The sentence of an id, or the word, that somebody says."""
    if not state.by_word:
        return state.answers.things.get(int(id[1:])) if id[:1] == "a" and id[1:].isdecimal() else None
    word = state.words.get(id)
    return word if word is not None and word.count else None


def hidden_of(state: State, said: Said) -> bool:
    """Whether what somebody says is hidden."""
    word = state.words.get(word_of(said.text)) if state.by_word else None
    return word.hidden if word is not None else said.hidden


def evolve(state: State, event: Event) -> State:
    """An answer takes the place of the one before; what was hidden stays hidden until it is shown again."""
    match event:
        case Answered(by, text):
            return _answered(state, by, text)
        case Shown():
            return replace(state, shown=True)
        case HiddenAgain():
            return replace(state, shown=False)
        case AnswerHidden(id):
            return _hidden(state, id, True)
        case AnswerRestored(id):
            return _hidden(state, id, False)
        case Leafed(below):
            return replace(state, below=below)
        case _:
            assert_never(event)


def _answered(state: State, by: str, text: str) -> State:
    before = state.answers.get(by)
    said = replace(before, text=text) if before else Said(by, text, len(state.answers))
    paper = state.paper + (before is None and by.startswith(PAPER))
    state = replace(state, answers=state.answers.put(by, said, not said.hidden), paper=paper)
    if not state.by_word:
        return state
    left = _counted(state, before.text, -1) if before else state
    return _counted(left, text, 1)


def _counted(state: State, text: str, more: int) -> State:
    id = word_of(text)
    word = state.words.get(id) or Term(id, text, len(state.words))
    return _with(state, replace(word, text=word.text if word.count else text, count=word.count + more))


def _hidden(state: State, id: str, hidden: bool) -> State:
    found = answer_of(state, id)
    if isinstance(found, Term):
        return _with(state, replace(found, hidden=hidden))
    if found is None:
        return state
    return replace(state, answers=state.answers.put(found.by, replace(found, hidden=hidden), not hidden))


def _with(state: State, word: Term) -> State:
    ranks = state.ranks.scored(word.place, 0 if word.hidden else word.count)
    return replace(state, words=state.words.put(word.id, word, word.count > 0), ranks=ranks)
