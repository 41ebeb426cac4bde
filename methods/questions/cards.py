"""A question as people read it: who asks whom, how many ask it, what became of it."""

from collections.abc import Sequence

from methods.questions.state import Question, State
from methods.questions.vocabulary import BEFORE, PAPER, SHEET
from workshop.blocks import Button, Card, Tone
from workshop.language import Name, Words, _, n_, said_date

TONES: dict[str, Tone] = {"answered": "good", "promised": "now", "declined": "stop", "open": "soft"}
ORIGINS: dict[str, Words] = {
    PAPER: _("Without a phone"),
    SHEET: _("From a spreadsheet"),
    BEFORE: _("From an earlier step or workshop"),
}


def origin(question: Question) -> Words:
    """Who asks whom, as far as it is said."""
    asker: Words = Name(question.by) if question.signed else ORIGINS.get(question.by, "")
    if not question.to:
        return asker
    return _("{who}, to {official}", who=asker, official=question.to) if asker else _("To {official}", official=question.to)


def outcome(question: Question) -> Words:
    """What became of a question."""
    answer, who = question.answer, question.who
    match question.fate:
        case "answered":
            return _("{who}: {answer}", who=who, answer=answer) if who else answer
        case "promised":
            until = _("{who} promises an answer by {day}.", who=who, day=said_date(question.due))
            return _("{until} {answer}", until=until, answer=answer) if answer else until
        case "declined":
            return _("{who} gives no answer: {reason}", who=who, reason=answer) if who else _("No answer: {reason}", reason=answer)
        case "open":
            return answer


def fate(question: Question) -> Words:
    """What became of it, in a word with its shape."""
    return {"answered": _("● Answered"), "promised": _("▲ Promised"), "declined": _("■ No answer"), "open": _("○ Left open")}[question.fate]


def others(state: State, question: Question) -> Words:
    """How many people ask it, and the other words in which they do."""
    count, texts = state.weight(question), " / ".join(one.text for one in state.wordings(question)[1:])
    asked: Words = n_("asked by {count} person", "asked by {count} people", count) if count > 1 else ""
    if not texts:
        return asked
    return _("{asked}, also as: {texts}", asked=asked, texts=texts) if asked else _("also as: {texts}", texts=texts)


def asked_card(state: State, question: Question, support: bool) -> Card:
    """A question that waits; everybody can say that they ask it too."""
    button = Button("support", _("Me too"), "Support", {"question": question.id})
    count, buttons = state.weight(question), (button,) if support else ()
    return Card(question.id, question.text, origin(question), count=count, buttons=buttons, pos=-question.number)


def waiting_card(state: State, question: Question, place: int) -> Card:
    """One of the next questions on the wall."""
    return Card(question.id, question.text, origin(question), count=state.weight(question), pos=place)


def settled_card(state: State, question: Question, above: bool = True) -> Card:
    """A question that had the floor, with what became of it."""
    said = outcome(question)
    return Card(question.id, question.text, fate(question) if above else origin(question), said, tone=TONES[question.fate])


def console_card(state: State, question: Question, picked: str) -> Card:
    """A question for the facilitator, with what can be done with it."""
    above, tone = origin(question), TONES[question.fate] if question.turn or question.fate != "open" else ""
    if question.hidden:
        above, tone = _("Hidden"), "soft"
    elif picked == question.id:
        above, tone = _("Which one asks the same? Choose it, also among older ones."), "now"
    elif question.turn or question.fate != "open":
        above = fate(question)
    detail = _joined(others(state, question), outcome(question))
    buttons = tuple(_buttons(state, question, picked))
    return Card(question.id, question.text, above, detail, 0, tone, buttons, -question.number)


def _joined(some: Words, other: Words) -> Words:
    return _("{some}. {other}", some=some, other=other) if some and other else some or other


def _buttons(state: State, question: Question, picked: str) -> Sequence[Button]:
    args = {"question": question.id}
    if question.hidden:
        return [Button("restore", _("Show again"), "Restore", args)]
    if picked == question.id:
        return [Button("cancel", _("Cancel"), "Pick")]
    if picked:
        return [Button("this", _("This one"), "Merge", {"question": picked, "into": question.id}, tone="now")]
    now = state.now
    floor = [] if now is not None and now.id == question.id else [Button("floor", _("Give it the floor"), "GiveFloor", args, tone="now")]
    mergeable = question.fate == "open" and not question.turn
    same = [Button("same", _("Same as …"), "Pick", args)] if mergeable else []
    apart = [Button("apart", _("Show apart"), "Separate", args)] if question.same else []
    return [*floor, *same, *apart, Button("hide", _("Hide"), "Hide", args)]
