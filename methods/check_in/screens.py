"""What people see of a check-in: the question and a field, the words as a cloud or the sentences as cards."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from methods.check_in.console import console
from methods.check_in.rules import limit_of
from methods.check_in.state import Said, State, Term, hidden_of
from workshop.blocks import Block, Card, Cards, Cloud, Field, Form, Heading, Progress, Word
from workshop.language import Words, _
from workshop.memory import remembered
from workshop.method import Viewer

WINDOW = 40
CLOUD = 80


def view(state: State, viewer: Viewer) -> Sequence[Block]:
    """The question and a field on the phone; the answers, once they are shown, everywhere."""
    if viewer.role == "person":
        return _own(state, viewer.person)
    heading = Heading(id="question", pos=10, text=question_of(state))
    done = len(state.answers)
    progress = Progress(id="progress", pos=40, done=done, of=max(viewer.here + state.paper, done), label=_("have answered"))
    if viewer.role == "console":
        return (heading, progress, *((replace(_cloud(state), pos=45),) if state.by_word else ()), *console(state))
    answers = _cloud(state) if state.by_word else _sentences(state)
    return (heading, progress, *((answers,) if state.shown else ()))


def _paper(state: State) -> Block:
    """For the facilitator: what somebody without a phone says."""
    field = Field("text", _("Somebody without a phone says"), limit=limit_of(state))
    return Form(id="paper", pos=60, fields=(field,), command="Answer", send=_("Add for somebody"))


def question_of(state: State) -> Words:
    """The question that was set, or ours in the language of the reader."""
    word = _("In one word: how do you arrive today?")
    sentence = _("In one sentence: how do you arrive today?")
    return state.settings.question or (word if state.by_word else sentence)


def _own(state: State, person: str) -> Sequence[Block]:
    said = state.answers.get(person)
    label = _("Your word") if state.by_word else _("Your sentence")
    form = Form(id="answer", pos=20, fields=(Field("text", label, limit=limit_of(state)),), command="Answer", send=_("Send"))
    if said is None:
        return (form,)
    note: Words = _("The facilitator does not show this one.") if hidden_of(state, said) else ""
    own = Cards(id="own", pos=15, label=_("You said"), items=(Card("own", said.text, detail=note),), layout="list")
    return (own, replace(form, send=_("Change it")))


def _cloud(state: State) -> Block:
    """The words that are said most, and of those said as often the latest; each keeps its place, and only grows."""
    words = tuple(_word(state.words.things[place]) for place in islice(state.ranks, CLOUD))
    return Cloud(id="answers", pos=50, items=words, empty=_("The words appear here."))


@remembered
def _word(word: Term) -> Word:
    return Word(word.id, word.text, word.count, pos=word.place)


def _sentences(state: State) -> Block:
    cards = tuple(_sentence(said) for said in state.answers.latest(WINDOW))
    return Cards(id="answers", pos=50, items=cards, total=len(state.answers.shown), empty=_("The sentences appear here."))


@remembered
def _sentence(said: Said) -> Card:
    return Card(said.id, said.text, pos=-said.place)
