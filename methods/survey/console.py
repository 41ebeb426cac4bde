"""What the facilitator of a survey can do besides: count paper, and after the survey choose what of the written is shown to all."""

from collections.abc import Sequence

from methods.survey.counting import Written, may_be_shown, written
from methods.survey.question import Question
from methods.survey.screens import shared
from methods.survey.state import State
from workshop.blocks import Block, Button, Buttons, Card, Cards, Field, Form, Option, Text
from workshop.language import Words, _, n_
from workshop.method import Viewer

PAGE = 40
FORMS = 12


def console(state: State, viewer: Viewer) -> Sequence[Block]:
    """The facilitator's screen of a survey."""
    if state.closed is None:
        return (*shared(state, viewer), *_few(state), *_paper(state))
    return (*(block for block in shared(state, viewer) if not block.id.startswith("words-")), *_written(state))


def _few(state: State) -> Sequence[Block]:
    if state.people >= state.settings.least_answers:
        return ()
    text = n_(
        "With fewer than {count} answer nothing is shown: it would not stay anonymous.",
        "With fewer than {count} answers nothing is shown: it would not stay anonymous.",
        state.settings.least_answers,
    )
    return (Text(id="few", pos=95, text=text, tone="now"),)


def _paper(state: State) -> Sequence[Block]:
    """For people without a phone: how many gave an answer."""
    scales = [one for one in state.questions if one.kind == "scale"]
    choices = [one for one in state.questions if one.kind in ("one", "several")][:FORMS]
    return (
        *((_scales(scales),) if scales else ()),
        *(_choices(one, place) for place, one in enumerate(choices)),
    )


def _scales(questions: Sequence[Question]) -> Form:
    fields = (
        Field("question", _("Answers on paper to"), "choice", options=tuple(Option(one.id, one.name or one.text) for one in questions)),
        Field("option", _("Answer"), "choice", options=tuple(Option(id, text) for id, text in questions[0].options)),
        Field("people", _("How many people"), "number"),
    )
    return Form(id="paper", pos=800, fields=fields, command="CountPaper", send=_("Count people without a phone"))


def _choices(question: Question, place: int) -> Form:
    options = tuple(Option(id, text) for id, text in question.options)
    label = _("Answers on paper to “{question}”", question=question.text)
    fields = (Field("option", label, "choice", options=options), Field("people", _("How many people"), "number"))
    args = {"question": question.id}
    send = _("Count people without a phone")
    return Form(id=f"paper-{question.id}", pos=810 + place, fields=fields, command="CountPaper", send=send, args=args)


def _written(state: State) -> Sequence[Block]:
    """What was written, one page at a time; the wall and the phones show only what the facilitator shows."""
    found = written(state)
    if not found:
        return ()
    if not may_be_shown(state):
        text = n_(
            "What was written stays hidden: fewer than {count} person took part.",
            "What was written stays hidden: fewer than {count} people took part.",
            state.settings.least_answers,
        )
        return (Text(id="unseen", pos=60, text=text, tone="soft"),)
    start = state.start if state.start < len(found) else 0
    page = found[start : start + PAGE]
    asked = {one.id: one.text for one in state.questions}
    cards = tuple(_card(state, one, asked[one.question], len({each.question for each in found}) > 1) for one in page)
    label = _("What people wrote: only you see it until you show it")
    return (Cards(id="written", pos=60, items=cards, label=label, total=len(found), layout="list"), *_row(state, found, start))


def _card(state: State, one: Written, question: Words, many: bool) -> Card:
    above: Words = question if many else ""
    if one.id in state.shown:
        hide = Button("hide", _("Hide"), "Conceal", {"words": one.id})
        return Card(one.id, one.text, above=above, detail=_("Everybody sees it"), tone="good", buttons=(hide,))
    show = Button("show", _("Show to all"), "Reveal", {"words": one.id})
    return Card(one.id, one.text, above=above, buttons=(show,))


def _row(state: State, found: Sequence[Written], start: int) -> Sequence[Block]:
    buttons = []
    for question in dict.fromkeys(one.question for one in found):
        rest = sum(one.question == question and one.id not in state.shown for one in found)
        if rest > 1:
            label = n_("Show {count} answer to all", "Show all {count} answers", rest)
            buttons.append(Button(f"all-{question}", label, "RevealAll", {"question": question}))
    if len(found) > PAGE:
        after = start + PAGE if start + PAGE < len(found) else 0
        buttons.append(Button("others", _("Other answers"), "Leaf", {"start": after}))
    return (Buttons(id="all", pos=61, items=tuple(buttons)),) if buttons else ()
