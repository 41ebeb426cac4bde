"""Two ways to play a method: a rehearsal, in which people do what it expects, and a riot, in which they do what they like."""

from collections.abc import Mapping
from random import Random
from typing import Any, Final

from workshop.blocks import Json
from workshop.method import Do, Method, Moves, Rejected, Sight, Viewer, Work
from workshop.testing.deeds import WORDS, Offer, garbage, offers
from workshop.testing.faults import Fault, never_raises, require
from workshop.testing.room import HOST, ROLES, SYSTEM, Room, computed
from workshop.testing.screens import Screen

REHEARSAL: Final = "rehearsal"
TURNS: Final = 60
MOVES: Final = 200


def rehearse(room: Room, chance: Random, busy: bool) -> None:
    """Everybody acts until nobody has anything left to do, then the facilitator goes on: it must come to an end.

    `busy` is whether there is something to do for participants at all.
    """
    _settle(room, chance)
    for _move in range(MOVES):
        moves = moves_of(room)
        if moves.next is None:
            blocked = "" if moves.blocked is None else moves.blocked.text
            require(moves.blocked is None, room.method, REHEARSAL, f"nobody has anything left to do, and it cannot go on: {blocked}")
            acted = any(deed.actor not in ROLES for deed in room.deeds)
            require(acted or not busy, room.method, REHEARSAL, "no participant did anything; give it a `rehearse`")
            return
        answer = room.send(moves.next.command, moves.next.args, HOST)
        if isinstance(answer, Rejected):
            raise Fault(room.method.name, REHEARSAL, f"the move {moves.next.command} is refused: {answer.message.text}")
        _settle(room, chance)
    raise Fault(room.method.name, REHEARSAL, f"after {MOVES} moves it has not come to an end")


def begin(room: Room, chance: Random, moves: int) -> None:
    """The first moves of a rehearsal; then the room is left to whatever comes."""
    for _move in range(moves):
        _settle(room, chance)
        way = moves_of(room).next
        if way is None:
            return
        room.send(way.command, way.args, HOST)


def _settle(room: Room, chance: Random) -> None:
    for _turn in range(TURNS):
        acted = compute(room)
        for number, person in enumerate(list(room.people), start=1):
            acted += act(room, number, person, chance)
        if not acted and not act(room, 0, HOST, chance) and not compute(room):
            return
    raise Fault(room.method.name, REHEARSAL, f"people still act after {TURNS} turns")


def act(room: Room, number: int, person: str, chance: Random) -> int:
    """Somebody does what the method's rehearsal has them do; how much of it was accepted and changed something."""
    screen = _screen(room, person)
    with never_raises(room.method, REHEARSAL, "rehearse"):
        deeds = tuple(room.method.rehearse(Sight(number, screen, chance, lambda: chance.choice(WORDS))))
    return sum(_accepted(room, deed, person) for deed in deeds)


def _accepted(room: Room, deed: Do, person: str) -> bool:
    require(room.method.command(deed.command) is not None, room.method, REHEARSAL, f"there is no command {deed.command}")
    answer = room.send(deed.command, deed.args, person)
    readable = not isinstance(answer, Rejected) or answer.code not in ("bad-arguments", "not-allowed")
    require(readable, room.method, REHEARSAL, f"{deed} of {person} cannot be: {answer}")
    return not isinstance(answer, Rejected) and bool(answer.events)


def compute(room: Room) -> int:
    """The machine answers whatever it is asked; how often."""
    for count in range(TURNS):
        work = room.work()
        if work is None:
            return count
        answer = room.send(work.command, computed(room, work), SYSTEM)
        stuck = isinstance(answer, Rejected) and room.work() == work
        require(not stuck, room.method, "work", f"the answer of {work.key!r} is refused, and it is asked for again")
    raise Fault(room.method.name, "work", f"after {TURNS} answers it still asks for more")


def riot(room: Room, chance: Random, turns: int) -> None:
    """Anybody does anything; some of it is undone, people come late or leave, and what was computed arrives when it likes."""
    waiting: list[tuple[Work, Mapping[str, Json]]] = []
    for _turn in range(turns):
        dice = chance.random()
        if dice < 0.05:
            room.undo()
        elif dice < 0.08:
            room.come(f"late{room.sent}", chance.choice(["", "", "2"]))
        elif dice < 0.1 and room.here > 2:
            room.go(chance.choice([*room.people, *room.tables]))
        elif dice < 0.2:
            _disturb(room, chance)
        elif dice < 0.45:
            _host(room, chance)
        else:
            number = chance.randrange(room.here)
            if not _take(room, number + 1, room.people[number], chance):
                _host(room, chance)
        work = room.work()
        if work is not None and all(work != known for known, _answer in waiting):
            waiting.append((work, computed(room, work)))
        if waiting and chance.random() < 0.5:
            known, answer = waiting.pop(0)
            room.send(known.command, answer, SYSTEM)


def _host(room: Room, chance: Random) -> None:
    moves = moves_of(room)
    ways = [way for way in (moves.next, moves.next, moves.back) if way is not None]
    if ways and chance.random() < 0.3:
        way = chance.choice(ways)
        _sent(room, Offer(way.command, way.args), HOST)
    else:
        _take(room, 0, HOST, chance)


def _take(room: Room, number: int, by: str, chance: Random) -> bool:
    """Something that the screen offers, if it offers anything; often what is expected, so that a riot gets somewhere too."""
    found = offers(_screen(room, by), chance)
    if found and chance.random() < 0.4:
        act(room, number, by, chance)
    elif found:
        _sent(room, chance.choice(found), by)
    return bool(found)


def _sent(room: Room, offer: Offer, by: str) -> None:
    """What a screen offers can be refused (somebody was faster), but it must be a command that this person may send."""
    answer = room.send(offer.command, offer.args, by, offer)
    if isinstance(answer, Rejected) and (
        answer.code in ("unknown-command", "not-allowed") or (answer.code == "bad-arguments" and not offer.free)
    ):
        raise Fault(room.method.name, "offers", f"{by} is offered {offer.command} {dict(offer.args)}: {answer.message}")


def _disturb(room: Room, chance: Random) -> None:
    by = chance.choice([*room.people, HOST])
    deed = garbage(room.method, _screen(room, by), chance)
    room.send(deed.command, deed.args, by)


def _screen(room: Room, by: str) -> Screen:
    if by == HOST:
        return room.screens.of(room.state, Viewer("console", room.here))
    return room.screens.phone(room.state, by, room.here)


def moves_of(room: Room, state: Any = None) -> Moves:
    """Where the facilitator can go; what the buttons say is said in every language."""
    method: Method = room.method
    with never_raises(method, "moves", "asking for the moves"):
        moves = method.moves(room.state if state is None else state)
    for way in (moves.next, moves.back):
        if way is not None:
            room.screens.says(way.label, f"the move {way.command}")
    if moves.blocked is not None:
        room.screens.says(moves.blocked, "the reason why it cannot go on")
    return moves
