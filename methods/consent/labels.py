"""Under which labels what was said and argued in a consent decision is found, and how it gets there.

Contributions: "all"; "seen" when they are not hidden; ("by", person). Questions besides: "open". Suggestions have all of these
for their argument: ("seen", argument). Arguments: their status; "unwritten" when they are still to be written; ("round", number, written),
("objection", written), ("concern", written); ("paper", round, what it came as); ("by", owner).
"""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace

from methods.consent.state import Argument, Question, Reaction, State, Suggestion


def with_question(state: State, one: Question) -> State:
    """The decision with a question, as it is now."""
    labels = ["all", ("by", one.person)]
    if one.id not in state.hidden:
        labels += ["seen"] if one.answered else ["seen", "open"]
    return replace(state, questions=state.questions.put(one.id, one, *labels))


def with_reaction(state: State, one: Reaction) -> State:
    """The decision with a reaction; one that says nothing, because the person passed, is shown nowhere."""
    labels: list[Hashable] = [("by", one.person), *(("all",) if one.text else ())]
    seen = one.text and one.id not in state.hidden
    return replace(state, reactions=state.reactions.put(one.id, one, *labels, *(("seen",) if seen else ())))


def with_suggestion(state: State, one: Suggestion) -> State:
    """The decision with a suggestion."""
    labels: list[Hashable] = [("all", one.argument), ("by", one.person, one.argument)]
    if one.id not in state.hidden:
        labels += [("seen", one.argument), ("seen", one.argument, one.person)]
    return replace(state, suggestions=state.suggestions.put(one.id, one, *labels))


def with_hidden(state: State, what: str, hidden: bool) -> State:
    """The decision with a contribution hidden, or shown again."""
    if hidden == (what in state.hidden):
        return state
    state = replace(state, hidden=state.hidden.set(what, True) if hidden else state.hidden.delete(what))
    question, reaction, suggestion = state.questions.get(what), state.reactions.get(what), state.suggestions.get(what)
    if question is not None:
        return with_question(state, question)
    if reaction is not None:
        return with_reaction(state, reaction)
    return with_suggestion(state, suggestion) if suggestion is not None else state


def with_arguments(state: State, arguments: Iterable[Argument]) -> State:
    """The decision with arguments, as they are now."""
    found = state.arguments
    for one in arguments:
        found = found.put(one.id, one, *_labels(one))
    return replace(state, arguments=found)


def _labels(one: Argument) -> Iterator[Hashable]:
    written = bool(one.text)
    yield one.status
    yield ("round", one.round, written)
    yield ("by", one.owner)
    if one.kind == "objection":
        yield ("objection", written)
    if one.status == "concern":
        yield ("concern", written)
    if not written and one.status in ("untested", "concern"):
        yield "unwritten"
    if one.paper:
        yield ("paper", one.round, one.came)
