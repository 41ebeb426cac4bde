"""Where the facilitator can go from each phase of a consent decision, or why not yet."""

from collections.abc import Mapping

from methods.consent.guards import answers, forward, is_open, qualified
from methods.consent.pieces import all_answered
from methods.consent.state import Phase, State
from workshop.language import Message, _
from workshop.method import Move, Moves

AHEAD: Mapping[Phase, Message] = {
    "present": _("Present the proposal"),
    "clarify": _("Ask for questions"),
    "react": _("Ask for reactions"),
    "check": _("Ask for consent"),
    "test": _("Test the possible objections"),
    "resolve": _("Resolve the objections"),
    "agreed": _("Agreed: close the decision"),
}
BACK: Mapping[Phase, tuple[Phase, Message]] = {
    "present": ("driver", _("Back to the driver")),
    "clarify": ("present", _("Back to the proposal")),
    "react": ("clarify", _("Back to the questions")),
    "check": ("react", _("Back to the reactions")),
    "test": ("check", _("Back to the answers")),
    "resolve": ("test", _("Back to the test")),
}


def moves(state: State) -> Moves:
    """The next and the previous phase; `blocked` when the guards say that it cannot go on yet."""
    if state.outcome is not None:
        return Moves(back=Move(_("Reopen the decision"), "Reopen"))
    ahead, back = forward(state), _back(state)
    if state.phase == "check" and is_open(state):
        if not answers(state):
            return Moves(back=back, blocked=_("Nobody has answered yet. Wait for the first answers."))
        return Moves(Move(all_answered(state), "CloseCall", reveals=True), back)
    if isinstance(ahead, Message):
        return Moves(back=back, blocked=ahead)
    again = ahead == "check" and any(one.closed for one in state.rounds)
    label = _("Ask for consent to the new text") if again and state.phase != "react" else AHEAD[ahead]
    return Moves(Move(label, "Go", {"to": ahead}), back)


def _back(state: State) -> Move | None:
    if state.phase not in BACK or (state.phase == "check" and qualified(state)):
        return None
    to, label = BACK[state.phase]
    return Move(label, "Go", {"to": to})
