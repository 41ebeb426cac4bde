"""How each event changes a restorative circle; one that no longer fits (after an undo) changes nothing."""

from dataclasses import replace

from methods.restorative import vocabulary as v
from methods.restorative.state import Matter, State, matter_of
from workshop import circle


def evolve(state: State, event: v.Event) -> State:
    """The circle after an event."""
    match event:
        case v.Agreed(person, name, guest):
            guests = state.guests | {person} if guest else state.guests
            return replace(state, takers=state.takers.set(person, name), guests=guests)
        case v.Stopped(person):
            return _without(state, person)
        case v.Prepared(person, text):
            return replace(state, notes=state.notes.set(person, text))
        case v.BecameReady(person, yes):
            return replace(state, ready=state.ready | {person} if yes else state.ready - {person})
        case v.Entered(stage):
            return replace(state, stage=stage, step="speaking", listener="")
        case v.ListenerChosen(listener):
            return replace(state, listener=listener)
        case v.Reflected():
            return replace(state, step="hearing")
        case v.MoreSaid():
            return replace(state, step="speaking")
        case v.Opened(person, yes):
            return replace(state, wall=state.wall | {person} if yes else state.wall - {person})
        case v.Proposed() | v.Asked() | v.Accepted() | v.Settled() | v.Unsettled() | v.Withdrew():
            return _matter(state, event)
        case _:
            return _turned(state, event)


def _without(state: State, person: str) -> State:
    """Who stops takes their note along; what is still open is asked again of those who stay."""
    takers = state.takers.delete(person) if person in state.takers else state.takers
    notes = state.notes.delete(person) if person in state.notes else state.notes
    matters = tuple(one if one.settled else replace(one, yes=frozenset()) for one in state.matters)
    return replace(
        state, takers=takers, guests=state.guests - {person}, notes=notes, ready=state.ready - {person}, wall=state.wall - {person},
        matters=matters,
    )  # fmt: skip


def _turned(state: State, event: circle.Event) -> State:
    """Whenever another one has the word, it begins with speaking, to whomever they choose."""
    before = state.now
    after = circle.evolve(before, event)
    if after == before:
        return state
    state = replace(state, rounds=state.rounds.set(state.stage, after))
    return state if after.now == before.now else replace(state, step="speaking", listener="")


def _matter(state: State, event: v.Proposed | v.Asked | v.Accepted | v.Settled | v.Unsettled | v.Withdrew) -> State:
    match event:
        case v.Proposed(id, by, kind, text, whose, due):
            return _put(state, Matter(id, by, kind, text, whose, due))
        case v.Asked():
            return state
        case v.Accepted(id, person, yes):
            found = matter_of(state, id)
            return _put(state, replace(found, yes=found.yes | {person} if yes else found.yes - {person})) if found else state
        case v.Settled(id, kind, text, whose, due):
            known = matter_of(state, id) or Matter(id)
            others = tuple(one for one in state.matters if one.id != id)
            return replace(state, matters=(*others, replace(known, kind=kind, text=text, who=whose, due=due, settled=True)))
        case v.Unsettled(id):
            found = matter_of(state, id)
            return _put(state, replace(found, settled=False)) if found else state
        case v.Withdrew(id):
            return replace(state, matters=tuple(one for one in state.matters if one.id != id))


def _put(state: State, matter: Matter) -> State:
    if matter_of(state, matter.id) is None:
        return replace(state, matters=(*state.matters, matter))
    return replace(state, matters=tuple(matter if one.id == matter.id else one for one in state.matters))
