"""The way through a pact."""

from methods.commitments.state import State, gaps
from workshop.language import _, n_
from workshop.method import Move, Moves


def moves(state: State) -> Moves:
    """It is written, and then it stands; what is missing is said and keeps nobody from going on."""
    if state.closed:
        return Moves(back=Move(_("Open the pact again"), "Reopen"))
    count = gaps(state)["all"]
    label = n_("Close the pact of {count} commitment", "Close the pact of {count} commitments", count)
    return Moves(next=Move(label if count else _("Close the pact"), "Close"))
