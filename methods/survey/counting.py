"""What the answers come to: totals where enough people answered for no answer to be given away, means, what was written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from immutables import Map

from methods.survey.question import STEPS, UNKNOWN, Question
from methods.survey.state import State
from methods.survey.vocabulary import Closed
from workshop.messages import derived_id


@dataclass(frozen=True, slots=True)
class Written:
    """Something that somebody wrote: its id tells nothing of who it was."""

    id: str
    question: str
    text: str


def closed(state: State, now: int) -> Closed:
    """The totals of each question, with what came on paper; without options where too few answered."""
    paper = max((_on_paper(state, question) for question in state.questions), default=0)
    answers, totals = {}, {}
    for question in state.questions:
        given = [ballot[question.id] for ballot in state.ballots.values() if question.id in ballot]
        on_paper: Map[str, int] = state.paper.get(question.id, Map())
        answers[question.id] = len(given) + _on_paper(state, question)
        counts = {id: sum(id in one for one in given) + on_paper.get(id, 0) for id, _text in question.options}
        if counts and _enough(state, question, given):
            totals[question.id] = counts
    day = datetime.fromtimestamp(now // 1000, UTC).date().isoformat()
    return Closed(day, state.people + paper, paper, answers, totals)


def _on_paper(state: State, question: Question) -> int:
    """How many answered without a phone; of several choices nobody knows who gave which, so it is at least the most chosen."""
    counts = (state.paper.get(question.id) or Map()).values()
    return max(counts, default=0) if question.kind == "several" else sum(counts)


def _enough(state: State, question: Question, given: Sequence[tuple[str, ...]]) -> bool:
    """On a scale those who do not know stand for nobody: enough others must have answered. What everybody saw is no secret."""
    counted = [one for one in given if one != (UNKNOWN,)] if question.kind == "scale" else given
    return len(counted) >= state.settings.least_answers or (not given and question.id in state.paper)


def mean(counts: dict[str, int]) -> int:
    """The mean of the numbers on a scale, in hundredths; 0 where nobody gave one.

    >>> mean({"1": 0, "2": 1, "3": 0, "4": 1, "5": 1, "none": 7})
    367
    """
    people = sum(counts.get(step, 0) for step in STEPS)
    return round(100 * sum(int(step) * counts.get(step, 0) for step in STEPS) / people) if people else 0


def written(state: State) -> Sequence[Written]:
    """All that was written, in the order of the questions and of the alphabet: nothing tells when it came or from whom."""
    found = []
    for question in state.questions:
        if question.kind == "words":
            texts = sorted(ballot[question.id][0] for ballot in state.ballots.values() if question.id in ballot)
            for place, text in enumerate(texts):
                same = place - texts.index(text)
                found.append(Written(derived_id("written", question.id, text, str(same)), question.id, text))
    return found


def may_be_shown(state: State) -> bool:
    """Whether so many took part that what one of them wrote does not tell who it was."""
    return state.closed is not None and state.people >= state.settings.least_answers
