"""What the buttons of the console say they will do, and what they did."""

from workshop.language import Words, _
from workshop.session.reading import moves_of
from workshop.session.state import Methods, Session


def next_label(methods: Methods, session: Session) -> Words:
    """What the big button will do; "" when the workshop is over."""
    step, move = session.step_beside(1), moves_of(methods, session).next
    if session.stage == "closed":
        return ""
    if session.stage == "planned":
        return _("Open the room")
    if move is not None:
        return _("Next: {what}", what=move.label)
    return _("Next: {what}", what=step.title) if step else _("End the workshop")


def next_hint(methods: Methods, session: Session) -> Words:
    """What happens then, where Next opens another step; or why it cannot go on."""
    moves, step = moves_of(methods, session), session.step_beside(1)
    if moves.blocked is not None:
        return moves.blocked
    method = methods.get(step.method) if step and moves.next is None and session.stage == "open" else None
    return method.purpose if method else ""


def back_label(methods: Methods, session: Session) -> Words:
    """What Back will do; "" when there is nothing to go back to."""
    step = session.step_beside(-1)
    if session.stage == "closed":
        return _("Go on after all")
    move = moves_of(methods, session).back
    if move is not None:
        return move.label
    return _("Back to {step}", step=step.title) if step and session.current else ""


def went_back(methods: Methods, before: Session, now: Session) -> Words:
    """What Back did, and how to go forward again."""
    ahead = next_label(methods, now)
    if before.stage == "closed":
        return _("The workshop goes on where it was. To end it again: “{next}”.", next=ahead)
    if before.current != now.current and now.activity is not None:
        return _("Back in “{step}”, as it was left. To go forward again: “{next}”.", step=now.activity.step.title, next=ahead)
    return _("Done: {what}. To go forward again: “{next}”.", what=back_label(methods, before), next=ahead)


def unfinished(methods: Methods, session: Session) -> bool:
    """Whether the running step has phases to come, or something that is open."""
    moves = moves_of(methods, session)
    return moves.next is not None or moves.blocked is not None
