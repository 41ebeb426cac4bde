"""What every method must keep, beside its secrets: the log is the truth, screens can be drawn, results can be traced."""

import json
import pickle
from collections.abc import Sequence
from random import Random
from typing import Any

from workshop.method import EVERYBODY, Item, Method, Rejected, Role, Viewer, fold
from workshop.testing.faults import Fault, never_raises, require
from workshop.testing.play import moves_of
from workshop.testing.room import HOST, Deed, Room


def declared(method: Method) -> None:
    """The method says what it is: help, settings with defaults, frozen commands and events with one name each."""
    title = method.title.text
    require(method.help.startswith(title), method, "help", f"the docstring of {method.module.__name__} must begin with {title!r}")
    require(len(method.help.splitlines()) > 1, method, "help", "the docstring says the title only: say when and how to use it")
    with never_raises(method, "settings", "taking the settings as they are by default"):
        method.settings()
    for kind, classes in (("command", [*method.commands]), ("event", [*method.events])):
        names = [one.__name__ for one in classes]
        require(len(set(names)) == len(names), method, f"{kind}s", f"two {kind}s have the same name: {sorted(names)}")
        for one in classes:
            parameters = getattr(one, "__dataclass_params__", None)
            require(bool(parameters and parameters.frozen), method, f"{kind}s", f"{one.__name__} must be a frozen dataclass")
    require(set(method.secret) <= set(method.events), method, "events", "what is secret must be among its events")
    require(set(method.looking) <= set(method.events), method, "events", "what only looks must be among its events")


def touched(room: Room, deed: Deed) -> None:
    """What a participant does changes nobody's own screen but theirs, and those of whom `touches` names; to look changes no other's."""
    looks = all(type(event) in room.method.looking for event in deed.events)
    if deed.context.role is not Role.PARTICIPANT and not looks:
        return
    with never_raises(room.method, "touches", "asking whom an event touches"):
        named = {person for event in deed.events for person in room.method.touches(deed.after, event)} | {deed.actor}
    if EVERYBODY in named:
        return
    for person in set(room.people) - named:
        viewer = Viewer("person", room.here, person)
        same = room.screens.of(deed.before, viewer) == room.screens.of(deed.after, viewer)
        require(same, room.method, "touches", f"{deed} changes the screen of {person}, whom `touches` does not name")


def own_screens(room: Room) -> None:
    """One's own screen does not depend on how many people are here: it is not drawn anew when somebody comes."""
    for person in room.people[:3]:
        few, many = (room.screens.of(room.state, Viewer("person", here, person)) for here in (1, room.here + 7))
        require(few == many, room.method, "touches", f"the screen of {person} depends on how many people are here")


def folded(room: Room, chance: Random) -> None:
    """The state is the fold of the log, wherever one stops."""
    method = room.method
    places = {len(room.deeds), *(chance.randrange(len(room.deeds) + 1) for _turn in range(4))}
    for place in places:
        events = [event for deed in room.deeds[:place] for event in deed.events]
        kept = room.deeds[place - 1].after if place else room.first
        again = fold(method, room.first, events)
        require(kept == again, method, "fold", f"after {place} commands the state was {kept}, and folded anew it is {again}")
    with never_raises(method, "fold", "keeping the state (pickle)"):
        back = pickle.loads(pickle.dumps(room.state))
    require(back == room.state, method, "fold", "the state, kept and taken up again, is another one")


def total(room: Room, chance: Random) -> None:
    """Whatever is left out of the log by undo, it can be folded and shown."""
    for share in (0.9, 0.6, 0.3):
        kept = [event for event in room.events if chance.random() < share]
        state = room.after(room.first, kept)
        shown(room, state)


def shown(room: Room, state: Any) -> None:
    """Everything can be drawn in every language, the moves and the results can be told, the work can be sent away."""
    method = room.method
    room.screens.in_all_languages(state, [*room.people[:2], "stranger"], room.here)
    moves_of(room, state)
    with never_raises(method, "span", "asking how long the phase takes"):
        method.span(state)
    with never_raises(method, "work", "sending work away (pickle)"):
        work = method.work(state)
        if work is not None:
            pickle.dumps((work.call, work.args))
    with never_raises(method, "results", "asking for the results"):
        results = tuple(method.results(state))
        json.dumps([dict(one.facts) for one in results])
    ids = [one.id for one in results]
    require(len(set(ids)) == len(ids), method, "results", f"two items have the same id: {sorted(ids)}")
    strange = {one.kind for one in results} - method.yields
    require(not strange, method, "results", f"it yields {sorted(strange)}, which `yields` does not name")


def traceable(room: Room, items: Sequence[Item]) -> None:
    """Each item comes from items that were taken over, or that the method yielded itself."""
    method = room.method
    states = (room.first, *(deed.after for deed in room.deeds))
    known = {one.id for one in items} | {one.id for state in states for one in method.results(state)}
    for one in method.results(room.state):
        strange = set(one.sources) - known
        require(not strange, method, "results", f"{one.id!r} comes from {sorted(strange)}, which nobody knows")


def entered_again(room: Room, items: Sequence[Item]) -> Any:
    """The step can be entered again when the items before it have changed: some gone, some new. The last such state."""
    fresh = tuple(Item(f"new{place}", one.kind, "Something new") for place, one in enumerate(items))
    for again in ((), tuple(items), (*items[1:], *fresh)):
        with never_raises(room.method, "receive", "entering the step again"):
            state = room.method.receive(room.state, again)
        shown(room, state)
    return state


def brought(room: Room) -> None:
    """What a spreadsheet brings is refused with a reason, or stands in the record from then on."""
    method = room.method
    if method.brings is None:
        return
    cards = [{"text": f"What stands in row {number} of a spreadsheet", "support": number} for number in range(1, 4)]
    answer = room.send(method.brings.__name__, {"cards": cards}, HOST)
    if isinstance(answer, Rejected):
        require(
            answer.code not in ("bad-arguments", "not-allowed", "unknown-command"),
            method,
            "brings",
            f"it is refused: {answer.message.text}",
        )
        return
    told = f"{method.record(room.state)} {method.results(room.state)}"
    missing = [card["text"] for card in cards if str(card["text"]) not in told]
    require(not missing, method, "brings", f"the record and the results do not have {missing}")


def unchanged(room: Room, first: Any) -> None:
    """No state was changed in place: the first one is as it was."""
    if room.first != first:
        raise Fault(room.method.name, "fold", f"the first state was changed in place: {room.first} instead of {first}")
