"""The section of the questions in the record, and what they hand on: each with its answer, or the promise with its day."""

from collections.abc import Sequence

from methods.questions.cards import origin, others, outcome
from methods.questions.screens import summary, title_of
from methods.questions.state import Question, State
from methods.questions.vocabulary import Fate
from workshop.blocks import Block, Card, Cards, Heading, Text
from workshop.language import Words, _, n_
from workshop.method import Item

LABELS: dict[Fate, Words] = {
    "answered": _("Answered"),
    "promised": _("To be answered later"),
    "declined": _("Without an answer, for a reason"),
    "open": _("Left open"),
}


def record(state: State) -> Sequence[Block]:
    """Every question by what became of it; those that most people ask first."""
    found = sorted(state.questions.all_shown(), key=lambda one: (-state.weight(one), one.number))
    hidden = sum(one.hidden and not one.withdrawn for one in state.questions)
    these = n_("{count} question was hidden.", "{count} questions were hidden.", hidden)
    return (
        Heading(id="question", text=title_of(state)),
        *(
            (Text(id="officials", text=_("Asked were: {names}", names=", ".join(state.settings.officials))),)
            if state.settings.officials
            else ()
        ),
        Text(id="count", text=summary(state)),
        *((Text(id="hidden", text=these),) if hidden else ()),
        *(block for fate in LABELS for block in _those(state, [one for one in found if one.fate == fate], fate)),
    )


def _asked(state: State) -> Sequence[Block]:
    names = ", ".join(state.settings.officials)
    return (Text(id="officials", text=_("Asked were: {names}", names=names)),) if names else ()


def _those(state: State, found: Sequence[Question], fate: Fate) -> Sequence[Block]:
    cards = tuple(Card(one.id, one.text, origin(one), _said(state, one)) for one in found)
    return (Cards(id=fate, items=cards, label=LABELS[fate], layout="list"),) if cards else ()


def _said(state: State, question: Question) -> Words:
    asked, became = others(state, question), outcome(question)
    return _("({asked}) {became}", asked=asked, became=became) if asked and became else became or asked


def results(state: State) -> Sequence[Item]:
    """Each question with what became of it; of one that several people asked, also their words, from which it comes."""
    items = []
    for one in state.questions.all_shown():
        facts = {"asks": one.to, "state": one.fate, "answer": one.answer, "by": one.due if one.fate == "promised" else "", "who": one.who}
        same = state.wordings(one)[1:]
        ids = (each.source or (each.id if same else "") for each in (one, *same))
        sources = tuple(dict.fromkeys(id for id in ids if id))
        items.append(Item(one.id, "question", one.text, sources, state.weight(one), facts))
        items += (Item(each.id, "wording", each.text, (each.source,) if each.source else ()) for each in same)
    return items
