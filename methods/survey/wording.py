"""What a survey comes to, in plain words and as figures: how many took part, the means, the choices, what was written."""

from collections.abc import Sequence

from immutables import Map

from methods.survey.counting import mean
from methods.survey.presets import ROTI_ENDS, TITLES, TRUE_ENDS
from methods.survey.question import STEPS, UNKNOWN, Question
from methods.survey.state import Before, State
from methods.survey.vocabulary import Closed
from workshop.blocks import Bar, Block, Radar, Spoke, Tally
from workshop.language import Message, Words, _, n_, said_date


def title_of(state: State) -> Words:
    """The title that was set, or that of the preset in the language of the reader."""
    return state.settings.question or TITLES[state.settings.preset]


def secrecy(state: State) -> Message:
    """What becomes of an answer."""
    return n_(
        "Answers are anonymous, also for the facilitator. A result is shown from {count} answer on.",
        "Answers are anonymous, also for the facilitator. A result is shown from {count} answers on.",
        state.settings.least_answers,
    )


def outcome(state: State, closed: Closed) -> Message:
    """How many took part, and whether something is not shown."""
    people = n_("{count} person answered.", "{count} people answered.", closed.people)
    if closed.paper:
        paper = n_("{count} of them on paper.", "{count} of them on paper.", closed.paper)
        people = _("{people} {paper}", people=people, paper=paper)
    least = state.settings.least_answers
    if any(one.options and one.id not in closed.totals for one in state.questions):
        few = n_(
            "Where fewer than {count} answered, no figures are shown: they would not stay anonymous.",
            "Where fewer than {count} answered, no figures are shown: they would not stay anonymous.",
            least,
        )
        return _("{people} {few}", people=people, few=few)
    return people


def figures(state: State, closed: Closed) -> Sequence[Block]:
    """The means and the choices that are to be seen."""
    known = [one for one in state.questions if one.kind == "scale" and (one.id in closed.totals or one.key in state.before)]
    named = [one for one in known if one.name]
    others = [one for one in known if not one.name]
    choices = (one for one in state.questions if one.kind in ("one", "several") and one.id in closed.totals)
    return (
        *((_radar(state, closed, "profile", named, 20),) if named else ()),
        *((_radar(state, closed, "scales", others, 25),) if others else ()),
        *(_tally(state, closed, one, 30 + place) for place, one in enumerate(choices)),
    )


def _radar(state: State, closed: Closed, id: str, questions: Sequence[Question], pos: int) -> Radar:
    low, high = ROTI_ENDS if all(one.ends == ROTI_ENDS for one in questions) else TRUE_ENDS
    label = _("Means: 1 is “{low}”, 5 is “{high}”", low=low, high=high)
    earlier = [state.before[one.key] for one in questions if one.key in state.before and state.before[one.key].mean]
    spokes = tuple(_spoke(one, closed, state.before.get(one.key)) for one in questions)
    day = max((one.day for one in earlier), default="")
    before: Words = (said_date(day) if day else _("before")) if earlier else ""
    return Radar(id=id, pos=pos, items=spokes, label=label, now=said_date(closed.day), before=before)


def _spoke(question: Question, closed: Closed, before: Before | None) -> Spoke:
    counts = closed.totals.get(question.id)
    earlier = before.mean if before else 0
    answers = n_("{count} answer", "{count} answers", closed.answers.get(question.id, 0))
    if counts is None:
        return Spoke(question.id, question.text, question.name, 0, earlier, (), _("{answers}: too few to be shown", answers=answers))
    spread = tuple(counts.get(step, 0) for step in STEPS)
    unknown = counts.get(UNKNOWN, 0)
    apart = n_("{count} of them “I do not know”", "{count} of them “I do not know”", unknown)
    detail = _("{answers}, {apart}", answers=answers, apart=apart) if unknown else answers
    return Spoke(question.id, question.text, question.name, mean(counts), earlier, spread, detail)


def _tally(state: State, closed: Closed, question: Question, pos: int) -> Tally:
    counts, before = closed.totals[question.id], state.before.get(question.key)
    bars = tuple(Bar(id, text, counts.get(id, 0), _earlier(before, id)) for id, text in question.options)
    return Tally(id=question.id, pos=pos, items=bars, label=question.text, total=closed.answers.get(question.id, 0))


def _earlier(before: Before | None, option: str) -> Words:
    if before is None or option not in before.spread:
        return ""
    count = _("{count} of {total}", count=before.spread[option], total=before.answers)
    return _("{day}: {count}", day=said_date(before.day) if before.day else _("before"), count=count)


def shown(state: State, question: Question) -> Sequence[tuple[str, str]]:
    """What was written in answer to a question and is shown to all, by its id, in the order of the alphabet."""
    known: Map[str, tuple[str, str]] = state.shown
    found = ((id, text) for id, (of, text) in known.items() if of == question.id)
    return sorted(found, key=lambda one: (one[1].casefold(), one[0]))
