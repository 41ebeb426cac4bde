"""Check-in: everybody says one word, or one sentence.

Use it to open a workshop, so that every voice has been heard once before the work begins, or to close it. Three to five
minutes, for any number of people. Ask something that everybody can answer ("In one word: how do you arrive today?"). While the
answers are hidden, nobody is led by the first ones; Next shows them: words as a cloud, sentences as cards. Everybody can change
their answer for as long as the step is open. The facilitator can hide a single answer, and show it again.
"""

import sys
from collections.abc import Iterable, Sequence

from methods.check_in.deeds import describe
from methods.check_in.rules import decide
from methods.check_in.screens import question_of, view
from methods.check_in.settings_form import LABELS
from methods.check_in.state import Settings, State, evolve
from methods.check_in.vocabulary import (
    Answer,
    Answered,
    AnswerHidden,
    AnswerRestored,
    Event,
    HiddenAgain,
    Hide,
    HideAnswer,
    Leaf,
    Leafed,
    RestoreAnswer,
    Show,
    Shown,
)
from workshop.blocks import Block, Card, Cards, Cloud, Heading, Text, Word
from workshop.language import _, n_
from workshop.method import ANYBODY, EVERYBODY, FACILITATORS, Do, Item, Method, Move, Moves, Sight


def start(settings: Settings, items: tuple[Item, ...], seed: int) -> State:
    """Nobody has answered yet."""
    return State(settings, not settings.hidden)


def record(state: State) -> Sequence[Block]:
    """How many answered, and what they said, without names; what was hidden is counted."""
    count = len(state.answers)
    said = Text(id="count", text=n_("{count} person answered.", "{count} people answered.", count))
    hidden = sum(word.count for word in state.words if word.hidden) + sum(said.hidden for said in state.answers)
    left_out = Text(id="hidden", text=n_("{count} answer was hidden.", "{count} answers were hidden.", hidden))
    paper = Text(id="paper", text=n_("{count} of them came on paper.", "{count} of them came on paper.", state.paper))
    head = (Heading(id="question", text=question_of(state)), said, *((paper,) if state.paper else ()), *((left_out,) if hidden else ()))
    if state.by_word:
        words = sorted((word for word in state.words.all_shown() if not word.hidden), key=lambda word: (-word.count, word.id))
        return (*head, Cloud(id="answers", items=tuple(Word(word.id, word.text, word.count) for word in words)))
    cards = tuple(Card(said.id, said.text) for said in state.answers.all_shown())
    return (*head, Cards(id="answers", items=cards, total=len(cards)))


def moves(state: State) -> Moves:
    """Hidden, then shown."""
    if not state.shown:
        count = len(state.answers)
        return Moves(next=Move(n_("Show the {count} answer", "Show the {count} answers", count), "Show", reveals=True))
    return Moves(back=Move(_("Hide the answers again"), "Hide")) if state.settings.hidden else Moves()


def touches(state: State, event: Event) -> Iterable[str]:
    """What one person says changes nobody else's own screen."""
    return () if isinstance(event, Answered | Leafed) else (EVERYBODY,)


def rehearse(sight: Sight) -> Sequence[Do]:
    """Most people answer once, with a word for how they feel."""
    if not sight.number or "answer" not in sight.screen or "own" in sight.screen or sight.number % 11 == 0:
        return ()
    return (Do("Answer", {"text": sight.random.choice(FEELINGS.get(sight.language, FEELINGS["en"]))}),)


FEELINGS = {
    "en": ("Curious", "curious", "Tired", "Hopeful", "hopeful", "In a hurry", "Calm", "Awake", "Sceptical", "Happy", "Glad"),
    "fr": ("Curieuse", "curieux", "Fatigué", "Plein d’espoir", "pressé", "Calme", "calme", "Réveillée", "Sceptique", "Contente"),
    "es": ("Con curiosidad", "con curiosidad", "Con sueño", "Con esperanza", "Con prisa", "En calma", "Despierta", "Con dudas", "Contenta"),
    "nl": ("Nieuwsgierig", "nieuwsgierig", "Moe", "Hoopvol", "hoopvol", "Gehaast", "Rustig", "Wakker", "Sceptisch", "Blij"),
}

method = Method(
    name="check_in",
    title=_("Check-in"),
    purpose=_("Everybody says one word or one sentence; the wall shows them together."),
    settings=Settings,
    commands={
        Answer: ANYBODY,
        Show: FACILITATORS,
        Hide: FACILITATORS,
        HideAnswer: FACILITATORS,
        RestoreAnswer: FACILITATORS,
        Leaf: FACILITATORS,
    },
    events=(Answered, Shown, HiddenAgain, AnswerHidden, AnswerRestored, Leafed),
    looking=frozenset({Leafed}),
    start=start,
    decide=decide,
    evolve=evolve,
    view=view,
    record=record,
    moves=moves,
    touches=touches,
    describe=describe,
    rehearse=rehearse,
    labels=LABELS,
    minutes=5,
    module=sys.modules[__name__],
)
