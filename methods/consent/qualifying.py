"""Why an argument does not qualify as an objection, or not yet."""

from methods.consent.doubts import in_hand
from methods.consent.state import Argument, Criterion, State
from methods.consent.variants import FAILED, TESTS
from workshop.language import Message, _


def judged(one: Argument, test: Criterion) -> bool | None:
    """Whether an argument passes a test; None where it was not asked yet."""
    return next((each.holds for each in one.judged if each.test == test), None)


def to_judge(one: Argument) -> Criterion | None:
    """The test that is asked now: the first that was not answered; none after one that failed."""
    if failed(one) is not None:
        return None
    return next((test for test in TESTS if judged(one, test) is None), None)


def failed(one: Argument) -> Criterion | None:
    """The first test that an argument does not pass."""
    return next((test for test in TESTS if judged(one, test) is False), None)


def unqualified(state: State, one: Argument) -> Message | None:
    """Why the argument under test does not qualify, or not yet; None where it does, if nobody says otherwise."""
    if not one.text:
        return _("Write the argument first, so that the record has it.")
    if in_hand(one) is not None:
        return _("Somebody doubts that it qualifies. Hear the doubt first, then decide.")
    if state.settings.variant != "holacracy":
        return None
    test = failed(one)
    if test is not None:
        return _("It fails a test: {reason} It can be kept as a concern.", reason=FAILED[test])
    return _("Ask the four tests first; it qualifies when it passes them all.") if to_judge(one) else None
