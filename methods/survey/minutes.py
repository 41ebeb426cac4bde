"""The section of a survey in the record, and the measures that it hands on: totals, and never who answered what."""

from collections.abc import Sequence

from methods.survey.counting import mean
from methods.survey.question import STEPS, UNKNOWN, Question
from methods.survey.screens import words
from methods.survey.state import State
from methods.survey.vocabulary import Closed
from methods.survey.wording import figures, outcome, secrecy, title_of
from workshop.blocks import Block, Heading, Text
from workshop.language import Message, n_
from workshop.messages import derived_id
from workshop.method import Item


def record(state: State) -> Sequence[Block]:
    """What was asked, how many answered, the figures, and what was written as far as it was shown."""
    heading = Heading(id="question", text=title_of(state))
    if state.closed is None:
        asked = n_("{count} question was asked. The result was not shown.", "{count} questions were asked. The result was not shown.",
                   len(state.questions))  # fmt: skip
        return (heading, Text(id="open", text=asked))
    return (
        heading,
        Text(id="secret", text=secrecy(state)),
        Text(id="outcome", text=outcome(state, state.closed)),
        *figures(state, state.closed),
        *words(state, 0),
        *_unseen(state, state.closed),
    )


def _unseen(state: State, closed: Closed) -> Sequence[Block]:
    """How much was written and not shown to all."""
    count = sum(closed.answers.get(one.id, 0) for one in state.questions if one.kind == "words") - len(state.shown)
    text = n_("{count} written answer was not shown to all.", "{count} written answers were not shown to all.", count)
    return (Text(id="unseen", text=text, tone="soft"),) if count > 0 else ()


def results(state: State) -> Sequence[Item]:
    """A measure for each question on a scale and each choice, made from the earlier one where there was one."""
    if state.closed is None:
        return ()
    return [_measure(state, state.closed, one) for one in state.questions if one.kind != "words"]


def _measure(state: State, closed: Closed, question: Question) -> Item:
    counts = closed.totals.get(question.id, {})
    order = STEPS if question.kind == "scale" else [id for id, _text in question.options]
    hundredths = mean(counts) if question.kind == "scale" else 0
    facts = {
        "key": question.key,
        "preset": state.settings.preset if not question.key.startswith("own.") else "",
        "scale": f"{STEPS[0]}-{STEPS[-1]}" if question.kind == "scale" else "",
        "mean": f"{hundredths / 100:.2f}" if hundredths else "",
        "answers": str(closed.answers.get(question.id, 0)),
        "spread": ",".join(f"{id}:{counts.get(id, 0)}" for id in order) if counts else "",
        "unknown": str(counts[UNKNOWN]) if UNKNOWN in counts else "",
        "choices": "; ".join(str(text) for _id, text in question.options) if question.kind != "scale" else "",
        "day": closed.day,
    }
    before = state.before.get(question.key)
    id = derived_id("survey", str(state.seed), question.id)
    return Item(id, "measure", _said(state, question), (before.id,) if before else (), 0, facts)


def _said(state: State, question: Question) -> str:
    """The question in the language of the workshop; ours in English as long as nobody has said it."""
    text = question.text
    return state.texts.get(question.id, text.text) if isinstance(text, Message) else str(text)
