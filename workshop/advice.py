"""What is doubtful about a plan, said while it is made: it keeps nobody from holding the workshop."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from workshop.agenda import Step
from workshop.fields import fields_of
from workshop.language import Words, _
from workshop.method import Method

KINDS: Final[Mapping[str, Words]] = {
    "idea": _("ideas"),
    "group": _("groups"),
    "proposal": _("proposals"),
    "decision": _("decisions"),
    "concern": _("concerns"),
    "commitment": _("commitments"),
    "status": _("earlier outcomes"),
    "answer": _("answers"),
    "question": _("questions"),
    "measure": _("measures"),
}


def source_of(steps: Sequence[Step], place: int, methods: Mapping[str, Method]) -> Step | None:
    """The step whose results the step at a place takes: the one that it names, else the nearest before it that fits."""
    fitting = fitting_sources(steps, place, methods)
    named = (step for step in fitting if step.id == steps[place].source)
    return next(named, fitting[-1] if fitting else None)


def fitting_sources(steps: Sequence[Step], place: int, methods: Mapping[str, Method]) -> Sequence[Step]:
    """The steps before a place that yield something that the step there can take."""
    method = methods.get(steps[place].method)
    takes = method.takes if method else frozenset()
    return [step for step in steps[:place] if step.method in methods and methods[step.method].yields & takes]


def handed_on(steps: Sequence[Step], place: int, methods: Mapping[str, Method]) -> Words:
    """What the step at a place takes from its source: "ideas"."""
    source = source_of(steps, place, methods)
    return named(_yielded(steps, steps.index(source), methods) & methods[steps[place].method].takes) if source else ""


def doubts_of(steps: Sequence[Step], place: int, methods: Mapping[str, Method]) -> Sequence[Words]:
    """What somebody who plans should know about the step at a place."""
    step, method = steps[place], methods.get(steps[place].method)
    if method is None:
        return [_("The method {name} is not installed here: this step cannot be held.", name=step.method)]
    if method.takes <= method.optional or source_of(steps, place, methods) is not None:
        return []
    written = {one.name for one in fields_of(method)} & method.takes  # a proposal can be written in the settings
    if any(step.settings.get(name) for name in written):
        return []
    if written:
        return [_("Nothing comes from the steps before: write the proposal here, or together in the room.")]
    return [_("No step before this one yields {kinds} for it to work with.", kinds=named(method.takes))]


def _yielded(steps: Sequence[Step], place: int, methods: Mapping[str, Method]) -> frozenset[str]:
    """What the step at a place yields; of what it only hands on, what it was given."""
    method, source = methods[steps[place].method], source_of(steps, place, methods)
    if source is None:
        return method.yields
    return (method.yields - method.takes) | (method.yields & _yielded(steps, steps.index(source), methods))


def named(kinds: Iterable[str]) -> Words:
    """Kinds of results, in words: "ideas or groups"."""
    words = [KINDS.get(kind, kind) for kind in sorted(kinds, key=[*KINDS, *sorted(kinds)].index)]
    said: Words = words[0] if words else ""
    for word in words[1:-1]:
        said = _("{some}, {other}", some=said, other=word)
    return _("{some} or {other}", some=said, other=words[-1]) if len(words) > 1 else said
