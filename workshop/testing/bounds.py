"""Hundreds of people may contribute: what is sent to a screen does not grow with all that was said."""

import json
from collections.abc import Iterator, Mapping
from random import Random
from typing import Final

from workshop.blocks import Json
from workshop.method import Rejected, Viewer
from workshop.testing.deeds import Offer, offers
from workshop.testing.faults import require
from workshop.testing.play import act, compute, moves_of
from workshop.testing.room import HOST, Room

SIZE: Final = "size"
LIMIT: Final = 64 * 1024
STEPS: Final = 12
QUIET: Final = 6
LONG: Final = 280
FILLED: Final = "a place with trees, where people of every age may sit and talk in the evening; " * 4


def bounded(room: Room, chance: Random, many: int) -> None:
    """No screen is larger than 64 kB, however many long contributions are made in each phase."""
    for _step in range(STEPS):
        _contribute(room, chance, many)
        compute(room)
        _measure(room)
        moves = moves_of(room)
        while moves.next is None and moves.blocked is not None and act(room, 0, HOST, chance):
            moves = moves_of(room)
        if moves.next is None or isinstance(room.send(moves.next.command, moves.next.args, HOST), Rejected):
            return
        compute(room)
        _measure(room)


def _contribute(room: Room, chance: Random, most: int) -> None:
    """People, one after the other, do what their screen offers, until there was enough of it or nobody can do any more."""
    done = quiet = 0
    for number in range(2 * most):
        person = room.people[number % room.here]
        offer = next(_wanted(room, person, chance, len(room.deeds)), None)
        answer = room.send(offer.command, offer.args, person) if offer else None
        quiet = 0 if answer and not isinstance(answer, Rejected) and answer.events else quiet + 1
        done += not quiet
        if done == most or quiet == QUIET:
            return


def _wanted(room: Room, person: str, chance: Random, number: int) -> Iterator[Offer]:
    """A form with something new in it, else whatever else can be chosen or pressed."""
    screen = room.screens.phone(room.state, person, room.here)
    for block in screen.values():
        if block["kind"] == "form":
            yield Offer(block["command"], {**block.get("args", {}), **_filled(block, number)})
    found = offers(screen, chance)
    if found:
        yield chance.choice(found)


def _filled(form: Mapping[str, Json], number: int) -> dict[str, Json]:
    """Words of their own in every field of text, as many as fit."""
    texts = {name: one for name, one in form.get("fields", {}).items() if one.get("input", "line") in ("line", "text")}
    return {name: f"{number}: {FILLED}"[: min(LONG, one.get("limit", LONG))].strip() for name, one in texts.items()}


def _measure(room: Room) -> None:
    viewers = [Viewer("room", room.here), Viewer("wall", room.here), Viewer("console", room.here)]
    for viewer in [*viewers, *(Viewer("person", room.here, person, 1) for person in room.people[:2])]:
        size = len(json.dumps(room.screens.of(room.state, viewer)))
        said = f"after {len(room.deeds)} commands the {viewer.role}'s screen has {size:,} bytes: show some, and count the others"
        require(size <= LIMIT, room.method, SIZE, said)
