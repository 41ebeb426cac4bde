"""Whoever asks for it is erased: the step goes on without their words, and so do its record and its results."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import Any

from workshop.erasure import Finder, Ledger, gone_of
from workshop.erasure.gone import is_long
from workshop.erasure.ledger import alike, sayings
from workshop.messages import BadMessage, Entry, derived_id, read, write
from workshop.session.events import StepOpened
from workshop.testing.faults import never_raises, require
from workshop.testing.room import HOST, ROLES, Room
from workshop.testing.rules import shown

ERASURE = "erasure"


def forgotten(room: Room, chance: Random) -> None:
    """Somebody who did something is erased from the log of the room; what is left is folded, and can be shown and told."""
    people = sorted({deed.actor for deed in room.deeds} - set(ROLES))
    if not people:
        return
    whom = chance.choice(people)
    ledger = Ledger(room.method.name, _log(room), lambda entry: room.method.event(entry.type) if entry.activity else StepOpened)
    gone = gone_of(ledger, [whom])
    left = {entry.seq: entry for entry in Finder(gone, ledger).found()}
    events = _readable(room, [left.get(entry.seq, entry) for entry in ledger.entries[1:]])
    with never_raises(room.method, ERASURE, f"folding the log without the words of {whom}"):
        state = room.after(room.first, events)
    shown(room, state)
    others = " ".join(one.text for one in sayings(ledger, gone.lines))
    told = alike(f"{room.method.record(state)} {room.method.results(state)}")
    for text in gone.texts:
        theirs = is_long(text) and alike(text) not in others and alike(text) not in alike(str(room.first))
        require(not theirs or alike(text) not in told, room.method, ERASURE, f"{text!r} of {whom} is told though it was erased")


def _log(room: Room) -> Sequence[Entry]:
    """What happened, as lines of a log; the ids of things follow from those of the lines, as in a workshop."""
    commands = {derived_id(room.method.name, str(number)): str(number) for number in range(room.sent + 1)}
    entries = [Entry(1, "begun", 0, HOST, None, "Created", {})]
    for deed in room.deeds:
        for place, event in enumerate(deed.events):
            id = f"{commands[deed.context.id]}/{place}"
            line = Entry(len(entries) + 1, id, deed.context.now, deed.actor, "step", type(event).__name__, write(event))
            entries.append(replace(line, salt="salt"))
    return entries


def _readable(room: Room, entries: Sequence[Entry]) -> list[Any]:
    events: list[Any] = []
    for entry in entries:
        event = room.method.event(entry.type)
        try:
            events.append(read(event, entry.payload or {}) if event else None)
        except BadMessage as error:
            require(False, room.method, ERASURE, f"without words, {entry.type} {entry.payload} cannot be read: {error}")
    return events
