"""In which ways consent is held: what the steps are, who speaks one after the other, and which tests an objection must pass."""

from collections.abc import Mapping

from methods.consent.state import Criterion, Phase, State, Variant
from workshop.language import Message, _

PREPARING: Mapping[Variant, tuple[Phase, ...]] = {
    "s3": ("driver", "present", "clarify", "react"),
    "sofa": ("present", "clarify", "react", "amend"),
    "holacracy": ("present", "clarify", "react", "amend"),
}
TURNS: Mapping[Variant, frozenset[Phase]] = {
    "s3": frozenset(),
    "sofa": frozenset({"clarify", "react", "check"}),
    "holacracy": frozenset({"react"}),
}
TESTS: Mapping[Criterion, tuple[Message, Message]] = {
    "harms": (
        _("Does it harm?"),
        _("Would the proposal do harm, or only fail to be better? What is merely unnecessary or incomplete does no harm."),
    ),
    "role": (
        _("Does it limit your role?"),
        _("Would it limit you in what you do here, or do you speak for somebody else, or for a general opinion?"),
    ),
    "caused": (
        _("Does the proposal create it?"),
        _("Would this proposal create the harm, or was it there before, and would stay without it?"),
    ),
    "certain": (
        _("Is it certain, or too late to adapt?"),
        _("Do you know that it will happen? If you only foresee it: would there be no time to adapt once it shows?"),
    ),
}
FAILED: Mapping[Criterion, Message] = {
    "harms": _("It would do no harm."),
    "role": _("It does not limit the objector’s own role."),
    "caused": _("It was there before; the proposal does not create it."),
    "certain": _("It is not certain, and there is time to adapt."),
}


def preparing(state: State) -> tuple[Phase, ...]:
    """The steps before consent is asked."""
    return PREPARING[state.settings.variant]


def order(state: State) -> tuple[Phase, ...]:
    """All steps."""
    return (*preparing(state), "check", "test", "resolve", "agreed")


def in_turns(state: State, phase: Phase) -> bool:
    """Whether people speak one after the other at a step, instead of all of them writing."""
    match state.settings.speaking:
        case "writing":
            return False
        case "turns":
            return phase in ("clarify", "react") or phase in TURNS[state.settings.variant]
        case "usual":
            return phase in TURNS[state.settings.variant]
