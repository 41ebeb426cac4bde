"""How each event changes a 1-2-4-All. What no longer fits, after something was taken back, changes nothing."""

from collections.abc import Hashable
from dataclasses import replace
from typing import assert_never

from methods.one_two_four_all import events as e
from methods.one_two_four_all.groups import Groups, listed
from methods.one_two_four_all.state import PAPER, Note, State


def evolve(state: State, event: e.Event) -> State:
    """The state after an event."""
    match event:
        case e.Entered(stage):
            return replace(state, stage=stage)
        case e.Grouped() | e.Placed() | e.Joined() | e.Gone() | e.DeviceSet():
            return _people(state, event)
        case e.Wrote():
            return _wrote(state, event)
        case e.Carried(note, stage, group, on, instead):
            known = state.picked.get((stage, group), ())
            left = tuple(id for id in known if id != note and id not in instead)
            return _pick(state, stage, group, (*left, note) if on else left)
        case e.Turned(by, start):
            return replace(state, turned=state.turned.set(by, start))
        case e.Withdrew(id) | e.Supported(id) | e.Hidden(id) | e.Restored(id):
            found = state.notes.get(id)
            return _changed(state, found, event) if found is not None else state
        case _:
            assert_never(event)


def _people(state: State, event: e.Grouped | e.Placed | e.Joined | e.Gone | e.DeviceSet) -> State:
    match event:
        case e.Grouped(stage, groups):
            state = _with(state, stage, listed(groups))
            state = replace(state, gone=state.gone - {person for group in groups for person in group})
            return _anew(state, stage)
        case e.Placed(person, stage, group):
            return replace(_with(state, stage, state.of(stage).put(person, group)), gone=state.gone - {person})
        case e.Joined(stage, group, into):
            both = (*state.picked.get((stage, into), ()), *state.picked.get((stage, group), ()))
            notes = [*state.notes.under_label((stage, group))]
            state = _with(_pick(_pick(state, stage, into, both), stage, group, ()), stage, state.of(stage).joined(group, into))
            return _moved(state, {note.id: into for note in notes})
        case e.Gone(person):
            return replace(state, gone=state.gone | {person})
        case e.DeviceSet(device, table):
            known = state.devices.delete(device) if device in state.devices else state.devices
            return replace(state, devices=known.set(device, table) if table else known)
        case _:
            assert_never(event)


def _with(state: State, stage: str, groups: Groups) -> State:
    return replace(state, groups=state.groups.set(stage, groups))


def _anew(state: State, stage: str) -> State:
    """What was written in groups that were taken back goes with those who wrote it; nothing is marked in the new ones."""
    of = state.of(stage).of
    moved = {note.id: of.get(note.by, 0) for note in state.notes if note.stage == stage}
    kept = {key: ids for key, ids in state.picked.items() if key[0] != stage}
    return _moved(replace(state, picked=type(state.picked)(kept)), moved)


def _moved(state: State, groups: dict[str, int]) -> State:
    for id, group in groups.items():
        note = state.notes.get(id)
        state = _put(state, replace(note, group=group)) if note is not None else state
    return state


def _wrote(state: State, event: e.Wrote) -> State:
    """What is written in a group is carried on by it, in the place of what it was made of."""
    if event.id in state.notes:
        return state
    note = Note(event.id, event.by, event.stage, event.group, event.text, len(state.notes), event.sources)
    state = _put(state, note)
    if event.stage == "alone":
        return state if event.by == PAPER else replace(state, writers=state.writers | {event.by})
    left = tuple(id for id in state.picked.get((event.stage, event.group), ()) if id not in event.sources)
    return _pick(state, event.stage, event.group, (*left, event.id))


def _pick(state: State, stage: str, group: int, ids: tuple[str, ...]) -> State:
    ids, key = tuple(dict.fromkeys(ids)), (stage, group)
    if ids:
        return replace(state, picked=state.picked.set(key, ids))
    return replace(state, picked=state.picked.delete(key)) if key in state.picked else state


def _changed(state: State, note: Note, event: e.Withdrew | e.Supported | e.Hidden | e.Restored) -> State:
    match event:
        case e.Withdrew():
            state = _put(state, replace(note, withdrawn=True))
            left = state.writers if state.notes.count(("by", note.by)) else state.writers - {note.by}
            return replace(state, writers=left)
        case e.Supported(_id, by, on):
            return _put(state, replace(note, supporters=note.supporters | {by} if on else note.supporters - {by}))
        case e.Hidden():
            return _put(state, replace(note, hidden=True))
        case e.Restored():
            return _put(state, replace(note, hidden=False))
        case _:
            assert_never(event)


def _put(state: State, note: Note) -> State:
    """A note is found under who wrote it alone, or under its phase and group, as long as it is shown."""
    labels: list[Hashable] = []
    if not note.withdrawn and not note.hidden:
        labels.append(("by", note.by) if note.stage == "alone" else (note.stage, note.group))
    return replace(state, notes=state.notes.put(note.id, note, *labels))
