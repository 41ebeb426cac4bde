"""What people see of a survey: while it lasts its questions and how many have answered, then what the answers come to."""

from collections.abc import Sequence

from immutables import Map

from methods.survey.question import Question
from methods.survey.state import Ballot, State
from methods.survey.wording import figures, outcome, secrecy, shown, title_of
from workshop.blocks import Ask, Block, Card, Cards, Heading, Option, Progress, Questionnaire, Text
from workshop.language import Words, _, n_
from workshop.method import Move, Moves, Viewer

SHOWN = 40


def shared(state: State, viewer: Viewer) -> Sequence[Block]:
    """The wall, and what all phones show alike."""
    heading = Heading(id="question", pos=10, text=title_of(state))
    if state.closed is None:
        return (heading, *_waiting(state, viewer))
    summary = Text(id="outcome", pos=15, text=outcome(state, state.closed), tone="soft")
    return (heading, summary, *figures(state, state.closed), *words(state))


def _waiting(state: State, viewer: Viewer) -> Sequence[Block]:
    done = state.people
    cards = tuple(Card(one.id, one.text, above=one.name) for one in state.questions)
    questions = Cards(id="questions", pos=30, items=cards, layout="list")
    return (
        Text(id="secret", pos=15, text=secrecy(state), tone="soft"),
        *((questions,) if viewer.role != "room" else ()),
        Progress(id="progress", pos=90, done=done, of=max(viewer.here, done), label=_("have answered")),
    )


def words(state: State, most: int = SHOWN) -> Sequence[Block]:
    """What was written and is shown to all."""
    found = ((one, shown(state, one)) for one in state.questions if one.kind == "words")
    return tuple(_words(one, texts, place, most) for place, (one, texts) in enumerate(found) if texts)


def _words(question: Question, texts: Sequence[tuple[str, str]], place: int, most: int) -> Cards:
    cards = tuple(Card(id, text) for id, text in texts[: most or None])
    return Cards(id=f"words-{question.id}", pos=60 + place, items=cards, label=question.text, total=len(texts), layout="list")


def own(state: State, person: str) -> Sequence[Block]:
    """The questions with one's own answers, as long as they can be changed."""
    if state.closed:
        return ()
    ballot: Ballot = state.ballots.get(person, Map())
    asks = tuple(_ask(one, ballot.get(one.id, ())) for one in state.questions)
    return (Questionnaire(id="survey", pos=20, items=asks, command="Answer"),)


def _ask(question: Question, given: tuple[str, ...]) -> Ask:
    options = tuple(Option(id, text, _end(question, id)) for id, text in question.options)
    details: dict[str, Words] = {
        "several": _("You can choose several."),
        "words": _("Without your name; shown to all only if the facilitator shows it."),
    }
    return Ask(question.id, question.text, question.kind, options, given, details.get(question.kind, ""))


def _end(question: Question, option: str) -> Words:
    return {"1": question.ends[0], "5": question.ends[1]}.get(option, "") if question.kind == "scale" else ""


def moves(state: State) -> Moves:
    """The questions, then what the answers come to."""
    if state.closed is not None:
        return Moves(back=Move(_("Reopen the survey"), "Reopen"))
    label = n_("Show what {count} person answered", "Show what {count} people answered", state.people)
    return Moves(Move(label, "Close", reveals=True))
