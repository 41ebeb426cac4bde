"""The way through a round, for the big buttons: on to the next speaker, back to the last one."""

from workshop.circle.circle import Circle, last_heard, waiting, who
from workshop.language import _
from workshop.method import Move


def forward(circle: Circle) -> Move | None:
    """Ends the turn of the one who speaks; None when nobody does."""
    if not circle.open or not circle.now:
        return None
    after = next(iter(waiting(circle)), "")
    label = _("On to {name}", name=who(circle, after, True)) if after else _("End the last turn")
    return Move(label, "EndTurn", {"person": circle.now})


def back(circle: Circle) -> Move | None:
    """Gives the word back to the last one who had it; None where that cannot be."""
    last = last_heard(circle)
    return Move(_("Back to {name}", name=who(circle, last, True)), "ReturnTurn", {"person": last}) if last else None
