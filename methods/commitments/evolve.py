"""How each event changes a pact; one that no longer fits (after an undo) changes nothing."""

from dataclasses import replace
from typing import Literal, assert_never

from immutables import Map

from methods.commitments import events as e
from methods.commitments.commands import NONE
from methods.commitments.state import Commitment, Confirmation, State

Lists = Map[str, tuple[str, ...]]


def evolve(state: State, event: e.Event) -> State:
    """The pact after an event."""
    match event:
        case e.Committed(id, maker, number, text, who, side, due, seen, origin):
            written = Confirmation("written", maker, number)
            return _new(state, Commitment(id, len(state.shelf), text, maker, number, who, side, due, seen, origin, written))
        case e.Noted(id, text, who, side, due, seen, origin):
            return _new(state, Commitment(id, len(state.shelf), text, "", 0, who, side, due, seen, origin))
        case e.Picked(commitment, by):
            known = state.picked.delete(by) if by in state.picked else state.picked
            return replace(state, picked=known if commitment == NONE else known.set(by, commitment))
        case e.Leafed(below):
            return replace(state, below=below)
        case e.Closed():
            return replace(state, closed=True, picked=Map())
        case e.Reopened():
            return replace(state, closed=False)
        case _:
            one = state.get(event.commitment)
            return state if one is None else _changed(state, one, event)


def _changed(
    state: State, one: Commitment, event: e.Corrected | e.Withdrawn | e.Confirmed | e.ConfirmedAloud | e.Unconfirmed | e.Helped
) -> State:
    match event:
        case e.Corrected(_id, text, who, side, due, seen, origin):
            return _put(state, one, replace(one, text=text, who=who, side=side, due=due, seen=seen, origin=origin))
        case e.Withdrawn():
            return _put(state, one, replace(one, withdrawn=True))
        case e.Confirmed(_id, by, number):
            helpers = one.helpers - {by}
            state = replace(state, helps=_listed(state.helps, by, one.id, False))
            how: Literal["written", "phone"] = "written" if one.maker == by else "phone"
            return _put(state, one, replace(one, confirmation=Confirmation(how, by, number), helpers=helpers))
        case e.ConfirmedAloud(_id, by):
            return _put(state, one, replace(one, confirmation=Confirmation("aloud", by)))
        case e.Unconfirmed():
            return _put(state, one, replace(one, confirmation=None))
        case e.Helped(_id, by, yes):
            if yes and by == one.owner:
                return state
            helpers = one.helpers | {by} if yes else one.helpers - {by}
            return _put(replace(state, helps=_listed(state.helps, by, one.id, yes)), one, replace(one, helpers=helpers))
        case _:
            assert_never(event)


def _new(state: State, one: Commitment) -> State:
    return state if one.id in state.shelf else _put(state, None, one)


def _put(state: State, before: Commitment | None, after: Commitment) -> State:
    """A commitment as it is now, in the list of whose it is."""
    own = state.own
    if before is not None and before.owner and (before.owner != after.owner or after.withdrawn):
        own = _listed(own, before.owner, after.id, False)
    if after.owner and not after.withdrawn and after.id not in own.get(after.owner, ()):
        own = _listed(own, after.owner, after.id, True)
    return replace(state, shelf=state.shelf.put(after.id, after, not after.withdrawn), own=own)


def _listed(lists: Lists, person: str, id: str, on: bool) -> Lists:
    """The lists, by person, with or without one id."""
    left = tuple(one for one in lists.get(person, ()) if one != id)
    ids = (*left, id) if on else left
    if ids:
        return lists.set(person, ids)
    return lists.delete(person) if person in lists else lists
