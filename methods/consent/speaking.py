"""The rounds in which people speak one after the other: who is in them, and what happens when somebody comes or leaves."""

from collections.abc import Sequence

from methods.consent import events as e
from methods.consent.guards import circle_of, is_open, is_shown
from methods.consent.state import Phase, State
from methods.consent.variants import in_turns
from workshop import circle
from workshop.language import _
from workshop.method import Context, Rejected


def rules_of(state: State, phase: Phase) -> circle.Rules:
    """In Holacracy the proposer does not react; elsewhere everybody speaks."""
    silent = state.settings.variant == "holacracy" and phase == "react" and state.proposer
    return circle.Rules(without=frozenset({state.proposer}) if silent else frozenset())


def entered(state: State, context: Context, key: str, phase: Phase) -> Sequence[e.Event]:
    """The round that begins with a step, or goes on when it is entered again; nothing where everybody writes."""
    if not in_turns(state, phase):
        return ()
    known = state.circles.get(key, circle.Circle())
    rules = rules_of(state, phase)
    return tuple(circle.minded(known, context, rules)) if known.number else (circle.begun(known, context, rules),)


def decide_turn(state: State, command: circle.Command, context: Context) -> Sequence[e.Event] | Rejected:
    """What a speaker, or the facilitator about one, may do."""
    if not in_turns(state, state.phase) or (state.phase == "check" and not is_open(state)):
        return Rejected(_("There is no round of speakers at this step."))
    return circle.decide(circle_of(state), command, context, rules_of(state, state.phase))


def comes(state: State, context: Context) -> Sequence[e.Event]:
    """Who comes back owns their argument again; who comes speaks at the end of the round."""
    back = [e.OwnerBack(context.actor)] if context.actor in state.gone else []
    return [*back, *(circle.comes(circle_of(state), context, rules_of(state, state.phase)) if _speaking(state) else ())]


def goes(state: State, context: Context) -> Sequence[e.Event]:
    """Whose argument is still open leaves it behind: what becomes of it is asked. In a round they are passed over."""
    found = state.arguments.under_label(("by", context.actor))
    open_ = any(one.status in ("untested", "qualified") and is_shown(state, one) for one in found)
    left = [e.OwnerLeft(context.actor)] if open_ and state.outcome is None else []
    return [*left, *(circle.goes(circle_of(state), context) if _speaking(state) else ())]


def _speaking(state: State) -> bool:
    return in_turns(state, state.phase) and not (state.phase == "check" and not is_open(state))
