"""Where the facilitator goes from here: let the room sort, where that is planned, and keep the map."""

from methods.mind_map.state import State
from workshop.language import _, n_
from workshop.method import Move, Moves


def moves(state: State) -> Moves:
    """Arrange, sort together, keep."""
    if state.locked:
        return Moves(back=Move(_("Go on arranging"), "Unlock"))
    if state.deal:
        left = len(state.deal.cards)
        still = n_("End the sorting ({count} card is left)", "End the sorting ({count} cards are left)", left)
        return Moves(next=Move(still if left else _("Show what the room has sorted"), "CloseSorting", reveals=True))
    if state.settings.who == "room" and state.groups and not state.settled:
        return Moves(next=Move(_("Let the whole room sort"), "OpenSorting"))
    return Moves(next=Move(_("Keep this map"), "Lock"))
