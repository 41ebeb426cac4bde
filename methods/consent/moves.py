"""Where the facilitator can go from each phase of a consent decision, or why not yet."""

from collections.abc import Mapping

from methods.consent.guards import answers, circle_of, forward, is_open, qualified
from methods.consent.pieces import all_answered
from methods.consent.state import Phase, State
from methods.consent.variants import order
from workshop import circle
from workshop.language import Message, _
from workshop.method import Move, Moves

AHEAD: Mapping[Phase, Message] = {
    "present": _("Present the proposal"),
    "clarify": _("Ask for questions"),
    "react": _("Ask for reactions"),
    "amend": _("Ask the proposer to amend"),
    "check": _("Ask for consent"),
    "test": _("Test the possible objections"),
    "resolve": _("Resolve the objections"),
    "agreed": _("Agreed: close the decision"),
}
BACK: Mapping[Phase, Message] = {
    "driver": _("Back to the driver"),
    "present": _("Back to the proposal"),
    "clarify": _("Back to the questions"),
    "react": _("Back to the reactions"),
    "amend": _("Back to the amendment"),
    "check": _("Back to the answers"),
    "test": _("Back to the test"),
}


def moves(state: State) -> Moves:
    """The next and the previous phase; `blocked` when the guards say that it cannot go on yet."""
    if state.outcome is not None:
        return Moves(back=Move(_("Reopen the decision"), "Reopen"))
    ahead, back = forward(state), _back(state)
    turn = circle_of(state)
    if turn.open and turn.now and (state.phase in ("clarify", "react") or is_open(state)):
        return Moves(circle.forward(turn), circle.back(turn) or back)
    if state.phase == "check" and is_open(state):
        if not answers(state):
            return Moves(back=back, blocked=_("Nobody has answered yet. Wait for the first answers."))
        return Moves(Move(all_answered(state), "CloseCall", reveals=True), back)
    if isinstance(ahead, Message):
        return Moves(back=back, blocked=ahead)
    again = ahead == "check" and any(one.closed for one in state.rounds)
    label = _("Ask for consent to the new text") if again and state.phase in ("test", "resolve") else AHEAD[ahead]
    return Moves(Move(label, "Go", {"to": ahead}), back)


def _back(state: State) -> Move | None:
    steps = order(state)
    place = steps.index(state.phase) if state.phase in steps else 0
    if not place or (state.phase == "check" and qualified(state)):
        return None
    to = steps[place - 1]
    return Move(BACK[to], "Go", {"to": to})
