"""How each event changes parallel tables. What no longer fits, after something was taken back, changes nothing."""

from collections.abc import Hashable
from dataclasses import replace
from typing import assert_never

from immutables import Map

from methods.parallel_tables import events as e
from methods.parallel_tables.state import Note, State, Topic


def evolve(state: State, event: e.Event) -> State:
    """The state after an event."""
    match event:
        case e.Belonged(by, value):
            return replace(state, values=state.values.set(by, value))
        case e.TopicAdded(id, text):
            return replace(state, topics=(*state.topics, Topic(id, text)))
        case e.Looked(table):
            return replace(state, looked=table)
        case e.Entered(stage, turn, table):
            played = max(state.played, turn) if stage == "talk" else state.played
            return replace(state, stage=stage, turn=turn, table=table, played=played, asked=None)
        case e.SpeakerSet(table, person):
            return replace(state, speakers=state.speakers.set(table, person))
        case e.SeatsAsked() | e.Seated() | e.Placed() | e.Gone() | e.DeviceSet():
            return _seating(state, event)
        case e.Wrote(id, by, table, turn, text):
            return state if id in state.notes else _put(state, Note(id, by, table, turn, text, len(state.notes)))
        case e.Withdrew(id) | e.Carried(id) | e.Hidden(id) | e.Restored(id):
            note = state.notes.get(id)
            return _put(state, _changed(note, event)) if note is not None else state
        case _:
            assert_never(event)


def _seating(state: State, event: e.SeatsAsked | e.Seated | e.Placed | e.Gone | e.DeviceSet) -> State:
    match event:
        case e.SeatsAsked(number):
            return replace(state, asked=event, asks=max(number, state.asks))
        case e.Seated(people, tables):
            seats = Map(dict(zip(people, tables, strict=False)))
            return replace(state, seats=state.seats.set(1, seats), stage="move", turn=1, gone=state.gone - set(people), asked=None)
        case e.Placed(person, table):
            return replace(state, seats=state.seats.set(state.turn, state.now.set(person, table)), gone=state.gone - {person})
        case e.Gone(person):
            return replace(state, gone=state.gone | {person})
        case e.DeviceSet(device, table):
            known = state.devices.delete(device) if device in state.devices else state.devices
            return replace(state, devices=known.set(device, table) if table else known)
        case _:
            assert_never(event)


def _changed(note: Note, event: e.Withdrew | e.Carried | e.Hidden | e.Restored) -> Note:
    match event:
        case e.Withdrew():
            return replace(note, withdrawn=True)
        case e.Carried(_id, on):
            return replace(note, carried=on)
        case e.Hidden():
            return replace(note, hidden=True)
        case e.Restored():
            return replace(note, hidden=False)
        case _:
            assert_never(event)


def _put(state: State, note: Note) -> State:
    """A note is found under its table, and under what is carried on, as long as it is shown."""
    labels: list[Hashable] = []
    if not note.withdrawn:
        labels.append(("console", note.table))
        if not note.hidden:
            labels += [("table", note.table), *([("carried", note.table)] if note.carried else [])]
    return replace(state, notes=state.notes.put(note.id, note, *labels))
