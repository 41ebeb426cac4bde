"""Who comes in, leaves, and would like to speak."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from workshop.language import _
from workshop.messages import BadMessage, Command, TableNumber, read
from workshop.method import Context, Rejected, Role
from workshop.session.events import HandLowered, HandRaised, Joined, Left
from workshop.session.state import Methods, Session
from workshop.session.yields import report

Draft = tuple[str | None, object]


@dataclass(frozen=True, slots=True)
class Coming:
    """Somebody comes in; with a `table`, a device that it shares."""

    table: TableNumber = ""


def join(methods: Methods, session: Session, command: Command, context: Context) -> Sequence[Draft] | Rejected:
    """Comes in, as a person or, with a `table` in the arguments, as the device that it shares."""
    if session.stage == "planned":
        return Rejected(_("The room is not open yet. Please try again in a moment."), "not-open")
    if session.stage == "closed":
        return Rejected(_("This workshop is over."), "closed")
    try:
        wish = read(Coming, command.args)
    except BadMessage as error:
        return Rejected(_("That could not be read: {reason}", reason=str(error)), "bad-arguments")
    actor, known = context.actor, session.people.get(context.actor)
    if session.inside(actor) and session.tables.get(actor, "") == wish.table:
        return []
    number = known.number if known else 0
    if not wish.table:
        number = number or session.joined + 1
    if wish.table:
        after = replace(context, people=context.people - {actor}, tables={**context.tables, actor: wish.table})
    else:
        after = replace(context, people=context.people | {actor}, tables=_less(context.tables, actor))
    return [(None, Joined(actor, number, wish.table)), *_following(methods, session, after, "comes")]


def leave(methods: Methods, session: Session, command: Command, context: Context) -> Sequence[Draft]:
    """Goes for good."""
    actor = context.actor
    if not session.inside(actor):
        return []
    after = replace(context, people=context.people - {actor}, tables=_less(context.tables, actor))
    return [(None, Left(actor)), *_following(methods, session, after, "goes")]


def _less(tables: Mapping[str, str], device: str) -> Mapping[str, str]:
    return {one: table for one, table in tables.items() if one != device}


def _following(methods: Methods, session: Session, context: Context, what: Literal["comes", "goes"]) -> Sequence[Draft]:
    """What the running method makes of somebody's coming or going; if it fails, nothing: nobody is kept at the door for it."""
    activity = session.activity
    method = methods.get(activity.step.method) if activity and not activity.error else None
    if activity is None or method is None or session.stage != "open":
        return []
    try:
        events = method.comes(activity.state, context) if what == "comes" else method.goes(activity.state, context)
    except Exception as error:
        report(method.name, error)
        return []
    return [(activity.step.id, event) for event in events]


def raise_hand(methods: Methods, session: Session, command: Command, context: Context) -> Sequence[Draft] | Rejected:
    """Would like to speak."""
    if session.stage != "open" or context.actor not in session.present:
        return Rejected(_("Please come in first: open the page again and choose “Come in”."), "not-in")
    return [] if context.actor in session.hands else [(None, HandRaised(context.actor))]


def lower_hand(methods: Methods, session: Session, command: Command, context: Context) -> Sequence[Draft]:
    """One's own; the facilitator lowers that of the `person` in the arguments."""
    person = context.actor if context.role is Role.PARTICIPANT else command.args.get("person", "")
    return [(None, HandLowered(person))] if person in session.hands else []
