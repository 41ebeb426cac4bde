"""Who may ask, support, give the floor and settle a question, and when."""

from collections.abc import Sequence
from typing import assert_never

from methods.questions import vocabulary as v
from methods.questions.state import Question, State
from workshop.language import _
from workshop.messages import derived_id
from workshop.method import Context, Contribution, Rejected, Role

Answer = Sequence[v.Event] | Rejected


def decide(state: State, command: v.Command, context: Context) -> Answer:
    """The events that a command leads to, or why it may not be done now."""
    match command:
        case v.Ask():
            return _ask(state, command, context)
        case v.Bring(cards):
            return _bring(state, cards, context)
        case v.Pick(id):
            return [] if id == state.picked else [v.Picked(id)]
        case v.Leaf(below):
            return [] if below == state.below else [v.Leafed(below)]
        case v.TakeFloor():
            return [v.FloorTaken()] if state.floor else []
        case v.End():
            return [] if state.ended else [v.Ended()]
        case v.Resume():
            return [v.Resumed()] if state.ended else []
        case v.Merge(id, into):
            return _merge(state, state.head(id), state.head(into))
        case v.Withdraw(id):
            return _withdraw(state, state.questions.get(id), context.actor)
        case v.Support(id) | v.Hide(id) | v.Restore(id) | v.Separate(id) | v.GiveFloor(id) | v.Settle(id):
            question = state.head(id)
            return _gone() if question is None or question.withdrawn else _change(state, question, command, context)
        case _:
            assert_never(command)


def _ask(state: State, command: v.Ask, context: Context) -> Answer:
    if not command.text:
        return Rejected(_("Please write something first."), "empty")
    to = command.to if command.to in state.settings.officials else ""
    if context.role is Role.FACILITATOR:
        return [v.Asked(context.id, v.PAPER, command.text, to)]
    if state.ended:
        return _ended()
    return [v.Asked(context.id, context.actor, command.text, to, command.name == "with" and state.settings.signed)]


def _bring(state: State, cards: Sequence[Contribution], context: Context) -> Answer:
    """What is there already is not brought again, so that a file can be brought in a second time."""
    there = {one.text.casefold() for one in state.questions if not one.withdrawn}
    new: dict[str, Contribution] = {}
    for card in cards:
        if card.text and card.text.casefold() not in there:
            new.setdefault(card.text.casefold(), card)
    if not new:
        return Rejected(_("All of these questions are there already."), "there")
    return [v.Brought(tuple(v.Listed(derived_id(context.id, text), card.text, card.support) for text, card in new.items()))]


def _merge(state: State, question: Question | None, other: Question | None) -> Answer:
    if question is None or other is None or not (question.stands and other.stands):
        return _gone()
    if question.id == other.id:
        return Rejected(_("Choose another question that asks the same."), "same")
    if question.fate != "open" or question.id == state.floor:
        return Rejected(_("This question has had the floor. Show the other one under it instead."), "heard")
    return [*([v.Picked("")] if state.picked else []), v.Merged(question.id, other.id)]


def _withdraw(state: State, question: Question | None, person: str) -> Answer:
    if question is None or question.withdrawn:
        return _gone()
    if question.by != person:
        return Rejected(_("Only whoever asked it can take a question back."), "not-yours")
    if question.turn or question.fate != "open":
        return Rejected(_("This question has had the floor: it stays."), "heard")
    return _ended() if state.ended else [v.Withdrawn(question.id)]


def _change(
    state: State, question: Question, command: v.Support | v.Hide | v.Restore | v.Separate | v.GiveFloor | v.Settle, context: Context
) -> Answer:
    match command:
        case v.Hide():
            return [] if question.hidden else [v.Hidden(question.id)]
        case v.Restore():
            return [v.Restored(question.id)] if question.hidden else []
        case v.Separate():
            return [v.Separated(question.id)] if question.same else []
        case _ if question.hidden:
            return _gone()
        case v.Support():
            return _support(state, question, context.actor)
        case v.GiveFloor():
            return [v.FloorGiven(question.id)] if state.now is not question else []
        case v.Settle():
            return _settle(question, command)
        case _:
            assert_never(command)


def _support(state: State, question: Question, person: str) -> Answer:
    if state.ended:
        return _ended()
    wordings = state.wordings(question)
    if any(one.by == person for one in wordings):
        return Rejected(_("You ask this already."), "own")
    backed = [v.Supported(one.id, person, False) for one in wordings if person in one.supporters]
    return backed or [v.Supported(question.id, person, True)]


def _settle(question: Question, command: v.Settle) -> Answer:
    wanted = v.Settled(question.id, command.fate, command.answer, command.who, command.due)
    match command.fate:
        case "answered" if not command.answer:
            return Rejected(_("Sum the answer up in a sentence."), "missing")
        case "declined" if not command.answer:
            return Rejected(_("Write why there is no answer."), "missing")
        case "promised" if not command.who or not command.due:
            return Rejected(_("Write who promised the answer, and until which day."), "missing")
        case "promised" | "answered" | "declined":
            wanted = wanted if command.fate == "promised" else v.Settled(question.id, command.fate, command.answer, command.who)
        case "open":
            wanted = v.Settled(question.id, "open", command.answer)
        case _:
            assert_never(command.fate)
    known = v.Settled(question.id, question.fate, question.answer, question.who, question.due)
    return [] if wanted == known else [wanted]


def _gone() -> Rejected:
    return Rejected(_("This question is not there any more."), "gone")


def _ended() -> Rejected:
    return Rejected(_("The questions have ended. Tell the facilitator if yours is still missing."), "ended")
