"""Whose word counts for an argument: its owner's, or the facilitator's on the word of the owner, or in place of one who left."""

from methods.consent.state import Argument, By
from workshop.language import _
from workshop.method import Context, Rejected, Role


def speaks_for(one: Argument, context: Context) -> By:
    """Whose word it is: the owner's own, the facilitator's as told by the owner, or for an owner who left; "" if neither."""
    if context.role == Role.FACILITATOR:
        return "told" if not one.owner or one.owner in context.people else "left"
    return "owner" if context.actor == one.owner else ""


def not_yours() -> Rejected:
    """That only the owner of an argument may do this."""
    return Rejected(_("Only the person whose argument it is can do this."), "not-yours")
