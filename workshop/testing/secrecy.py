"""Nobody learns from any screen, or from the record, what is said in secret.

Two ways to see it. *What*: had the same person chosen otherwise, everybody else would see the same (until a public event tells the
totals). *Who*: had two people cast each other's ballots, everybody else would see the same, for ever.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any, Final

from workshop.blocks import Json
from workshop.messages import BadMessage, read, write
from workshop.method import PARTICIPANTS, Method, Rejected, Role, Viewer, fold
from workshop.testing.deeds import Offer, offers
from workshop.testing.faults import Fault
from workshop.testing.play import moves_of
from workshop.testing.room import Deed, Room

SECRECY: Final = "secrecy"
TRIES: Final = 3


@dataclass(frozen=True)
class Sights:
    """Everything that others can learn: each screen, the record, the results and the moves, by name."""

    seen: Mapping[str, Any]

    def differs(self, other: "Sights") -> str:
        """The name of the first thing that is not the same, or ""."""
        return next((name for name, one in self.seen.items() if one != other.seen[name]), "")


def sights(room: Room, state: Any, without: Collection[str]) -> Sights:
    """What everybody can learn of a state, but for some people."""
    screens, here = room.screens, room.here
    seen: dict[str, Any] = {
        "the room's screen": screens.of(state, Viewer("room", here)),
        "the wall": screens.of(state, Viewer("wall", here)),
        "the console": screens.of(state, Viewer("console", here)),
        "the record": screens.record(state),
        "the results": tuple(room.method.results(state)),
        "the moves": moves_of(room, state),
    }
    others = [person for person in room.people if person not in without][:3]
    return Sights(seen | {f"the screen of {one}": screens.of(state, Viewer("person", here, one)) for one in others})


def what_was_chosen(room: Room, deed: Deed) -> None:
    """Had this person chosen otherwise, nobody else could tell."""
    secret = room.method.secret
    if deed.offer is None or deed.context.role is not Role.PARTICIPANT or not any(type(one) in secret for one in deed.events):
        return
    chance = Random(len(room.deeds))
    screen = room.screens.phone(deed.before, deed.actor, room.here)
    others = [one for one in offers(screen, chance) if _alike(one, deed.offer)]
    for other in chance.sample(others, min(TRIES, len(others))):
        _compare(room, deed, other)


def _compare(room: Room, deed: Deed, other: Offer) -> None:
    cls = room.method.command(other.command)
    if cls is None or PARTICIPANTS.isdisjoint(room.method.commands[cls]):
        return
    try:
        answer = room.answer(deed.before, read(cls, other.args), deed.context)
    except BadMessage:
        return
    if isinstance(answer, Rejected) or not answer:
        return
    told, otherwise = _public(room.method, deed.events), _public(room.method, answer)
    if [type(one) for one in told] != [type(one) for one in otherwise]:
        said = f"{deed} is followed by the public {told}, but {dict(other.args)} by {otherwise}"
        raise Fault(room.method.name, SECRECY, said)
    if told:
        return
    without = {deed.actor}
    name = sights(room, deed.after, without).differs(sights(room, room.after(deed.before, answer), without))
    if name:
        said = f"{name} shows that {deed.actor} sent {deed.command} and not {dict(other.args)}"
        raise Fault(room.method.name, SECRECY, said)


def _alike(one: Offer, other: Offer) -> bool:
    """Whether two offers differ in nothing but what is chosen or written."""
    if one.command != other.command or one.args == other.args or one.free != other.free:
        return False
    if one.free:
        return {key for key, value in one.args.items() if value} == {key for key, value in other.args.items() if value}
    return bool(one.like) and one.like == other.like


def _public(method: Method, events: Any) -> list[Any]:
    return [event for event in events if type(event) not in method.secret]


def who_chose(room: Room, chance: Random) -> None:
    """Had two people cast each other's secret ballots, nobody else could tell."""
    method, log = room.method, room.events
    ballots = [event for event in log if type(event) in method.secret]
    voters = sorted(person for person in room.people if any(_names(write(event), person) for event in ballots))
    if len(voters) < 2:
        return
    pair = chance.sample(voters, 2)
    swapped = [_swapped(event, *pair) if type(event) in method.secret else event for event in log]
    end = chance.randrange(len(log) + 1)
    for place in (end, len(log)):
        before, after = (fold(method, room.first, events[:place]) for events in (log, swapped))
        name = sights(room, before, pair).differs(sights(room, after, pair))
        if name:
            raise Fault(method.name, SECRECY, f"{name} shows which ballot is {pair[0]}'s and which is {pair[1]}'s")


def without_the_secret(room: Room, chance: Random) -> None:
    """The record and the results are the same, computed from the log without what is secret: so they can be checked by all."""
    method, log = room.method, room.events
    if not method.secret:
        return
    for place in {len(log), *(chance.randrange(len(log) + 1) for _turn in range(6))}:
        whole = fold(method, room.first, log[:place])
        public = fold(method, room.first, _public(method, log[:place]))
        for name, show in (("record", room.screens.record), ("results", method.results)):
            if show(whole) != show(public):
                raise Fault(method.name, SECRECY, f"without the secret events the {name} is {show(public)}, with them {show(whole)}")


def _names(value: Json, person: str) -> bool:
    match value:
        case str():
            return value == person
        case list():
            return any(_names(one, person) for one in value)
        case dict():
            return any(_names(one, person) for one in (*value, *value.values()))
        case _:
            return False


def _swapped(event: Any, one: str, other: str) -> Any:
    return read(type(event), _exchanged(write(event), {one: other, other: one}))


def _exchanged(value: Json, names: Mapping[str, str]) -> Json:
    match value:
        case str():
            return names.get(value, value)
        case list():
            return [_exchanged(each, names) for each in value]
        case dict():
            return {names.get(key, key): _exchanged(each, names) for key, each in value.items()}
        case _:
            return value
