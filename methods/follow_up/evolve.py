"""How each event changes a follow-up; one that no longer fits (after an undo) changes nothing."""

from dataclasses import replace
from typing import assert_never

from immutables import Map

from methods.follow_up import events as e
from methods.follow_up.commands import NONE
from methods.follow_up.state import Outcome, State


def evolve(state: State, event: e.Event) -> State:
    """The state after an event."""
    match event:
        case e.Seen(by, thing, status):
            return replace(state, views=state.views.set(thing, state.views.get(thing, Map()).set(by, status)))
        case e.Went(to, start):
            return replace(state, stage=to, start=start if start < len(state.things) else 0, picked=NONE)
        case e.Revealed(counts):
            return replace(state, counts=state.counts.update(counts))
        case e.Reasked(things):
            kept = {id: count for id, count in state.counts.items() if id not in things}
            return replace(state, counts=Map(kept))
        case e.Recorded(thing, status, note, review_date):
            return replace(state, outcomes=state.outcomes.set(thing, Outcome(status, note, review_date)))
        case e.Picked(thing):
            return replace(state, picked=thing)
        case _:
            assert_never(event)
