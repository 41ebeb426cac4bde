"""On what all agree: actions, words to keep, the day of the after-circle, and whether the wall shows the circle."""

from collections.abc import Sequence
from typing import assert_never

from methods.restorative import vocabulary as v
from methods.restorative.state import Matter, State, matter_of
from workshop.language import _
from workshop.method import Context, Rejected, Role

MOST = 20
Decision = Sequence[v.Event] | Rejected


def decide(state: State, command: v.Propose | v.Accept | v.Withdraw | v.Open, context: Context) -> Decision:
    """The events of a command about a matter."""
    match command:
        case v.Propose():
            return _propose(state, command, context)
        case v.Accept(id, yes, person):
            who = _speaks_for(state, person, context)
            found = matter_of(state, id)
            if isinstance(who, Rejected):
                return who
            return _accept(state, found, who, yes) if found else Rejected(_("This is not there any more."), "gone")
        case v.Withdraw(id):
            found = matter_of(state, id)
            if found is None or found.settled:
                return Rejected(_("This is not there any more, or all agreed on it."), "gone")
            mine = context.role is Role.FACILITATOR or found.by == context.actor
            return [v.Withdrew(id)] if mine else Rejected(_("Only the one who proposed it can take it back."), "not-yours")
        case v.Open(yes, person):
            one = _speaks_for(state, person, context)
            if isinstance(one, Rejected):
                return one
            return [] if (one in state.wall) == yes else [v.Opened(one, yes)]
        case _:
            assert_never(command)


def _speaks_for(state: State, person: str, context: Context) -> str | Rejected:
    """Whose word it is: one's own; from the facilitator, that of somebody without a phone."""
    if context.role is Role.PARTICIPANT:
        return context.actor if person in ("", context.actor) else Rejected(_("Everybody answers for themselves."), "not-yours")
    return person if person in state.guests else Rejected(_("Everybody with a phone answers for themselves."), "not-yours")


def _propose(state: State, command: v.Propose, context: Context) -> Decision:
    if state.stage not in ("action", "done"):
        return Rejected(_("Agreements come in the last part of the circle."))
    if sum(not one.settled for one in state.matters) >= MOST:
        return Rejected(_("So many are open already. Agree on some of them first, or take them back."), "enough")
    if command.kind == "after" and not command.due:
        return Rejected(_("Choose the day on which you meet again."), "missing")
    if command.kind != "after" and not command.text:
        return Rejected(_("Please write something first."), "empty")
    asked = v.Proposed(context.id, context.actor, command.kind, command.text, command.who, command.due)
    matter = Matter(asked.id, asked.by, asked.kind, asked.text, asked.who, asked.due)
    own = _accept(state, matter, context.actor, True) if context.actor in state.takers else []
    return [asked, v.Asked(context.id), *own]


def _accept(state: State, matter: Matter, person: str, yes: bool) -> Sequence[v.Event]:
    """The last yes settles it; a yes that is taken back opens it again."""
    if (person in matter.yes) == yes:
        return []
    found: list[v.Event] = [v.Accepted(matter.id, person, yes)]
    if yes and not matter.settled and matter.yes | {person} >= set(state.takers):
        found.append(v.Settled(matter.id, matter.kind, matter.text, matter.who, matter.due))
    if not yes and matter.settled:
        found.append(v.Unsettled(matter.id))
    return found
