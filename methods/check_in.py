"""Check-in: everybody says one word, or one sentence.

Use it to open a workshop, so that every voice has been heard once before the work begins, or to close it. Three to five
minutes, for any number of people. Ask something that everybody can answer ("In one word: how do you arrive today?"). While the
answers are hidden, nobody is led by the first ones; Next shows them: words as a cloud, sentences as cards. Everybody can change
their answer for as long as the step is open.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Literal, assert_never

from immutables import Map
from pydantic import Field

from workshop.blocks import Block, Card, Cards, Cloud, Form, Heading, Progress, Text, Word
from workshop.blocks import Field as Input
from workshop.language import Words, _, n_
from workshop.messages import Line
from workshop.method import (
    EVERYBODY,
    FACILITATORS,
    PARTICIPANTS,
    Context,
    Do,
    Item,
    Method,
    Move,
    Moves,
    Rejected,
    Sight,
    Viewer,
)

WINDOW = 40
CLOUD = 80


@dataclass(frozen=True)
class Settings:
    """How the check-in is asked."""

    question: Line = ""
    form: Literal["word", "sentence"] = "word"
    hidden: bool = False
    limit: Annotated[int, Field(ge=3, le=280)] = 140


@dataclass(frozen=True)
class Answer:
    """Say it, or say it anew."""

    text: Line


@dataclass(frozen=True)
class Show:
    """Show the answers."""


@dataclass(frozen=True)
class Hide:
    """Hide the answers again."""


@dataclass(frozen=True)
class Answered:
    """Somebody answered."""

    by: str
    text: Line


@dataclass(frozen=True)
class Shown:
    """The answers were shown."""


@dataclass(frozen=True)
class HiddenAgain:
    """The answers were hidden again."""


Command = Answer | Show | Hide
Event = Answered | Shown | HiddenAgain


@dataclass(frozen=True)
class State:
    """The answers by person, and the persons in the order in which they first answered."""

    settings: Settings
    shown: bool
    answers: Map[str, str] = Map()
    order: Map[int, str] = Map()


def start(settings: Settings, items: tuple[Item, ...], seed: int) -> State:
    """Nobody has answered yet."""
    return State(settings, not settings.hidden)


def decide(state: State, command: Command, context: Context) -> Sequence[Event] | Rejected:
    """Anybody may answer at any time; only what is shown can be hidden."""
    match command:
        case Answer(text):
            limit = 30 if state.settings.form == "word" else state.settings.limit
            if not text:
                return Rejected(_("Please write something first."), "empty")
            if len(text) > limit:
                return Rejected(n_("Please keep it to {count} letter.", "Please keep it to {count} letters.", limit), "too-long")
            return [Answered(context.actor, text)] if state.answers.get(context.actor) != text else []
        case Show():
            return [] if state.shown else [Shown()]
        case Hide():
            return [HiddenAgain()] if state.shown else []
        case _:
            assert_never(command)


def evolve(state: State, event: Event) -> State:
    """An answer takes the place of the one before."""
    match event:
        case Answered(by, text):
            order = state.order if by in state.answers else state.order.set(len(state.order), by)
            return replace(state, answers=state.answers.set(by, text), order=order)
        case Shown():
            return replace(state, shown=True)
        case HiddenAgain():
            return replace(state, shown=False)
        case _:
            assert_never(event)


def view(state: State, viewer: Viewer) -> Sequence[Block]:
    """The question and a field on the phone; the answers, once they are shown, everywhere."""
    if viewer.role == "person":
        return _own(state, viewer.person)
    heading = Heading(id="question", pos=10, text=_question(state))
    progress = Progress(id="progress", pos=40, done=len(state.answers), of=max(viewer.here, len(state.answers)), label=_("have answered"))
    answers = (_answers(state),) if state.shown or viewer.role == "console" else ()
    return (heading, progress, *answers)


def _question(state: State) -> Words:
    word = _("In one word: how do you arrive today?")
    sentence = _("In one sentence: how do you arrive today?")
    return state.settings.question or (word if state.settings.form == "word" else sentence)


def _own(state: State, person: str) -> Sequence[Block]:
    own = state.answers.get(person, "")
    limit = 30 if state.settings.form == "word" else state.settings.limit
    label = _("Your word") if state.settings.form == "word" else _("Your sentence")
    form = Form(id="answer", pos=20, fields=(Input("text", label, limit=limit),), command="Answer", send=_("Send"))
    if not own:
        return (form,)
    said = Cards(id="own", pos=15, label=_("You said"), items=(Card("own", own),), layout="list")
    return (said, replace(form, send=_("Change it")))


def _answers(state: State) -> Block:
    """Words as a cloud, in which capitals do not count; sentences as cards, the latest first."""
    if state.settings.form == "word":
        return Cloud(id="answers", pos=50, items=_words(state)[:CLOUD], empty=_("The words appear here."))
    latest = range(len(state.order) - 1, max(-1, len(state.order) - 1 - WINDOW), -1)
    cards = tuple(Card(f"a{place}", state.answers[state.order[place]]) for place in latest)
    return Cards(id="answers", pos=50, items=cards, total=len(state.order), empty=_("The sentences appear here."))


def _words(state: State) -> tuple[Word, ...]:
    words = Counter(text.casefold() for text in state.answers.values())
    first = {text.casefold(): text for text in reversed(_texts(state))}
    return tuple(Word(word, first[word], count) for word, count in sorted(words.items(), key=lambda pair: (-pair[1], pair[0])))


def _texts(state: State) -> list[str]:
    return [state.answers[state.order[place]] for place in range(len(state.order))]


def record(state: State) -> Sequence[Block]:
    """How many answered, and what they said, without names."""
    count = len(state.answers)
    said = Text(id="count", text=n_("{count} person answered.", "{count} people answered.", count))
    question = Heading(id="question", text=_question(state))
    if state.settings.form == "word":
        return (question, said, Cloud(id="answers", items=_words(state)))
    cards = tuple(Card(f"a{place}", text) for place, text in enumerate(_texts(state)))
    return (question, said, Cards(id="answers", items=cards, total=count))


def moves(state: State) -> Moves:
    """Hidden, then shown."""
    if not state.shown:
        count = len(state.answers)
        return Moves(next=Move(n_("Show the {count} answer", "Show the {count} answers", count), "Show"))
    return Moves(back=Move(_("Hide the answers again"), "Hide")) if state.settings.hidden else Moves()


def touches(event: Event) -> Iterable[str]:
    """What one person says changes nobody else's own screen."""
    return () if isinstance(event, Answered) else (EVERYBODY,)


def rehearse(sight: Sight) -> Sequence[Do]:
    """Most people answer once, with a word for how they feel."""
    if not sight.number or "answer" not in sight.screen or "own" in sight.screen or sight.number % 11 == 0:
        return ()
    return (Do("Answer", {"text": sight.random.choice(FEELINGS)}),)


FEELINGS = ("Curious", "curious", "Tired", "Hopeful", "hopeful", "In a hurry", "Calm", "Awake", "Sceptical", "Happy", "Glad")

method = Method(
    name="check_in",
    title=_("Check-in"),
    purpose=_("Everybody says one word or one sentence; the wall shows them together."),
    settings=Settings,
    commands={Answer: PARTICIPANTS, Show: FACILITATORS, Hide: FACILITATORS},
    events=(Answered, Shown, HiddenAgain),
    start=start,
    decide=decide,
    evolve=evolve,
    view=view,
    record=record,
    moves=moves,
    touches=touches,
    rehearse=rehearse,
    module=sys.modules[__name__],
)
